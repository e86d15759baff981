"""Sentences that go on with an act long past: "It struck in 2006. The council warned of a flood."."""

from collections.abc import Mapping
from datetime import timedelta

from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.item_dates import report_day
from dossier.annotate.parsed import Parsed, TokenSpan
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Basis, Dating, Qualifier, Tense, When

_LONG_AGO = timedelta(days=365)
"""So long before its report ends what the news does not go on from. Set by hand."""
_MAX_SENTENCES = 2
"""Sentences behind the one with the date that may go on with it. Set by hand."""
_TOLD = (Tense.PAST, Tense.PLUPERFECT)


def flashbacks(doc: Parsed, found: Mapping[int, DatedEvent], tenses: Mapping[int, Tense]) -> dict[int, Dating]:
    """Any time from the old date on, by the first token of each sentence that goes on with it.

    The main verb of the sentence before has the date by its own words. Those behind are in the past themselves, name no
    time, and are no statement ("she said"), which belongs to the report again.
    """
    timed = {doc[timex.start].sent.start for timex in doc._.timexes}
    going_on: dict[int, Dating] = {}
    start, left = None, 0
    for sentence in doc.sents:
        old = _long_past(doc, sentence, found)
        if old is not None:
            start, left = old, _MAX_SENTENCES
        elif start is not None and left and sentence.start not in timed and _goes_on(sentence, tenses):
            going_on[sentence.start] = start
            left -= 1
        else:
            left = 0
    return going_on


def _long_past(doc: Parsed, sentence: TokenSpan, found: Mapping[int, DatedEvent]) -> Dating | None:
    """From the date of the main verb on, where the words give it, and surely, and it lies long before the report."""
    told, report = found.get(sentence.root.i), report_day(doc, sentence.root.i)
    if told is None or told.dating.when is None or not told.dating.is_stated:
        return None
    when = told.dating.when
    if when.first is None or when.end is None or report is None or report.start is None:
        return None
    if when.first.qualifier is not Qualifier.NONE:
        return None
    is_long_ago = when.end + _LONG_AGO < report.start
    return Dating(When(when.first, None), Basis.INFERRED, f"t{(told.time or 0) + 1}") if is_long_ago else None


def _goes_on(sentence: TokenSpan, tenses: Mapping[int, Tense]) -> bool:
    return tenses.get(sentence.root.i) in _TOLD and sentence.root.lemma_ not in SPEECH_VERBS
