"""Match entries of a watchlist to groups: the names of an entry are one actor's because the user says so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier.model import Reason, Signal, Watched
from dossier.resolve.actors.evidence.actor_comparison import MergeStage, ScoredPair
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.actors.traits.chain_groups import ChainGroup, broad_kind
from dossier.text.weights import weight_table

_WATCHLIST_NAMES = weight_table("dossier.resolve.actors", "actor_weights.toml").bits("watchlist_names")


class WatchlistMatches:
    """The groups (by number) that each entry means, by its names.

    A name means a group if that group alone, among those of the entry's broad kind, has it. So a name of two people
    means nobody. A group that two entries claim matches neither.
    """

    def __init__(self, groups: Sequence[ChainGroup], watched: Iterable[Watched]) -> None:
        self._groups = groups
        self._by_name: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            self._by_name.setdefault(group.key, []).append(number)
        claims: dict[int, set[Watched]] = {}
        for entry in sorted(set(watched), key=repr):
            for number in self._groups_of(entry):
                claims.setdefault(number, set()).add(entry)
        self._entry_of = {number: entries.pop() for number, entries in claims.items() if len(entries) == 1}

    def pairs(self) -> Iterator[ScoredPair]:
        """Pairs that join all groups of each entry: the first with the second, that with the third, and so on."""
        by_entry: dict[Watched, list[int]] = {}
        for number in sorted(self._entry_of):
            by_entry.setdefault(self._entry_of[number], []).append(number)
        for entry, numbers in by_entry.items():
            said = f"the watchlist gives both names to {entry.name}"
            reasons = (Reason(Signal.WATCHLIST, _WATCHLIST_NAMES, said),)
            for left, right in pairwise(numbers):
                yield ScoredPair(left=left, right=right, stage=MergeStage.FULL_NAMES, shorter=left, reasons=reasons)

    def identifiers(self, numbers: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """The identifiers of the entry that means these groups; none where entries with different ones do."""
        known = {self._entry_of[number].identifiers for number in numbers if number in self._entry_of}
        return known.pop() if len(known) == 1 else ()

    def _groups_of(self, entry: Watched) -> Iterator[int]:
        for name in entry.names:
            keys = {canonical_name(name, is_person=True), canonical_name(name)}
            named = (n for key in sorted(keys) for n in self._by_name.get(key, ()))
            found = [n for n in named if _is_of_kind(self._groups[n], entry)]
            if len(found) == 1:
                yield found[0]


def _is_of_kind(group: ChainGroup, entry: Watched) -> bool:
    return entry.kind is None or broad_kind(entry.kind) is group.broad_kind
