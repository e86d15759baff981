"""Pairs of mentions with what speaks for each, held in a tenth of the memory that tuples take."""

from array import array
from collections.abc import Iterator

import numpy as np

Pair = tuple[float, int, int]
"""The bits that speak for two mentions being one event, and their numbers, the smaller one first."""


class WeighedPairs:
    """A list of pairs. Mentions are numbered from 0, and there are fewer than 2^32."""

    def __init__(self) -> None:
        self._bits = array("d")
        self._left = array("I")
        self._right = array("I")

    def append(self, bits: float, one: int, other: int) -> None:
        """Add the pair of the two mentions, in either order."""
        self._bits.append(bits)
        self._left.append(min(one, other))
        self._right.append(max(one, other))

    def __add__(self, other: "WeighedPairs") -> "WeighedPairs":
        """Those of both."""
        both = WeighedPairs()
        for one in (self, other):
            both._bits += one._bits
            both._left += one._left
            both._right += one._right
        return both

    def strongest_first(self) -> Iterator[Pair]:
        """The pairs, those with the most bits first; of equal ones that with the smaller numbers.

        >>> pairs = WeighedPairs()
        >>> pairs.append(2.0, 3, 1)
        >>> pairs.append(2.5, 0, 4)
        >>> pairs.append(2.0, 0, 9)
        >>> list(pairs.strongest_first())
        [(2.5, 0, 4), (2.0, 0, 9), (2.0, 1, 3)]
        """
        keys = np.frombuffer(self._right, "u4"), np.frombuffer(self._left, "u4"), -np.frombuffer(self._bits)
        for n in np.lexsort(keys):
            yield self._bits[n], self._left[n], self._right[n]
