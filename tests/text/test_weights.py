"""Tests of the tables of weights: each is complete, and each name in them is used."""

import re
from pathlib import Path

import pytest

from dossier.text import weights
from dossier.text.weights import WeightTable, weight_table

ROOT = Path(weights.__file__).parents[1]
TABLES = sorted(ROOT.rglob("*_weights.toml"))
ROW = {"name": "same_name", "unit": "bits", "value": 5.0, "source": "set by hand"}


def test_value_is_given_with_its_unit() -> None:
    table = WeightTable("some.toml", [ROW, {**ROW, "name": "gap", "unit": "days", "value": 31}])
    assert table.bits("same_name") == 5.0
    assert table.count("gap", "days") == 31
    with pytest.raises(ValueError, match="gap is in days, not in bits"):
        table.bits("gap")


def test_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError, match="no weight called 'other_name'"):
        WeightTable("some.toml", [ROW]).bits("other_name")


@pytest.mark.parametrize(
    "rows",
    [
        [{key: value for key, value in ROW.items() if key != "source"}],
        [{**ROW, "source": ""}],
        [{**ROW, "why": "because"}],
        [{**ROW, "value": "five"}],
        [ROW, ROW],
    ],
)
def test_faulty_row_is_refused(rows: list[dict[str, str | float]]) -> None:
    with pytest.raises(ValueError, match=r"some\.toml"):
        WeightTable("some.toml", rows)


def test_fraction_is_no_count() -> None:
    with pytest.raises(ValueError, match="not a whole number of days"):
        WeightTable("some.toml", [{**ROW, "unit": "days", "value": 1.5}]).count("same_name", "days")


def test_there_are_tables() -> None:
    assert len(TABLES) > 1


MADE_OF_THE_PARSE = re.compile(r"(?:above|noun_as|noun|rule|tag|time|told|type|verb|within|named)_\w+")
"""Names of signals that end with a label of the parse, a tense, a rule, a bound, or a type of event."""


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_each_weight_is_used(file: Path) -> None:
    package = ".".join((ROOT.name, *file.parent.relative_to(ROOT).parts))
    folders = (file.parent, ROOT / "model")  # enumerations of the model name some weights: "sieve.gloss"
    code = "\n".join(module.read_text("utf-8") for folder in folders for module in sorted(folder.rglob("*.py")))
    words = set(re.findall(r"\w+", code.casefold()))
    last = {name.rsplit(".", 1)[-1] for name in weight_table(package, file.name).names}
    assert {name for name in last if not MADE_OF_THE_PARSE.fullmatch(name)} <= words
