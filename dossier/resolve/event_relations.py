"""From relations between event mentions of one article to relations between resolved events."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dossier.model import (
    Annotations,
    Basis,
    Event,
    Evidence,
    Quote,
    Relation,
    RelationType,
    Span,
    TriggerKey,
    Witness,
)

_RelationKey = tuple[str, str, RelationType]  # ids of the two events
_EventOfTrigger = dict[TriggerKey, tuple[str, Evidence]]  # the event's id, and the evidence with that trigger


class StatedRelation(NamedTuple):
    """A relation as one article states it, between the mentions of two events."""

    source: TriggerKey
    target: TriggerKey
    type: RelationType
    cue: Quote | None


def stated_relations(annotations: Iterable[Annotations]) -> Iterator[StatedRelation]:
    """The relations that the articles state, in their order."""
    for of_article in annotations:
        told = {event.id: event for event in of_article.events} if of_article.relations else {}
        for relation in of_article.relations:
            source, target = (
                (of_article.article, told[end].trigger.span, told[end].occurrence)
                for end in (relation.source, relation.target)
            )
            yield StatedRelation(source, target, relation.type, relation.cue)


def resolve_relations(stated: Iterable[StatedRelation], events: Iterable[Event]) -> tuple[Relation, ...]:
    """The relations between ``events``, sorted, each with the sentences that state it.

    The order in which the articles come changes nothing. A relation between two mentions of one event says nothing
    about its place among other events, and is left out. So is one with a mention that belongs to none of ``events``,
    or dates its event otherwise than the event is dated: what lies before that date need not lie before the event.
    """
    event_of = {
        piece.trigger_key: (event.id, piece)
        for event in events
        for piece in event.evidence
        if not _is_dated_otherwise(piece, event)
    }
    found: dict[_RelationKey, list[Witness]] = {}
    for relation in stated:
        if witness := _witness(relation, event_of):
            source, target = event_of[relation.source][0], event_of[relation.target][0]
            found.setdefault((source, target, relation.type), []).append(witness)
    return tuple(Relation(*key, tuple(sorted(found[key], key=_place_in_text))) for key in sorted(found))


def _is_dated_otherwise(piece: Evidence, event: Event) -> bool:
    own, of_event = piece.dating.when, event.dating.when
    if own is None or of_event is None or piece.dating.basis is Basis.INFERRED:
        return False
    return not own.overlaps(of_event)


def _witness(relation: StatedRelation, event_of: _EventOfTrigger) -> Witness | None:
    """The sentences that state it; None where its mentions tell one event, or none, as those that an analyst hid."""
    if relation.source not in event_of or relation.target not in event_of:
        return None
    (source_id, source), (target_id, target) = event_of[relation.source], event_of[relation.target]
    if source_id == target_id:
        return None
    return Witness(
        article=source.article,
        quote=source.quote,
        source=source.trigger,
        target=target.trigger,
        cue=relation.cue,
        target_quote=target.quote if target.quote != source.quote else None,
    )


def _place_in_text(witness: Witness) -> tuple[str, Span, Span]:
    return witness.article, witness.source.span, witness.target.span
