"""The other names and the descriptions of an actor, put together from many articles."""

from dataclasses import replace

import pytest

from dossier.model import Form
from dossier.resolve import resolve_actors
from tests.claims import Read, told
from tests.event_types import TYPES

PORT = ("person Ines Quell", "organization Orlov Port Authority", "place Varnholt")


@pytest.mark.parametrize(
    ("lines", "aliases"),
    [
        (["place Varnmouth | VARNMOUTH"], []),
        (["place United States | US, US, U.S., Us, USA"], ["US", "USA"]),
        (["place Varnmouth | Varnmouth company, Greater Varnmouth"], ["Greater Varnmouth"]),
        (["organization World Harbour Union | Orlov World Harbour Union, WHU"], ["WHU"]),
        (["organization World Harbour Union | Orlov World Harbour Union"] * 2, ["Orlov World Harbour Union"]),
        (["person Peter Clarkson | Peter, Mr Clarkson, Clarkson"], ["Clarkson"]),
        (["person Robert Hale Sr. | Robert Hale Sr"], []),
        (["person Khaled al-Marouni | Abu Salim"], ["Abu Salim"]),
    ],
)
def test_other_names(lines: list[str], aliases: list[str]) -> None:
    read = [told(f"{n}", line, *PORT) for n, line in enumerate(lines)]
    actors = resolve_actors(read, TYPES)
    assert [alias.text for alias in actors.owner[read[0][1].article, "a1"].aliases] == aliases


def with_neutral_descriptions(read: Read) -> Read:
    """The claims, all descriptions in them marked as neutral."""
    article, found = read
    chains = (
        replace(c, mentions=tuple(replace(m, is_neutral=m.form is Form.NOMINAL) for m in c.mentions))
        for c in found.actors
    )
    return article, replace(found, actors=tuple(chains))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the health minister, health minister, a health minister of Orlov", ["a health minister of Orlov"]),
        ("vice-president of Orlov, the vice president of Orlov", ["vice-president of Orlov"]),
        ("the commander of the Orlov Brigade, the brigade's commander", ["the commander of the Orlov Brigade"]),
        ("a marine engineer, mayor of Orlov, mayor of Orlov", ["mayor of Orlov", "a marine engineer"]),
    ],
)
def test_near_doubles_are_one(said: str, expected: list[str]) -> None:
    read = with_neutral_descriptions(told("one", f"person Ada Brandt || {said}"))
    (actor,) = resolve_actors([read], TYPES).actors
    assert [one.text for one in actor.descriptions] == expected


def test_what_is_not_neutral_is_no_description() -> None:
    (actor,) = resolve_actors([told("one", "person Ada Brandt || a notorious liar")], TYPES).actors
    assert actor.descriptions == ()
