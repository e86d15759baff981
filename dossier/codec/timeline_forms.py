"""The objects of the form ``dossier/timeline/1``, one class each."""

from msgspec import field

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.correction_forms import CorrectionForm
from dossier.codec.entity_forms import DescriptionForm, EntityForm
from dossier.codec.link_forms import LinkForm
from dossier.codec.note_forms import StandingNoteForm
from dossier.codec.relation_forms import BoundForm, RelationForm
from dossier.codec.shared_forms import JsonObject, LikelyForm, PublishedForm, QuoteForm, TextForm, WhenForm
from dossier.model import (
    Certainty,
    Choice,
    DocumentStatus,
    EventField,
    Kind,
    LeftOutReason,
    Marking,
    Number,
    PartOfSpeech,
    Polarity,
    Realis,
    Reported,
    Role,
    SeriesKind,
    Tense,
    When,
)


class Generator(JsonObject):
    """The program that wrote the file, its spaCy pipeline, and the annotator's fingerprint (``config``)."""

    name: str
    version: str
    model: str
    config: str


class PlayerForm(JsonObject):
    """A participant; ``entity`` is the actor's id, null when only the words are known.

    ``confidence`` (0 to 1) is that of the link to the actor; for an event, the best of its mentions. ``words`` are
    those that mean the actor, in a mention only.
    """

    entity: str | None
    name: str
    role: Role
    confidence: float = 1.0
    words: TextForm | None = None


class SettingForm(JsonObject):
    """The place of an event; ``entity`` is the actor's id, null when only the words are known.

    ``confidence`` and ``words`` are as those of a participant.
    """

    entity: str | None
    name: str
    confidence: float = 1.0
    words: TextForm | None = None


class EvidenceForm(TextForm):
    """One mention of an event: ``start``, ``end`` and ``text`` are the trigger, ``quote`` is the sentence.

    ``dated_by`` is the rule that gave its date. ``attribution`` is its source, null for the article itself. ``origin``
    is the id of the article that it copies or quotes, null for none. ``hangs_on`` is the trigger of the main statement
    that it is a part of, null where it heads one. ``stands_alone`` says whether its line can be read by itself,
    ``points_back`` how many descriptions in it point to what only earlier sentences name ("the bill"). ``summary`` is
    that line. ``occurrence`` counts the events of one trigger, each with a time of its own: 2 for the second.
    ``corrections`` are the analyst's: the other fields have his values, ``summary`` and ``when`` what was read.
    """

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
    lemma: str | None = None
    part_of_speech: PartOfSpeech | None = None
    number: Number | None = None
    tense: Tense | None = None
    hangs_on: TextForm | None = None
    stands_alone: bool = True
    points_back: int = 0
    summary: str = ""
    occurrence: int = 1
    corrections: list[CorrectionForm] = field(default_factory=list)


class ReportedForm(JsonObject):
    """The first and the last publication date (EDTF) of the articles that tell of an event."""

    first: str
    last: str

    @classmethod
    def of(cls, reported: Reported | None) -> "ReportedForm | None":
        """The form of the dates of report, if there are any."""
        return cls(first=reported.first.edtf, last=reported.last.edtf) if reported else None

    def reported(self) -> Reported:
        """The dates of report of the form."""
        return Reported(When.parse(self.first), When.parse(self.last))


class TimelineEventForm(JsonObject):
    """One event with its mentions; ``position`` is its rank in time, null for undated and expected ones.

    ``not_before`` and ``not_after`` are what relations to other events add to its date (``when``). ``choice`` says how
    the date was chosen from those of the mentions. ``independent_sources`` counts origins, not copies, and not those
    that tell the contrary. ``importance`` (0 to 1) is for the actor of the timeline. ``links`` say why the mentions
    were taken for one event. ``reported`` is null where no article has a date; ``likely`` too, and where ``when`` is a
    day. ``judged`` names the fields that the analyst corrected: see the ``corrections`` of its mentions. Where
    ``summary`` is one of them, ``summary_read`` is the line in the words of the article, else null.
    """

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
    reported: ReportedForm | None = None
    likely: LikelyForm | None = None
    judged: list[EventField] = field(default_factory=list)
    summary_read: str | None = None


