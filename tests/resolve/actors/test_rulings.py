"""Judgements on actors are applied, and leave no trace when they are undone."""

from dataclasses import replace

import pytest

from dossier.model import Actor, Kind, Watched
from dossier.resolve import Actors, Rulings, resolve_actors
from dossier.resolve.rulings.rulings import ChainKey
from tests.claims import Read, told
from tests.event_types import TYPES

PORT = ("person Ines Quell", "organization Orlov Port Authority")
CASE = [
    told("one", "person Omar Kessel", *PORT),
    told("two", "person Omar Kessel", *PORT),
    told("far", "person Omar Kessel", "place Rome"),
    told("adel", "person Adel Haddar", *PORT),
    told("nadia", "person Nadia Haddar", *PORT),
    told("short", "person Haddar", *PORT),
]
ONE, TWO, FAR, ADEL, NADIA, SHORT = ((found.article, "a1") for _, found in CASE)


def owners(rulings: Rulings) -> dict[ChainKey, str]:
    actors = resolve_actors(CASE, TYPES, rulings)
    return {member: actor.id for member, actor in actors.owner.items()}


def group(*members: ChainKey) -> frozenset[ChainKey]:
    return frozenset(members)


def test_without_rulings() -> None:
    found = owners(Rulings())
    assert found[ONE] == found[TWO] != found[FAR]
    assert len({found[ADEL], found[NADIA], found[SHORT]}) == 3


@pytest.mark.parametrize(
    ("rulings", "same", "apart"),
    [
        (Rulings(same=(group(ONE, FAR),)), (ONE, TWO, FAR), ()),
        (Rulings(same=(group(ADEL, SHORT),)), (ADEL, SHORT), (ADEL, NADIA)),
        (Rulings(same=(group(ADEL, NADIA),)), (ADEL, NADIA), (ADEL, ONE)),
        (Rulings(different=((group(ONE), group(TWO)),)), (), (ONE, TWO)),
        (Rulings(unsure=((group(ONE), group(TWO)),)), (), (ONE, TWO)),
        (Rulings(same=(group(ONE, FAR),), different=((group(ONE, FAR), group(TWO)),)), (ONE, FAR), (ONE, TWO)),
        (Rulings(same=(group(ONE, ADEL),)), (ONE, TWO, ADEL), (ADEL, FAR)),
    ],
)
def test_rulings_hold(rulings: Rulings, same: tuple[ChainKey, ...], apart: tuple[ChainKey, ...]) -> None:
    found = owners(rulings)
    assert len({found[member] for member in same}) <= 1
    assert len({found[member] for member in apart}) == len(apart)


def test_a_rejected_chain_has_no_actor() -> None:
    actors = resolve_actors(CASE, TYPES, Rulings(rejected=group(SHORT)))
    assert actors.of(*SHORT) is None
    assert all(SHORT not in actor.members for actor in actors.actors)


def test_a_renamed_actor_keeps_the_old_name_as_an_alias() -> None:
    actor = resolve_actors(CASE, TYPES, Rulings(names={TWO: "Omar K."})).owner[ONE]
    assert (actor.name, [alias.text for alias in actor.aliases]) == ("Omar K.", ["Omar Kessel"])


def test_judged_pairs_are_no_doubts() -> None:
    pair = (group(ADEL), group(SHORT))
    names = {"Adel Haddar", "Haddar"}

    def asked(actors: Actors) -> bool:
        return any({link.left.name, link.right.name} == names for link in actors.doubts)

    assert asked(resolve_actors(CASE, TYPES))
    for rulings in (Rulings(unsure=(pair,)), Rulings(different=(pair,)), Rulings(same=(group(ADEL, SHORT),))):
        assert not asked(resolve_actors(CASE, TYPES, rulings))
    kept_apart = Rulings(same=(group(SHORT, NADIA),), different=((group(ADEL), group(NADIA)),))
    assert not asked(resolve_actors(CASE, TYPES, kept_apart))  # decided, by another name of the same actor


def test_the_id_stays_when_a_merge_is_undone() -> None:
    before = resolve_actors(CASE, TYPES)
    assert resolve_actors(CASE, TYPES, Rulings(same=(group(ADEL, NADIA),))) != before
    assert resolve_actors(CASE, TYPES, Rulings()) == before


def bearers(actors: Actors, *texts: str) -> set[str]:
    return {actor.id for actor in actors.actors if {actor.name, *(a.text for a in actor.aliases)} & {*texts}}


@pytest.mark.parametrize(
    ("watched", "joined"),
    [
        (Watched("Adel Haddar", ("Omar Kessel",)), ("Adel Haddar",)),
        (Watched("Adel Haddar", ("Haddar",)), ("Adel Haddar", "Haddar")),
        (Watched("Adel Haddar", ("Haddar",), Kind.PERSON), ("Adel Haddar", "Haddar")),
    ],
)
def test_names_of_one_entry_are_one_actor(watched: Watched, joined: tuple[str, ...]) -> None:
    assert len(bearers(resolve_actors(CASE, TYPES, watched=[watched]), *joined)) == 1


def test_an_entry_of_another_kind_joins_nobody() -> None:
    entry = Watched("Adel Haddar", ("Haddar",), Kind.ORGANIZATION)
    assert resolve_actors(CASE, TYPES, watched=[entry]).owner == resolve_actors(CASE, TYPES).owner


def test_two_entries_of_one_name_match_nobody() -> None:
    entries = [Watched("Haddar", ("Adel Haddar",)), Watched("Haddar", ("Nadia Haddar",))]
    actors = resolve_actors(CASE, TYPES, watched=entries)
    assert len({actors.owner[member].id for member in (ADEL, NADIA, SHORT)}) == 3


def test_identifiers_are_shown() -> None:
    entry = Watched("Adel Haddar", identifiers=(("register", "17"),))
    actors = resolve_actors(CASE, TYPES, watched=[entry])
    assert actors.owner[ADEL].identifiers == (("register", "17"),)
    assert actors.owner[NADIA].identifiers == ()


def test_watched_namesakes_need_less_evidence() -> None:
    weak: list[Read] = [told("a", "person Ada Lindqvarn"), told("b", "person Ada Lindqvarn")]
    told_apart = [told("a", "person Ada Lindqvarn || a plumber"), told("b", "person Ada Lindqvarn || admiral")]
    assert len(resolve_actors(weak, TYPES).actors) == 2
    (actor,) = resolve_actors(weak, TYPES, watched=[Watched("Ada Lindqvarn")]).actors
    assert isinstance(replace(actor), Actor)
    assert len(resolve_actors(told_apart, TYPES, watched=[Watched("Ada Lindqvarn")]).actors) == 2
