"""Which lines readers want more than others: two events in, the first is wanted more."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dossier.model import Actor, Alias, Citation, Event, Kind, LikelyDay, Role
from dossier.timeline.importance.interest import (
    LEAST_INTEREST,
    LEAST_INTEREST_IF_GRAVE,
    LEAST_INTEREST_OF_FEW,
    interest,
    interests,
    least_interest,
    of_little_interest,
)
from tests.event_types import TYPES
from tests.timeline.events import ADA, told

BRANDT = Actor(ADA, "Ada Brandt", Kind.PERSON, (("a", "a1"),), 1, (Alias("Brandt", 1, frozenset(("a",))),))
ARTICLES = {"a": Citation("a", "a.txt", "0")}
SOLD = "Ada Brandt sold the Kestrel to Hadley Shipping in Orlov on Monday."


def sale(**about: object) -> Event:
    return told("e", SOLD, "sold", type_="transfer", **about)


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        (sale(), sale(role=Role.OTHER)),
        (sale(), sale(points_back=2)),
        (sale(), sale(hangs_on="Monday")),
        (sale(date="2021-03-08"), sale()),
        (sale(), sale(at=5000)),
        (sale(), told("e", "She sold.", "sold", type_="transfer")),
        (sale(), told("e", SOLD, "sold", type_="transfer", lemma="applaud")),
        (sale(), replace(sale(), summary=SOLD.replace("on Monday", "at last"))),
    ],
)
def test_of_two_events_one_is_wanted_more(wanted: Event, other: Event) -> None:
    assert interest(wanted, BRANDT, ARTICLES, TYPES) > interest(other, BRANDT, ARTICLES, TYPES)


def likely(event: Event, chance: float) -> Event:
    """The event with a likely day of that chance."""
    return replace(event, likely=LikelyDay(date(2019, 3, 10), chance, chance))


def passing_sale(key: str) -> Event:
    return told(key, "The sale of Brandt was seen.", "sale", type_="transfer", at=9000, role=Role.OTHER)


def test_little_interest_is_below_the_least() -> None:
    events = [sale(), *(passing_sale(key) for key in "fghij")]
    scores = {event.id: interest(event, BRANDT, ARTICLES, TYPES) for event in events}
    below = {key for key, score in scores.items() if score < LEAST_INTEREST}
    assert unwanted(BRANDT, events) == below == set("fghij")


def unwanted(actor: Actor, events: list[Event]) -> frozenset[str]:
    return of_little_interest(actor, events, interests(actor, events, ARTICLES, TYPES), TYPES)


def test_of_few_events_those_of_some_interest_are_told() -> None:
    some = likely(told("z", "At last Brandt met a clerk.", "met", type_="meeting"), 0.5)
    assert LEAST_INTEREST_OF_FEW < interest(some, BRANDT, ARTICLES, TYPES) < LEAST_INTEREST
    passing = [passing_sale(key) for key in "fghij"]
    assert unwanted(BRANDT, [some, *passing]) == set("fghij")
    lines = [
        told(key, SOLD.replace("Monday", f"{n} May"), "sold", type_="transfer") for n, key in enumerate("klmnopqr")
    ]
    assert unwanted(BRANDT, [some, *lines]) == {"z"}
    assert unwanted(BRANDT, [some, *lines[1:]]) == set()


def test_a_figure_that_moves_is_what_readers_of_an_index_want() -> None:
    index = Actor(ADA, "Orlov 40", Kind.OTHER, (("a", "a1"),), 1, (Alias("Orlov 40", 1, frozenset(("a",))),))
    moves = [
        told(key, "By noon the Orlov 40 fell.", "fell", type_="change", at=9000, role=Role.PATIENT, lemma="fall")
        for key in "fghijk"
    ]
    others = [passing_sale(key) for key in "uvwxyz"]
    assert unwanted(index, [*moves, *others]) == set("uvwxyz")
    assert unwanted(index, [*moves, *others, passing_sale("t")]) > set("fghijk")
    assert unwanted(BRANDT, moves) == set("fghijk")


def arrest(line: str, **about: object) -> Event:
    return told("z", line, "arrested", type_="arrest", role=Role.PATIENT, **about)


@pytest.mark.parametrize(
    ("event", "least"),
    [
        (sale(), LEAST_INTEREST),
        (arrest("Police arrested Ada Brandt."), LEAST_INTEREST_IF_GRAVE),
        (arrest("Police arrested Ada Brandt.", points_back=1), LEAST_INTEREST),
        (arrest("The arrested Ada Brandt slept.", hangs_on="slept"), LEAST_INTEREST),
        (replace(sale(), evidence=sale().evidence * 2, independent_sources=2), 0.0),
    ],
)
def test_less_interest_is_asked_of_what_is_grave_and_none_of_what_several_tell(event: Event, least: float) -> None:
    assert least_interest(event, BRANDT, TYPES) == least


def test_a_grave_act_is_told_at_less_interest() -> None:
    grave = likely(arrest("On Sunday police arrested a clerk and Ada Brandt."), 0.4)
    assert LEAST_INTEREST_IF_GRAVE < interest(grave, BRANDT, ARTICLES, TYPES) < LEAST_INTEREST
    passing = [passing_sale(key) for key in "fghij"]
    assert unwanted(BRANDT, [grave, *passing]) == set("fghij")


CLOSED = "In Orlov on Sunday some of the mills of the valley were closed by Brandt."
PAPERS = {key: Citation(key, f"{key}.txt", "0") for key in "abcdefghij"}


@pytest.mark.parametrize(
    ("line", "article", "about", "is_wanted"),
    [
        pytest.param(CLOSED, "b", {}, True, id="two sources"),
        pytest.param(CLOSED, "a", {}, False, id="one source"),
        pytest.param("The bakers of Kentland sang of the autumn rains.", "b", {}, False, id="another thing"),
        pytest.param(CLOSED, "b", {"hangs_on": "mills"}, False, id="in passing"),
    ],
)
def test_what_several_sources_tell_alike_is_wanted(
    line: str, article: str, about: dict[str, Any], is_wanted: bool
) -> None:
    dull = told("x", CLOSED, "closed", type_="end", at=9000, points_back=2, **about)
    other = told("y", line, line.split()[-2], article=article, type_="end", at=9000)
    filling = [told(key, f"Brandt sold {key * 5}.", "sold", article=key, type_="transfer") for key in "cdefghij"]
    scores = interests(BRANDT, [dull, other, *filling], PAPERS, TYPES)
    assert (scores["x"] >= LEAST_INTEREST) is is_wanted
