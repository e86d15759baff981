"""The objects of the form ``dossier/annotations/1``, one class each."""

from sys import intern

from msgspec import field

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.shared_forms import (
    JsonObject,
    LikelyForm,
    PublishedForm,
    SpanForm,
    TextForm,
    WhenForm,
)
from dossier.model import (
    ActorMention,
    ArticlePassage,
    Basis,
    Certainty,
    CueKind,
    Definiteness,
    Kind,
    Number,
    Participant,
    PartOfSpeech,
    PassageRole,
    Polarity,
    Quotation,
    Realis,
    RelationType,
    Role,
    Tense,
    TimexType,
    UnnamedChain,
)
from dossier.model import Form as MentionKind


class ArticleHeader(JsonObject):
    """The article that was read; ``ref`` is its path or URL, ``language`` a BCP 47 tag, null when unknown."""

    id: str
    ref: str
    title: str | None
    published: PublishedForm
    sha256: str
    language: str | None


class TimeForm(TextForm):
    """A temporal expression: ``type`` and ``value`` (TIMEX3), its calendar time (EDTF), and the rule that read it.

    ``earliest`` and ``latest`` are the first and the last calendar day that it can be, null where there is no bound.
    ``anchor`` is ``published`` or the id of the time from which it was computed, null when it rests on neither.
    """

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
    """One mention of an actor; ``sieve`` is the rule that linked it.

    ``confidence`` is the probability (0 to 1) that the link is right; ``doubt`` is what makes it less than sure, null
    for a sure link. ``form`` says whether it is a name, a description or a pronoun. ``head_lemma``, ``number`` and
    ``definiteness`` are those of its main word, null where the parse does not say. ``is_neutral``: it is a neutral
    description in the article's own words.
    """

    form: MentionKind
    sieve: str
    confidence: float
    head_lemma: str | None = None
    number: Number | None = None
    definiteness: Definiteness | None = None
    doubt: str | None = None
    is_neutral: bool = False


class RefusedLinkForm(TextForm):
    """A pronoun or description that is linked to no actor.

    ``candidates`` are the ids of the likeliest actors, ``doubt`` is what spoke against a link.
    """

    doubt: str
    candidates: list[str]


class ActorForm(JsonObject):
    """The mentions of one actor in the article; ``related`` are ids of actors in its name ("Iraqi forces": Iraq)."""

    id: str
    name: str
    kind: Kind
    mentions: list[MentionForm]
    related: list[str]


class UnnamedMentionForm(TextForm):
    """One mention of what has no name; ``confidence`` is the probability (0 to 1) that the link is right."""

    form: MentionKind
    confidence: float


class UnnamedForm(JsonObject):
    """What takes part in an event and is none of the actors ("the gunman"), with all its mentions.

    ``noun`` is what the article calls it, in the singular, with its ``number``. Of a name of no known kind it is the
    name, and ``number`` is null.
    """

    noun: str
    kind: Kind
    number: Number | None
    mentions: list[UnnamedMentionForm]

    @classmethod
    def of_chain(cls, chain: UnnamedChain) -> "UnnamedForm":
        """The form of a chain."""
        mentions = [
            UnnamedMentionForm(
                start=mention.quote.span.start,
                end=mention.quote.span.end,
                text=mention.quote.exact,
                form=mention.form,
                confidence=mention.confidence,
            )
            for mention in chain.mentions
        ]
        return cls(noun=chain.noun, kind=chain.kind, number=chain.number, mentions=mentions)

    def chain(self) -> UnnamedChain:
        """The chain of the form."""
        mentions = (ActorMention(one.as_quote(), one.form, confidence=one.confidence) for one in self.mentions)
        return UnnamedChain(self.noun, self.kind, self.number, tuple(mentions))


class TriggerForm(TextForm):
    """The trigger: the word that tells of the event, with its dictionary form and what the parse knew of it."""

    lemma: str
    part_of_speech: PartOfSpeech | None = None
    number: Number | None = None
    definiteness: Definiteness | None = None
    tense: Tense | None = None


