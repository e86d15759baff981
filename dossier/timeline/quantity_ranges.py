"""Numbers of an event that can be held against each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import floor, inf, log10

from dossier.model import Quantity, QuantityKind

_PARTIAL = re.compile(r"\b(?:of|more|another|other|further|additional|others)\b", re.IGNORECASE)
"""Words of a number that counts a part ("three of the crew") or comes on top ("two more")."""
_PEOPLE = frozenset((None, "people", "person", "they", "victim"))
_CURRENCIES = {"€": "euro", "£": "pound", "$": "dollar", "US$": "dollar", "¥": "yen"}
_OF_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
_ROUND = 1000  # from here on, and of money, the noughts at the end of a number say that it is rounded
_FAR = 1.5  # times a lower bound
_ABOUT = 0.2  # how far "about" reaches, as a share of the number


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the article's words, and the range that it leaves open, by which two are compared.

    ``is_toll`` says that it counts people, and not about.
    """

    words: str = field(compare=False)
    least: float
    most: float
    is_toll: bool = False

    def differs(self, other: "Figure") -> bool:
        """Whether the two cannot be one number, or are tolls that no reader takes for one: at least 7, and 11."""
        excludes = self.most < other.least or other.most < self.least
        return excludes or (self.is_toll and other.is_toll and (_is_above(self, other) or _is_above(other, self)))


def _is_above(exact: Figure, bound: Figure) -> bool:
    """Whether an exact number is far above a lower bound."""
    return exact.least == exact.most and bound.most == inf and exact.least >= _FAR * bound.least


def figures(quantities: Iterable[Quantity]) -> dict[tuple[str, str], Figure]:
    """The numbers of one mention, by the field's name and the unit; what has two different ones is left out."""
    found: dict[tuple[str, str], set[Figure]] = {}
    for quantity in quantities:
        if not _PARTIAL.search(quantity.quote.exact) and (quantity.least, quantity.most) != (None, None):
            found.setdefault(_counted(quantity), set()).add(_figure(quantity))
    return {counted: same.pop() for counted, same in found.items() if len(same) == 1}


def _counted(quantity: Quantity) -> tuple[str, str]:
    kind, unit = quantity.kind, quantity.unit
    if kind in _OF_PEOPLE and unit in _PEOPLE:
        unit = None
    elif kind is QuantityKind.MONEY and unit:
        unit = _CURRENCIES.get(unit, unit)
    elif kind is QuantityKind.PERCENT:
        unit = None
    return "number" if kind is QuantityKind.OTHER else kind.value, unit or ""


def _figure(quantity: Quantity) -> Figure:
    least, most = (_spread(quantity, value) for value in (quantity.least, quantity.most))
    words = " ".join(quantity.quote.exact.split())
    is_toll = quantity.kind in _OF_PEOPLE and not quantity.is_about
    return Figure(words, -inf if least is None else least[0], inf if most is None else most[1], is_toll)


def _spread(quantity: Quantity, value: float | None) -> tuple[float, float] | None:
    """How far the number may be off, by "about" and by rounding."""
    if value is None:
        return None
    off = abs(value) * _ABOUT if quantity.is_about else 0.0
    if quantity.kind is QuantityKind.MONEY or abs(value) >= _ROUND:
        off = max(off, _last_place(value) / 2)
    return value - off, value + off


def _last_place(value: float) -> float:
    """The worth of the last digit that is not a nought.

    >>> _last_place(7_400_000), _last_place(12.5)
    (100000.0, 0.1)
    """
    if not value:
        return 0.0
    digits = f"{abs(value):.6e}"[:8].replace(".", "").rstrip("0")
    return float(10 ** (floor(log10(abs(value))) - len(digits) + 1))
