"""Which events an actor's timeline has, and in which order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    CERTAIN,
    Actor,
    Basis,
    Citation,
    Dating,
    Event,
    Evidence,
    Kind,
    Published,
    Quote,
    Role,
    RolePlayer,
    Setting,
    Span,
    When,
)
from dossier.timeline import Chronology, by_actor, most_mentioned

CITED = {key: Citation(key, f"{key}.txt", "0" * 64, published=Published.given("2020")) for key in "ab"}
ADA = Actor("x", "Ada", Kind.PERSON, (("a", "a1"),), 1)


def event(name: str, edtf: str | None, basis: Basis = Basis.EXPLICIT, article: str = "a", at: int = 0) -> Event:
    dating = Dating(When.parse(edtf), basis) if edtf else Dating()
    quote = Quote(Span(at, at + 4), "left")
    return Event(
        name,
        "movement",
        "left",
        dating,
        CERTAIN,
        (Evidence(article, quote, quote, dating, CERTAIN),),
        (RolePlayer("Ada", Role.AGENT, "x"),),
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2019", "2018"], [(1, "2018"), (2, "2019")]),
        (["2019-03-14", "2019-03-14"], [(1, "2019-03-14"), (1, "2019-03-14")]),
        (["2019-03-14", "2019", "2019-03"], [(1, "2019"), (1, "2019-03"), (1, "2019-03-14")]),
        (["2019/", "2018-05"], [(1, "2018-05"), (2, "2019/")]),
        (["/2018", "2019-01-01"], [(1, "/2018"), (2, "2019-01-01")]),
    ],
)
def test_positions(dates: list[str], expected: list[tuple[int, str]]) -> None:
    events = [event(f"e{n}", edtf) for n, edtf in enumerate(dates)]
    found = Chronology(events).timeline(ADA, events, CITED, None)
    placed = [(n, one.dating.when.edtf) for n, one in found.events if one.dating.when]
    assert placed == expected


def test_undated_events_stand_apart_in_reading_order() -> None:
    events = [
        event("late", None, article="b", at=9),
        event("bound", "/2020", Basis.INFERRED, article="a", at=50),
        event("first", None, article="a", at=2),
        event("dated", "2019"),
    ]
    found = Chronology(events).timeline(ADA, events, CITED, None)
    assert [one.id for _, one in found.events] == ["dated"]
    assert [one.id for one in found.undated] == ["first", "bound", "late"]


@given(st.lists(st.dates(date(1900, 1, 1), date(2030, 1, 1)), max_size=12), st.randoms())
def test_order_of_input_changes_nothing(days: list[date], random: st.DataObject) -> None:
    events = [event(f"e{n}", day.isoformat(), at=n) for n, day in enumerate(days)]
    shuffled = list(events)
    random.shuffle(shuffled)
    found = Chronology(shuffled).timeline(ADA, shuffled, CITED, None)
    assert found == Chronology(events).timeline(ADA, events, CITED, None)
    order = [(n, one.dating.when.earliest) for n, one in found.events if one.dating.when]
    assert order == sorted(order)
    assert len({n for n, _ in order}) == len(set(days))


def test_taking_part_or_being_the_place_belongs() -> None:
    plain = event("e1", "2019")
    placed = Event("e2", "x", "s", Dating(), CERTAIN, plain.evidence, place=Setting("Varna", "varna"))
    assert by_actor([plain, placed]) == {"x": [plain], "varna": [placed]}


def test_the_most_mentioned_are_people_bodies_and_places() -> None:
    kinds = [Kind.WORK, Kind.PERSON, Kind.PRODUCT, Kind.PLACE, Kind.GROUP]
    actors = [Actor(kind.value, kind.value, kind, (("a", kind.value),), 1) for kind in kinds]
    assert [actor.kind for actor in most_mentioned(actors, 2)] == [Kind.PERSON, Kind.PLACE]
