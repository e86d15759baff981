"""What the judgements decide, in terms of the chains and event mentions of a case."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from dossier.model import EventField, Involvement, Judgement, Kind, Marking, Quote, Role, TriggerKey, When

ChainKey = tuple[str, str]
"""An article's id, and the id of a chain in it."""


@dataclass(frozen=True, slots=True)
class EventCorrection:
    """What a judgement says of one field of an event, as one mention tells it.

    ``value`` is the type, certainty, polarity, date (EDTF) or line, or who or where it was: a name or other words,
    empty for nobody and nowhere. ``chains`` are those of the actor whose name it is, none for words that name no actor.
    ``role`` is the part of a participant; without one the judgement says only whether the actor has a part. ``read`` is
    what was read, None where the mention itself says that. One that ``is_telling_only`` changes no part in the
    event, only the line and the source of the mention.
    """

    judgement: Judgement
    field: EventField
    value: str
    chains: frozenset[ChainKey] = frozenset()
    role: Role | None = None
    read: str | None = None
    is_telling_only: bool = False

    @property
    def has_part(self) -> bool | None:
        """Whether an actor has a part in the event by this; None where it is about something else."""
        if self.field is not EventField.PARTICIPANTS:
            return None
        decision = self.judgement.decision
        return decision.is_involved if isinstance(decision, Involvement) else True


@dataclass(frozen=True, slots=True)
class NoteRuling:
    """A note, and what it is about: the chains of an actor, or an article, or an event or words in an article.

    ``marking`` is to whom it may be passed on, None where nobody said.
    """

    judgement: Judgement
    text: str
    chains: frozenset[ChainKey] = frozenset()
    article: str = ""
    event: TriggerKey | None = None
    words: Quote | None = None
    marking: Marking | None = None


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements in effect, by chains and by event mentions."""

    same: tuple[frozenset[ChainKey], ...] = ()
    """Groups of chains that are one actor."""
    different: tuple[tuple[frozenset[ChainKey], frozenset[ChainKey]], ...] = ()
    """Pairs of groups: no chain of the first group is the same actor as a chain of the second."""
    unsure: tuple[tuple[frozenset[ChainKey], frozenset[ChainKey]], ...] = ()
    """Such pairs too: evidence alone does not merge them, and the analyst is not asked about them again."""
    of_actors: Mapping[ChainKey, tuple[Judgement, ...]] = field(default_factory=dict)
    """For chains the judgements on what stands at the head of their actor's dossier, in the order of their making."""
    kinds_read: Mapping[ChainKey, Kind] = field(default_factory=dict)
    """For chains of which the analyst gave the kind the one that was read."""
    notes: tuple[NoteRuling, ...] = ()
    """The analyst's notes, by their judgements."""
    names: Mapping[ChainKey, str] = field(default_factory=dict)
    """For renamed chains the actor's new name."""
    rejected: frozenset[ChainKey] = frozenset()
    """Chains that name no actor."""
    same_events: tuple[frozenset[TriggerKey], ...] = ()
    """Groups of mentions that are one event."""
    different_events: tuple[tuple[frozenset[TriggerKey], frozenset[TriggerKey]], ...] = ()
    """As ``different``, of mentions and events."""
    unsure_events: tuple[tuple[frozenset[TriggerKey], frozenset[TriggerKey]], ...] = ()
    """As ``unsure``, of mentions and events."""
    dates: Mapping[TriggerKey, When] = field(default_factory=dict)
    """For mentions the date that the analyst gave their event."""
    corrections: Mapping[TriggerKey, tuple[EventCorrection, ...]] = field(default_factory=dict)
    """For mentions of events what the analyst corrected in the fields of the event, the later behind the earlier."""
    hidden: frozenset[TriggerKey] = frozenset()
    """Mentions whose events are to be left out."""

    @property
    def on_mentions(self) -> Set[TriggerKey]:
        """The mentions of events whose parts or fields the analyst corrected."""
        return self.corrections.keys()

    @property
    def without_events(self) -> "Rulings":
        """The rulings without those on which mentions are one event, on its date and parts, and the notes."""
        return replace(
            self,
            notes=(),
            same_events=(),
            different_events=(),
            unsure_events=(),
            dates={},
            hidden=frozenset(),
        )


NO_RULINGS = Rulings()
"""The rulings of a case without judgements."""
