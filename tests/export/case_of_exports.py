"""A small made-up case with every kind of doubt, and with texts that want to be more than text."""

from dossier.codec import CaseActorForm, CaseEventForm, CaseForm, CitationForm, Generator, TimelineForm
from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.case_actors import CaseActorMentionForm
from dossier.codec.case_events import CaseMentionForm
from dossier.codec.correction_forms import CorrectionForm
from dossier.codec.entity_forms import AliasForm, DescriptionForm, DescriptionPlaceForm, EntityForm, IdentifierForm
from dossier.codec.relation_forms import BoundForm, RelationForm
from dossier.codec.shared_forms import LikelyForm, PublishedForm, QuoteForm, TextForm, WhenForm
from dossier.codec.timeline_forms import (
    ConflictForm,
    EntryForm,
    EvidenceForm,
    PlayerForm,
    ReadingForm,
    ReportedForm,
    SeriesForm,
    SettingForm,
    TimelineEventForm,
)
from dossier.export import Export, PublishedBuild, find_exporter
from dossier.model import (
    WHOLE_CASE,
    Basis,
    Certainty,
    Dating,
    DocumentStatus,
    EventField,
    Form,
    Kind,
    Manner,
    Marking,
    Method,
    Polarity,
    QuantityKind,
    Realis,
    RelationType,
    Role,
    SeriesKind,
    When,
)

IDS = ["e-arrest", "e-formula", "e-fall", "e-undated", "e-plan"]
DATES = ["2019-03-14", "2019-03/2019-05~", "/2019-03-15", None, "2031-05"]
GENERATOR = Generator(name="dossier", version="0", model="none", config="0")
ADA, PORT, LIMASSOL = "ada0ada0ada0ada0", "port0000port0000", "limassollimassol"
FORMULA = '=HYPERLINK("http://evil.example","Ada")'
CLIMBING = "../../Ada [[Brandt]]|#^ <img src=x>"
BELL = "A bell\x07 rang."
TEXTS = {
    "arrest": "Ada Brandt was arrested in Limassol on 14 March 2019.",
    "denial": "+1 for Ada: she was <b>not</b> arrested, said [her](http://evil.example) lawyer.",
    "formula": FORMULA,
    "fall": BELL,
    "plan": "Ada Brandt is to be tried in May 2031.",
}


def _when(edtf: str | None, basis: Basis = Basis.EXPLICIT) -> WhenForm:
    return WhenForm.of(Dating(When.parse(edtf) if edtf else None, basis if edtf else Basis.NONE))


def _evidence(article: str, text: str, edtf: str | None, polarity: Polarity, source: str | None) -> EvidenceForm:
    said = source and AttributionForm(
        start=0, end=4, text=source, actor=None, name=None, cue=_text("said"), manner=Manner.INDIRECT, via=None
    )
    return EvidenceForm(
        start=3,
        end=6,
        text=text[3:6],
        article=article,
        quote=QuoteForm(start=0, end=len(text), exact=text),
        when=_when(edtf),
        certainty=Certainty.CERTAIN,
        polarity=polarity,
        realis=Realis.ACTUAL,
        attribution=said or None,
        quantities=[_AT_LEAST_TEN] if text == BELL else [],
        dated_by=None,
        origin=None,
        participants=[PlayerForm(entity=ADA, name="Ada Brandt", role=Role.PATIENT, confidence=0.98)],
        place=None,
    )


_AT_LEAST_TEN = QuantityForm(
    start=0,
    end=12,
    text="at least ten",
    kind=QuantityKind.KILLED,
    least=10,
    most=None,
    unit=None,
    is_about=False,
)


def _text(words: str) -> TextForm:
    return TextForm(start=0, end=len(words), text=words)


def _entry(key: str, type_: str, edtf: str | None, *evidence: EvidenceForm, **changes: object) -> EntryForm:
    fields = {
        "position": 1,
        "not_before": None,
        "not_after": None,
        "certainty": Certainty.CERTAIN,
        "polarity": Polarity.POSITIVE,
        "realis": Realis.ACTUAL,
        "attribution": evidence[0].attribution,
        "participants": [PlayerForm(entity=ADA, name="Ada Brandt", role=Role.PATIENT, confidence=0.98)],
        "place": None,
        "independent_sources": len(evidence),
        "choice": None,
        "importance": 0.5,
        "links": [],
        "reported": ReportedForm(first="2019-03-15", last="2019-03-16"),
        "parts": [],
    }
    summary = evidence[0].quote.exact
    entry = {"id": key, "type": type_, "summary": summary, "when": _when(edtf), "mentions": list(evidence)}
    return EntryForm(**(fields | entry | changes))  # type: ignore[arg-type]


def _entries() -> list[EntryForm]:
    yes, no = Polarity.POSITIVE, Polarity.NEGATIVE
    limassol = SettingForm(entity=LIMASSOL, name="Limassol")
    told = _evidence("a1", TEXTS["arrest"], "2019-03-14", yes, None)
    denied = _evidence("a2", TEXTS["denial"], None, no, "her lawyer")
    bound = RelationForm(source="e-arrest", target="e-fall", type=RelationType.BEFORE, mentions=[])
    return [
        _entry(
            "e-arrest",
            "arrest",
            "2019-03-14",
            told,
            denied,
            place=limassol,
            participants=[
                PlayerForm(entity=ADA, name="Ada Brandt", role=Role.PATIENT, confidence=0.98),
                PlayerForm(entity=PORT, name=CLIMBING, role=Role.AGENT),
            ],
        ),
        _entry(
            "e-formula",
            "meeting",
            "2019-03/2019-05~",
            _evidence("a1", FORMULA, "2019-03/2019-05~", yes, "@police"),
            certainty=Certainty.POSSIBLE,
        ),
        _entry(
            "e-fall",
            "attack",
            "/2019-03-15",
            _evidence("a2", BELL, "/2019-03-15", yes, None),
            not_before=BoundForm(edtf="2019-03-14", event="e-arrest", relation=bound),
            series=SeriesForm(kind=SeriesKind.REPEATED, first=None, last=None, others=[], figures=[]),
            likely=LikelyForm(edtf="2019-03-15", p=0.6, p_within_a_day=0.75),
        ),
    ]


