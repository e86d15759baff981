"""How much an event matters to whom, and the short version of a timeline."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    Actor,
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
    Quote,
    Reading,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Span,
    Timeline,
    When,
)
from dossier.timeline import most_important, shortened
from dossier.timeline.importance import importance
from tests.event_types import TYPES

NAMES = ("statement", "other", "movement", "meeting", "acquisition", "arrest", "death")
ROLES = (Role.OTHER, Role.PLACE, Role.RECIPIENT, Role.AGENT)
FACTS = tuple(
    Factuality(certainty, polarity)
    for polarity in (Polarity.NEGATIVE, Polarity.POSITIVE)
    for certainty in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
)


def event(
    type_: str = "movement",
    role: Role = Role.AGENT,
    fact: Factuality = FACTS[-1],
    articles: int = 1,
    sources: int = 1,
    at: int = 300,
    dated: bool = False,
) -> Event:
    dating = Dating(When.parse("2019"), Basis.EXPLICIT) if dated else Dating()
    quote = Quote(Span(at, at + 4), "left")
    evidence = tuple(Evidence(f"a{n}", quote, quote, dating, fact) for n in range(max(articles, sources)))
    name = f"{type_} {role} {articles} {sources} {at} {dated}"
    return Event(
        name, type_, "left", dating, fact, evidence, (RolePlayer("Ada", role, "ada"),), independent_sources=sources
    )


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"type_": "statement"}, {"type_": "death"}),
        ({"type_": "meeting"}, {"type_": "arrest"}),
        ({"role": Role.OTHER}, {"role": Role.PATIENT}),
        ({"role": Role.PLACE}, {"role": Role.AGENT}),
        ({"fact": FACTS[0]}, {"fact": FACTS[-1]}),
        ({"articles": 1}, {"articles": 3}),
        ({"articles": 3, "sources": 1}, {"articles": 3, "sources": 3}),
        ({"at": 3000}, {"at": 0}),
        ({"dated": False}, {"dated": True}),
        # what several tell, with its day, counts more than a graver thing that one tells without
        ({"type_": "arrest", "at": 0}, {"type_": "agreement", "articles": 2, "sources": 2, "dated": True}),
        ({"fact": replace(FACTS[-1], realis=Realis.PLAN)}, {}),
        # what it is counts more than how often it is told
        ({"type_": "statement", "articles": 3, "sources": 3, "at": 0}, {"type_": "death", "at": 900}),
    ],
)
def test_what_matters_more(less: dict[str, object], more: dict[str, object]) -> None:
    assert importance(event(**less), "ada", TYPES) < importance(event(**more), "ada", TYPES)  # type: ignore[arg-type]


@given(
    *(st.sampled_from(values) for values in (NAMES, ROLES, FACTS)),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(0, 9000),
    st.booleans(),
)
def test_it_lies_between_0_and_1_and_grows_with_each(
    type_: str, role: Role, fact: Factuality, articles: int, sources: int, at: int, dated: bool
) -> None:
    base = importance(event(type_, role, fact, articles, sources, at, dated), "ada", TYPES)
    assert 0 < base <= 1
    larger = [
        event("death", role, fact, articles, sources, at, dated),
        event(type_, Role.AGENT, fact, articles, sources, at, dated),
        event(type_, role, FACTS[-1], articles, sources, at, dated),
        event(type_, role, fact, articles + 1, sources, at, dated),
        event(type_, role, fact, max(articles, sources + 1), sources + 1, at, dated),
        event(type_, role, fact, articles, sources, at // 2, dated),
        event(type_, role, fact, articles, sources, at, True),
    ]
    assert all(importance(one, "ada", TYPES) >= base for one in larger)


def test_it_is_of_the_actor_in_whose_timeline_it_stands() -> None:
    told = replace(event(), place=Setting("Varna", "varna"))
    assert importance(told, "ada", TYPES) > importance(told, "varna", TYPES) > importance(told, "keller", TYPES) == 0


def test_a_users_type_matters_as_its_file_says() -> None:
    listed = EventTypes({"launch of ships": EventType("launch of ships", importance=1.0)})
    weights = [importance(event(name), "ada", listed) for name in ("statement", "launch of ships")]
    assert weights == [importance(event(name), "ada", TYPES) for name in ("investigation", "death")]


def test_the_short_version_keeps_the_order_and_counts_anew() -> None:
    weights = {"a": 0.3, "b": 0.9, "c": 0.5, "d": 0.8, "e": 0.7}
    events = {name: replace(event(), id=name, importance=value) for name, value in weights.items()}
    clash = [Conflict(name, "when", (Reading("2019", (0,)), Reading("2020", (0,)))) for name in "ab"]
    timeline = Timeline(
        Actor("ada", "Ada", Kind.PERSON, (("a0", "a1"),), 1),
        None,
        ((1, events["a"]), (2, events["b"]), (2, events["c"]), (3, events["d"])),
        (events["e"],),
        (replace(event(), id="f", importance=1.0),),
        tuple(clash),
        {"a0": Citation("a0", "a0.txt", "0" * 64)},
    )
    assert [one.id for one in most_important(timeline, 3)] == ["b", "d", "e"]
    short = shortened(timeline, 3)
    assert [(position, one.id) for position, one in short.events] == [(1, "b"), (2, "d")]
    assert [one.id for one in short.undated] == ["e"]
    assert not short.expected
    assert [conflict.event for conflict in short.conflicts] == ["b"]
    assert shortened(timeline, 9) == replace(timeline, expected=())
