"""What judgements correct in the fields of an event, in terms of the chains of a case."""

from collections.abc import Iterator, Mapping

from dossier.model import (
    ActorPointer,
    AddedEvent,
    CertaintyCorrection,
    Decision,
    EventField,
    Involvement,
    Judgement,
    Kind,
    NameRejection,
    Participation,
    Placement,
    PolarityCorrection,
    RealisCorrection,
    Redating,
    Retyping,
    Rewording,
    SpeakerCorrection,
    values_of,
)
from dossier.resolve.interpreting.claim_lookup import NamedChain
from dossier.resolve.rulings.rulings import ChainKey, EventCorrection

CorrectingDecision = (
    Redating
    | Involvement
    | Retyping
    | CertaintyCorrection
    | PolarityCorrection
    | RealisCorrection
    | Placement
    | SpeakerCorrection
    | Participation
    | Rewording
)
"""A decision that corrects a field of an event."""
_FIELDS: Mapping[type[CorrectingDecision], EventField] = {
    Redating: EventField.WHEN,
    Involvement: EventField.PARTICIPANTS,
    Retyping: EventField.TYPE,
    CertaintyCorrection: EventField.CERTAINTY,
    PolarityCorrection: EventField.POLARITY,
    RealisCorrection: EventField.REALIS,
    Placement: EventField.PLACE,
    SpeakerCorrection: EventField.ATTRIBUTION,
    Participation: EventField.PARTICIPANTS,
    Rewording: EventField.SUMMARY,
}


def named_in(decision: Decision) -> Iterator[ActorPointer]:
    """The name that a decision gives beside what it is about, and that may be an actor's or plain words."""
    match decision:
        case Placement(place=name) | SpeakerCorrection(speaker=name):
            if name:
                yield ActorPointer(name)
        case Participation():
            yield decision.participant
        case AddedEvent(actor=ActorPointer() as actor):
            yield actor
        case NameRejection(name=name):
            yield ActorPointer(name)
        case _:
            pass


def event_correction(judgement: Judgement, decision: CorrectingDecision, named: list[NamedChain]) -> EventCorrection:
    """The correction that a decision makes; ``named`` are the chains of the actor whom it names, if it names any."""
    role = decision.role if isinstance(decision, Participation) else None
    return EventCorrection(judgement, _FIELDS[type(decision)], _value(decision), _keys(decision, named), role)


def _value(decision: CorrectingDecision) -> str:
    match decision:
        case Involvement():
            return decision.actor.name
        case Participation():
            return decision.participant.name
        case Placement():
            return decision.place
        case SpeakerCorrection():
            return decision.speaker
        case _:
            return "".join(values_of(decision).values())


def _keys(decision: CorrectingDecision, named: list[NamedChain]) -> frozenset[ChainKey]:
    """The chains of the actor; of a place those that are places, if any are."""
    places = [one for one in named if one.chain.kind is Kind.PLACE]
    meant = places if places and isinstance(decision, Placement) else named
    return frozenset(one.key for one in meant)
