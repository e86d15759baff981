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
    Method,
    Polarity,
    Published,
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
from dossier.timeline.importance.importance import importance_to, weighed
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
        ({"fact": FACTS[0]}, {"fact": FACTS[-1]}),
        ({"articles": 1}, {"articles": 3}),
        ({"articles": 3, "sources": 1}, {"articles": 3, "sources": 3}),
        ({"at": 3000}, {"at": 0}),
        ({"dated": False}, {"dated": True}),
        # what several tell, with its day, counts more than a graver thing that one tells without
        ({"type_": "arrest", "at": 0}, {"type_": "agreement", "articles": 2, "sources": 2, "dated": True}),
        # what everybody tells counts more than a graver thing that two tell
        ({"type_": "death", "articles": 2, "sources": 2}, {"type_": "statement", "articles": 8, "sources": 8}),
        ({"fact": replace(FACTS[-1], realis=Realis.PLAN)}, {}),
    ],
)
def test_what_matters_more(less: dict[str, object], more: dict[str, object]) -> None:
    (one,), (two,) = (weighed([event(**features)], {}, TYPES) for features in (less, more))  # type: ignore[arg-type]
    assert importance_to(one, "ada") < importance_to(two, "ada")


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param("He slept until noon.", "The harbour strike ended in Orlov.", id="what others tell of, too"),
        pytest.param("The strike ended.", "The first strike ended.", id="the first of its kind"),
        pytest.param("The strike ended.", "Ada Brandt ended the strike in Orlov.", id="named people and places"),
        pytest.param("“Strike”, she said.", "Strike, she said.", id="told, not quoted"),
        pytest.param(
            "The strike has a toll of twelve so far.", "The strike has a roll of twelve by now.", id="no tally"
        ),
    ],
)
def test_which_line_matters_more(less: str, more: str) -> None:
    others = (
        "The harbour strike began in Orlov.",
        "Workers of the harbour in Orlov are on strike.",
        "The strike goes on.",
    )
    lines = [less, more, *others]
    case = [telling(line, article=f"a{number}") for number, line in enumerate(lines)]
    one, two, *_ = weighed(case, {}, TYPES)
    assert one.importance < two.importance


@pytest.mark.parametrize(
    ("lemma", "line"),
    [("accuse", "Ada Brandt accused Keller."), ("release", "Ada Brandt released an update.")],
)
def test_who_only_says_something_matters_less(lemma: str, line: str) -> None:
    plain = telling(line)
    remark = replace(plain, evidence=(replace(plain.evidence[0], lemma=lemma, summary=line),))
    assert weighed([remark], {}, TYPES)[0].importance < weighed([plain], {}, TYPES)[0].importance


@pytest.mark.parametrize(
    ("importance", "interest", "combined"),
    [(0.8, 0.5, 0.8), (0.8, 0.2, 0.5), (0.5, 0.9, 0.9), (1.0, 0.0, 1.0), (0.0, 1.0, 0.0)],
)
def test_a_reader_wants_the_line(importance: float, interest: float, combined: float) -> None:
    assert importance_to(replace(event(), importance=importance), "ada", interest) == pytest.approx(combined)


def test_actors_of_whom_many_tell_matter_more() -> None:
    case = [telling("He left.", entity, f"a{n}") for n, entity in enumerate(("keller", "ada", "ada", "ada"))]
    assert [one.importance for one in weighed(case, {}, TYPES)] == sorted(
        one.importance for one in weighed(case, {}, TYPES)
    )


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param("2016-03-01", "2019-03-01", id="news, not history"),
        pytest.param("2019-02-01", "2019-03-01", id="news, not what is told later"),
    ],
)
def test_which_day_matters_more(less: str, more: str) -> None:
    published = Published(When.parse("2019-03-02"), Method.GIVEN)
    articles = {"a0": Citation("a0", "a0.txt", "0" * 64, published=published)}
    one, two = weighed([telling("He left.", on=less), telling("He left.", on=more)], articles, TYPES)
    assert one.importance < two.importance


def test_who_declares_something_does_it() -> None:
    said = telling("Ada Brandt declared a strike.")
    said = replace(said, type="statement")
    act, remark = (
        replace(said, evidence=(replace(said.evidence[0], lemma=lemma),)) for lemma in ("declare", "mention")
    )
    assert weighed([act], {}, TYPES)[0].importance > weighed([remark], {}, TYPES)[0].importance


def test_a_line_that_names_an_old_year_is_history() -> None:
    published = Published(When.parse("2019-03-02"), Method.GIVEN)
    articles = {"a0": Citation("a0", "a0.txt", "0" * 64, published=published)}
    lines = ("He was promoted in 1994.", "He was promoted in 2019.", "He of the 1994 crew was promoted in 2019.")
    old, new, both = (weighed([telling(line)], articles, TYPES)[0].importance for line in lines)
    assert old < new
    assert old < both


def test_the_day_of_which_many_tell_matters_more() -> None:
    days = ("2019-03-01", "2019-03-05", "2019-03-05", "2019-03-05")
    alone, busy, *_ = weighed([telling("He left.", on=on, article=f"a{n}") for n, on in enumerate(days)], {}, TYPES)
    assert alone.importance < busy.importance


def telling(line: str, entity: str = "ada", article: str = "a0", on: str = "2019-03-01") -> Event:
    dating = Dating(When.parse(on), Basis.EXPLICIT)
    quote = Quote(Span(0, len(line)), line)
    evidence = (Evidence(article, quote, quote, dating, FACTS[-1]),)
    return Event(
        f"{article} {line} {on}", "movement", line, dating, FACTS[-1], evidence, (RolePlayer("X", Role.AGENT, entity),)
    )


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
    def found(*features: object) -> float:
        (one,) = weighed([event(*features)], {}, TYPES)  # type: ignore[arg-type]
        return importance_to(one, "ada")

    base = found(type_, role, fact, articles, sources, at, dated)
    assert 0 < base <= 1
    larger = [
        ("death", role, fact, articles, sources, at, dated),
        (type_, Role.AGENT, fact, articles, sources, at, dated),
        (type_, role, FACTS[-1], articles, sources, at, dated),
        (type_, role, fact, articles + 1, sources, at, dated),
        (type_, role, fact, max(articles, sources + 1), sources + 1, at, dated),
        (type_, role, fact, articles, sources, at // 2, dated),
        (type_, role, fact, articles, sources, at, True),
    ]
    assert all(found(*one) >= base for one in larger)


def test_it_is_of_the_actor_in_whose_timeline_it_stands() -> None:
    (told,) = weighed([replace(event(), place=Setting("Varna", "varna"))], {}, TYPES)
    assert importance_to(told, "ada") > importance_to(told, "varna") > importance_to(told, "keller") == 0


def test_a_users_type_matters_as_its_file_says() -> None:
    listed = EventTypes({"launch of ships": EventType("launch of ships", importance=1.0)})
    one, two = (weighed([event(name)], {}, listed)[0].importance for name in ("statement", "launch of ships"))
    same = [weighed([event(name)], {}, TYPES)[0].importance for name in ("investigation", "death")]
    assert [one, two] == same


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
