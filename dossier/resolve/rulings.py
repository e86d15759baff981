"""What the judgements decide, in terms of the chains and event mentions of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model import Span, When

ChainKey = tuple[str, str]
"""An article's id, and the id of a chain in it."""

TriggerKey = tuple[str, Span]
"""An article's id, and the trigger of an event mention in it."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements in effect, by chains and by event mentions.

    ``same`` are groups of chains that are one actor. ``different`` are pairs of groups: no chain of the first group is
    the same actor as a chain of the second. ``unsure`` are such pairs too: evidence alone does not merge them, and
    the analyst is not asked about them again. ``names`` gives chains the actor's new name; ``rejected`` are chains that
    name no actor. ``same_events``, ``different_events`` and ``unsure_events`` say of event mentions what the first
    three say of chains. ``dates`` gives event mentions a date; ``hidden`` are event mentions to leave out.
    """

    same: tuple[frozenset[ChainKey], ...] = ()
    different: tuple[tuple[frozenset[ChainKey], frozenset[ChainKey]], ...] = ()
    unsure: tuple[tuple[frozenset[ChainKey], frozenset[ChainKey]], ...] = ()
    names: Mapping[ChainKey, str] = field(default_factory=dict)
    rejected: frozenset[ChainKey] = frozenset()
    same_events: tuple[frozenset[TriggerKey], ...] = ()
    different_events: tuple[tuple[frozenset[TriggerKey], frozenset[TriggerKey]], ...] = ()
    unsure_events: tuple[tuple[frozenset[TriggerKey], frozenset[TriggerKey]], ...] = ()
    dates: Mapping[TriggerKey, When] = field(default_factory=dict)
    hidden: frozenset[TriggerKey] = frozenset()


NO_RULINGS = Rulings()
"""The rulings of a case without judgements."""
