"""The numbers of an event as ranges, so that those of two mentions can be compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import floor, inf, log10

from dossier.model import Quantity, QuantityKind
from dossier.text.word_lists import word_lists, word_tables

_PARTIAL_COUNT = re.compile(r"\b(?:of|more(?!\s+than)|another|other|further|additional|others|new)\b", re.IGNORECASE)
"""Words of a number that counts a part ("three of the crew") or comes on top ("two more", "two new cases")."""
_UNITS_OF_PEOPLE = word_lists("dossier.timeline", "timeline_words.toml")["units_of_people"] | {None}
_CURRENCIES = word_tables("dossier.timeline", "timeline_words.toml")["currencies"]
_COUNTS_OF_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
# set by hand, no measurement is recorded
_MIN_ROUNDED = 1000
"""A number from which on, and any sum of money, is taken for rounded to its last digit that is not a nought."""
_MIN_EXCESS = 1.5
"""An exact number so many times a lower bound is another number: "at least 7" and "11"."""
_APPROXIMATE_SHARE = 0.2
"""How far "about" reaches to each side, as a share of the number."""


@dataclass(frozen=True, slots=True)
class QuantityRange:
    """A number in the article's words, and the range in which it lies, both ends included.

    ``is_toll`` is true for a number of people that is not approximate.
    """

    words: str = field(compare=False)
    least: float
    most: float
    is_toll: bool = False

    def differs(self, other: "QuantityRange") -> bool:
        """Whether the two cannot be one number, or are tolls that no reader takes for one: "at least 7" and "11"."""
        excludes = self.most < other.least or other.most < self.least
        return excludes or (self.is_toll and other.is_toll and (_exceeds(self, other) or _exceeds(other, self)))


def _exceeds(exact: QuantityRange, bound: QuantityRange) -> bool:
    """Whether an exact number is far above a lower bound."""
    return exact.least == exact.most and bound.most == inf and exact.least >= _MIN_EXCESS * bound.least


def quantity_ranges(quantities: Iterable[Quantity]) -> dict[tuple[str, str], QuantityRange]:
    """The numbers of one mention by field name and unit; a field and unit with two different numbers is left out."""
    found: dict[tuple[str, str], set[QuantityRange]] = {}
    for quantity in quantities:
        if not counts_a_part(quantity.quote.exact) and (quantity.least, quantity.most) != (None, None):
            found.setdefault(_field_and_unit(quantity), set()).add(_range(quantity))
    return {counted: same.pop() for counted, same in found.items() if len(same) == 1}


def counts_a_part(words: str) -> bool:
    """Whether a number counts a part of a whole, or what comes on top of it.

    >>> counts_a_part("three of the crew"), counts_a_part("two more"), counts_a_part("more than ten")
    (True, True, False)
    """
    return bool(_PARTIAL_COUNT.search(words))


def _field_and_unit(quantity: Quantity) -> tuple[str, str]:
    kind, unit = quantity.kind, quantity.unit
    if kind in _COUNTS_OF_PEOPLE and unit in _UNITS_OF_PEOPLE:
        unit = None
    elif kind is QuantityKind.MONEY and unit:
        unit = _CURRENCIES.get(unit, unit)
    elif kind is QuantityKind.PERCENT:
        unit = None
    return "number" if kind is QuantityKind.OTHER else kind.value, unit or ""


def _range(quantity: Quantity) -> QuantityRange:
    least, most = (_rounding_range(quantity, value) for value in (quantity.least, quantity.most))
    words = " ".join(quantity.quote.exact.split())
    is_toll = quantity.kind in _COUNTS_OF_PEOPLE and not quantity.is_about
    return QuantityRange(words, -inf if least is None else least[0], inf if most is None else most[1], is_toll)


def _rounding_range(quantity: Quantity, value: float | None) -> tuple[float, float] | None:
    """The least and the greatest number that this may stand for, by "about" and by rounding."""
    if value is None:
        return None
    off = abs(value) * _APPROXIMATE_SHARE if quantity.is_about else 0.0
    if quantity.kind is QuantityKind.MONEY or abs(value) >= _MIN_ROUNDED:
        off = max(off, _last_place(value) / 2)
    return value - off, value + off


def _last_place(value: float) -> float:
    """The value of one unit at the place of the last digit that is not a nought.

    >>> _last_place(7_400_000), _last_place(12.5)
    (100000.0, 0.1)
    """
    if not value:
        return 0.0
    digits = f"{abs(value):.6e}"[:8].replace(".", "").rstrip("0")
    return float(10 ** (floor(log10(abs(value))) - len(digits) + 1))
