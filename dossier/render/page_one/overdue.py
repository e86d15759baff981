"""Which entries of what is to come are overdue: their day has passed, and no entry tells what came of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from dossier.model import Event, When
from dossier.render.entries.entry_groups import EntryGroup, EntryGroups
from dossier.render.entries.likeness import are_of_one_actor
from dossier.render.entries.outcomes import outcomes
from dossier.render.wording import date_wording

_FRESH = timedelta(days=30)
"""What is foretold for no day is news for so long. Set by hand."""


def overdue(groups: EntryGroups, as_of: When | None) -> frozenset[int]:
    """The numbers of the entries whose time ends before the day for which the dossier speaks; none without a day.

    What an entry tells to have happened since it was foretold is not overdue, nor what was called off, nor what lasts
    "until" then.
    """
    return frozenset(group.number for group in _passed(groups, as_of) if not outcomes(group, groups.placed))


def _passed(groups: EntryGroups, as_of: When | None) -> Iterator[EntryGroup]:
    now = as_of.start if as_of else None
    for group in groups.expected:
        ends = group.when.end if group.when else None
        if now and ends and ends <= now and not _has_a_limit(group.dated[0]):
            yield group


def is_ahead(group: EntryGroup, as_of: When | None) -> bool:
    """Whether what an entry expects may still come on the day for which the dossier speaks.

    That is until its time has passed, whether it came or not; without a time, while its last report is fresh.
    """
    now = as_of.start if as_of else None
    if now is None:
        return True
    if group.when:
        return group.when.end is None or group.when.end > now
    return is_fresh(group.events[0], as_of)


def is_fresh(event: Event, as_of: When | None) -> bool:
    """Whether its last report is of the month before the day for which the dossier speaks, or nobody knows of when."""
    now, told = as_of.start if as_of else None, _last_report(event)
    return now is None or told is None or told > now - _FRESH


def _last_report(event: Event) -> datetime | None:
    return event.reported.last.end if event.reported else None


def is_old_news(expected: EntryGroup, told: Iterable[EntryGroup]) -> bool:
    """Whether an entry tells the same act by the same actor as done, within a month of the report that foretells it.

    An article whose day is wrong foretells what has long come.
    """
    report, head = _last_report(expected.events[0]), expected.events[0].evidence[0]
    done = (one for one in told if one.events[0].factuality.is_fact and one.events[0].evidence[0].lemma == head.lemma)
    of_its_actor = (one.when.end for one in done if one.when and are_of_one_actor(expected, one))
    return any(report and ends and abs(report - ends) <= _FRESH for ends in of_its_actor)


def _has_a_limit(event: Event) -> bool:
    """Whether its time is when it ends, by its sentence: "the closure until 6 May"."""
    return bool(date_wording.open_words(event.dating, event.evidence[0].quote.exact))
