"""By when an event had happened whose words give no date: by its dated report, or by the day of the report."""

from collections.abc import Mapping

from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.dating.discourse_events import DiscourseEvent
from dossier.annotate.dating.misread_times import PAST_TENSES
from dossier.annotate.item_dates import report_anchor, report_day
from dossier.annotate.parsed import Token
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.model import Basis, Dating, DatingRule, Tense, When


def bounded(
    event: DiscourseEvent,
    tenses: Mapping[int, Tense],
    found: Mapping[int, DatedEvent],
    time: int | None,
) -> DatedEvent:
    """A past fact with a bound, its dated report or else the day of the report; anything else with no date.

    ``time`` is the time that its own words give, if any; it has no date.
    """
    if not event.is_fact or tenses.get(event.token.i) not in PAST_TENSES:
        return DatedEvent(Dating(), time, None)
    report = _dated_report(event.token, found)
    if report and report.time is not None and report.dating.when and report.dating.when.last:
        bound = When.until(report.dating.when.last)
        return DatedEvent(Dating(bound, Basis.INFERRED, f"t{report.time + 1}"), time, DatingRule.SAID_BY_THEN)
    published = report_day(event.token.doc, event.token.i)
    if published and published.last:
        anchor = report_anchor(event.token.doc, event.token.i)
        return DatedEvent(
            Dating(When.until(published.last), Basis.INFERRED, anchor), time, DatingRule.PUBLISHED_BY_THEN
        )
    return DatedEvent(Dating(), time, None)


def _dated_report(token: Token, found: Mapping[int, DatedEvent]) -> DatedEvent | None:
    """The date of the verb of saying right above a word, if it has one ("said on Monday that …")."""
    is_reported = token.dep_ == "ccomp" and token.head.lemma_ in REPORTING_VERBS
    return found.get(token.head.i) if is_reported else None
