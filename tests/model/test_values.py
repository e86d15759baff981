"""Values that break their own rules cannot be made."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    CERTAIN,
    Actor,
    ActorChain,
    ActorMention,
    ActorPointer,
    Annotations,
    Article,
    Attribution,
    Basis,
    Certainty,
    Citation,
    Conflict,
    Dating,
    Event,
    EventMention,
    EventPointer,
    Evidence,
    Factuality,
    Form,
    Hiding,
    Identity,
    Issue,
    Judgement,
    Kind,
    Method,
    Overview,
    Participant,
    Polarity,
    Published,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    Reading,
    Realis,
    Reason,
    Rejection,
    Renaming,
    Role,
    Signal,
    Span,
    Timeline,
    Verdict,
    Watched,
    When,
)

WORD = Quote(Span(3, 6), "met")
LINE = Quote(Span(0, 10), "He met her")
ADA = ActorPointer("a")
PIECE = Evidence("a", WORD, LINE, Dating(), CERTAIN)
EVENT = Event("e", "meeting", "He met her", Dating(), CERTAIN, (PIECE,))
ACTOR = Actor("x", "Ada", Kind.PERSON, (("a", "a1"),), 1)
CITED = {"a": Citation("a", "a.txt", "0" * 64)}


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Span(3, 3), id="empty span"),
        pytest.param(lambda: Span(-1, 3), id="negative span"),
        pytest.param(lambda: Span(5, 3), id="reversed span"),
        pytest.param(lambda: Quote(Span(0, 3), "four"), id="quote of another length"),
        pytest.param(lambda: Article(ref="", text="x"), id="article without ref"),
        pytest.param(lambda: Article(ref="x", text=" \n"), id="blank article"),
        pytest.param(lambda: Published(When.parse("2019")), id="date of unknown origin"),
        pytest.param(lambda: Published(None, Method.GIVEN), id="origin without date"),
        pytest.param(lambda: Dating(When.parse("2019")), id="date without basis"),
        pytest.param(lambda: Dating(None, Basis.EXPLICIT), id="basis without date"),
        pytest.param(lambda: ActorChain("a1", "Ada", Kind.PERSON, ()), id="actor without mention"),
        pytest.param(lambda: ActorChain("a1", "A\nB", Kind.PERSON, (ActorMention(WORD, Form.NAME),)), id="broken name"),
        pytest.param(lambda: ActorMention(WORD, Form.NAME, confidence=0), id="mention without confidence"),
        pytest.param(lambda: ActorMention(WORD, Form.NAME, confidence=1.1), id="more than sure"),
        pytest.param(lambda: Quantity(WORD, QuantityKind.KILLED, 3, 2), id="at least more than at most"),
        pytest.param(lambda: EventMention("e1", "x", WORD, "meet", Span(0, 4)), id="trigger outside sentence"),
        pytest.param(lambda: Evidence("a", LINE, WORD, Dating(), CERTAIN), id="trigger outside quote"),
        pytest.param(lambda: Event("e", "x", "s", Dating(), CERTAIN, ()), id="event without evidence"),
        pytest.param(
            lambda: Event("e", "x", "s", Dating(), CERTAIN, (PIECE,), independent_sources=2),
            id="too many sources",
        ),
        pytest.param(lambda: Actor("x", "Ada", Kind.PERSON, (), 0), id="actor without chain"),
        pytest.param(lambda: Conflict("e", "when", (Reading("2019", (0,)), Reading("2019", (1,)))), id="no conflict"),
        pytest.param(lambda: Timeline(ACTOR, None, ((2, EVENT),), articles=CITED), id="position with a gap"),
        pytest.param(lambda: Timeline(ACTOR, None, ((0, EVENT),), articles=CITED), id="position zero"),
        pytest.param(lambda: Timeline(None, None), id="timeline of nobody"),
        pytest.param(lambda: Timeline(ACTOR, None, overview=Overview((), 0, 0)), id="timeline of an actor and a case"),
        pytest.param(lambda: Timeline(ACTOR, None, ((1, EVENT),)), id="article that is not there"),
        pytest.param(lambda: Identity(ADA, ADA, Verdict.SAME), id="one thing on both sides"),
        pytest.param(lambda: Identity(ADA, EventPointer("x", WORD), Verdict.SAME), id="an actor and an event"),
        pytest.param(lambda: Renaming(ActorPointer("a"), " "), id="blank new name"),
        pytest.param(lambda: Judgement(Rejection(ActorPointer("a")), by=""), id="judgement by nobody"),
        pytest.param(lambda: Reason(Signal.STATEMENT, 1.0, "also known as", "x"), id="article without quote"),
        pytest.param(lambda: Watched(" "), id="nobody is watched"),
        pytest.param(lambda: Issue("", "wrong"), id="issue nowhere"),
    ],
)
def test_refused(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        make()


def test_references_within_annotations_resolve() -> None:
    event = EventMention("e1", "x", WORD, "meet", Span(0, 10), participants=(Participant(WORD, Role.AGENT, "a9"),))
    with pytest.raises(ValueError, match="e1 refers to a9"):
        Annotations("a", events=(event,))


def test_sources_and_relatives_resolve() -> None:
    said = Attribution(WORD, WORD, via=Attribution(WORD, WORD, "a9"))
    with pytest.raises(ValueError, match="q1 refers to a9"):
        Annotations("a", quotations=(Quotation("q1", WORD, said),))
    with pytest.raises(ValueError, match="a1 refers to a9"):
        Annotations("a", actors=(ActorChain("a1", "Ada", Kind.PERSON, (ActorMention(WORD, Form.NAME),), ("a9",)),))


@pytest.mark.parametrize(
    ("factuality", "is_fact"),
    [
        (Factuality(Certainty.CERTAIN, Polarity.POSITIVE), True),
        (Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.FORECAST), False),
        (Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.GENERIC), False),
        (Factuality(Certainty.CERTAIN, Polarity.NEGATIVE), False),
        (Factuality(Certainty.PROBABLE, Polarity.POSITIVE), False),
    ],
)
def test_only_what_is_told_as_having_happened_is_a_fact(factuality: Factuality, is_fact: bool) -> None:
    assert factuality.is_fact is is_fact


def test_a_judgement_has_no_direction() -> None:
    ada, ida = ActorPointer("Ada Brandt"), ActorPointer("Ida Brandt", "x")
    one, other = (Identity(*pair, Verdict.DIFFERENT) for pair in ((ida, ada), (ada, ida)))
    assert one == other
    assert (one.left, one.right) == (ada, ida)


def test_judgements_are_named_by_what_they_say() -> None:
    made = date(2025, 3, 14)
    one, other = (Judgement(Rejection(ActorPointer("UTC")), "desk", made, why) for why in ("a time", "a zone"))
    assert one.id != other.id
    assert one.id == Judgement(Rejection(ActorPointer("UTC")), "desk", made, "a time").id
    assert one.subject == other.subject


def test_the_ids_that_analysts_have_noted_down_stay() -> None:
    one, made = ActorPointer("a"), date(2026, 1, 2)
    assert Judgement(Identity(one, ActorPointer("b", "x"), Verdict.SAME), "ada", made, "why").id == "5166f9b8d7"
    assert Judgement(Hiding(EventPointer("x", Quote(Span(3, 6), "met"))), "ada", made, "why").id == "0253df7238"


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1))
def test_an_article_is_known_by_its_content(text: str, ref: str) -> None:
    one = Article(ref=ref, text=text)
    assert one.id == Article(ref="elsewhere", text=text).id
    assert one.id != Article(ref=ref, text=text, title="a title").id
    assert one.id != Article(ref=ref, text=text, published=Published.given("2019")).id
    assert one.sha256 == Article(ref=ref, text=text, title="a title").sha256
    assert one.id != Article(ref=ref, text=text + ".").id


@given(st.text(), st.integers(0, 40), st.integers(1, 10))
def test_a_quote_stands_where_it_was_cut(text: str, start: int, length: int) -> None:
    whole = text + "x" * 50
    quote = Quote.cut(whole, Span(start, start + length))
    assert quote.stands_in(whole)
    other = "y" if whole[start] == "x" else "x"
    assert not quote.stands_in(whole[:start] + other + whole[start:])
