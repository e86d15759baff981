"""An event across all articles, with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dossier.model.attribution import Attribution
from dossier.model.correction import Correction, EventField
from dossier.model.factuality import Factuality, Polarity
from dossier.model.grammatical_features import Number, PartOfSpeech, Tense
from dossier.model.likely_day import LikelyDay, Reported
from dossier.model.link import Link
from dossier.model.mentions import Dating, Role
from dossier.model.quantity import Quantity
from dossier.model.quote import Quote, TriggerKey
from dossier.model.relation import Relation
from dossier.model.when import Period, When


@dataclass(frozen=True, slots=True)
class RolePlayer:
    """A participant: ``entity`` is the actor's id, None where ``name`` is only the words of the article.

    ``confidence`` (above 0, at most 1) is that of the link between the words and the actor; for an event it is the best
    of its mentions. ``words`` are those that mean the actor, in a mention of the event; an event of several has none.

    Raises ValueError when the confidence is out of its range.
    """

    name: str
    role: Role
    entity: str | None = None
    confidence: float = 1.0
    words: Quote | None = None

    def __post_init__(self) -> None:
        _check_confidence(self.name, self.confidence)


@dataclass(frozen=True, slots=True)
class Setting:
    """A place: ``entity`` is its id among the actors, None where ``name`` is only the words of the article.

    ``confidence`` and ``words`` are as those of a participant.

    Raises ValueError when the confidence is out of its range.
    """

    name: str
    entity: str | None = None
    confidence: float = 1.0
    words: Quote | None = None

    def __post_init__(self) -> None:
        _check_confidence(self.name, self.confidence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mention of an event: the article's id, the trigger word, and the sentence that says so, verbatim.

    ``dated_by`` is the rule that gave its date: a DatingRule, unless it comes from a file of another version.
    ``origin`` is the id of the article that the words come from, where this one is a copy of it or quotes it; it may be
    one outside the evidence. ``participants`` and ``place`` are those of this mention alone. ``lemma`` is the
    trigger's, with all words of a phrase ("step down"); ``part_of_speech``, ``number`` and ``tense`` are the trigger's
    too, None where no parse says so. ``hangs_on`` is the trigger of the main statement that it is a part of, None where
    it heads a statement itself; ``stands_alone`` says whether its line can be read without its article, and
    ``points_back`` counts the line's descriptions of what only earlier sentences name ("the bill"). ``summary`` is that
    line, empty where it is not known. ``occurrence`` counts the events that one trigger tells, each with a time of its
    own. ``corrections`` are what the analyst corrected in it: the other fields have his values, and ``summary`` alone
    what was read.
    """

    article: str
    trigger: Quote
    quote: Quote
    dating: Dating
    factuality: Factuality
    attribution: Attribution | None = None
    dated_by: str | None = None
    quantities: tuple[Quantity, ...] = ()
    origin: str | None = None
    participants: tuple[RolePlayer, ...] = ()
    place: Setting | None = None
    lemma: str | None = None
    part_of_speech: PartOfSpeech | None = None
    number: Number | None = None
    tense: Tense | None = None
    hangs_on: Quote | None = None
    stands_alone: bool = True
    points_back: int = 0
    summary: str = ""
    occurrence: int = 1
    corrections: tuple[Correction, ...] = ()

    @property
    def trigger_key(self) -> TriggerKey:
        """What identifies the mention."""
        return self.article, self.trigger.span, self.occurrence

    @property
    def source(self) -> str:
        """The id of the article whose words it has: its own, or one that this copies or quotes."""
        return self.origin or self.article

    def __post_init__(self) -> None:
        if not self.quote.span.covers(self.trigger.span):
            raise ValueError(f"trigger {self.trigger.span} lies outside its quote {self.quote.span}")


