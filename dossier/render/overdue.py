"""Which entries of what is to come are overdue: the day for which they were expected has passed."""

from collections.abc import Iterable

from dossier.model import When
from dossier.render.entry_groups import EntryGroup


def overdue(groups: Iterable[EntryGroup], as_of: When | None) -> frozenset[int]:
    """The numbers of the entries whose time ends before the day for which the dossier speaks; none without a day."""
    now = as_of.start if as_of else None
    if now is None:
        return frozenset()
    return frozenset(group.number for group in groups if group.when and group.when.end and group.when.end <= now)
