"""Whether those who do, say or undergo something in some reports are others than in other reports."""

from collections.abc import Set as AbstractSet
from itertools import product

from dossier.text.person_names import Fit, fit

_TWO_PEOPLE = (Fit.RELATIVE, Fit.NONE)
_LETTERS_OF_ONE_WORD = 4
"""Letters with which two words begin alike that may name one country. Set by hand: "Norway", "Norwegian government"."""


def are_others(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether no name of the one set may be a name of somebody in the other: a short form or a spelling of it may.

    >>> are_others({"Ada Brandt"}, {"Brandt"}), are_others({"Ada Brandt"}, {"Peter Brandt", "Orlov"})
    (False, True)
    """
    if not some.isdisjoint(others):
        return False
    return all(fit(one, other) in _TWO_PEOPLE for one, other in product(sorted(some), sorted(others)))


def are_other_speakers(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether nobody who says it in the one is, or may speak for, anybody who says it in the other.

    >>> are_other_speakers({"Norway"}, {"Norwegian government"}), are_other_speakers({"Norway"}, {"Orlov Bank"})
    (False, True)
    """
    return are_others(some, others) and _beginnings(some).isdisjoint(_beginnings(others))


def _beginnings(names: AbstractSet[str]) -> frozenset[str]:
    words = (word.casefold() for name in names for word in name.split())
    return frozenset(word[:_LETTERS_OF_ONE_WORD] for word in words if len(word) >= _LETTERS_OF_ONE_WORD)
