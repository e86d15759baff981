"""The events and actors of a case as JSON: out and in again, and what is refused."""

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from msgspec import structs

from dossier.codec import CaseForm, Generator, decode_case, encode_case, encode_case_form, encode_findings, schema
from dossier.model import (
    CERTAIN,
    Actor,
    ActorMention,
    Alias,
    Article,
    Attribution,
    Basis,
    Dating,
    Event,
    Evidence,
    Form,
    Kind,
    LikelyDay,
    Quote,
    Reported,
    Role,
    RolePlayer,
    Setting,
    Span,
    When,
)

TEXT = "Peter Brandt was arrested in Varna. The union said that police released him."
ARTICLE = Article(ref="brandt.txt", text=TEXT)
GENERATOR = Generator(name="dossier", version="0", model="test 1", config="0" * 16)


def words(text: str) -> Quote:
    return Quote.cut(TEXT, Span(TEXT.index(text), TEXT.index(text) + len(text)))


def mention(trigger: str) -> Evidence:
    union = Attribution(words("The union"), words("said"))
    source = replace(union, via=union) if trigger == "released" else None
    return Evidence(ARTICLE.id, words(trigger), Quote.cut(TEXT, Span(0, len(TEXT))), Dating(), CERTAIN, source)


DATED = Event(
    "e",
    "arrest",
    "Peter Brandt was arrested in Varna.",
    Dating(When.parse("2019-03~"), Basis.RELATIVE, "t1"),
    CERTAIN,
    (mention("arrested"), mention("released")),
    (RolePlayer("Peter Brandt", Role.PATIENT, "b", 0.9), RolePlayer("police", Role.AGENT)),
    Setting("Varna", "v"),
    importance=0.5,
    reported=Reported(When.parse("2019-03-15"), When.parse("2019-04")),
    likely=LikelyDay(date(2019, 3, 15), 0.5, 0.75),
)
BARE = Event("f", "release", "Police released him.", Dating(), CERTAIN, (mention("released"),))


BRANDT = Actor("b", "Peter Brandt", Kind.PERSON, ((ARTICLE.id, "a1"),), 2, (Alias("Brandt", 1, (ARTICLE.id,)),))
MENTIONS = [(ARTICLE.id, ActorMention(words("him"), Form.PRONOUN, confidence=0.9))]
MENTIONS += [(ARTICLE.id, ActorMention(words("Peter Brandt"), Form.NAME))]


def encoded(*events: Event) -> bytes:
    findings = encode_findings(events, [(BRANDT, MENTIONS)])
    return b"".join(encode_case(findings, {ARTICLE.id: ARTICLE.citation}, GENERATOR, "2019-04"))


def form(*events: Event) -> CaseForm:
    return decode_case(encoded(*events))


def test_a_case_out_and_in() -> None:
    for events in ((), (DATED, BARE)):
        data = encoded(*events)
        case = decode_case(data)
        assert encode_case_form(case) == data
        assert all(one.is_told_by(event) for one, event in zip(case.events, events, strict=True))
        assert case.citations() == {ARTICLE.id: ARTICLE.citation}
        jsonschema.Draft202012Validator(schema("case")).validate(json.loads(data))


def test_every_quote_of_a_mention_is_given() -> None:
    said = {quote.exact for key, quote in form(BARE).quotes() if key == ARTICLE.id}
    assert said == {TEXT, "released", "The union", "said", "Peter Brandt", "him"}


def test_an_actor_has_all_its_mentions_in_the_order_of_the_text() -> None:
    (actor,) = form().actors
    assert [(one.text, one.form, one.confidence) for one in actor.mentions] == [
        ("Peter Brandt", "name", 1.0),
        ("him", "pronoun", 0.9),
    ]
    assert (actor.name, actor.kind, [alias.text for alias in actor.aliases]) == ("Peter Brandt", "person", ["Brandt"])


@pytest.mark.parametrize(
    ("told", "is_alike"),
    [
        (BRANDT, True),
        (replace(BRANDT, identifiers=(("Q", "1"),)), True),
        (replace(BRANDT, mentions=3), False),
        (replace(BRANDT, kind=Kind.PLACE), False),
        (replace(BRANDT, aliases=()), False),
    ],
)
def test_a_dossier_tells_an_actor_as_the_case_does(told: Actor, is_alike: bool) -> None:
    assert form().actors[0].is_told_by(told) == is_alike


def test_an_actor_without_a_mention_is_refused() -> None:
    case = form()
    with pytest.raises(ValueError, match="actor b has no mention"):
        decode_case(encode_case_form(structs.replace(case, actors=[structs.replace(case.actors[0], mentions=[])])))


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"mentions": []}, "has no mention"), ({"mentions": form(BARE).events[0].mentions}, "which is not in the case")],
)
def test_an_event_that_rests_on_nothing_is_refused(changes: dict[str, object], said: str) -> None:
    case = form(BARE)
    event = structs.replace(case.events[0], **changes)
    articles = {} if said.endswith("case") else case.articles
    with pytest.raises(ValueError, match=said):
        decode_case(encode_case_form(structs.replace(case, events=[event], articles=articles)))


@pytest.mark.parametrize(
    ("told", "is_alike"),
    [
        (DATED, True),
        (replace(DATED, evidence=DATED.evidence[::-1], summary="Police released him."), True),
        (replace(DATED, importance=0.9, attribution=DATED.evidence[1].attribution), True),
        (replace(DATED, dating=Dating()), False),
        (replace(DATED, participants=()), False),
        (replace(DATED, evidence=DATED.evidence[:1]), True),
        (replace(DATED, evidence=DATED.evidence[:1], dating=DATED.evidence[0].dating), True),
        (replace(DATED, evidence=DATED.evidence[:1], dating=Dating(When.parse("2020"), Basis.EXPLICIT)), False),
    ],
)
def test_a_timeline_tells_an_event_as_the_case_does(told: Event, is_alike: bool) -> None:
    assert form(DATED).events[0].is_told_by(told) == is_alike
