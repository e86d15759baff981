"""The objects of the form ``dossier/timeline/1``, one class each."""

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.link_forms import LinkForm
from dossier.codec.relation_forms import BoundForm, RelationForm
from dossier.codec.shared_forms import Form, PublishedForm, QuoteForm, TextForm, WhenForm
from dossier.model import Certainty, Choice, Kind, Polarity, Realis, Role


class Generator(Form):
    """What wrote it: the program, the language pipeline, and a hash of everything that the reading depends on."""

    name: str
    version: str
    model: str
    config: str


class AliasForm(Form):
    """Another name, how often, and in which articles."""

    text: str
    mentions: int
    articles: list[str]


class DescribedForm(TextForm):
    """The place of a description."""

    article: str


class DescriptionForm(Form):
    """What an article calls it."""

    text: str
    mention: DescribedForm


class MemberForm(Form):
    """One chain of mentions in one article."""

    article: str
    actor: str


class IdentifierForm(Form):
    """A number it is registered by, from a watchlist."""

    scheme: str
    value: str


class EntityForm(Form):
    """Whom the dossier is about."""

    id: str
    name: str
    kind: Kind
    mentions: int
    members: list[MemberForm]
    aliases: list[AliasForm]
    descriptions: list[DescriptionForm]
    identifiers: list[IdentifierForm]
    links: list[LinkForm]


class PlayerForm(Form):
    """Who takes part."""

    entity: str | None
    name: str
    role: Role


class SettingForm(Form):
    """Where it happened."""

    entity: str | None
    name: str


class EvidenceForm(TextForm):
    """One mention: ``start``, ``end`` and ``text`` are the trigger word."""

    article: str
    quote: QuoteForm
    when: WhenForm
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    attribution: AttributionForm | None
    quantities: list[QuantityForm]
    dated_by: str | None
    origin: str | None
    participants: list[PlayerForm]
    place: SettingForm | None


class TimelineEventForm(Form):
    """One event with its evidence."""

    id: str
    position: int | None
    type: str
    summary: str
    when: WhenForm
    not_before: BoundForm | None
    not_after: BoundForm | None
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    attribution: AttributionForm | None
    participants: list[PlayerForm]
    place: SettingForm | None
    mentions: list[EvidenceForm]
    independent_sources: int
    choice: Choice | None
    importance: float
    links: list[LinkForm]


class ReadingForm(Form):
    """One side of a conflict; ``mentions`` are indices into the mentions of ``event`` (null: of the conflict's)."""

    value: str
    mentions: list[int]
    relation: RelationForm | None
    event: str | None


class ConflictForm(Form):
    """Readings of one field of one event that do not agree."""

    event: str
    field: str
    readings: list[ReadingForm]


class CitationForm(Form):
    """An article that is cited."""

    ref: str
    title: str | None
    published: PublishedForm
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    reliability: str | None
    sha256: str
    copy_of: str | None


class TimelineForm(Form, tag_field="schema", tag="dossier/timeline/1"):
    """One actor's dossier."""

    generator: Generator
    as_of: str | None
    entity: EntityForm
    events: list[TimelineEventForm]
    undated: list[TimelineEventForm]
    expected: list[TimelineEventForm]
    conflicts: list[ConflictForm]
    articles: dict[str, CitationForm]
