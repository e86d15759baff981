"""With which letters a match of a rule can begin, so that a rule is tried only where it can match."""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"\[(?P<letters>[^]]+)\]|(?P<look>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>))|(?P<end>\))|(?P<or>\|)"
    r"|(?P<repeat>\?|\{\d,\d\})|(?P<unknown>.)"
)
"""One piece of a compiled pattern (``Alphabet.compile``)."""
_Beginning = tuple[frozenset[str], bool]
"""The letters with which a match can begin, and whether it can be empty."""
_EMPTY: _Beginning = frozenset(), True


def first_letters(pattern: str) -> frozenset[str]:
    """The letters with which a match of a compiled pattern can begin, unless it is empty.

    Raises ValueError for an operator that the rules do not use.

    >>> sorted(first_letters("(?:[ab]|[c])?(?=[d])(?P<name>[e][f]|[g])"))
    ['a', 'b', 'c', 'e', 'g']
    """
    return _alternatives(_PIECE.finditer(pattern))[0]


def _alternatives(pieces: Iterator[re.Match[str]]) -> _Beginning:
    """How a match of what stands up to the end of the group can begin."""
    sequences: list[list[_Beginning]] = [[]]
    for piece in pieces:
        if piece["end"]:
            break
        if piece["unknown"]:
            raise ValueError(f"{piece.string!r} has {piece[0]!r}, which no rule uses")
        if piece["or"]:
            sequences.append([])
        elif piece["repeat"]:
            letters, is_empty = sequences[-1].pop()
            sequences[-1].append((letters, is_empty or piece["repeat"].startswith(("?", "{0"))))
        else:
            sequences[-1].append(_beginning(piece, pieces))
    each = [_sequence(parts) for parts in sequences]
    return frozenset().union(*(letters for letters, _ in each)), any(is_empty for _, is_empty in each)


def _beginning(piece: re.Match[str], pieces: Iterator[re.Match[str]]) -> _Beginning:
    """How a match of one set of letters or one group can begin; a look ahead or back is empty."""
    if piece["letters"]:
        return frozenset(piece["letters"]), False
    inside = _alternatives(pieces)
    return _EMPTY if piece["look"] else inside


def _sequence(parts: list[_Beginning]) -> _Beginning:
    """How a match of the parts one after the other can begin."""
    letters: set[str] = set()
    for first, is_empty in parts:
        letters |= first
        if not is_empty:
            return frozenset(letters), False
    return frozenset(letters), True
