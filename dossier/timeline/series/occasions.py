"""Remarks of one speaker in one report and on one day: they stand beneath the weightiest of them."""

import re
from collections.abc import Iterable, Iterator

from dossier.model import Event, EventTypes
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import doers_of, is_a_fact, may_be_a_retelling, numbers_of
from dossier.timeline.worth.part_worth import GRAVE_IMPORTANCE

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_ACTING = _WORDS["announcing"] | _WORDS["performing"]
"""Lemmas of speech by which somebody acts, each time anew."""
_TO_COME = re.compile(r"\b(?:will|shall|would|going to)\b", re.IGNORECASE)
"""What is to come is an announcement: "said that buyers will get their money back"."""
_ACTS = _WORDS["acts_in_the_present"]
"""Types of what somebody does, if by words: "promised a pier", "ordered the sale"."""
_Occasion = tuple[str, str]
"""The article and the day."""


def occasions(lines: Iterable[Event], types: EventTypes) -> Iterator[list[Event]]:
    """The groups of lines that tell what one speaker says on one occasion: the weightiest first, then as they stand.

    A line with a number, of a grave matter, of what is to come, or of words by which somebody acts stays by itself.
    """
    groups: dict[_Occasion, list[Event]] = {}
    for line in lines:
        if occasion := _occasion(line, types):
            groups.setdefault(occasion, []).append(line)
    for group in groups.values():
        for first, *others in _by_speaker(group):
            remarks = [line for line in others if _is_remark(line, types)]
            if remarks:
                yield [first, *sorted(remarks, key=_place)]


def _occasion(line: Event, types: EventTypes) -> _Occasion | None:
    """The article and the day of what somebody says, where only one article tells it; None of all else."""
    when, articles = line.dating.when, {piece.article for piece in line.evidence}
    is_said = types[line.type].speech_act and is_a_fact(line) and doers_of(line.participants)
    if not is_said or len(articles) > 1 or when is None or not when.is_within_a_day:
        return None
    return articles.pop(), when.edtf.rstrip("~?%")


def _by_speaker(lines: Iterable[Event]) -> Iterator[list[Event]]:
    """The lines of each speaker, the weightiest first.

    What a body says, its spokesman says: "the bank said" is one with "Ada Brandt of the bank said" where nobody else
    speaks for it there.
    """
    groups: list[list[Event]] = []
    for line in sorted(lines, key=lambda line: (line.importance, line.id), reverse=True):
        speakers = doers_of(line.participants)
        same = [group for group in groups if all(_are_one(speakers, doers_of(it.participants)) for it in group)]
        if len(same) == 1:
            same[0].append(line)
        else:
            groups.append([line])
    return iter(groups)


def _are_one(left: frozenset[str], right: frozenset[str]) -> bool:
    return left <= right or right <= left


def _is_remark(line: Event, types: EventTypes) -> bool:
    is_act = line.evidence[0].lemma in _ACTING or line.type in _ACTS or types[line.type].importance >= GRAVE_IMPORTANCE
    has_news = _TO_COME.search(line.summary) or numbers_of(line)
    return not is_act and not has_news and may_be_a_retelling(line)


def _place(line: Event) -> int:
    return line.evidence[0].trigger.span.start
