"""Order as constraints: bounds that hold, positions that follow, contradictions that show."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import (
    CERTAIN,
    Actor,
    Basis,
    Choice,
    Citation,
    Conflict,
    Dating,
    DatingRule,
    Event,
    Evidence,
    Kind,
    LikelyDay,
    Published,
    Quote,
    Relation,
    RelationType,
    Reported,
    Span,
    Timeline,
    When,
    Witness,
)
from dossier.timeline import Chronology, Listing
from tests.event_types import TYPES

ACTOR = Actor("x", "Ada", Kind.PERSON, (("a", "a1"),), 1)
CITED = {"a": Citation("a", "a.txt", "0" * 64, published=Published.given("2020"))}
ORIGIN = date(2019, 1, 1)
RELATION_TYPES = {kind.value: kind for kind in RelationType}


def event(name: str, dating: Dating, at: int | None = None) -> Event:
    """An event with one mention, at a place that goes by its name of one letter."""
    at = 10 * ord(name) if at is None else at
    quote = Quote(Span(at, at + 4), "left")
    return Event(name, "movement", "left", dating, CERTAIN, (Evidence("a", quote, quote, dating, CERTAIN),))


def told_later(draw: st.DrawFn, one: Event) -> Event:
    """The event with a report, or none, and with a likely day that may well be wrong, or none."""
    reported = draw(st.none() | st.integers(-100, 2500).map(lambda n: When.parse(day(n))))
    chance, likely = draw(st.sampled_from([0.5, 0.9])), draw(st.none() | st.integers(-100, 2500))
    return replace(
        one,
        reported=Reported(reported, reported) if reported else None,
        likely=None if likely is None else LikelyDay(ORIGIN + timedelta(days=likely), 0.5, chance),
    )


def stated(edtf: str | None) -> Dating:
    """A date that the text gives, or a bound from publication ("<2020"), or none."""
    if edtf is None:
        return Dating()
    if edtf.startswith("<"):
        return Dating(When.parse(f"/{edtf[1:]}"), Basis.INFERRED, "published")
    return Dating(When.parse(edtf), Basis.EXPLICIT)


def relation(source: Event, kind: RelationType, target: Event, cue: bool = True) -> Relation:
    first, second = source.evidence[0].trigger, target.evidence[0].trigger
    start, end = min(first.span.start, second.span.start), max(first.span.end, second.span.end)
    words = Quote(Span(start, end), "." * (end - start))
    connective = Quote(Span(start, start + 1), ".") if cue else None
    return Relation(source.id, target.id, kind, (Witness("a", words, first, second, connective),))


def chronology(dates: dict[str, str | None], told: str) -> tuple[list[Event], Chronology]:
    """Events by name with their dates, and relations such as "a before b, c begun_by d"; "?" for tense alone."""
    events = {name: event(name, stated(edtf)) for name, edtf in dates.items()}
    links = [part.split() for part in told.split(",") if part.strip()]
    relations = [
        relation(events[a], RELATION_TYPES[kind.rstrip("?")], events[b], not kind.endswith("?")) for a, kind, b in links
    ]
    return list(events.values()), Chronology(events.values(), TYPES, relations)


def line(dates: dict[str, str | None], told: str = "") -> Timeline:
    events, known = chronology(dates, told)
    return known.timeline(ACTOR, Listing(tuple(events)), CITED, None)


def test_what_goes_on_from_an_old_act_stands_behind_it_and_not_at_its_report() -> None:
    reported = Reported(When.parse("2021-03-31"), When.parse("2021-03-31"))
    old, new = event("a", stated("2019-05")), event("b", stated("2021-03-18"))
    held = event("c", Dating(When.parse("2019-03/"), Basis.INFERRED, "t1"))
    held = replace(held, reported=reported, evidence=(replace(held.evidence[0], dated_by=DatingRule.ORDERED_CLAUSE),))
    found = Chronology((old, new, held), TYPES).timeline(ACTOR, Listing((old, new, held)), CITED, None)
    assert [one.id for _, one in found.events] == ["c", "a", "b"]


def when(found: Timeline, name: str) -> str | None:
    (one,) = [one for one in found.all_events if one.id == name]
    return one.dating.when.edtf if one.dating.when else None


@pytest.mark.parametrize(
    ("dates", "told", "name", "edtf"),
    [
        ({"a": "2019-03-14", "b": None}, "a before b", "b", "2019-03-14/"),
        ({"a": "2019-03-14", "b": "<2020-05-01"}, "a before b", "b", "2019-03-14/2020-05-01"),
        ({"a": None, "b": "2019"}, "a before b", "a", "/2019"),
        ({"a": "2018", "b": None, "c": "2020-02"}, "a before b, b before c", "b", "2018/2020-02"),
        ({"a": "2018", "b": None, "c": None}, "a before b, b before c", "c", "2018/"),
        ({"a": "2018", "b": "2019-05", "c": None}, "a before c, b before c", "c", "2019-05/"),
        ({"a": None, "b": "2019-03"}, "a begun_by b", "a", "2019-03/"),
        ({"a": None, "b": "2019-03"}, "a ended_by b", "a", "/2019-03"),
        ({"a": None, "b": "2019-03/2019-05"}, "a is_included b", "a", "2019-03/2019-05"),
        ({"a": None, "b": "2019-03"}, "a simultaneous b", "a", None),
        ({"a": "2019~", "b": None}, "a before b", "b", "2019~/"),
        ({"a": "2019?", "b": None}, "a before b", "b", None),
        # what went on since the fall did not end with it, and what it was before is later than the fall alone
        ({"a": None, "b": "2019", "c": None}, "a begun_by b, a before c", "c", "2019/"),
        ({"a": None, "b": "2019", "c": None}, "a begun_by b, c begun_by a", "c", "2019/"),
        ({"a": "2021", "b": None, "c": "2019"}, "b begun_by c, b ended_by a", "b", "2019/2021"),
        # a date that the text gives stays as it is
        ({"a": "2019-06", "b": "2019"}, "a before b", "b", "2019"),
        ({"a": "2019-06", "b": "2019"}, "b before a", "b", "2019"),
        ({"a": "2018", "b": "2019"}, "a before b", "b", "2019"),
    ],
)
def test_bounds(dates: dict[str, str | None], told: str, name: str, edtf: str | None) -> None:
    found = line(dates, told)
    assert when(found, name) == edtf
    assert not found.conflicts


def test_a_date_given_in_the_text_gets_bounds_beside_it() -> None:
    found = line({"a": "2019-06", "b": "2019", "c": "2019-09"}, "a before b, b before c")
    (b,) = [one for one in found.all_events if one.id == "b"]
    assert (b.dating.when, b.dating.basis) == (When.parse("2019"), Basis.EXPLICIT)
    assert b.not_before is not None
    assert b.not_after is not None
    assert (b.not_before.period.edtf, b.not_before.anchor, b.not_before.relation.source) == ("2019-06", "a", "a")
    assert (b.not_after.period.edtf, b.not_after.anchor, b.not_after.relation.target) == ("2019-09", "c", "c")


def test_an_inferred_date_rests_on_another_event() -> None:
    found = line({"a": "2019-06", "b": "<2020", "c": None}, "a before b, b before c")
    (c,) = [one for one in found.all_events if one.id == "c"]
    assert (c.dating.basis, c.dating.anchor) == (Basis.INFERRED, "a")
    assert c.not_before is not None
    assert c.not_before.relation.source == "b"


@pytest.mark.parametrize(
    ("dates", "told", "placed"),
    [
        ({"a": "2019-06", "b": None}, "a before b", "ab"),
        ({"a": "2019-06", "b": None}, "", "a"),
        ({"a": "<2019-06", "b": "<2020"}, "b before a", ""),  # both bounds are from publication
        ({"a": "2019-06", "b": None}, "b before? a", "a"),  # tense alone: a report's day says little of what it tells
        ({"a": "2019-06", "b": None, "c": None}, "b before? a, c before b", "a"),
        ({"a": "2019-06", "b": None}, "b simultaneous a", "a"),
    ],
)
def test_what_has_a_place(dates: dict[str, str | None], told: str, placed: str) -> None:
    assert sorted(one.id for _, one in line(dates, told).events) == list(placed)


@pytest.mark.parametrize(
    ("dates", "told", "expected"),
    [
        # what overlaps is not ordered
        ({"a": "2019", "b": "2019-03-14"}, "", "a1 b1"),
        ({"a": "2019", "b": "2019-03-14", "c": "2019-06-01"}, "", "a1 b1 c2"),
        ({"a": "2019", "b": "2020"}, "", "a1 b2"),
        ({"a": "2019-03-14T15:00", "b": "2019-03-14T16:00"}, "", "a1 b2"),
        ({"a": "2019/2021", "b": "2020", "c": "2022"}, "", "a1 b1 c2"),
        ({"a": "2019/", "b": "2022"}, "", "a1 b1"),
        ({"a": "/2019", "b": "2019", "c": "2020"}, "", "b1 a1 c2"),
        ({"a": "2019~", "b": "2020", "c": "2021"}, "", "a1 b1 c2"),  # about 2019 may be 2020, but not 2021
        (
            {"a": "2019", "b": "2020?", "c": "2021"},
            "",
            "a1 b1 c2",
        ),  # what is uncertain is not ordered, but has its place
        # unless it is told
        ({"a": "2019", "b": "2019"}, "b before a", "b1 a2"),
        ({"a": "2019-03-14", "b": "2019"}, "a before b", "a1 b2"),
        ({"a": "2019-03-14", "b": None, "c": "2019-05-01"}, "a before b", "a1 b2 c2"),
        ({"a": "2019", "b": "2019", "c": "2019"}, "b before a, a before c", "b1 a2 c3"),
        # also by way of what went on since
        ({"a": "2019", "b": "2019", "c": "2019"}, "a before b, c begun_by b", "a1 b2 c2"),
        ({"a": "2019", "b": "2019", "c": "2019"}, "a ended_by b, b before c", "a1 b1 c2"),
    ],
)
def test_positions(dates: dict[str, str | None], told: str, expected: str) -> None:
    assert " ".join(f"{one.id}{n}" for n, one in line(dates, told).events) == expected


def test_order_passes_through_events_of_others() -> None:
    events, known = chronology({"a": "2019", "b": None, "c": "2019"}, "c before b, b before a")
    found = known.timeline(ACTOR, Listing(tuple(one for one in events if one.id in "ac")), CITED, None)
    assert [(n, one.id) for n, one in found.events] == [(1, "c"), (2, "a")]


def readings(conflict: Conflict) -> tuple[str, str, list[str]]:
    return conflict.event, conflict.field, [reading.value for reading in conflict.readings]


@pytest.mark.parametrize(
    ("dates", "told", "expected"),
    [
        ({"a": "2020", "b": "2019"}, "a before b", [("a", "when", ["2020", "/2019"])]),
        ({"a": "2020-03-15", "b": "2020-03-14"}, "a before b", [("a", "when", ["2020-03-15", "/2020-03-14"])]),
        ({"a": "2020-03-14", "b": "2020-03-14"}, "a before b", []),
        ({"a": "2020~", "b": "2019"}, "a before b", []),  # about 2020 may be 2019
        ({"a": "2021~", "b": "2019"}, "a before b", [("a", "when", ["2021~", "/2019"])]),
        ({"a": "2021?", "b": "2019"}, "a before b", []),
        ({"a": "2020", "b": "2019"}, "a simultaneous b", [("a", "when", ["2020", "/2019"])]),
        ({"a": "2019", "b": "2020"}, "a is_included b", [("a", "when", ["2019", "2020/"])]),
        (
            {"a": "2020", "b": None, "c": "2019"},
            "a before b, b before c",
            [("a", "when", ["2020", "/2019"]), ("b", "when", ["2020/", "/2019"])],
        ),
        ({"a": "2019", "b": None}, "a before b, b before a", [("a", "order", ["before", "after"])]),
        ({"a": None, "b": None}, "a before b, a begun_by b", [("a", "order", ["before", "begun_by"])]),
        ({"a": None, "b": None}, "a begun_by b, b begun_by a", []),  # they began together
        (
            {"a": "2019", "b": None, "c": None},
            "a before b, b before c, c before a",
            [("a", "order", ["before", "after"])],
        ),
    ],
)
def test_contradictions(dates: dict[str, str | None], told: str, expected: list[tuple[str, str, list[str]]]) -> None:
    found = line(dates, told)
    assert [readings(conflict) for conflict in found.conflicts] == expected
    assert all(reading.mentions == (0,) for conflict in found.conflicts for reading in conflict.readings)
    if expected:
        assert {name: when(found, name) for name in dates} == dates, "nothing follows from what cannot hold"


def test_a_contradiction_leaves_the_rest_alone() -> None:
    found = line({"a": "2019", "b": None, "c": None, "d": None}, "a before b, c before d, d before c")
    assert when(found, "b") == "2019/"
    assert [readings(conflict)[0] for conflict in found.conflicts] == ["c"]


spans = st.tuples(st.integers(0, 2000), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))
"""What truly happened: first and last day."""


def holds(kind: RelationType, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the relation is true of two true spans of days."""
    return {
        RelationType.BEFORE: one[1] < other[0],
        RelationType.IS_INCLUDED: other[0] <= one[0] and one[1] <= other[1],
        RelationType.BEGUN_BY: other[0] <= one[0] <= other[1],
        RelationType.ENDED_BY: other[0] <= one[1] <= other[1],
        RelationType.SIMULTANEOUS: one[0] <= other[1] and other[0] <= one[1],
    }[kind]


