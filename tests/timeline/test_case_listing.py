"""Which events stand in the timeline of a whole case, and who is who in it."""

import random
from dataclasses import replace

import pytest

from dossier.model import (
    Actor,
    Alias,
    Certainty,
    Citation,
    Description,
    Event,
    Factuality,
    Kind,
    Method,
    Polarity,
    Published,
    Quote,
    Realis,
    Reported,
    Role,
    Setting,
    Span,
    When,
)
from dossier.timeline import NOBODY, Listing, case_listing, listing, of_nobody, overview
from tests.event_types import TYPES
from tests.timeline.events import ADA, DOUBTFUL, told


def weighing(importance: float, event: Event) -> Event:
    return replace(event, importance=importance)


FORETOLD = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)
VARNA = "varna"
BOTH = "Ada Brandt was arrested in Varna and released there."
ARREST = weighing(0.8, told("e1", BOTH, "arrested", type_="arrest", date="2019-03-14"))
FREED = told("e2", BOTH, "released", type_="release", hangs_on="arrested")
TALK = told("e3", "Ada Brandt spoke at length.", "spoke", at=100, type_="statement")
DEATH = weighing(0.9, told("e4", "A clerk died in Varna.", "died", at=200, type_="death", role=None, date="2019-03-15"))
MOVE = told("e5", "Ada Brandt moved house.", "moved", at=300)
QUAKE = weighing(0.7, told("e6", "An earthquake struck.", "struck", at=400, type_="disaster", role=None))


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
        pytest.param({ADA: of(ARREST), NOBODY: of(QUAKE)}, 9, (), "e1 e6", id="what is of nobody, too"),
    ],
)
def test_the_entries_of_a_case(listings: dict[str, Listing], most: int, wanted: tuple[str, ...], entries: str) -> None:
    assert " ".join(event.id for event in case_listing(listings, wanted, most).entries) == entries


def test_a_case_with_many_entries_has_those_that_matter() -> None:
    weights = [0.9] * 10 + [0.1] * 10
    events = [
        weighing(weight, told(f"e{n:02}", f"Ada Brandt moved house {n}.", "moved", at=100 * n))
        for n, weight in enumerate(weights)
    ]
    kept = case_listing({ADA: of(*events)}).entries
    assert [event.importance for event in kept] == weights[:12]


@pytest.mark.parametrize(("born", "is_kept"), [("1963", False), ("2021-03-01", True)])
def test_the_birth_of_a_grown_up_is_no_happening_of_a_case(born: str, is_kept: bool) -> None:
    report = Reported(When.parse("2021-03-29"), When.parse("2021-03-29"))
    line = f"Born in {born}, Ada Brandt trained as a clerk."
    birth = told("e7", line, "Born", type_="birth", date=born, hangs_on="trained")
    own = of(told("e5", line, "trained"), parts={"e5": (replace(birth, reported=report),)})
    entries = {entry.id for entry in case_listing({ADA: own, VARNA: of(DEATH)}).entries}
    assert entries == ({"e4", "e5"} if is_kept else {"e4"})


@pytest.mark.parametrize(
    ("day", "is_kept"),
    [("2019-03-14", False), ("2019-03-20", False), ("2019-03-21", True), ("2019-05", True), (None, False)],
)
def test_a_case_has_what_is_still_to_come(day: str | None, is_kept: bool) -> None:
    sentence, at = "Ada Brandt will stand trial.", 500
    trial = weighing(0.1, told("e9", sentence, "stand", at=at, date=day, factuality=FORETOLD))
    last = When.parse("2019-03-20")
    events = [replace(event, reported=Reported(last, last)) for event in (ARREST, DEATH, trial)]
    kept = case_listing({ADA: of(*events)}, (), 2).entries
    assert [event.id for event in kept] == ["e1", "e4", *(["e9"] if is_kept else [])]


@pytest.mark.parametrize(
    ("sentence", "word", "about", "is_told"),
    [
        pytest.param("An earthquake struck.", "struck", {}, True, id="it has nobody"),
        pytest.param("An earthquake struck.", "struck", {"role": Role.AGENT}, False, id="it has an actor"),
        pytest.param("An earthquake struck.", "struck", {"place": 1.0}, False, id="it has a place"),
        pytest.param(
            "The miners of Brandt were hit.", "hit", {"role": Role.OTHER}, True, id="an actor is only named in it"
        ),
        pytest.param("A couple married.", "married", {"type_": "marriage"}, False, id="it is private"),
        pytest.param("It was closed after a quake.", "quake", {"hangs_on": "closed"}, False, id="it hangs on another"),
        pytest.param("The quake struck.", "struck", {"points_back": 1}, False, id="it points back"),
        pytest.param("Experts spoke.", "spoke", {"type_": "statement"}, False, id="it is a remark"),
        pytest.param("A man left.", "left", {"type_": "movement"}, False, id="it is light"),
        pytest.param("Did a quake strike?", "strike", {"stands_alone": False}, False, id="it does not stand alone"),
    ],
)
def test_what_is_told_of_nobody(sentence: str, word: str, about: dict[str, object], is_told: bool) -> None:
    quake = told("e1", sentence, word, **{"type_": "disaster", "role": None, **about})  # type: ignore[arg-type]
    found = listing(None, of_nobody([quake], TYPES), TYPES)
    assert [event.id for event in found.entries] == (["e1"] if is_told else [])


