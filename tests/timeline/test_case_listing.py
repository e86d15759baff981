"""Which events stand in the timeline of a whole case, and who is who in it."""

import random

import pytest

from dossier.model import Actor, Alias, Citation, Event, Kind, Setting
from dossier.timeline import Listing, case_listing, listing, overview
from tests.event_types import TYPES
from tests.timeline.events import ADA, told

VARNA = "varna"
BOTH = "Ada Brandt was arrested in Varna and released there."
ARREST = told("e1", BOTH, "arrested", type_="arrest", date="2019-03-14")
FREED = told("e2", BOTH, "released", type_="release", hangs_on="arrested")
TALK = told("e3", "Ada Brandt spoke at length.", "spoke", at=100, type_="statement")
DEATH = told("e4", "A clerk died in Varna.", "died", at=200, type_="death", role=None, date="2019-03-15")
MOVE = told("e5", "Ada Brandt moved house.", "moved", at=300)


def of(*entries: Event, parts: dict[str, tuple[Event, ...]] | None = None) -> Listing:
    return Listing(entries, parts or {})


@pytest.mark.parametrize(
    ("listings", "most", "wanted", "entries"),
    [
        pytest.param({}, 9, (), "", id="nothing is told of anybody"),
        pytest.param({ADA: of(ARREST, MOVE), VARNA: of(DEATH)}, 9, (), "e1 e4 e5", id="whoever it is about"),
        pytest.param({ADA: of(ARREST), VARNA: of(ARREST, DEATH)}, 9, (), "e1 e4", id="each once"),
        pytest.param({ADA: of(ARREST, MOVE), VARNA: of(DEATH)}, 2, (), "e1 e4", id="the most important"),
        pytest.param({ADA: of(ARREST, MOVE), VARNA: of(DEATH)}, 1, ("e5",), "e4 e5", id="and those that are wanted"),
        pytest.param({ADA: of(MOVE, parts={"e5": (DEATH,)}), VARNA: of(TALK)}, 9, (), "e3 e5", id="no line, no entry"),
    ],
)
def test_the_entries_of_a_case(listings: dict[str, Listing], most: int, wanted: tuple[str, ...], entries: str) -> None:
    assert " ".join(event.id for event in case_listing(listings, TYPES, wanted, most).entries) == entries


def test_a_part_stays_a_part() -> None:
    whole = case_listing({ADA: listing(ADA, [ARREST, FREED], TYPES)}, TYPES)
    assert [event.id for event in whole.entries] == ["e1"]
    assert {head: [part.id for part in parts] for head, parts in whole.parts.items()} == {"e1": ["e2"]}


def test_the_order_of_the_actors_changes_nothing() -> None:
    shown = told("e1", BOTH, "arrested", type_="arrest", date="2019-03-14", role=None, line="The arrest in Varna.")
    there = [(ADA, of(ARREST, MOVE)), (VARNA, of(Event(**fields(shown, place=Setting("Varna", VARNA)))))]
    found = []
    for seed in range(6):
        random.Random(seed).shuffle(there)
        found.append(case_listing(dict(there), TYPES))
    assert all(one == found[0] for one in found)
    assert found[0].entries[0].summary == BOTH  # as she is shown it, whose part is greater


def fields(event: Event, **changes: object) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__slots__} | changes


def test_who_is_who() -> None:
    alias = Alias("Brandt", 2, ("a",))
    ada = Actor(ADA, "Ada Brandt", Kind.PERSON, (("a", "a1"), ("b", "a1"), ("c", "a2")), 7, (alias,))
    others = [Actor(str(n), f"Town {n}", Kind.PLACE, (("a", f"p{n}"),), 1) for n in range(30)]
    articles = {key: Citation(key, f"{key}.txt", "0" * 64, copy_of="a" if key == "b" else None) for key in "abc"}
    found = overview([ada, *others], articles, 40)
    assert (found.events, found.articles, len(found.actors)) == (40, 3, 20)
    first = found.actors[0]
    assert (first.name, first.aliases, first.mentions, first.articles, first.sources) == (
        "Ada Brandt",
        ("Brandt",),
        7,
        3,
        2,
    )
