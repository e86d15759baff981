"""Which events an actor's timeline has, and in which order."""

from dataclasses import replace
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
    Realis,
    Role,
    RolePlayer,
    Setting,
    Span,
    When,
)
from dossier.timeline import Chronology, Listing, acting, by_actor, most_active
from tests.event_types import TYPES

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
    found = Chronology(events, TYPES).timeline(ADA, Listing(tuple(events)), CITED, None)
    placed = [(n, one.dating.when.edtf) for n, one in found.events if one.dating.when]
    assert placed == expected


def test_the_mention_whose_line_an_entry_has_comes_first() -> None:
    first, second = (event("e", "2019", at=at).evidence[0] for at in (0, 9))
    told = replace(event("e", "2019"), evidence=(first, second))
    shown = replace(told, summary="she left", evidence=(second, first))
    timeline = Chronology([told], TYPES).timeline(ADA, Listing((shown,)), CITED, None)
    ((_, found),) = timeline.events
    assert (found.summary, found.evidence) == ("she left", (second, first))


def test_an_entry_weighs_as_the_line_that_its_timeline_shows() -> None:
    fall = replace(event("e1", None), summary="She left")
    of_old = replace(fall, summary="She left the crew of 1994")
    plain, torn = (
        Chronology([whole], TYPES, articles=CITED).timeline(ADA, Listing((fall,)), CITED, None)
        for whole in (fall, of_old)
    )
    assert torn.told[0].importance == plain.told[0].importance


def test_undated_events_stand_apart_in_reading_order() -> None:
    events = [
        event("late", None, article="b", at=9),
        event("bound", "/2020", Basis.INFERRED, article="a", at=50),
        event("first", None, article="a", at=2),
        event("dated", "2019"),
    ]
    found = Chronology(events, TYPES).timeline(ADA, Listing(tuple(events)), CITED, None)
    assert [one.id for _, one in found.events] == ["dated"]
    assert [one.id for one in found.undated] == ["first", "bound", "late"]


@given(st.lists(st.dates(date(1900, 1, 1), date(2030, 1, 1)), max_size=12), st.randoms())
def test_order_of_input_changes_nothing(days: list[date], random: st.DataObject) -> None:
    events = [event(f"e{n}", day.isoformat(), at=n) for n, day in enumerate(days)]
    shuffled = list(events)
    random.shuffle(shuffled)
    found = Chronology(shuffled, TYPES).timeline(ADA, Listing(tuple(shuffled)), CITED, None)
    assert found == Chronology(events, TYPES).timeline(ADA, Listing(tuple(events)), CITED, None)
    order = [(n, one.dating.when.earliest) for n, one in found.events if one.dating.when]
    assert order == sorted(order)
    assert len({n for n, _ in order}) == len(set(days))


def test_taking_part_or_being_the_place_belongs() -> None:
    plain = event("e1", "2019")
    placed = Event("e2", "x", "s", Dating(), CERTAIN, plain.evidence, place=Setting("Varna", "varna"))
    assert by_actor([plain, placed], TYPES) == {"x": [plain], "varna": [placed]}


