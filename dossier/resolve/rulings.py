"""What the judgements say of the claims of a case: which chains and mentions they are about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model import Span, When

Member = tuple[str, str]
"""An article's id, and the id of a chain in it."""

Place = tuple[str, Span]
"""An article's id, and the trigger of an event mention in it."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements that hold, in terms of chains and of event mentions.

    ``same`` are groups of chains that are one actor. ``different`` and ``unsure`` are pairs of groups: no chain of the
    one is the actor of a chain of the other (of an unsure pair: evidence alone does not merge them, and nobody is asked
    about them again). The same for events.
    """

    same: tuple[frozenset[Member], ...] = ()
    different: tuple[tuple[frozenset[Member], frozenset[Member]], ...] = ()
    unsure: tuple[tuple[frozenset[Member], frozenset[Member]], ...] = ()
    names: Mapping[Member, str] = field(default_factory=dict)
    rejected: frozenset[Member] = frozenset()
    same_events: tuple[frozenset[Place], ...] = ()
    different_events: tuple[tuple[frozenset[Place], frozenset[Place]], ...] = ()
    unsure_events: tuple[tuple[frozenset[Place], frozenset[Place]], ...] = ()
    dates: Mapping[Place, When] = field(default_factory=dict)
    hidden: frozenset[Place] = frozenset()


NO_RULINGS = Rulings()
"""Where nothing was decided."""
