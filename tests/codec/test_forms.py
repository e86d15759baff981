"""The JSON forms: out and in again, and as the published schemas say."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.codec import (
    SCHEMAS,
    Generator,
    IndexEntityForm,
    IndexEntryForm,
    IndexForm,
    IndexSkippedForm,
    ManifestArticleForm,
    ManifestFileForm,
    ManifestForm,
    ManifestJudgementForm,
    PreviousForm,
    decode_annotations,
    decode_article,
    decode_case_contents,
    decode_index,
    decode_manifest,
    decode_timeline,
    encode_annotations,
    encode_article,
    encode_case_contents,
    encode_index,
    encode_manifest,
    encode_timeline,
    schema,
)
from dossier.model import (
    CERTAIN,
    INVOLVED,
    Actor,
    ActorChain,
    ActorMention,
    ActorPointer,
    Annotations,
    Article,
    Attribution,
    Basis,
    CaseContents,
    Certainty,
    Choice,
    Conflict,
    Correction,
    Cue,
    CueKind,
    Dating,
    Definiteness,
    Description,
    EntryCounts,
    Event,
    EventField,
    EventMention,
    EventPointer,
    Evidence,
    Factuality,
    Form,
    Issue,
    Kind,
    LikelyDay,
    Link,
    MainActor,
    Manner,
    Method,
    Number,
    Overview,
    PartOfSpeech,
    Polarity,
    PublicationWitness,
    Published,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    Reading,
    Realis,
    Reason,
    Reported,
    Role,
    RolePlayer,
    Setting,
    Sieve,
    Signal,
    Span,
    Tense,
    Timeline,
    When,
)
from dossier.resolve import resolve_actors, resolve_events, resolve_relations, stated_relations
from dossier.timeline import Chronology, by_actor, listing
from tests.event_types import TYPES

ROOT = Path(__file__).parents[2]
TEXT = """Peter Brandt, a senior engineer at the port of Varna, was arrested in Varna on 14 March 2019.

