"""By when an event had happened whose words give no date: by its dated report, or by the day of the report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from dossier.annotate.dating.checks.misread_times import PAST_TENSES
from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.item_dates import report_anchor, report_day
from dossier.annotate.parsed import Token
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.model import Basis, Dating, DatingRule, Tense, When

_LONG = timedelta(days=31)
"""So long before the report lies what is no news of it. Set by hand; no measurement is recorded."""


def bounded(
    event: DiscourseEvent,
    tenses: Mapping[int, Tense],
    found: Mapping[int, DatedEvent],
    time: int | None,
    before: Dating | None,
) -> DatedEvent:
    """A past fact with a bound; anything else with no date.

    The bound is its dated report, else the long past date of the verb that it goes on from ("was arrested in 2019 and
    held for weeks"), or ``before``, that of the sentences before, else the day of the report. ``time`` is the time that
    its words give, if any; it has no date.
    """
    if not event.is_fact or tenses.get(event.token.i) not in PAST_TENSES:
        return DatedEvent(Dating(), time, None)
    report = _dated_report(event.token, found)
    if report and report.time is not None and report.dating.when and report.dating.when.last:
        bound = When.until(report.dating.when.last)
        return DatedEvent(Dating(bound, Basis.INFERRED, f"t{report.time + 1}"), time, DatingRule.SAID_BY_THEN)
    published = report_day(event.token.doc, event.token.i)
    start = _start_of_old_story(event.token, tenses, found, published) or before
    if start is not None:
        return DatedEvent(start, time, DatingRule.ORDERED_CLAUSE)
    if published and published.last:
        anchor = report_anchor(event.token.doc, event.token.i)
        return DatedEvent(
            Dating(When.until(published.last), Basis.INFERRED, anchor), time, DatingRule.PUBLISHED_BY_THEN
        )
    return DatedEvent(Dating(), time, None)


def _start_of_old_story(
    verb: Token, tenses: Mapping[int, Tense], found: Mapping[int, DatedEvent], published: When | None
) -> Dating | None:
    """Any time from the date on of the verb that a verb of the same tense goes on from, if that is long past."""
    first = verb.head
    is_next = verb.dep_ == "conj" and first.i < verb.i and tenses.get(first.i) is tenses.get(verb.i)
    told = found[first.i].dating if is_next and first.i in found else Dating()
    if not (told.when and told.when.first and told.when.end and published and published.start):
        return None
    is_long_past = told.when.end + _LONG < published.start
    return replace(told, when=When(told.when.first, None), basis=Basis.INFERRED) if is_long_past else None


def _dated_report(token: Token, found: Mapping[int, DatedEvent]) -> DatedEvent | None:
    """The date of the verb of saying right above a word, if it has one ("said on Monday that …")."""
    is_reported = token.dep_ == "ccomp" and token.head.lemma_ in REPORTING_VERBS
    return found.get(token.head.i) if is_reported else None
