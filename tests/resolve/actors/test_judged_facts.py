"""What the analyst corrects in events counts for who is one: a death that is none keeps nobody from acting later."""

import pytest

from dossier.model import ActorPointer, EventField, Judgement, Rejection, Role, Signal
from dossier.resolve import Rulings, resolve_actors
from dossier.resolve.rulings.rulings import EventCorrection
from tests.event_types import TYPES
from tests.resolve.actors.test_resolve_actors import DIED, SPOKE

ADA = Judgement(Rejection(ActorPointer("any")), "ada")
"""Whose the corrections are: what the judgement decides is not asked here."""


def has_life_conflict(*corrections: EventCorrection) -> bool:
    """Whether he who died in one article and met in another may be two, for that."""
    article, found = DIED
    rulings = Rulings(corrections={(article.id, found.events[0].trigger.span, 1): corrections})
    doubts = resolve_actors([DIED, SPOKE], TYPES, rulings).doubts
    return any(reason.signal is Signal.LIFE for link in doubts for reason in link.reasons)


@pytest.mark.parametrize(
    ("field", "value", "role", "is_conflict"),
    [
        (EventField.TYPE, "injury", None, False),
        (EventField.TYPE, "killing", None, True),
        (EventField.CERTAINTY, "possible", None, False),
        (EventField.POLARITY, "negative", None, False),
        (EventField.ATTRIBUTION, "a neighbour", None, False),
        (EventField.ATTRIBUTION, "", None, True),
        (EventField.PARTICIPANTS, "Omar Kessel", Role.AGENT, False),
        (EventField.PARTICIPANTS, "a neighbour", Role.AGENT, True),
    ],
)
def test_a_death_that_the_analyst_takes_back_is_none(
    field: EventField, value: str, role: Role | None, is_conflict: bool
) -> None:
    article, found = DIED
    bearer = {(article.id, chain.id) for chain in found.actors if chain.name == value}
    assert has_life_conflict(EventCorrection(ADA, field, value, frozenset(bearer), role)) is is_conflict
    assert has_life_conflict()
