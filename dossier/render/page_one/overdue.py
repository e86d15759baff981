"""Which entries of what is to come are overdue: their day has passed, and no entry tells that it came."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from dossier.model import Event, When
from dossier.render.entries.entry_groups import EntryGroup, EntryGroups
from dossier.render.entries.likeness import is_one_deed
from dossier.render.wording import date_wording

_FRESH = timedelta(days=30)
"""What is foretold for no day is news for so long. Set by hand."""


def overdue(groups: EntryGroups, as_of: When | None) -> frozenset[int]:
    """The numbers of the entries whose time ends before the day for which the dossier speaks; none without a day.

    What an entry tells to have happened since it was foretold is not overdue, nor what lasts "until" then.
    """
    now = as_of.start if as_of else None
    if now is None:
        return frozenset()
    passed = (group for group in groups.expected if group.when and group.when.end and group.when.end <= now)
    passed = (group for group in passed if not _has_a_limit(group.dated[0]))
    return frozenset(group.number for group in passed if not _has_come(group, groups.placed))


def is_ahead(group: EntryGroup, as_of: When | None) -> bool:
    """Whether what an entry expects may still come on the day for which the dossier speaks.

    That is until its time has passed, whether it came or not; without a time, while its last report is fresh.
    """
    now = as_of.start if as_of else None
    if now is None:
        return True
    if group.when:
        return group.when.end is None or group.when.end > now
    told = _last_report(group.events[0])
    return told is None or told > now - _FRESH


def _last_report(event: Event) -> datetime | None:
    return event.reported.last.end if event.reported else None


def _has_come(group: EntryGroup, told: Iterable[EntryGroup]) -> bool:
    foretold = group.events[0].reported
    since = foretold.first.start if foretold else None
    if since is None:
        return False
    return any(one.when and one.when.end and one.when.end > since and is_one_deed(group, one) for one in told)


def _has_a_limit(event: Event) -> bool:
    """Whether its time is when it ends, by its sentence: "the closure until 6 May"."""
    return bool(date_wording.open_words(event.dating, event.evidence[0].quote.exact))