The harbour police said that Brandt had sold the plans in 2016. Brandt denied that he met the buyers.
According to the union, Brandt could be released in May 2021."""
GENERATOR = Generator(name="dossier", version="0", model="test 1", config="0" * 16)


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(
        ref="brandt.txt",
        text=TEXT,
        title="Engineer held",
        published=Published.given("2019-03-15"),
        publisher="Harbour News",
        extra={"desk": "ports"},
    )


@pytest.fixture(scope="module")
def annotations(article: Article) -> Annotations:
    return next(nlp.annotate([article]))


@pytest.fixture(scope="module")
def timelines(article: Article, annotations: Annotations) -> list[Timeline]:
    return timelines_of(article, annotations)


def timelines_of(article: Article, annotations: Annotations) -> list[Timeline]:
    actors = resolve_actors([(article, annotations)], TYPES)
    events = resolve_events([(article, annotations)], actors, TYPES).events
    chronology = Chronology(events, TYPES, resolve_relations(stated_relations([annotations]), events))
    own = by_actor(chronology.events, TYPES)
    cited = {article.id: article.citation}
    as_of = When.parse("2019-03-15")
    return [
        chronology.timeline(actor, listing(actor.id, own.get(actor.id, []), TYPES), cited, as_of)
        for actor in actors.actors
    ]


def test_annotations_out_and_in(article: Article, annotations: Annotations) -> None:
    assert annotations.times
    assert annotations.actors
    assert annotations.events
    data = encode_annotations(article, annotations)
    assert b"\n" not in data
    assert decode_annotations(data) == annotations


def words(text: str) -> Quote:
    return Quote.cut(TEXT, Span(TEXT.index(text), TEXT.index(text) + len(text)))


def test_everything_that_an_event_can_have_out_and_in(article: Article) -> None:
    police = Attribution(words("The harbour police"), words("said"), "a2", "harbour police")
    union = Attribution(words("union"), words("According to"), manner=Manner.DIRECT, via=police)
    event = EventMention(
        "e1",
        "arrest",
        words("was arrested"),
        "arrest",
        Span(0, TEXT.index("\n")),
        factuality=Factuality(Certainty.PROBABLE, Polarity.NEGATIVE, Realis.FORECAST),
        attribution=union,
        cues=(Cue(words("could"), CueKind.MODAL),),
        quantities=(Quantity(words("14"), QuantityKind.KILLED, 3, 5.5, "EUR", is_about=True),),
        summary="[Peter Brandt] was arrested.",
        part_of_speech=PartOfSpeech.NOUN,
        number=Number.PLURAL,
        definiteness=Definiteness.DEFINITE,
        tense=Tense.PERFECT,
    )
    short = ActorMention(
        words("Brandt"), Form.NAME, Sieve.WATCHLIST, 0.97, "Brandt", Number.SINGULAR, Definiteness.INDEFINITE
    )
    chains = (
        ActorChain("a1", "Brandt", Kind.PERSON, (short,)),
        ActorChain("a2", "harbour police", Kind.ORGANIZATION, (ActorMention(words("police"), Form.NAME),), ("a1",)),
    )
    quotations = (Quotation("q1", words("in Varna"), union), Quotation("q2", words("the plans")))
    found = Annotations(article.id, actors=chains, events=(event,), quotations=quotations)
    assert decode_annotations(encode_annotations(article, found)) == found


def test_timelines_out_and_in(timelines: list[Timeline]) -> None:
    article = Article(ref="brandt.txt", text="Peter Brandt was arrested in Varna. He had resigned.")
    without_a_date = timelines_of(article, next(nlp.annotate([article])))
    assert any(one.events for one in timelines)
    assert any(one.undated for one in without_a_date)
    assert any(one.actor.descriptions for one in timelines)
    for one in timelines + without_a_date:
        assert decode_timeline(encode_timeline(one, GENERATOR)) == (one, GENERATOR)


def test_everything_that_merging_says_out_and_in(article: Article) -> None:
    held, sold = words("was arrested"), words("had sold")
    first, last = TEXT.split("\n", maxsplit=1)[0], TEXT.rsplit("\n", maxsplit=1)[-1]
    day = Dating(When.parse("2019-03-14"), Basis.EXPLICIT)
    told = Evidence(article.id, held, words(first), day, CERTAIN, origin="x")
    later = Evidence(
        article.id,
        words("released"),
        words(last),
        Dating(),
        CERTAIN,
        participants=(RolePlayer("Brandt", Role.PATIENT, "b", 0.7, words("Brandt")),),
        place=Setting("Varna", "o", 0.8, words("Varna")),
        lemma="release",
        tense=Tense.PERFECT,
        hangs_on=words("released"),
        stands_alone=False,
    )
    statement = Reason(Signal.STATEMENT, 1.0, "a text says so", article.id, words("a senior engineer"))
    brandt, kind = ActorPointer("Brandt"), Reason(Signal.KIND, -1.0, "other kinds")
    links = (
        Link(brandt, ActorPointer("the engineer", article.id), (statement,), is_merged=True, value=3),
        Link(brandt, ActorPointer("Orlov"), (kind,), is_merged=False),
    )
    same = Link(EventPointer(article.id, held), EventPointer(article.id, sold), (statement,), is_merged=True)
    event = Event("e", "arrest", first, day, CERTAIN, (told,), choice=Choice.SOURCES, links=(same,), importance=0.5)
    release = Event("f", "release", last, Dating(), CERTAIN, (later,))
    report = Reported(When.parse("2019-03-15"), When.parse("2019-04"))
    likely = LikelyDay(date(2019, 3, 15), 0.5, 0.75)
    sale = Event("g", "sale", first, Dating(), CERTAIN, (told,), choice=Choice.LIKELY, reported=report, likely=likely)
    actor = Actor("b", "Brandt", Kind.PERSON, ((article.id, "a1"),), 1, links=links, identifiers=(("register", "7"),))
    readings = Reading("2019-03-14", (0,)), Reading("after", (0,), event="f")
    timeline = Timeline(
        actor,
        None,
        ((1, event), (1, sale)),
        expected=(release,),
        conflicts=(Conflict("e", "life", readings),),
        articles={article.id: replace(article.citation, copy_of="x")},
    )
    data = encode_timeline(timeline, GENERATOR)
    assert decode_timeline(data) == (timeline, GENERATOR)
    jsonschema.Draft202012Validator(schema("timeline")).validate(json.loads(data))


def test_what_the_analyst_corrected_out_and_in(article: Article) -> None:
    held, day = words("was arrested"), Dating(When.parse("2019-03-14"), Basis.EXPLICIT)
    source = Attribution(held, held, given="the harbour office")
    corrections = (
        Correction(EventField.SUMMARY, "Held.", "He was arrested.", "3f2a9c01d4", "ada", date(2026, 11, 22)),
        Correction(EventField.ATTRIBUTION, "the harbour office", "", "3f2a9c01d5", "ada"),
        Correction(EventField.PARTICIPANTS, INVOLVED, "", "3f2a9c01d6", "ada", participant="Brandt"),
    )
    told = Evidence(
        article.id, held, words(TEXT), day, CERTAIN, source, summary="He was arrested.", corrections=corrections
    )
    event = Event("e", "arrest", "He was arrested.", day, CERTAIN, (told,), attribution=source, wording="Held.")
    actor = Actor("b", "Brandt", Kind.PERSON, ((article.id, "a1"),), 1)
    timeline = Timeline(actor, None, ((1, event),), articles={article.id: article.citation})
    data = encode_timeline(timeline, GENERATOR)
    assert decode_timeline(data) == (timeline, GENERATOR)
    (form,) = json.loads(data)["events"]
    assert (form["summary"], form["summary_read"]) == ("Held.", "He was arrested.")
    assert form["judged"] == ["summary", "attribution", "participants"]
    assert form["attribution"]["text"] == "the harbour office"
    jsonschema.Draft202012Validator(schema("timeline")).validate(json.loads(data))


def test_the_timeline_of_a_case_out_and_in(article: Article) -> None:
    clerk = Description("was arrested", article.id, words("was arrested"))
    main = MainActor("b", "Brandt", Kind.PERSON, ("Ada",), (clerk,), 3, 2, 1)
    timeline = Timeline(None, When.parse("2019-03"), overview=Overview((main,), events=9, articles=4))
    data = encode_timeline(timeline, GENERATOR)
    assert decode_timeline(data) == (timeline, GENERATOR)
    jsonschema.Draft202012Validator(schema("timeline")).validate(json.loads(data))


def test_the_contents_of_a_case_out_and_in(article: Article) -> None:
    trigger = EventPointer(article.id, words("was arrested"))
    reasons = Reason(Signal.TRIGGER, 4.5, "one word"), Reason(Signal.TIME, -2.25, "other days")
    contents = CaseContents(
        actors=(Actor("b", "Brandt", Kind.PERSON, ((article.id, "a1"),), 1),),
        active=("b",),
        entry_counts={"b": EntryCounts(3, 2, 1, 0)},
        event_count=3,
        citations={article.id: article.citation},
        unread_languages=(Issue("fr.txt", "it is in French"),),
        doubts=(Link(trigger, trigger, reasons, is_merged=False, value=2),),
        judgements={"j": "same: Ada, A. Brandt"},
        judgement_issues=(Issue("j", "it has no effect", "look"),),
        judgement_notes=(),
        outlet_notes=(Issue("Wire", "no article is of this outlet"),),
    )
    assert decode_case_contents(encode_case_contents(contents)) == contents


def test_annotations_of_another_article_are_refused(article: Article, annotations: Annotations) -> None:
    with pytest.raises(ValueError, match="do not belong"):
        encode_annotations(Article(ref="other", text="Other."), annotations)


def index() -> IndexForm:
    entity = IndexEntityForm(id="1", name="Ada", kind=Kind.PERSON)
    return IndexForm(
        as_of="2019-03-15",
        generator=GENERATOR,
        dossiers=[
            IndexEntryForm(query="Ada", entity=entity, files={"json": "ada-1/timeline.json"}, counts={"events": 1}),
            IndexEntryForm(query="Nobody", entity=None, files={}, counts={}),
        ],
        skipped=[IndexSkippedForm(ref="x.png", reason="not text")],
    )


def test_index_out_and_in() -> None:
    assert decode_index(encode_index(index())) == index()


def manifest(path: str = "ada-1/timeline.json") -> ManifestForm:
    return ManifestForm(
        generator=GENERATOR,
        as_of="2019-03-15",
        edition=2,
        previous=PreviousForm(edition=1, sha256="0" * 64),
        settings={"formats": ["json"], "top": 3, "language": None, "published": "2019"},
        articles=[ManifestArticleForm(id="a", ref="a.txt", sha256="1" * 64, url=None)],
        judgements=[ManifestJudgementForm(id="b", text="reject: UTC (ada)")],
        dossiers=[],
        files=[ManifestFileForm(path=path, sha256="2" * 64, size=5)],
    )


def test_manifest_out_and_in() -> None:
    assert decode_manifest(encode_manifest(manifest())) == manifest()


@pytest.mark.parametrize("path", ["../a", "/etc/passwd", "a/../../b", "", ".", "a\0b"])
def test_a_manifest_that_leads_out_of_its_folder_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="outside its folder"):
        decode_manifest(encode_manifest(manifest(path)))


@pytest.mark.parametrize("path", ["a", "a/b", "..a/b..", "a/.b"])
def test_a_path_below_the_folder_is_taken(path: str) -> None:
    assert decode_manifest(encode_manifest(manifest(path))).files[0].path == path


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"schema": "dossier/index/2"}', b"\xff"])
def test_what_is_not_the_form_is_refused(data: bytes) -> None:
    for decode in (decode_annotations, decode_timeline, decode_index, decode_article, decode_manifest):
        with pytest.raises(ValueError, match=r".+"):
            decode(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
optional = st.none() | st.text(max_size=20)


@given(
    st.builds(
        Article,
        ref=st.text(min_size=1, max_size=20),
        text=st.text(min_size=1).filter(str.strip),
        title=optional,
        published=st.sampled_from(
            [
                Published(),
                Published.given("2019-03~"),
                Published.given("2019/2020-03"),
                Published(When.parse("2019?"), Method.DATELINE, (PublicationWitness(When.parse("2021"), Method.URL),)),
            ]
        ),
        url=optional,
        publisher=optional,
        author=optional,
        language=optional,
        reliability=optional,
        extra=st.dictionaries(st.text(), json_values, max_size=3),
    )
)
def test_articles_out_and_in(one: Article) -> None:
    assert decode_article(encode_article(one)) == one


def samples(article: Article, annotations: Annotations, timelines: list[Timeline]) -> Iterator[tuple[str, bytes]]:
    yield "annotations", encode_annotations(article, annotations)
    yield "index", encode_index(index())
    yield "manifest", encode_manifest(manifest())
    for one in timelines:
        yield "timeline", encode_timeline(one, GENERATOR)


def test_output_is_as_the_schemas_say(article: Article, annotations: Annotations, timelines: list[Timeline]) -> None:
    for name, data in samples(article, annotations, timelines):
        jsonschema.Draft202012Validator(schema(name)).validate(json.loads(data))


def test_a_missing_field_is_against_the_schema(timelines: list[Timeline]) -> None:
    broken = json.loads(encode_timeline(timelines[0], GENERATOR))
    del broken["entity"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema("timeline")).validate(broken)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schemas_are_these(name: str) -> None:
    published = (ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert json.loads(published) == schema(name), "run: python -m dossier.codec docs/schemas"