def day(n: int) -> str:
    return (ORIGIN + timedelta(days=n)).isoformat()


@st.composite
def true_cases(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[Event], list[Relation]]:
    """True spans, events that are dated as loosely as a text may, and relations that are true of them."""
    truth = draw(st.lists(spans, min_size=1, max_size=9))
    events = []
    for n, (first, last) in enumerate(truth):
        before, after = draw(st.integers(0, 400)), draw(st.integers(0, 400))
        low, high = day(first - before), day(last + after)
        year = day(first)[:4] if day(first)[:4] == day(last)[:4] else None
        edtf = draw(st.sampled_from([None, year, f"<{high}", f"{low}/{high}", f"{low}/", f"/{high}"]))
        events.append(told_later(draw, event(f"{n}", stated(edtf))))
    pairs = [(a, b, k) for a in range(len(truth)) for b in range(len(truth)) if a != b for k in RelationType]
    true = [(a, b, k) for a, b, k in pairs if holds(k, truth[a], truth[b])]
    chosen = draw(st.lists(st.sampled_from(true), max_size=12, unique=True)) if true else []
    return truth, events, [relation(events[a], k, events[b], draw(st.booleans())) for a, b, k in chosen]


@settings(deadline=None)
@given(true_cases())
def test_what_is_true_stays_within_its_bounds(case: tuple[list[tuple[int, int]], list[Event], list[Relation]]) -> None:
    truth, events, relations = case
    found = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    assert not found.conflicts
    given_dates = {one.id: one.dating.when for one in events}
    for one in found.all_events:
        first, last = (ORIGIN + timedelta(days=n) for n in truth[int(one.id)])
        known = one.dating.when
        own = given_dates[one.id]
        if known and one.choice is not Choice.LIKELY:
            assert known.earliest is None or known.earliest <= first
            assert known.latest is None or last <= known.latest
        if own:
            assert known is not None
            assert own.contains(known)
        assert one.not_before is None or one.not_before.period.start.date() <= first
        assert one.not_after is None or last < one.not_after.period.end.date()


