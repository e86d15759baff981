"""Whether those who do or undergo something in some reports are others than in other reports."""

from collections.abc import Set as AbstractSet
from itertools import product

from dossier.text.person_names import Fit, fit

_TWO_PEOPLE = (Fit.RELATIVE, Fit.NONE)


def are_others(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether no name of the one set may be a name of somebody in the other: a short form or a spelling of it may.

    >>> are_others({"Ada Brandt"}, {"Brandt"}), are_others({"Ada Brandt"}, {"Peter Brandt", "Orlov"})
    (False, True)
    """
    if not some.isdisjoint(others):
        return False
    return all(fit(one, other) in _TWO_PEOPLE for one, other in product(sorted(some), sorted(others)))