def test_forecasts_stand_apart_by_the_time_they_are_expected_at() -> None:
    coming = replace(CERTAIN, realis=Realis.FORECAST)
    events = [
        replace(event(name, edtf, article=article, at=at), factuality=coming)
        for name, edtf, article, at in (
            ("late", "2030", "a", 0),
            ("someday", None, "a", 1),
            ("early", "2029-05", "b", 2),
            ("second", "2030", "a", 3),
        )
    ]
    told = event("done", "2019")
    found = Chronology([*events, told], TYPES).timeline(ADA, Listing((*events, told)), CITED, None)
    assert [one.id for one in found.expected] == ["early", "late", "second", "someday"]
    assert [one.id for _, one in found.events] == ["done"]
    assert not found.undated


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # people, organisations, groups and places; others in the order given where nothing happens
        ({}, ["Ada", "Orlov Bank", "Orlov Times"]),
        # by the articles that tell of what they do, not by how often one does
        ({"Orlov Bank": "attack:a attack:b", "Ada": "attack:a attack:a attack:a"}, ["Orlov Bank", "Ada"]),
        # by the articles that name one
        ({"Ada": "attack:a attack:b", "Orlov Bank": "attack:a attack:b"}, ["Orlov Bank", "Ada"]),
        # by how much it matters
        ({"Orlov Bank": "attack:a", "Ada": "contact:a"}, ["Orlov Bank", "Ada"]),
        # a place has to act
        ({"Orlov Bank": "contact:a", "Orlov": "attack:a:patient"}, ["Orlov Bank", "Ada"]),
        ({"Orlov Bank": "contact:a", "Orlov": "attack:a"}, ["Orlov", "Orlov Bank"]),
        # what a main statement tells before what is told in passing
        ({"Orlov Bank": "contact:a", "Ada": "attack:a:hanging"}, ["Orlov Bank", "Ada"]),
        ({"Ada": "attack:a:hanging"}, ["Ada", "Orlov Bank"]),
        # by the articles that name one: a place counts half
        ({"Ada": "attack:a", "Orlov Bank": "attack:a"}, ["Orlov Bank", "Ada"]),
        ({"Orlov": "attack:a", "Orlov Bank": "attack:a"}, ["Orlov Bank", "Orlov"]),
        # what is said does not count, nor what an outlet tells of itself
        ({"Orlov Bank": "contact:a", "Ada": "statement:a statement:b"}, ["Orlov Bank", "Ada"]),
        ({"Orlov Bank": "contact:a", "Orlov Times": "attack:b"}, ["Orlov Bank", "Ada"]),
        # nor that people speak to it
        ({"Orlov Bank": "contact:a", "Orlov Times": "contact:a:recipient attack:b"}, ["Orlov Bank", "Ada"]),
        ({"Orlov Bank": "contact:a:recipient", "Ada": "contact:a:recipient"}, ["Orlov Bank", "Ada"]),
        # nor what a whole people does
        ({"Orlov Bank": "contact:a", "Kenyans": "attack:a attack:b"}, ["Orlov Bank", "Ada"]),
        ({"Orlov Bank": "contact:a", "Kenyan soldiers": "attack:a attack:b"}, ["Orlov Bank", "Ada"]),
    ],
)
def test_the_most_active(told: dict[str, str], expected: list[str]) -> None:
    assert ranked(told, CITED | {"b": replace(CITED["b"], publisher="The Orlov Times")})[: len(expected)] == expected


@pytest.mark.parametrize(("copy_of", "first"), [(None, "Orlov Bank"), ("a", "Ada")])
def test_copies_are_one_source_of_activity(copy_of: str | None, first: str) -> None:
    told = {"Orlov Bank": "attack:a attack:b", "Ada": "attack:a"}
    assert ranked(told, CITED | {"b": replace(CITED["b"], copy_of=copy_of)})[0] == first


def ranked(told: dict[str, str], cited: dict[str, Citation]) -> list[str]:
    """The names of all actors, the most active first, where each does what is told of it: "attack:article".

    Behind another colon stands what is different: it undergoes it, or the event hangs on another.
    """
    kinds = {"Ada": Kind.PERSON, "Harbour Song": Kind.WORK, "Orlov Bank": Kind.ORGANIZATION}
    kinds |= {"Kestrel 5": Kind.PRODUCT, "Orlov Times": Kind.ORGANIZATION, "Orlov": Kind.PLACE, "Kenyans": Kind.GROUP}
    kinds |= {"Kenyan soldiers": Kind.ORGANIZATION}
    named = {"Ada": "a"}  # the others are named in both articles
    actors = [
        Actor(name, name, kind, tuple((article, name) for article in named.get(name, "ab")), 1)
        for name, kind in kinds.items()
    ]
    listings = {name: Listing(tuple(done(name, what) for what in words.split())) for name, words in told.items()}
    acts = {actor.id: acting(actor, listings[actor.id], cited, TYPES) for actor in actors if actor.id in listings}
    return [actor.name for actor in most_active(actors, acts, cited)]


def done(name: str, what: str) -> Event:
    type_, article, *about = what.split(":")
    one = event(f"{name} {what}", "2019", article=article)
    role = next((role for role in Role if role.value in about), Role.AGENT)
    pieces = tuple(replace(piece, hangs_on=piece.trigger if "hanging" in about else None) for piece in one.evidence)
    weight = TYPES[type_].importance
    return replace(one, type=type_, importance=weight, participants=(RolePlayer(name, role, name),), evidence=pieces)