class LineForm(TimelineEventForm, kw_only=True):
    """An event with a line of its own; ``parts`` are the other events that the line tells."""

    parts: list[TimelineEventForm]


class FigureForm(QuantityForm):
    """A number of a count in an ``article`` whose line tells an ``event`` (ids), and the time (EDTF) that it is of."""

    event: str
    article: str
    when: str


class SeriesForm(JsonObject):
    """What an entry stands for beside its own event: ``others``, the newest first, each with a line.

    ``kind`` says what makes them one. ``first`` and ``last`` are the times (EDTF) of the first and the last of all,
    null where none is known.
    ``figures`` are the numbers of a count, the newest first, with that of the entry itself. ``independent_sources``
    is that of the best line, as on the page; null where figures differ, each of which has sources of its own.
    """

    kind: SeriesKind
    first: str | None
    last: str | None
    others: list[LineForm]
    figures: list[FigureForm]
    independent_sources: int | None = None


class EntryForm(LineForm, kw_only=True):
    """An entry of the page; ``series`` has further events that it stands for, null for most."""

    series: SeriesForm | None = None


class LeftOutForm(TimelineEventForm, kw_only=True):
    """An event that has no line, and the reason (see docs/worth-a-line.md)."""

    reason: LeftOutReason


class ReadingForm(JsonObject):
    """One side of a conflict: a value, and the mentions or the relation that give it.

    ``mentions`` are indices into the mentions of ``event`` (an id), which is null when it is the event of the conflict.
    ``relation`` is null unless the value follows from order.
    """

    value: str
    mentions: list[int]
    relation: RelationForm | None
    event: str | None


class ConflictForm(JsonObject):
    """Values of one ``field`` of one ``event`` (an id) that cannot all be true."""

    event: str
    field: str
    readings: list[ReadingForm]


class CitationForm(JsonObject):
    """An article that the dossier cites, without its text; ``ref`` is its path or URL.

    ``copy_of`` is the id of the article that it copies, null for none. ``opening`` are the first words of its text,
    where its title says nothing: where it has none, or a number or the name of a file.
    """

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
    opening: str | None = None


class MainActorForm(JsonObject):
    """One of the main actors of a case; ``aliases`` are its other names.

    ``mentions`` is their number, ``articles`` that of the articles that mention it, ``sources`` that of the independent
    ones among these.
    """

    id: str
    name: str
    kind: Kind
    aliases: list[str]
    descriptions: list[DescriptionForm]
    mentions: int
    articles: int
    sources: int


class OverviewForm(JsonObject):
    """The main actors of a case, the most active first, and the numbers of all its events and articles."""

    actors: list[MainActorForm]
    events: int
    articles: int


class TimelineForm(JsonObject, tag_field="schema", tag="dossier/timeline/1"):
    """The timeline of one actor, or of a whole case; ``as_of`` is the date (EDTF) that it speaks for.

    That of a case has the most important events, whoever they are about, an ``overview``, and no ``entity``.
    ``events`` are dated and in order, ``expected`` are forecasts and plans. ``possible`` are about the actor only by an
    uncertain link, ``left_out`` are not worth a line. ``articles`` are all that are cited, by id. ``marking`` (TLP 2.0)
    and ``status`` are those of the document, null where it has none; ``selection`` says of which articles alone it was
    made, null for all. ``notes`` are the analyst's own words, and no
    source says what they say.
    """

    generator: Generator
    as_of: str | None
    entity: EntityForm | None
    events: list[EntryForm]
    undated: list[EntryForm]
    expected: list[EntryForm]
    possible: list[TimelineEventForm]
    left_out: list[LeftOutForm]
    conflicts: list[ConflictForm]
    articles: dict[str, CitationForm]
    overview: OverviewForm | None = None
    marking: Marking | None = None
    status: DocumentStatus | None = None
    selection: str | None = None
    notes: list[StandingNoteForm] = field(default_factory=list)