@settings(deadline=None)
@given(true_cases())
def test_what_is_certainly_before_has_a_smaller_position(
    case: tuple[list[tuple[int, int]], list[Event], list[Relation]],
) -> None:
    _, events, relations = case
    found = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    position = {one.id: n for n, one in found.events}
    for one in relations:
        if one.type is RelationType.BEFORE and one.source in position and one.target in position:
            assert position[one.source] < position[one.target]
    dated = [(n, one.dating.when) for n, one in found.events if one.dating.when and one.choice is not Choice.LIKELY]
    for n, first in dated:
        assert all(n < m for m, second in dated if first.before(second))


@pytest.mark.parametrize("around", [None, "/2021", "2018/", "/2019"])
def test_what_is_within_an_event_of_unknown_time_stands_before_what_follows_at_once(around: str | None) -> None:
    found = line({"a": "2019", "b": around, "c": "2020"}, "a is_included b")
    position = {one.id: n for n, one in found.events}
    assert position["a"] < position["c"]


@settings(deadline=None)
@given(true_cases())
def test_equal_positions_are_not_ordered(case: tuple[list[tuple[int, int]], list[Event], list[Relation]]) -> None:
    _, events, relations = case
    found = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    for n, first in found.events:
        for m, second in found.events:
            known = first.dating.when and second.dating.when and Choice.LIKELY not in (first.choice, second.choice)
            if n == m and known:
                assert first.dating.when.overlaps(second.dating.when)


