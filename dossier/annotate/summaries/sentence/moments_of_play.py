"""The course of a contest, told blow by blow: "in the 33rd minute", "Lund took three wickets".

Without the report around it nobody knows which match a line of it is of; the match has its own line in the lead.
"""

import re
from collections.abc import Sequence

from dossier.annotate.doc import Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.passages import passages
from dossier.annotate.timex.words.lexicon import ORDINALS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

_UNITS, _STRETCHES, _PERIODS = _WORDS["units_of_play"], _WORDS["stretches_of_play"], _WORDS["periods_of_play"]
_PLAYS, _CONTESTS = _WORDS["words_of_play"], _WORDS["contests"]
_COUNTED = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LEAST_MOMENTS = 3
"""From so many counted minutes and the like on an article tells the course of a contest. Set by hand."""

_LEAST_IMPORTANCE = 0.5
"""Importance of a type from which an event is more than a move of a game: a promise, as for ``timeline.worth``."""


def told_blow_by_blow(doc: Parsed, triggers: Sequence[Trigger]) -> frozenset[int]:
    """The indices of the triggers that tell of a moment in the course of a contest, of an article that tells several.

    They stand in a paragraph with such a moment, but not in its first sentence, unless that has the moment: it may say
    which contest it is. What somebody said behind it is no moment.
    """
    counted = [i for i in doc.lowers.where(_UNITS) if i and _is_ordinal(doc.lowers[i - 1])]
    stretches = [i for i in doc.lowers.where(_STRETCHES) if i and doc.lowers[i + 1 : i + 2] == ["time"]]
    if len(counted) + len(stretches) < _LEAST_MOMENTS:
        return _plays(doc, triggers)
    periods = [i for i in doc.lowers.where(_PERIODS) if i and _is_ordinal(doc.lowers[i - 1]) and not _has_of(doc, i)]
    where = passages(doc)
    moments = {where.sentence_start[i] for i in (*counted, *stretches, *periods)}
    openings: dict[int, int] = {}
    for start, paragraph in zip(where.sentence_start, where.paragraph_number, strict=True):
        openings.setdefault(paragraph, start)
    paragraphs = {where.paragraph_number[start] for start in moments}
    goes_on = {*where.sentence_start}.difference(openings.values())
    return frozenset(
        index
        for index, trigger in enumerate(triggers)
        if where.paragraph_number[trigger.head] in paragraphs
        and (
            where.sentence_start[trigger.head] in moments
            or (where.sentence_start[trigger.head] in goes_on and not trigger.type.reporting)
        )
    )


def _plays(doc: Parsed, triggers: Sequence[Trigger]) -> frozenset[int]:
    """The indices of the light triggers in sentences with a word of play, in an article that has several of these.

    Not in its first sentence, nor in one that says what kind of contest it is: "took three wickets in the final".
    """
    where = passages(doc).sentence_start
    plays = {where[i] for i in doc.lemmas.where(_PLAYS)}
    if len(plays) < _LEAST_MOMENTS:
        return frozenset()
    named = {where[i] for i in doc.lemmas.where(_CONTESTS)}
    told = plays - named - {where[0]}
    return frozenset(
        index
        for index, trigger in enumerate(triggers)
        if where[trigger.head] in told and trigger.type.importance < _LEAST_IMPORTANCE and not trigger.type.reporting
    )


def _is_ordinal(word: str) -> bool:
    return word in ORDINALS or _COUNTED.fullmatch(word) is not None


def _has_of(doc: Parsed, i: int) -> bool:
    return doc.lowers[i + 1 : i + 2] == ["of"]
