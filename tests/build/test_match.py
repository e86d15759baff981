"""Which actor a name given by the user means."""

import pytest

from dossier.build.match import matches
from dossier.model import Actor, Alias, Kind, Watched


def actor(name: str, kind: Kind = Kind.ORGANIZATION, *aliases: str) -> Actor:
    others = tuple(Alias(text, 1, ("a",)) for text in aliases)
    return Actor(f"{name} {kind}", name, kind, (("a", name),), 1, others)


ACTORS = [
    actor("Orlov", Kind.PLACE),
    actor("Orlov", Kind.PERSON),
    actor("Ada Brandt", Kind.PERSON, "Brandt"),
    actor("Peter Brandt", Kind.PERSON, "Brandt"),
    actor("Harbour Fund", Kind.ORGANIZATION, "HF"),
    actor("Hadley Marine Group"),
    actor("Falcon 9", Kind.PRODUCT),
    actor("Mira Elena Osei", Kind.PERSON),
    actor("Kestrel 700", Kind.PRODUCT),
    actor("Kestrel 900", Kind.PRODUCT),
    actor("Sabkha Brigade", Kind.GROUP),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Ada Brandt", "Ada Brandt"),
        ("HF", "Harbour Fund"),
        ("the harbour fund", "Harbour Fund"),
        ("Brandt, Ada", "~ Ada Brandt"),
        ("Sabkah Brigade", "~ Sabkha Brigade"),
        ("Orlov Harbour Fund", "~ Harbour Fund"),
        ("Hadley Marine", "~ Hadley Marine Group"),
        ("Mira Osei", "~ Mira Elena Osei"),
        ("Orlov", "Orlov, Orlov"),
        ("Brandt", "Ada Brandt, Peter Brandt"),
        # a number is never misspelled, nor left out
        ("Kestrel 800", ""),
        ("Falcon 10", ""),
        # in a short word a letter makes another name
        ("Ada Brand", ""),
        ("Falcon", ""),
        # other words make another name
        ("Harbour Fund Trust", ""),
        ("Anna Ada Brandt", ""),
        ("Selim Harbour Fund", ""),
        ("Marine", ""),
    ],
)
def test_whom_a_name_means(query: str, expected: str) -> None:
    (match,) = matches([Watched(query)], ACTORS)
    assert match.query == query
    assert "~ " * match.is_loose + ", ".join(found.name for found in match.actors) == expected


def test_two_that_fit_loosely_are_near_names() -> None:
    (match,) = matches([Watched("Mira Osei")], [*ACTORS, actor("Mira Joy Osei", Kind.PERSON)])
    assert not match.actors
    assert set(match.near) >= {"Mira Elena Osei", "Mira Joy Osei"}


def test_the_kind_narrows_and_another_name_of_the_entry_counts() -> None:
    person, fund = matches([Watched("Orlov", kind=Kind.PERSON), Watched("Fund of Orlov", ("Harbour Fund",))], ACTORS)
    assert [found.kind for found in person.actors] == [Kind.PERSON]
    assert [found.name for found in fund.actors] == ["Harbour Fund"]
    assert not fund.is_loose


def test_a_kind_that_none_has_is_not_held_against_them() -> None:
    (match,) = matches([Watched("Falcon 9", kind=Kind.ORGANIZATION)], ACTORS)
    assert [found.name for found in match.actors] == ["Falcon 9"]