@pytest.mark.parametrize(
    ("confidence", "other", "line"),
    [
        pytest.param(DOUBTFUL, "A fund in Varna was raided.", ["A fund in Varna was raided."], id="in other words"),
        pytest.param(DOUBTFUL, "", [], id="in no other words"),
        pytest.param(1.0, "A fund in Varna was raided.", [], id="surely somebody's"),
    ],
)
def test_what_is_only_perhaps_of_an_actor_is_told_in_words_that_name_none(confidence, other, line):
    event = told("e1", "The fund was raided.", "raided", type_="attack", confidence=confidence)
    if other:
        more = told("e1", other, "raided", type_="attack", article="b", role=None, summary=other).evidence
        event = replace(event, evidence=(*event.evidence, *more))
    assert [one.summary for one in of_nobody([event], TYPES)] == line


def test_a_part_stays_a_part() -> None:
    whole = case_listing({ADA: listing(ADA, [ARREST, FREED], TYPES)})
    assert [event.id for event in whole.entries] == ["e1"]
    assert {head: [part.id for part in parts] for head, parts in whole.parts.items()} == {"e1": ["e2"]}


def test_the_order_of_the_actors_changes_nothing() -> None:
    shown = told("e1", BOTH, "arrested", type_="arrest", date="2019-03-14", role=None, line="The arrest in Varna.")
    there = [(ADA, of(ARREST, MOVE)), (VARNA, of(Event(**fields(shown, place=Setting("Varna", VARNA)))))]
    found = []
    for seed in range(6):
        random.Random(seed).shuffle(there)
        found.append(case_listing(dict(there)))
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


@pytest.mark.parametrize(
    ("name", "other", "mentions", "is_shown"),
    [
        ("Piotr Kowalski", "Kowalski", 2, True),
        ("Piotr Kowalski", "Piotr Kowlaski", 2, False),
        ("Piotr Kowalski", "Kowal", 1, False),
        ("Piotr Kowalski", "Piotr Kowlaski", 12, True),
        ("Harbour Organisation", "Harbour Organization", 2, True),
        ("Harbour Organisation", "Hrabour Organisation", 2, False),
        ("Khaled Haddad", "Khalid Haddad", 2, True),
        ("Ada Brandt", "Minister Ada", 1, True),
    ],
)
def test_a_rare_slip_is_no_name_of_who_is_who(name: str, other: str, mentions: int, is_shown: bool) -> None:
    actor = Actor(ADA, name, Kind.PERSON, (("a", "a1"),), 100, (Alias(other, mentions, ("a",)),))
    articles = {"a": Citation("a", "a.txt", "0" * 64)}
    assert bool(overview([actor], articles, 1).actors[0].aliases) is is_shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param(
            ["2020-01-01 president of the bank", "2020-06-01 mayor of Dale"], "mayor of Dale", id="the newest"
        ),
        pytest.param(["2020-01-01 mayor of Dale", "2020-06-01 an official"], "mayor of Dale", id="nothing vague"),
        pytest.param(["2020-01-01 mayor of Dale", "2020-06-01 the port's chairman"], "mayor of Dale", id="no owner"),
        pytest.param(["2020-06-01 former envoy", "2020-01-01 mayor of Dale"], "mayor of Dale", id="nothing over"),
        pytest.param(["2020-06-01 former envoy"], "former envoy", id="unless there is no other"),
        pytest.param(["2020-06-01 another envoy"], None, id="none that needs its article"),
    ],
)
def test_the_description_says_who_it_is(said: list[str], shown: str | None) -> None:
    days = dict(one.split(" ", 1) for one in said)
    quote = Quote(Span(0, 1), "x")
    articles = {
        day: Citation(day, f"{day}.txt", "0" * 64, published=Published(When.parse(day), Method.GIVEN)) for day in days
    }
    described = tuple(Description(text, day, quote) for day, text in days.items())
    actor = Actor(ADA, "Ada Brandt", Kind.PERSON, (("2020-06-01", "a1"),), 1, descriptions=described)
    (main,) = overview([actor], articles, 1).actors
    assert [one.text for one in main.descriptions] == ([shown] if shown else [])