def _case_event(entry: TimelineEventForm) -> CaseEventForm:
    mentions = [
        CaseMentionForm(
            start=one.start, end=one.end, text=one.text, article=one.article, quote=one.quote, attribution=None
        )
        for one in entry.mentions
    ]
    names = set(CaseEventForm.__struct_fields__) - {"mentions", "affair"}
    return CaseEventForm(**{name: getattr(entry, name) for name in names}, mentions=mentions, affair=None)


def _citation(ref: str, title: str, day: str | None, url: str) -> CitationForm:
    method = Method.GIVEN if day else Method.UNKNOWN
    return CitationForm(
        ref=ref,
        title=title,
        published=PublishedForm(edtf=day, method=method),
        publisher="Midsea Press",
        author=None,
        url=url,
        language="en",
        reliability="B",
        sha256="0" * 64,
        copy_of=None,
    )


def published_case() -> PublishedBuild:
    """The case: a dossier on Ada Brandt and that of the case, marked amber, a draft."""
    dated, undated = (
        _entries(),
        [_entry("e-undated", "verdict", None, _evidence("a2", "=1+1", None, Polarity.POSITIVE, None))],
    )
    expected = [
        _entry(
            "e-plan",
            "trial",
            "2031-05",
            _evidence("a1", TEXTS["plan"], "2031-05", Polarity.POSITIVE, None),
            realis=Realis.PLAN,
            place=SettingForm(entity=None, name="the Old Mill"),
        )
    ]
    conflict = ConflictForm(
        event="e-arrest",
        field="polarity",
        readings=[
            ReadingForm(value="positive", mentions=[0], relation=None, event=None),
            ReadingForm(value="negative", mentions=[1], relation=None, event=None),
        ],
    )
    articles = {
        "a1": _citation("a.txt", "Ada held", "2019-03-15", "https://press.example/a"),
        "a2": _citation("b.txt", FORMULA, None, "javascript:alert(1)"),
    }
    place = DescriptionPlaceForm(start=0, end=9, text="the mayor", article="a1")
    ada = EntityForm(
        id=ADA,
        name="Ada Brandt",
        kind=Kind.PERSON,
        mentions=2,
        members=[],
        aliases=[AliasForm(text="Brandt", mentions=1, articles=["a1"])],
        descriptions=[DescriptionForm(text="mayor of Orlov", mention=place)],
        identifiers=[IdentifierForm(scheme="wikidata", value="Q1")],
        links=[],
    )
    head = {
        "generator": GENERATOR,
        "as_of": "2019-04-01",
        "articles": articles,
        "marking": Marking.AMBER,
        "status": DocumentStatus.DRAFT,
    }
    lists = {
        "events": dated,
        "undated": undated,
        "expected": expected,
        "possible": [],
        "left_out": [],
        "conflicts": [conflict],
    }
    timelines = {
        WHOLE_CASE: TimelineForm(entity=None, **{**lists, "events": dated[:1], "undated": []}, **head),  # type: ignore[arg-type]
        ADA: TimelineForm(entity=ada, **lists, **head),  # type: ignore[arg-type]
    }
    actors = [
        _actor(ADA, "Ada Brandt", Kind.PERSON, "Brandt"),
        _actor(PORT, CLIMBING, Kind.ORGANIZATION),
        _actor(LIMASSOL, "Limassol", Kind.PLACE),
        _actor("none0000none0000", "Nobody here", Kind.PERSON),
    ]
    events = [_case_event(one) for one in (*dated, *undated, *expected)]
    return PublishedBuild(CaseForm(events=events, actors=actors, affairs=[], **head), timelines)  # type: ignore[arg-type]


def judged_case() -> PublishedBuild:
    """The case with an arrest that the analyst corrected: its line, which wants to be a formula, and how sure it is."""
    build = published_case()
    by_ada = {"judgement": "3f2a", "by": "ada", "made": "2026-11-22"}
    for timeline in build.timelines.values():
        for entry in (one for one in timeline.events if one.id == "e-arrest"):
            entry.judged = [EventField.SUMMARY, EventField.CERTAINTY]
            entry.summary, entry.summary_read = FORMULA, TEXTS["arrest"]
            entry.mentions[0].corrections = [
                CorrectionForm(field=EventField.SUMMARY, value=FORMULA, read=TEXTS["arrest"], **by_ada),
                CorrectionForm(field=EventField.CERTAINTY, value="certain", read="possible", **by_ada),
            ]
    return build


def _actor(key: str, name: str, kind: Kind, *aliases: str) -> CaseActorForm:
    mention = CaseActorMentionForm(start=0, end=3, text=name[:3], article="a1", form=Form.NAME, confidence=1.0)
    others = [AliasForm(text=alias, mentions=1, articles=["a1"]) for alias in aliases]
    return CaseActorForm(id=key, name=name, kind=kind, aliases=others, mentions=[mention])


def made(name: str, published: PublishedBuild | None = None) -> Export:
    """The export of this format of the made-up case."""
    return find_exporter(name).export(published or published_case())
