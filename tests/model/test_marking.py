"""Markings: how they are written, and which is stricter."""

from itertools import pairwise

import pytest

from dossier.model import Marking, strictest


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("clear", Marking.CLEAR),
        ("WHITE", Marking.CLEAR),
        ("TLP:GREEN", Marking.GREEN),
        (" tlp: amber ", Marking.AMBER),
        ("Amber+Strict", Marking.AMBER_STRICT),
        ("TLP:AMBER STRICT", Marking.AMBER_STRICT),
        ("red", Marking.RED),
    ],
)
def test_a_marking_is_read_as_people_write_it(text: str, marking: Marking) -> None:
    assert Marking.parse(text) is marking


@pytest.mark.parametrize("text", ["", "amber+", "TLP:", "redd", "secret", "amber, red"])
def test_what_is_no_marking_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no marking: write clear, green, amber, amber\+strict, red"):
        Marking.parse(text)


def test_the_strictest_counts() -> None:
    order = list(Marking)
    assert [one.is_above(other) for one, other in pairwise(order)] == [False] * 4
    assert [other.is_above(one) for one, other in pairwise(order)] == [True] * 4
    assert strictest(None, Marking.GREEN, Marking.AMBER_STRICT, Marking.AMBER) is Marking.AMBER_STRICT
    assert strictest(None, None) is None
