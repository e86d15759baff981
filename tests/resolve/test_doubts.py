"""Doubts about actors and events in one list, the most valuable first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import ActorPointer, EventPointer, Link, Quote, Reason, Signal, Span
from dossier.resolve import bits_to_merge, most_valuable_first


def actors(name: str, weight: float, value: int, *, is_merged: bool = False) -> Link:
    reasons = (Reason(Signal.SAME_NAME, weight, ""),)
    return Link(ActorPointer(name), ActorPointer("Z"), reasons, is_merged=is_merged, value=value)


def events(name: str, weight: float, value: int, *, is_merged: bool = False) -> Link:
    sides = (EventPointer(name, Quote(Span(at, at + 3), "met")) for at in (0, 9))
    return Link(*sides, (Reason(Signal.TRIGGER, weight, ""),), is_merged=is_merged, value=value)


def test_bits_to_merge() -> None:
    assert (bits_to_merge(actors("a", 1, 1)), bits_to_merge(events("b", 1, 1))) == (6, 10)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(events("e", 10.5, 4), actors("a", 6.5, 3), id="as sure, more hangs on the events"),
        pytest.param(actors("a", 6.5, 4), events("e", 10.5, 3), id="as sure, more hangs on the actors"),
        pytest.param(actors("a", 6.5, 3), events("e", 13, 3), id="less sure of the actors"),
        pytest.param(events("e", 9.5, 3, is_merged=False), actors("a", 3, 3), id="less sure of the events"),
        pytest.param(actors("a", 4, 9), events("e", 10, 1), id="much hangs on what is half sure"),
        pytest.param(actors("a", -6, 3, is_merged=True), events("e", 10.5, 3), id="made one against all evidence"),
    ],
)
def test_the_more_valuable_comes_first(first: Link, second: Link) -> None:
    assert most_valuable_first([first, second]) == most_valuable_first([second, first]) == [first, second]


_links = st.builds(
    lambda make, name, weight, value: make(name, weight, value),
    st.sampled_from([actors, events]),
    st.text("ab", min_size=1, max_size=3),
    st.floats(0, 20).map(lambda bits: round(bits, 2)),
    st.integers(1, 9),
)


@given(st.lists(_links, max_size=9, unique_by=lambda link: (link.left, link.right)), st.randoms(use_true_random=False))
def test_order_of_links_changes_nothing(found: list[Link], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert most_valuable_first(shuffled) == most_valuable_first(found)
