"""The shelves of a large case: kept in parts, read alone, and removed when no case has them any more."""

import pytest

from dossier.model import StorePlace
from dossier.store import Store
from tests.store.filled_store import do


def test_parts_are_read_alone(filled_place: StorePlace) -> None:
    with Store(filled_place) as store:
        kept = store.shelves
        assert kept.contents("march") == b"all"
        assert kept.parts("march", ["ada", "nobody"]) == {"ada": b"one\ntwo\n"}
        lines = kept.lines("march", "ada")
        assert lines is not None
        assert list(lines) == [b"one\n", b"two\n"]
        assert (kept.contents("april"), kept.lines("march", "nobody")) == (None, None)


def test_a_shelf_or_a_part_takes_the_place_of_what_was_there(filled_place: StorePlace) -> None:
    with Store(filled_place) as store:
        kept = store.shelves
        kept.add("march", "bob", [b"four"])
        assert kept.parts("march", ["ada", "bob"]) == {"ada": b"one\ntwo\n", "bob": b"four"}
        kept.keep("march", b"other", [("eve", [b"five"])])
        assert kept.parts("march", ["", "ada", "bob", "eve"]) == {"": b"other", "eve": b"five"}


@pytest.mark.parametrize("part", ["", "ada"])
def test_what_is_damaged_is_not_there(filled_place: StorePlace, part: str) -> None:
    do(filled_place, f"update kept_shelf set body = substr(body, 1, 5) where part = '{part}'")
    with Store(filled_place) as store:
        assert store.shelves.parts("march", [part]) == {}
        assert store.shelves.lines("march", part) is None


def test_shelves_stay_as_long_as_the_last_case_or_the_one_before_has_them(filled_place: StorePlace) -> None:
    with Store(filled_place) as store:
        kept = store.shelves
        for shelf in ("april", "may"):
            kept.keep(shelf, b"all", [])
        there = []
        for used in (["march", "april"], ["april"], ["april"], ["april", "may"]):
            kept.used(used)
            there.append([shelf for shelf in ("march", "april", "may") if kept.contents(shelf)])
        assert there == [["march", "april"], ["march", "april"], ["march", "april"], ["april"]]


def test_the_last_cases_are_known_by_their_first_keys(filled_place: StorePlace) -> None:
    with Store(filled_place) as store:
        kept = store.shelves
        there = []
        for used in (["one", "a"], ["two", "a"], ["two", "a"], ["three"]):
            kept.used(used)
            there.append(kept.cases())
        assert there == [["one"], ["two", "one"], ["two", "one"], ["three", "two"]]
