"""Weights and thresholds of a matcher, kept in one TOML table beside its code.

A table is an array ``weights``. Each row has a ``name``, a ``unit``, a ``value`` and a ``source``: the measurement from
which the value comes, or "set by hand" and why. A module reads a value once, when it is imported, into a constant.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_COLUMNS = frozenset(("name", "unit", "value", "source"))


class WeightTable:
    """The values of one table by name.

    The methods that read a value raise KeyError where no row has the name, and ValueError where the row has another
    unit.

    >>> weights = WeightTable("example.toml", [{"name": "same_name", "unit": "bits", "value": 5, "source": "by hand"}])
    >>> weights.bits("same_name")
    5.0
    """

    def __init__(self, file: str, rows: list[dict[str, str | float]]) -> None:
        self._file = file
        self._rows: dict[str, tuple[str, float]] = {}
        for row in rows:
            self._add(row)

    @property
    def names(self) -> frozenset[str]:
        """The names of all rows."""
        return frozenset(self._rows)

    def bits(self, name: str) -> float:
        """A weight in bits of evidence: above 0 it speaks for a match, below 0 against."""
        return float(self.value(name, "bits"))

    def share(self, name: str) -> float:
        """A part of a whole, from 0 to 1."""
        return float(self.value(name, "share"))

    def count(self, name: str, unit: str) -> int:
        """A whole number of ``unit`` ("days", "articles"). Raises ValueError where the value is not whole."""
        value = self.value(name, unit)
        if not isinstance(value, int):
            raise ValueError(f"{self._file}: {name} is not a whole number of {unit}: {value}")
        return value

    def value(self, name: str, unit: str) -> float:
        """The value of that name, which must be given in ``unit``."""
        if name not in self._rows:
            raise KeyError(f"{self._file} has no weight called {name!r}; it has {', '.join(sorted(self._rows))}")
        found, value = self._rows[name]
        if found != unit:
            raise ValueError(f"{self._file}: {name} is in {found}, not in {unit}")
        return value

    def _add(self, row: dict[str, str | float]) -> None:
        name, unit, value = row.get("name"), row.get("unit"), row.get("value")
        if row.keys() != _COLUMNS or not row["source"]:
            raise ValueError(f"{self._file}: a weight has {', '.join(sorted(_COLUMNS))}, and no other columns: {row}")
        if not isinstance(name, str) or not isinstance(unit, str) or not isinstance(value, int | float):
            raise ValueError(f"{self._file}: name and unit are texts, the value is a number: {row}")
        if name in self._rows:
            raise ValueError(f"{self._file} has two weights called {name!r}")
        self._rows[name] = unit, value


@cache
def weight_table(package: str, file: str) -> WeightTable:
    """The table in the TOML ``file`` of ``package``. Raises ValueError where a row is wrong or two have one name."""
    document: Mapping[str, list[dict[str, str | float]]] = tomllib.loads(
        resources.files(package).joinpath(file).read_text("utf-8")
    )
    return WeightTable(file, document["weights"])
