"""The actors of shelves are one where names and what is said of them show it, and two where that is too little."""

import random
from collections.abc import Sequence

import pytest

from dossier.model import Citation
from dossier.resolve import (
    JoinedActors,
    Rulings,
    ShelfActor,
    canonical_names,
    join_actors,
    resolve_actors,
    traits_on_shelf,
)
from dossier.resolve.actors.shelves.shelf_actors import Traits
from tests.claims import Read, told
from tests.event_types import TYPES

Shelf = Sequence[Read]
SENATOR = "person Ada Brandt | | senator of Orlov"
JOHN = "person John Smith | | {}"


def article(ref: str, *lines: str, day: str = "2021-03-14") -> Read:
    return told(ref, *lines, day=day)


def shelves_of(*shelves: Shelf) -> tuple[list[ShelfActor], dict[str, Citation], dict[str, str]]:
    """The actors of each shelf, resolved by themselves."""
    nodes: list[ShelfActor] = []
    citations: dict[str, Citation] = {}
    countries: dict[str, str] = {}
    for number, read in enumerate(shelves):
        found = resolve_actors(read, TYPES)
        traits = traits_on_shelf(read, found, TYPES)
        nodes += [
            ShelfActor(number, one, tuple(canonical_names(one)), 1, traits.actors.get(one.id, Traits()))
            for one in found.actors
        ]
        citations |= {one.id: one.citation for one, _ in read}
        countries |= traits.countries
    return nodes, citations, countries


def joined(*shelves: Shelf, rulings: Rulings | None = None) -> JoinedActors:
    return join_actors(*shelves_of(*shelves), rulings or Rulings())


def names(found: JoinedActors) -> list[tuple[str, list[int]]]:
    """The actors by name, each with the shelves on which it is."""
    return sorted((one.name, sorted(home.shelf for home in found.homes[one.id])) for one in found.actors)


MARCH = [article("a.txt", SENATOR, "organization World Fruit Office | WFO | ", "place Orlov")]
ONE_AND_TWO = [0, 1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (SENATOR, [("Ada Brandt", [0, 1]), ("Orlov", [0]), ("World Fruit Office", [0])]),
        ("place Orlov", [("Ada Brandt", [0]), ("Orlov", [0, 1]), ("World Fruit Office", [0])]),
        ("organization Orlov", [("Ada Brandt", [0]), ("Orlov", [0]), ("Orlov", [1]), ("World Fruit Office", [0])]),
        ("organization WFO", [("Ada Brandt", [0]), ("Orlov", [0]), ("World Fruit Office", [0, 1])]),
        ("person Brandt", [("Ada Brandt", [0]), ("Brandt", [1]), ("Orlov", [0]), ("World Fruit Office", [0])]),
        ("person Eva Brandt", [("Ada Brandt", [0]), ("Eva Brandt", [1]), ("Orlov", [0]), ("World Fruit Office", [0])]),
    ],
)
def test_names_on_two_shelves(line: str, expected: list[tuple[str, list[int]]]) -> None:
    assert names(joined(MARCH, [article("b.txt", line, day="2021-04-14")])) == expected


@pytest.mark.parametrize(
    ("one", "other", "shelves"),
    [
        ("mayor of Tarnow", "mayor of Tarnow", [[0, 1]]),
        ("", "", [[0], [1]]),
        ("mayor of Tarnow", "striker", [[0], [1]]),
    ],
)
def test_a_common_name_needs_more_than_itself(one: str, other: str, shelves: list[list[int]]) -> None:
    found = joined([article("a.txt", JOHN.format(one))], [article("b.txt", JOHN.format(other), day="2023-04-14")])
    assert [where for _, where in names(found)] == shelves
    assert len({actor.id for actor in found.actors}) == len(shelves)


def test_a_name_of_two_on_one_shelf_joins_nobody() -> None:
    two = [
        article("a.txt", JOHN.format("mayor of Tarnow")),
        article("b.txt", JOHN.format("striker"), day="2021-03-30"),
    ]
    found = joined(two, [article("c.txt", JOHN.format("mayor of Tarnow"), day="2021-04-14")])
    assert names(found) == [("John Smith", [0]), ("John Smith", [0]), ("John Smith", [1])]


def test_a_firm_is_compared_with_who_has_its_first_word_alone() -> None:
    march = [article("a.txt", "organization Hadley Shipping | Hadley")]
    found = joined(march, [article("b.txt", "organization Hadley", day="2021-03-20")])
    assert names(found) == [("Hadley", [1]), ("Hadley Shipping", [0])]


def test_the_analyst_decides_between_shelves() -> None:
    shelves = MARCH, [article("b.txt", "person Brandt", SENATOR, day="2021-04-14")]
    nodes, *_ = shelves_of(*shelves)
    by_name = {(node.shelf, node.actor.name): frozenset(node.actor.members) for node in nodes}
    ada, brandt, again = by_name[0, "Ada Brandt"], by_name[1, "Brandt"], by_name[1, "Ada Brandt"]
    same = names(joined(*shelves, rulings=Rulings(same=(ada | brandt,), different=((brandt, again),))))
    assert [one for one in same if "Brandt" in one[0]] == [("Ada Brandt", [0, 1]), ("Ada Brandt", [1])]
    apart = names(joined(*shelves, rulings=Rulings(different=((ada, again),))))
    assert [one for one in apart if one[0] == "Ada Brandt"] == [("Ada Brandt", [0]), ("Ada Brandt", [1])]


def test_one_actor_has_what_all_shelves_say_of_it() -> None:
    april = [article("b.txt", "person Ada Brandt | Brandt, A. Brandt | senator of Orlov, a lawyer", day="2021-04-14")]
    (ada,) = (one for one in joined(MARCH, april).actors if one.name == "Ada Brandt")
    assert len(ada.articles) == 2
    assert ada.mentions == 2 + 5
    assert [(alias.text, alias.mentions) for alias in ada.aliases] == [("A. Brandt", 1), ("Brandt", 1)]


def test_the_order_of_what_was_found_changes_nothing() -> None:
    nodes, citations, countries = shelves_of(
        MARCH,
        [article("b.txt", SENATOR, "organization WFO", day="2021-04-14")],
        [article("c.txt", "person Ada Brandt | | senator of Orlov", "person Brandt", day="2021-05-14")],
    )
    expected = join_actors(nodes, citations, countries)
    for seed in range(5):
        mixed = random.Random(seed).sample(nodes, len(nodes))
        assert join_actors(mixed, citations, countries) == expected
