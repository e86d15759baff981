"""How many sources of a case tell of each thing, in steps, and which counts are others than in the case before."""

from collections.abc import Hashable, Mapping, Set
from math import log2

from dossier.memo import Memo

_STEPS = 2
"""Steps in a doubling of a count. Set by hand."""


def in_steps(count: int) -> int:
    """The count in steps, so that a few articles more leave most things as they were: exact up to 4.

    >>> [in_steps(count) for count in (0, 1, 2, 3, 4, 5, 6, 7, 9, 100)]
    [0, 1, 2, 3, 4, 6, 6, 8, 8, 91]
    """
    return round(2 ** (round(log2(count) * _STEPS) / _STEPS)) if count else 0


class SourceCounts:
    """Counts things by the sources that tell of them; ``of_source`` has the things of each source, by its name.

    ``step`` is the name by which the memo knows them.
    """

    def __init__(self, of_source: Mapping[str, Set[Hashable]], step: str, memo: Memo) -> None:
        self.of_source = of_source
        self._counts = memo.count(step, of_source)

    def of(self, thing: Hashable) -> int:
        """How many sources tell of the thing, in steps."""
        return in_steps(self._counts[thing])

    def most(self) -> int:
        """The greatest of these counts, in steps; 1 where there is no thing."""
        return in_steps(max(self._counts.values(), default=1))

    def changed_since(self, before: "SourceCounts") -> Set[Hashable]:
        """The things of which another count, in steps, was known ``before``."""
        nothing: Set[Hashable] = frozenset()  # one object: sources whose things are the same object are passed over
        sides = [
            (self.of_source.get(source, nothing), before.of_source.get(source, nothing))
            for source in self.of_source.keys() | before.of_source.keys()
        ]
        moved = {thing for now, then in sides if now is not then for thing in now ^ then}
        return {thing for thing in moved if self.of(thing) != before.of(thing)}