@st.composite
def any_case(draw: st.DrawFn) -> tuple[list[Event], list[Relation]]:
    """Events and relations that may well contradict each other."""
    edtf = st.sampled_from(
        [None, "2018", "2019", "2019-03", "2019-03-14", "2020~", "2020?", "2019/", "/2019", "<2020", "<2018"]
    )
    events = [told_later(draw, event(f"{n}", stated(draw(edtf)))) for n in range(draw(st.integers(2, 8)))]
    pairs = st.tuples(
        st.sampled_from(events), st.sampled_from(list(RelationType)), st.sampled_from(events), st.booleans()
    )
    told = draw(st.lists(pairs, max_size=14))
    found = {(a.id, k, b.id): relation(a, k, b, cue) for a, k, b, cue in told if a.id != b.id}
    return events, list(found.values())


@settings(deadline=None)
@given(any_case(), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(case: tuple[list[Event], list[Relation]], random: st.DataObject) -> None:
    events, relations = case
    expected = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    shuffled, links = list(events), list(relations)
    random.shuffle(shuffled)
    random.shuffle(links)
    assert Chronology(shuffled, TYPES, links).timeline(ACTOR, Listing(tuple(shuffled)), CITED, None) == expected


@settings(deadline=None)
@given(any_case())
def test_constraints_that_are_applied_already_change_nothing(case: tuple[list[Event], list[Relation]]) -> None:
    events, relations = case
    once = Chronology(events, TYPES, relations)
    assert Chronology(once.events, TYPES, relations).events == once.events


@settings(deadline=None)
@given(any_case())
def test_a_timeline_always_comes_of_it(case: tuple[list[Event], list[Relation]]) -> None:
    events, relations = case
    found = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    assert sorted(one.id for one in found.all_events) == sorted(one.id for one in events)
    before = {one.id: one.dating for one in events}
    for one in found.all_events:
        if before[one.id].basis is Basis.EXPLICIT:
            assert one.dating == before[one.id]


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["chain", "circle", "star", "apart"])
def test_twenty_thousand_events_lose_none(shape: str) -> None:
    names = [f"{n:05d}" for n in range(20_000)]
    events = [event(name, stated(day(n // 10) if n % 3 == 0 else None), 0) for n, name in enumerate(names)]
    last = {"chain": events[1:], "circle": [*events[1:], events[0]], "star": [events[-1]] * (len(events) - 1)}
    relations = [relation(a, RelationType.BEFORE, b) for a, b in zip(events, last.get(shape, []), strict=False)]
    found = Chronology(events, TYPES, relations).timeline(ACTOR, Listing(tuple(events)), CITED, None)
    assert len(found.all_events) == len(events)