class Choice(StrEnum):
    """How the date of an event was chosen; each way is tried if those above it fail.

    All but the first and the last choose among the dates of its mentions.
    """

    JUDGEMENT = "judgement"
    """The analyst gave it."""
    ONLY = "only"
    """All mentions that have a date have this one."""
    SOURCES = "sources"
    """More independent sources have it, or a date in which it lies, than any other; if equally many, more articles."""
    BASIS = "basis"
    """It is written out or firm; the others are computed, approximate or bounds."""
    PRECISION = "precision"
    """It is the narrowest, and lies within all others."""
    LIKELIER = "likelier"
    """The mentions that have no date make its day likelier than the days of the others."""
    EARLIEST = "earliest"
    """Nothing else distinguishes them, and the article that was published first has it."""
    LIKELY = "likely"
    """No text gives a date; it is the day on which the event most likely happened."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a relation to another event says of an event's time: not before ``period`` begins, or not after it ends.

    ``period`` belongs to the date of the other event, whose id is ``anchor``. Where one relation ties the two events,
    ``relation`` is that one. Where a chain of relations does, it is the link of the chain at this event.
    """

    period: Period
    anchor: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its line for the reader, its date and basis, who took part, how sure it is, and all its evidence.

    ``independent_sources`` counts origins, not copies, and not those that tell the contrary. ``not_before`` and
    ``not_after`` are what relations to other events add to its own date. ``choice`` says how its date was chosen, None
    where it has no date. ``links`` are the pairs of mentions for which they were made one event. ``importance`` is from
    0 to 1, for the actor in whose timeline it stands. ``reported`` is None where no article of the evidence has a date;
    ``likely`` too, and where a text or the analyst gives its day. ``wording`` is its line in the analyst's words, empty
    where he gave none; ``summary`` is the line in those of the article, by which events are compared and sorted.

    Raises ValueError when there is no evidence, or more sources than evidence.
    """

    id: str
    type: str
    summary: str
    dating: Dating
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    participants: tuple[RolePlayer, ...] = ()
    place: Setting | None = None
    attribution: Attribution | None = None
    independent_sources: int = 1
    not_before: Bound | None = None
    not_after: Bound | None = None
    choice: Choice | None = None
    links: tuple[Link, ...] = ()
    importance: float = 0.0
    reported: Reported | None = None
    likely: LikelyDay | None = None
    wording: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.independent_sources <= len(self.evidence):
            raise ValueError(
                f"{self.id}: {self.independent_sources} sources for {len(self.evidence)} pieces of evidence"
            )

    @property
    def line(self) -> str:
        """The line that readers see."""
        return self.wording or self.summary

    def corrections_seen(self, has_line: bool = True) -> Iterator[tuple[Correction, ...]]:
        """What the analyst corrected in each mention, but for how those tell it that are not shown.

        Only the first may be; not without ``has_line``, where the event is part of another's line.
        """
        for at, piece in enumerate(self.evidence):
            yield tuple(one for one in piece.corrections if not one.is_telling_only or (has_line and at == 0))

    @property
    def judged(self) -> tuple[EventField, ...]:
        """The fields that the analyst corrected in any of its mentions, in the order of ``EventField``."""
        found = {one.field for those in self.corrections_seen() for one in those}
        return tuple(field for field in EventField if field in found)

    @property
    def stands_by_judgement(self) -> bool:
        """Whether the analyst wrote its line or added it: then it has an entry of its own."""
        return bool(self.wording) or EventField.EVENT in self.judged

    @property
    def is_denied_by_judgement(self) -> bool:
        """Whether it did not happen because the analyst says so."""
        return self.factuality.polarity is Polarity.NEGATIVE and EventField.POLARITY in self.judged

    @property
    def is_dated(self) -> bool:
        """Whether a text or the analyst gives its date, or its likely day is its date."""
        return self.dating.is_stated or self.choice is Choice.LIKELY

    @property
    def day(self) -> date | None:
        """Its day, else its likely day; None where neither is known."""
        known = self.dating.when.known_day if self.dating.when else None
        return known or (self.likely.day if self.likely else None)

    @property
    def stands_at(self) -> When | None:
        """The time by which it stands in a timeline: its date, else its first report; None where there is neither."""
        return self.reported.first if self.reported and self.is_only_reported else self.dating.when

    @property
    def is_only_reported(self) -> bool:
        """Whether nothing that is known of its time says more than its first report; false of what is to come."""
        if self.reported is None or self.is_dated or self.factuality.is_expected:
            return False
        known, told = self.dating.when, self.reported.first.end
        return known is None or (known.start is None and (told is None or known.end is None or told <= known.end))


def _check_confidence(name: str, confidence: float) -> None:
    if not 0 < confidence <= 1:
        raise ValueError(f"{name}: no confidence: {confidence}")