class ParticipantForm(TextForm):
    """A participant; ``actor`` is the id of its chain, null when it belongs to none."""

    actor: str | None
    role: Role

    @classmethod
    def of_participant(cls, one: Participant) -> "ParticipantForm":
        """The form of a participant."""
        return cls(one.quote.span.start, one.quote.span.end, one.quote.exact, one.actor, one.role)

    def participant(self) -> Participant:
        """The participant of the form."""
        return Participant(self.as_quote(), self.role, self.actor and intern(self.actor))


class PlaceForm(TextForm):
    """The place of an event; ``actor`` is the id of its chain, null when it belongs to none."""

    actor: str | None


class CueForm(TextForm):
    """Words that change how certain an event is: a modal, a negation, a condition."""

    kind: CueKind


class EventForm(JsonObject):
    """One event mention.

    ``time`` is the id of the temporal expression that dates it, null where none does, and ``dated_by`` the rule that
    gave the date. ``certainty``, ``polarity`` and ``realis`` say whether it is told as a fact, and ``cues`` are the
    words that decided this. ``attribution`` is the source, null for the article itself. ``summary`` is the line for a
    reader. ``hangs_on`` is the id of the event that heads the main statement of which it is a part, null for one that
    heads a main statement itself. ``stands_alone``: a reader who sees only the summary understands it as a sentence.
    ``points_back`` counts the descriptions in the summary that point to what only earlier sentences name ("the bill").
    ``likely`` is the day on which it most likely happened, null where ``when`` is a day, or the article has no date.
    ``occurrence`` counts the events of one trigger, each with a time of its own: 2 for the second ("in 2001 and 2005").
    ``is_bare``: its words only name it and tell nothing of it ("the murder trial" names a murder).
    """

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
    hangs_on: str | None
    stands_alone: bool
    points_back: int
    likely: LikelyForm | None = None
    occurrence: int = 1
    is_bare: bool = False


class HeaderForm(JsonObject, tag_field="schema", tag="dossier/annotations/1"):
    """Only the header of ``AnnotationsForm``: decoding it skips everything that was read out of the article."""

    article: ArticleHeader


class RelationMentionForm(JsonObject):
    """How the event ``source`` lies in time to the event ``target`` (ids); ``cue`` is the connective.

    ``cue`` is null when only the tense of the verbs says so.
    """

    source: str
    target: str
    type: RelationType
    cue: TextForm | None


class QuotationForm(TextForm):
    """The words between quotation marks, without the marks; ``attribution`` is their speaker, null when unclear."""

    id: str
    attribution: AttributionForm | None

    @classmethod
    def of_quotation(cls, quotation: Quotation) -> "QuotationForm":
        """The form of a quotation."""
        span, said = quotation.quote.span, quotation.attribution
        return cls(
            start=span.start,
            end=span.end,
            text=quotation.quote.exact,
            id=quotation.id,
            attribution=AttributionForm.of_attribution(said) if said else None,
        )

    def quotation(self) -> Quotation:
        """The quotation of the form."""
        return Quotation(self.id, self.as_quote(), self.attribution.attribution() if self.attribution else None)


class PassageForm(SpanForm):
    """A part of the article that is no body, and its role on the page: it tells no events."""

    role: PassageRole

    @classmethod
    def of_passage(cls, passage: ArticlePassage) -> "PassageForm":
        """The form of a passage."""
        return cls(start=passage.span.start, end=passage.span.end, role=passage.role)

    def passage(self) -> ArticlePassage:
        """The passage of the form."""
        return ArticlePassage(self.span(), self.role)


class AnnotationsForm(JsonObject, tag_field="schema", tag="dossier/annotations/1"):
    """Everything that was read out of one article."""

    article: ArticleHeader
    times: list[TimeForm]
    actors: list[ActorForm]
    events: list[EventForm]
    relations: list[RelationMentionForm]
    quotations: list[QuotationForm]
    passages: list[PassageForm]
    refused: list[RefusedLinkForm] = field(default_factory=list)
    unnamed: list[UnnamedForm] = field(default_factory=list)
    runs_on: bool = False
    gathers_days: bool = False
