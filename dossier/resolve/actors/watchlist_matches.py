"""The entries of a watchlist: names that are one actor's because the user says so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier.model import Reason, Signal, Watched
from dossier.resolve.actors.actor_comparison import Pair, Step
from dossier.resolve.actors.canonical_names import canonical
from dossier.resolve.actors.chain_groups import Group, sort_of

_SAID = 12.0


class Anchors:
    """For each entry the groups (numbers) that it means: those that bear its names, of its kind, and alone do.

    A name that several groups bear (people of one name whom nothing joins), or that another entry has which can mean
    the same group, anchors nobody.
    """

    def __init__(self, groups: Sequence[Group], watched: Iterable[Watched]) -> None:
        self._groups = groups
        self._named: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            self._named.setdefault(group.key, []).append(number)
        meant: dict[int, set[Watched]] = {}
        for entry in sorted(set(watched), key=repr):
            for number in self._bearers(entry):
                meant.setdefault(number, set()).add(entry)
        self._entry = {number: entries.pop() for number, entries in meant.items() if len(entries) == 1}

    def pairs(self) -> Iterator[Pair]:
        """A pair for each two groups of one entry."""
        of_entry: dict[Watched, list[int]] = {}
        for number in sorted(self._entry):
            of_entry.setdefault(self._entry[number], []).append(number)
        for entry, numbers in of_entry.items():
            reason = Reason(Signal.WATCHLIST, _SAID, f"the watchlist gives both names to {entry.name}")
            yield from (Pair(left, right, Step.SOLID, left, (reason,)) for left, right in pairwise(numbers))

    def identifiers(self, numbers: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """Those of the one entry that means the groups; none where two entries do."""
        known = {self._entry[number].identifiers for number in numbers if number in self._entry}
        return known.pop() if len(known) == 1 else ()

    def _bearers(self, entry: Watched) -> Iterator[int]:
        for name in entry.names:
            keys = {canonical(name, is_person=True), canonical(name)}
            found = [n for key in sorted(keys) for n in self._named.get(key, ()) if _is_kind(self._groups[n], entry)]
            if len(found) == 1:
                yield found[0]


def _is_kind(group: Group, entry: Watched) -> bool:
    return entry.kind is None or sort_of(entry.kind) is group.sort
