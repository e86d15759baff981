"""The objects of the form ``dossier/annotations/1``, one class each."""

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.shared_forms import (
    Form,
    PublishedForm,
    SpanForm,
    TextForm,
    WhenForm,
)
from dossier.model import (
    Basis,
    Certainty,
    CueKind,
    Kind,
    Polarity,
    Realis,
    RelationType,
    Role,
    TimexType,
)
from dossier.model import Form as MentionKind


class ArticleHeader(Form):
    """Which article it is."""

    id: str
    ref: str
    title: str | None
    published: PublishedForm
    sha256: str
    language: str | None


class TimeForm(TextForm):
    """A temporal expression: TIMEX3, EDTF, bounds, basis, and the rule that read it."""

    id: str
    type: TimexType
    value: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: Basis
    anchor: str | None
    rule: str


class MentionForm(TextForm):
    """One place where an actor is referred to, the rule that tied it, and that rule's share of right links."""

    form: MentionKind
    sieve: str
    confidence: float


class ActorForm(Form):
    """One actor of the article."""

    id: str
    name: str
    kind: Kind
    mentions: list[MentionForm]
    related: list[str]


class TriggerForm(TextForm):
    """The word that tells of the event."""

    lemma: str


class ParticipantForm(TextForm):
    """Who or what takes part."""

    actor: str | None
    role: Role


class PlaceForm(TextForm):
    """Where it happened."""

    actor: str | None


class CueForm(TextForm):
    """Words that bear on how sure an event is."""

    kind: CueKind


class EventForm(Form):
    """One event as one sentence tells it."""

    id: str
    type: str
    trigger: TriggerForm
    sentence: SpanForm
    time: str | None
    when: WhenForm
    dated_by: str | None
    participants: list[ParticipantForm]
    place: PlaceForm | None
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    cues: list[CueForm]
    attribution: AttributionForm | None
    quantities: list[QuantityForm]
    summary: str | None


class HeaderForm(Form, tag_field="schema", tag="dossier/annotations/1"):
    """Which article it is, and nothing that was read out of it."""

    article: ArticleHeader


class RelationMentionForm(Form):
    """How one event lies in time to another, and the connective that says so."""

    source: str
    target: str
    type: RelationType
    cue: TextForm | None


class QuotationForm(TextForm):
    """Words in quotation marks, without the marks, and whose they are."""

    id: str
    attribution: AttributionForm | None


class AnnotationsForm(Form, tag_field="schema", tag="dossier/annotations/1"):
    """Everything read out of one article."""

    article: ArticleHeader
    times: list[TimeForm]
    actors: list[ActorForm]
    events: list[EventForm]
    relations: list[RelationMentionForm]
    quotations: list[QuotationForm]
