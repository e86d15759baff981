"""What the mentions of one event say that cannot all be true, and what a person did after dying."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    CERTAIN,
    Actor,
    Attribution,
    Basis,
    Certainty,
    Citation,
    Conflict,
    Dating,
    Event,
    EventType,
    EventTypes,
    Evidence,
    Factuality,
    Kind,
    Polarity,
    Published,
    Quantity,
    QuantityKind,
    Quote,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Span,
    When,
)
from dossier.timeline import Chronology, Listing
from tests.event_types import TYPES

DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
ADA, BO = ("Ada Roth", "x"), ("Bo Hale", "y")
ACTOR = Actor("x", "Ada Roth", Kind.PERSON, (("a0", "a1"),), 1)


def mention(
    edtf: str = "",
    basis: Basis = Basis.EXPLICIT,
    rule: str = "own time",
    numbers: Sequence[Quantity] = (),
    factuality: Factuality = CERTAIN,
    players: tuple[RolePlayer, ...] = (),
) -> Evidence:
    word = Quote(Span(0, 4), "told")
    dating = Dating(When.parse(edtf), basis) if edtf else Dating()
    rule_of = rule if edtf else None
    return Evidence("", word, word, dating, factuality, None, rule_of, tuple(numbers), participants=players)


def event(mentions: Sequence[Evidence], type: str = "attack", name: str = "e") -> Event:
    """An event with one mention in each of the articles a0, a1, …"""
    pieces = tuple(replace(piece, article=f"a{number}") for number, piece in enumerate(mentions))
    players = tuple(dict.fromkeys(player for piece in pieces for player in piece.participants))
    best = next((piece.dating for piece in pieces if piece.dating.when), Dating())
    return Event(
        name, type, "told", best, pieces[0].factuality, pieces, players or (RolePlayer("Ada", Role.AGENT, "x"),)
    )


def cited(published: Sequence[str]) -> dict[str, Citation]:
    dates = [Published.given(day) if day else Published() for day in published]
    return {f"a{n}": Citation(f"a{n}", f"{n}.txt", "0" * 64, published=day) for n, day in enumerate(dates)}


def conflicts(*events: Event, published: Sequence[str] = ("",) * 4, actor: Actor = ACTOR) -> tuple[Conflict, ...]:
    return Chronology(events, TYPES).timeline(actor, Listing(tuple(events)), cited(published), None).conflicts


def readings(conflict: Conflict) -> list[tuple[str, tuple[int, ...]]]:
    return [(reading.value, reading.mentions) for reading in conflict.readings]


def shown(*mentions: Evidence, type: str = "attack", published: Sequence[str] = ("",) * 4) -> list[str]:
    """Each conflict as "field: value 0 1 | value 2", with the places of the mentions."""
    return [
        f"{conflict.field}: " + " | ".join(f"{value} {' '.join(map(str, at))}" for value, at in readings(conflict))
        for conflict in conflicts(event(mentions, type), published=published)
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2021-03-02", "2021-03-01"], ["when: 2021-03-02 0 | 2021-03-01 1"]),
        (["2019-05", "2019-06", "2019-05"], ["when: 2019-05 0 2 | 2019-06 1"]),
        (["2019-05-01", "2019-06", "2019"], ["when: 2019-05-01 0 | 2019-06 1"]),
        (["2019-05-01/2019-05-03", "2019-05-04"], ["when: 2019-05-01/2019-05-03 0 | 2019-05-04 1"]),
        (["2018", "2019-05", "2019-06-01"], ["when: 2018 0 | 2019-05 1 | 2019-06-01 2"]),
        (["2019", "2019-05"], []),
        (["2019-05", "2019-05-31"], []),
        (["2019-05-01/2019-05-03", "2019-05-03"], []),
        (["2021-03-11T23:40", "2021-03-11T15:00"], []),
        (["2021-03-02", "2021-03-01~"], []),
        (["2021-03-02", "2021-03-01?"], []),
        (["2021-03-02", "/2021-03-01"], []),
        (["2021-03-02", ""], []),
    ],
)
def test_dates(dates: list[str], expected: list[str]) -> None:
    assert shown(*map(mention, dates)) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (mention("2021-03-01", Basis.RELATIVE), 1),
        (mention("2021-03-01", Basis.RELATIVE, "headline"), 0),
        (mention("2021-03-01", Basis.INFERRED, "published by then"), 0),
        (mention("2021-02-20/2021-02-26", Basis.RELATIVE), 0),
    ],
    ids=["yesterday", "headline", "bound", "last week"],
)
def test_only_dates_that_a_text_gives_the_event_itself(second: Evidence, expected: int) -> None:
    assert len(shown(mention("2021-03-02"), second)) == expected


def number(
    words: str, kind: QuantityKind, least: float | None, most: float | None, unit: str | None = None
) -> Quantity:
    return Quantity(Quote(Span(0, len(words)), words), kind, least, most, unit, is_about=words.startswith("about"))


def killed(words: str, least: float | None, most: float | None, unit: str | None = "people") -> Quantity:
    return number(words, QuantityKind.KILLED, least, most, unit)


def money(words: str, amount: float, unit: str) -> Quantity:
    return number(words, QuantityKind.MONEY, amount, amount, unit)


def boxes(words: str, count: float) -> Quantity:
    return number(words, QuantityKind.OTHER, count, count, "box")


PERHAPS = Factuality(Certainty.POSSIBLE, Polarity.POSITIVE)
PLANNED = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)
SEVEN, ELEVEN = killed("seven people", 7, 7), killed("Eleven", 11, 11, None)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([SEVEN, ELEVEN], ["killed: seven people 0 | Eleven 1"]),
        ([SEVEN, killed("7", 7, 7), ELEVEN], ["killed: seven people 0 1 | Eleven 2"]),
        ([killed("fewer than ten", None, 9), ELEVEN, SEVEN], ["killed: fewer than ten 0 | Eleven 1 | seven people 2"]),
        ([money("€7.4 million", 7.4e6, "€"), money("9.1 million euros", 9.1e6, "euro")],
         ["money: €7.4 million 0 | 9.1 million euros 1"]),
        ([killed("at least seven", 7, None), ELEVEN], ["killed: at least seven 0 | Eleven 1"]),
        ([killed("at least eight", 8, None), ELEVEN], []),
        ([killed("at least seven", 7, None), killed("about eleven", 11, 11)], []),
        ([killed("about seven or more", 7, None), ELEVEN], []),
        ([killed("at least seven", 7, None), killed("at least eleven", 11, None)], []),
        ([killed("at least seven", 7, None), killed("three", 3, 3)], ["killed: at least seven 0 | three 1"]),
        ([killed("dozens", None, None), ELEVEN], []),
        ([killed("two officers", 2, 2, "officer"), SEVEN], []),
        ([killed("three of the crew", 3, 3), SEVEN], []),
        ([killed("two more people", 2, 2), SEVEN], []),
        ([killed("about ten", 10, 10), ELEVEN], []),
        ([killed("about thirty", 30, 30), ELEVEN], ["killed: about thirty 0 | Eleven 1"]),
        ([money("€7.4 million", 7.4e6, "€"), money("€7,421,000", 7_421_000, "€")], []),
        ([money("€7 million", 7e6, "€"), money("$9 million", 9e6, "$")], []),
        ([SEVEN, number("eleven", QuantityKind.INJURED, 11, 11)], []),
        ([boxes("six boxes", 6), boxes("nine boxes", 9)], ["number: six boxes 0 | nine boxes 1"]),
        ([boxes("six boxes", 6), number("nine ships", QuantityKind.OTHER, 9, 9, "ship")], []),
    ],
)  # fmt: skip
def test_numbers(numbers: list[Quantity], expected: list[str]) -> None:
    assert shown(*(mention(numbers=[one]) for one in numbers)) == expected


def test_a_mention_with_two_numbers_says_neither() -> None:
    assert shown(mention(numbers=[SEVEN, ELEVEN]), mention(numbers=[SEVEN])) == []


@pytest.mark.parametrize("state", [Realis.FORECAST, Realis.HYPOTHETICAL])
def test_a_number_of_what_has_not_happened_excludes_none(state: Realis) -> None:
    unreal = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, state)
    assert shown(mention(numbers=[SEVEN]), mention(numbers=[ELEVEN], factuality=unreal)) == []


@pytest.mark.parametrize(
    ("claim", "denial", "published", "expected"),
    [
        (mention(), mention(factuality=DENIED), ["", ""], ["polarity: positive 0 | negative 1"]),
        (mention("2021-03-29"), mention(factuality=DENIED), ["2021-03-30", "2021-03-31"],
         ["polarity: positive 0 | negative 1"]),
        (mention("2021-03-29"), mention(factuality=DENIED), ["2021-03-30", "2021-03-20"], []),
        (mention("2021-03-29"), mention("/2021-03-20", Basis.INFERRED, factuality=DENIED), ["", ""], []),
        (mention(), mention(factuality=Factuality(Certainty.POSSIBLE, Polarity.NEGATIVE)), ["", ""], []),
        (mention(factuality=PERHAPS), mention(factuality=DENIED), ["", ""], []),
        (mention(factuality=PLANNED), mention(factuality=DENIED), ["", ""], []),
        (mention(factuality=Factuality(Certainty.PROBABLE, Polarity.POSITIVE)), mention(), ["", ""], []),
    ],
    ids=["denied", "denied later", "not yet", "not by then", "perhaps not", "perhaps", "planned", "less sure"],
)  # fmt: skip
def test_claim_against_denial(claim: Evidence, denial: Evidence, published: list[str], expected: list[str]) -> None:
    assert shown(claim, denial, published=published) == expected


@pytest.mark.parametrize(
    ("trigger", "sentence", "expected"),
    [
        ("ban", "The ban on flights is not part of a plan.", 0),
        ("raid", "The raid wasn't legal.", 0),
        ("arrested", "Brandt was not arrested.", 1),
        ("raid", "There was no raid, and the depot is not theirs.", 1),
    ],
)
def test_what_an_event_was_not_denies_it_not(trigger: str, sentence: str, expected: int) -> None:
    start = sentence.index(trigger)
    quote = Quote(Span(0, len(sentence)), sentence)
    word = Quote(Span(start, start + len(trigger)), trigger)
    assert len(shown(mention(), replace(mention(factuality=DENIED), quote=quote, trigger=word))) == expected


@pytest.mark.parametrize(
    ("articles", "speakers", "expected"), [("aa", "xx", 0), ("aa", "xy", 1), ("aa", "x ", 1), ("ab", "xx", 1)]
)
def test_claim_and_denial_have_two_voices(articles: str, speakers: str, expected: int) -> None:
    pieces = tuple(
        replace(mention(factuality=how), article=f"a{'ab'.index(article)}", attribution=said(speaker))
        for how, article, speaker in zip((CERTAIN, DENIED), articles, speakers, strict=True)
    )
    assert len(conflicts(Event("e", "attack", "told", Dating(), CERTAIN, pieces))) == expected


def said(speaker: str) -> Attribution | None:
    return Attribution(Quote(Span(0, 1), speaker), Quote(Span(2, 6), "said"), speaker) if speaker.strip() else None


def by(agent: tuple[str, str], patient: tuple[str, str]) -> tuple[RolePlayer, ...]:
    return RolePlayer(agent[0], Role.AGENT, agent[1]), RolePlayer(patient[0], Role.PATIENT, patient[1])


@pytest.mark.parametrize(
    ("players", "type", "expected"),
    [
        ([by(ADA, BO), by(BO, ADA)], "attack", ["role: Ada Roth 0 | Bo Hale 1"]),
        ([by(ADA, BO), by(BO, ADA)], "meeting", []),
        ([by(ADA, BO), by(("The crew", "z"), BO)], "attack", []),
        ([by(ADA, BO), (*by(ADA, BO), *by(BO, ADA))], "attack", []),
        ([by(ADA, BO), ()], "attack", []),
    ],
    ids=["the other way round", "two meet", "another one", "both at once", "nobody"],
)
def test_roles(players: list[tuple[RolePlayer, ...]], type: str, expected: list[str]) -> None:
    assert shown(*(mention(players=one) for one in players), type=type) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Chile", "Peru", ["place: Chile 0 | Peru 1"]),
        ("Burma", "Myanmar", []),
        ("Orlov", "Chile", []),
        ("Orlov", "Varna", []),
        ("Scotland", "Britain", []),
        ("", "Peru", []),
    ],
)
def test_places(first: str, second: str, expected: list[str]) -> None:
    settings = [Setting(name) if name else None for name in (first, second)]
    assert shown(*(replace(mention(), place=place) for place in settings)) == expected


def test_the_date_of_a_plan_excludes_none_that_it_came_to() -> None:
    planned = [mention(edtf, factuality=PLANNED) for edtf in ("2021-09-14", "2021-09-21")]
    assert shown(mention("2021-10-01"), *planned) == []
    assert shown(*planned) == ["when: 2021-09-14 0 | 2021-09-21 1"]


def test_how_sure_and_who_says_so_are_no_contradictions() -> None:
    assert shown(mention(), replace(mention(), attribution=said("x")), mention(factuality=PERHAPS)) == []


def test_one_source_may_contradict_itself() -> None:
    one, two = mention("2021-03-02"), mention("2021-03-01")
    twice = Event("e", "attack", "told", one.dating, CERTAIN, (replace(one, article="a0"), replace(two, article="a0")))
    (conflict,) = conflicts(twice)
    assert readings(conflict) == [("2021-03-02", (0,)), ("2021-03-01", (1,))]


def told(name: str, type: str, edtf: str, role: Role, factuality: Factuality = CERTAIN) -> Event:
    return event([mention(edtf, factuality=factuality, players=(RolePlayer(*ADA[:1], role, "x"),))], type, name)


DEATH = told("d", "death", "2019-03", Role.PATIENT)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (told("s", "statement", "2021-05-03", Role.AGENT), [("2019-03", "2021-05-03", "s")]),
        (told("s", "arrest", "2021", Role.PATIENT), [("2019-03", "2021", "s")]),
        (told("s", "statement", "2019-03-31", Role.AGENT), []),
        (told("s", "statement", "2019", Role.AGENT), []),
        (told("s", "statement", "2021", Role.PATIENT), []),
        (told("s", "movement", "2021", Role.PATIENT), []),
        (told("s", "launch", "2021", Role.AGENT), []),
        (told("s", "statement", "2021", Role.AGENT, DENIED), []),
        (told("s", "statement", "/2021", Role.AGENT), []),
    ],
    ids=["speaks", "is arrested", "that month", "that year", "is told", "is moved", "comes out", "did not", "bound"],
)
def test_an_act_after_a_death(later: Event, expected: list[tuple[str, str, str]]) -> None:
    found = conflicts(later, DEATH)
    assert [(c.readings[0].value, c.readings[1].value, c.readings[1].event) for c in found] == expected
    assert {(c.event, c.field) for c in found} <= {("d", "life")}


@pytest.mark.parametrize(
    ("death", "actor"),
    [
        (told("d", "death", "2019", Role.PATIENT, DENIED), ACTOR),
        (told("d", "killing", "2019", Role.AGENT), ACTOR),
        (DEATH, replace(ACTOR, kind=Kind.ORGANIZATION)),
        (DEATH, replace(ACTOR, id="y")),
    ],
    ids=["denied", "the killer", "no person", "another one"],
)
def test_who_is_not_said_to_be_dead_may_act(death: Event, actor: Actor) -> None:
    assert conflicts(death, told("s", "statement", "2021", Role.AGENT), actor=actor) == ()


@pytest.mark.parametrize(
    ("basis", "death", "act", "is_found"),
    [
        (Basis.INFERRED, "/2019-03-14", "2019-03-15", True),
        (Basis.INFERRED, "/2019-03-14", "2019-03-14", False),
        (Basis.INFERRED, "2019-03-14/", "2019-03-15", False),
        (Basis.INFERRED, "2019-03-14~", "2019-03-15", False),
    ],
    ids=["dead by then", "that day", "dead since", "about that day"],
)
def test_a_death_that_is_told_has_happened_by_then(basis: Basis, death: str, act: str, is_found: bool) -> None:
    victim = RolePlayer(ADA[0], Role.PATIENT, ADA[1])
    died = event([mention(death, basis, players=(victim,))], "death", "d")
    found = conflicts(died, told("s", "statement", act, Role.AGENT))
    assert [conflict.field for conflict in found] == (["life"] if is_found else [])


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("2019-03-14", "2019-05-01", True), ("2019-03-14", "2019-03-14", False), ("2019-03", "2019-03-20", False)],
)
def test_nobody_dies_twice(first: str, second: str, found: bool) -> None:
    deaths = told("d", "death", first, Role.PATIENT), told("e", "killing", second, Role.PATIENT)
    assert [conflict.field for conflict in conflicts(*deaths)] == (["life"] if found else [])


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        (told("s", "statement", "1949", Role.AGENT), [("1951", "1949", "s")]),
        (told("s", "arrest", "1950-12-31", Role.PATIENT), [("1951", "1950-12-31", "s")]),
        (told("s", "statement", "1951-01-01", Role.AGENT), []),
        (told("s", "statement", "1949", Role.PATIENT), []),
        (told("s", "statement", "1949", Role.AGENT, DENIED), []),
    ],
    ids=["speaks", "is arrested", "that year", "is told", "did not"],
)
def test_nobody_acts_before_being_born(earlier: Event, expected: list[tuple[str, str, str]]) -> None:
    found = conflicts(earlier, told("b", "birth", "1951", Role.PATIENT))
    assert [(c.readings[0].value, c.readings[1].value, c.readings[1].event) for c in found] == expected
    assert {(c.event, c.field) for c in found} <= {("b", "life")}


def there(
    name: str, day: str, place: str, role: Role = Role.AGENT, sure: float = 1.0, type: str = "statement"
) -> Event:
    """What Ada Roth did, or underwent, in a place."""
    piece = replace(mention(day, players=(RolePlayer(ADA[0], role, ADA[1], sure),)), place=Setting(place))
    return replace(event([piece], type, name), place=Setting(place))


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (there("a", "2019-03-14", "Brazil"), there("b", "2019-03-14", "Japan"), True),
        (
            there("a", "2019-03-14", "Rio de Janeiro"),
            there("b", "2019-03-14", "Tokyo", Role.PATIENT, type="arrest"),
            True,
        ),
        (there("a", "2019-03-14", "Brazil"), there("b", "2019-03-15", "Japan"), False),
        (there("a", "2019-03", "Brazil"), there("b", "2019-03", "Japan"), False),
        (there("a", "2019-03-14", "London"), there("b", "2019-03-14", "France"), False),
        (there("a", "2019-03-14", "US"), there("b", "2019-03-14", "Japan"), False),
        (there("a", "2019-03-14", "Orlov"), there("b", "2019-03-14", "Japan"), False),
        (there("a", "2019-03-14", "Brazil"), there("b", "2019-03-14", "Japan", Role.PATIENT), False),
        (there("a", "2019-03-14", "Brazil"), there("b", "2019-03-14", "Japan", sure=0.9), False),
    ],
    ids=["far", "cities", "another day", "a month", "near", "Hawaii", "unknown", "spoken of", "somebody else?"],
)
def test_nobody_is_in_two_far_places_on_one_day(one: Event, other: Event, is_found: bool) -> None:
    found = conflicts(one, other)
    assert [(c.field, c.event, c.readings[1].event) for c in found] == ([("whereabouts", "a", "b")] if is_found else [])
    assert conflicts(other, one) == found


@pytest.mark.parametrize(
    ("lemmas", "found"),
    [
        (("shoot dead", "strangle"), ["cause: shooting 0 | strangling 1"]),
        (("suicide", "murder", "kill"), ["cause: suicide 0 | murder 1"]),
        (("shoot dead", "gun down"), []),
        (("hanging", "suicide"), []),
        (("die", "drown"), []),
    ],
)
def test_nobody_dies_of_two_causes(lemmas: tuple[str, ...], found: list[str]) -> None:
    assert shown(*(replace(mention(), lemma=lemma) for lemma in lemmas), type="death") == found
    assert shown(*(replace(mention(), lemma=lemma) for lemma in lemmas), type="attack") == []


def test_the_first_death_and_the_first_act_after_it_are_shown() -> None:
    again = told("d2", "killing", "2020", Role.PATIENT)
    acts = [told(f"s{year}", "statement", year, Role.AGENT) for year in ("2023", "2018", "2021")]
    (conflict,) = conflicts(*acts, again, DEATH)
    assert (conflict.event, conflict.readings[1].event) == ("d", "s2021")


@given(st.permutations(["2018", "2019-05", "2019-06-01", "2019-06", "2020-01-01"]))
def test_the_order_of_mentions_changes_only_that_of_readings(dates: list[str]) -> None:
    (conflict,) = conflicts(event([mention(edtf) for edtf in dates]), published=("",) * 5)
    assert {reading.value for reading in conflict.readings} == set(dates)
    assert all(dates[number] == reading.value for reading in conflict.readings for number in reading.mentions)


@pytest.mark.parametrize(
    ("behaviour", "found"),
    [
        ({}, set()),
        ({"patient_dies": True}, {("d", "life")}),
    ],
)
def test_a_users_type_says_who_dies(behaviour: dict[str, bool], found: set[tuple[str, str]]) -> None:
    victim, doer = (RolePlayer(ADA[0], role, ADA[1]) for role in (Role.PATIENT, Role.AGENT))
    scuttled = event([mention("2019-03-14", players=(victim,))], "scuttling", "d")
    met = event([mention("2019-03-20", players=(doer,))], "meeting", "m")
    types = EventTypes({**TYPES.listed, "scuttling": EventType("scuttling", **behaviour)})  # type: ignore[arg-type]
    line = Chronology([scuttled, met], types).timeline(ACTOR, Listing((scuttled, met)), cited(("",)), None)
    assert {(conflict.event, conflict.field) for conflict in line.conflicts} == found
