"""Sentences that go on with old times: behind "In 1944 the ship sailed." a bare "February" is none of this year."""

from collections.abc import Mapping

from dossier.annotate.dating.links.time_links import TimeLink
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, TokenSpan
from dossier.annotate.syntax.labels import FINITE_TAGS, VERB_POS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Basis

# Set by hand; no measurement is recorded.
_MIN_YEARS = 5  # from the year that is named to the publication
_MAX_SENTENCES = 3  # behind the one that names it

_WITHOUT_YEAR = frozenset((RuleName.MONTH_DAY, RuleName.DAY_OF_THE_MONTH, RuleName.MONTH, RuleName.SEASON))
"""Rules by which a time is taken for one near publication, though the words do not say so."""


def without_misread_years(doc: Parsed, links: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
    """The links but those to a time taken for one near publication, in a sentence that goes on with old times."""
    sentences = _sentences_of_old_times(doc)
    return {
        i: link
        for i, link in links.items()
        if not (_is_read_as_near(doc._.timexes[link.time]) and doc[i].sent.start in sentences)
    }


def _sentences_of_old_times(doc: Parsed) -> frozenset[int]:
    """Where those sentences begin, as token indices.

    They stand behind one in the past that names a year long ago, are in the past themselves, and name no year or day
    near publication; a statement ("she said") belongs to the report again.
    """
    latest = doc._.published.latest if doc._.published else None
    if latest is None or not any(_is_old(timex, latest.year) for timex in doc._.timexes):
        return frozenset()
    by_sentence: dict[int, list[Timex]] = {}
    for timex in doc._.timexes:
        by_sentence.setdefault(doc[timex.start].sent.start, []).append(timex)
    found: list[int] = []
    left = 0
    for sentence in doc.sents:
        times = by_sentence.get(sentence.start, [])
        if any(_is_old(timex, latest.year) for timex in times):
            left = _MAX_SENTENCES if _is_past(sentence) else 0
        elif not _is_past(sentence) or any(_is_near(timex) for timex in times):
            left = 0
        elif left:
            found.append(sentence.start)
            left -= 1
    return frozenset(found)


def _is_read_as_near(timex: Timex) -> bool:
    """Whether the time was taken for one near publication for want of a year."""
    return timex.dating.basis is Basis.RELATIVE and timex.rule in _WITHOUT_YEAR


def _is_old(timex: Timex, published: int) -> bool:
    when = timex.dating.when
    if timex.dating.basis is not Basis.EXPLICIT or when is None or when.latest is None:
        return False
    return published - when.latest.year >= _MIN_YEARS


def _is_near(timex: Timex) -> bool:
    return timex.dating.when is not None and not _is_read_as_near(timex)


def _is_past(sentence: TokenSpan) -> bool:
    """Whether its main verb is in the past, and is none of saying."""
    root = sentence.root
    verbs = [root, *(child for child in root.lefts if child.pos_ in VERB_POS)]
    finite = next((verb.tag_ for verb in verbs if verb.tag_ in FINITE_TAGS), "")
    return finite == "VBD" and root.lemma_ not in SPEECH_VERBS
