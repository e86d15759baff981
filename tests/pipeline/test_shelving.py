"""A large case is put on shelves by the days of its articles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pipeline.shelves import shelving
from dossier.pipeline.shelves.shelving import printed_before, shelves


def stands(days: str, tied: tuple[set[str], ...] = ()) -> list[str]:
    """The articles of each shelf; the first of the ``days`` is that of article "a", "-" is none."""
    written = enumerate(days.split())
    published = {"abcdef"[at]: None if day == "-" else date.fromisoformat(day) for at, day in written}
    return [" ".join(articles) for articles in shelves(published, tied)]


@pytest.mark.parametrize(
    ("days", "least", "most", "expected"),
    [
        pytest.param("2021-04-01 2021-03-31", 1, 9, ["b", "a"], id="a month is full with one"),
        pytest.param("2021-03-01 2020-03-01", 1, 9, ["b", "a"], id="a month of each year"),
        pytest.param("- 2021-03-01 -", 1, 9, ["a c", "b"], id="without a date"),
        pytest.param(
            "2021-01-01 2021-02-01 2021-03-01 2021-04-01 2021-05-01", 2, 9, ["a b", "c d", "e"], id="collected"
        ),
        pytest.param("2021-01-01 2021-01-02 2021-01-03 2021-02-01", 2, 9, ["a b c", "d"], id="a full month is whole"),
        pytest.param(
            "2021-03-07 2021-03-08 2021-03-21 2021-03-22 2021-03-31 2021-04-30",
            1,
            4,
            ["a", "b", "c", "d e", "f"],
            id="a month of very many is divided into weeks, others are not",
        ),
    ],
)
def test_articles_stand_on_the_shelf_of_their_month(
    days: str, least: int, most: int, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelving, "LEAST", least)
    monkeypatch.setattr(shelving, "MOST", most)
    assert stands(days) == expected


def test_the_shelves_of_articles_that_are_tied_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "LEAST", 1)
    days = "2021-01-01 2021-02-01 2021-03-01"
    assert stands(days, ({"a", "c"},)) == ["a c", "b"]
    assert stands(days, ({"a", "elsewhere"}, {"b"})) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("shelf", "expected"),
    [("c", "b"), ("b c", ""), ("a", ""), ("d", "b c"), ("e", ""), ("c d", "b")],
)
def test_what_may_have_been_printed_before(shelf: str, expected: str) -> None:
    days = {"a": date(2021, 1, 1), "b": date(2021, 1, 28), "c": date(2021, 2, 4), "d": date(2021, 2, 4), "e": None}
    days |= {"c": date(2021, 2, 3)}
    assert " ".join(printed_before(shelf.split(), days)) == expected


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 400), max_size=30), st.integers(0, 5))
def test_what_is_newer_than_all_changes_the_last_shelf_alone(days: dict[str, int], new: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelving, "LEAST", 4)
        patch.setattr(shelving, "MOST", 6)
        before = {key: date(2020, 1, 1) + timedelta(day) for key, day in days.items()}
        next_month = date(2021, 3, 1)  # a month that goes on may become one of very many
        after = before | {f"new {n}": next_month for n in range(new)}
        stood = shelves(before)
        assert shelves(after)[: len(stood) - 1] == stood[:-1]
        assert sorted(key for shelf in shelves(after) for key in shelf) == sorted(after)
