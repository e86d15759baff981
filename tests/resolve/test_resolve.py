"""Across articles: one actor for one name, one event for one wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.model import Actor, Annotations, Article, Event, Published
from dossier.resolve import Actors, resolve_actors, resolve_events
from tests.event_types import TYPES

TEXTS = [
    "Peter Brandt left London on 14 March 2019. Brandt paid the North Atlantic Treaty Organization (NATO).",
    "Engineer Peter Brandt sued in 2020. In Brussels, NATO said it would not comment on the case.",
    "Anna Brandt met Peter Brandt in London. Later Brandt denied it.",
    "Police in London arrested Anna Brandt in May 2020, and the fall of the fund in 2021 ended the case.",
]
COPY = "Peter Brandt left London on 14 March 2019."


def read(texts: list[str]) -> list[tuple[Article, Annotations]]:
    articles = [Article(ref=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    return list(zip(articles, nlp.annotate(articles), strict=True))


@pytest.fixture(scope="module")
def case() -> list[tuple[Article, Annotations]]:
    return read(TEXTS)


def resolved(case: list[tuple[Article, Annotations]]) -> tuple[Actors, tuple[Event, ...]]:
    actors = resolve_actors(case, TYPES)
    return actors, resolve_events(case, actors, TYPES).events


def by_name(actors: Actors) -> dict[str, Actor]:
    return {actor.name: actor for actor in actors.actors}


def test_one_name_is_one_actor(case: list[tuple[Article, Annotations]]) -> None:
    found = by_name(resolved(case)[0])
    assert len(found["Peter Brandt"].articles) == 3
    assert [alias.text for alias in found["Peter Brandt"].aliases] == ["Brandt"]
    assert len(found["Anna Brandt"].articles) == 2


def test_an_acronym_leads_to_its_name(case: list[tuple[Article, Annotations]]) -> None:
    actors, _ = resolved(case)
    (fund,) = [actor for actor in actors.actors if "NATO" in {actor.name, *(a.text for a in actor.aliases)}]
    assert len(fund.articles) == 2


@given(st.permutations(range(len(TEXTS))))
def test_order_changes_nothing(order: list[int]) -> None:
    case = CASE
    assert resolved([case[n] for n in order]) == resolved(case)


CASE = read(TEXTS)


def test_who_tells_the_contrary_is_no_source_of_it() -> None:
    first = "The police in Orlov arrested Ada Brandt on 4 May 2021 at the port, the Orlov Post wrote."
    others = [
        "Ada Brandt was arrested by the police in Orlov on 4 May 2021 at the harbour.",
        "The police in Orlov did not arrest Ada Brandt on 4 May 2021 at the port, a lawyer said.",
    ]
    _, events = resolved(read([first, *others]))
    sides = [event for event in events if event.type == "arrest"]
    for event in sides:
        agreeing = [p for p in event.evidence if p.factuality.polarity is event.factuality.polarity]
        assert event.independent_sources <= len(agreeing)
    assert any(len({p.factuality.polarity for p in event.evidence}) > 1 for event in sides), "they are one event"


def test_a_sentence_printed_twice_is_one_event_of_one_source() -> None:
    _, events = resolved(read([COPY + " The union was silent.", "HARBOUR NEWS - the wire:\n\n" + COPY]))
    (left,) = [event for event in events if event.evidence[0].trigger.exact == "left"]
    assert len(left.evidence) == 2
    assert left.independent_sources == 1


def test_the_same_sentence_on_two_days_is_two_events() -> None:
    text = "Peter Brandt left London on Monday."
    articles = [Article(ref=day, text=text, published=Published.given(day)) for day in ("2019-03-14", "2019-03-21")]
    case = list(zip(articles, nlp.annotate(articles), strict=True))
    _, events = resolved(case)
    assert sorted(e.dating.when.edtf for e in events if e.dating.when) == ["2019-03-11", "2019-03-18"]


def test_the_same_sentence_about_two_days_is_one_event() -> None:
    text = "The ferry sank {}. Peter Brandt criticised London."
    days = ("on Monday", "2019-03-13"), ("yesterday", "2019-03-14"), ("on Monday in a storm", "2019-03-12")
    articles = [Article(ref=day, text=text.format(sank), published=Published.given(day)) for sank, day in days]
    case = list(zip(articles, nlp.annotate(articles), strict=True))
    (said,) = [event for event in resolved(case)[1] if event.evidence[0].trigger.exact == "criticised"]
    told = sorted(piece.dating.when.edtf for piece in said.evidence if piece.dating.when)
    assert told == ["/2019-03-12", "/2019-03-13", "/2019-03-14"]
    assert said in resolved(case[::-1])[1]


def test_who_has_a_part_in_an_event_that_a_phrase_tells_of_has_none_beside_it() -> None:
    case = read(["The arrest of Peter Brandt delayed the merger in London. Police arrested Brandt in 2019."])
    events = resolved(case)[1]
    (delay,) = [event for event in events if event.evidence[0].trigger.exact == "delayed"]
    assert "Peter Brandt" not in {player.name for player in delay.participants}
    arrests = [event for event in events if event.type == "arrest"]
    assert all("Peter Brandt" in {player.name for player in event.participants} for event in arrests)


def test_who_is_named_inside_a_phrase_has_a_part() -> None:
    actors, events = resolved(read(["The memoirs of Peter Brandt shook London."]))
    (shook,) = [event for event in events if event.evidence[0].trigger.exact == "shook"]
    brandt = by_name(actors)["Peter Brandt"]
    assert brandt.id in {player.entity for player in shook.participants}
    assert shook.participants[0].name == "The memoirs of Peter Brandt"
