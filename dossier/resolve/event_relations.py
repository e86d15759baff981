"""From relations between event mentions of one article to relations between resolved events."""

from collections.abc import Iterable, Iterator

from dossier.model import Annotations, Basis, Event, Evidence, Relation, RelationType, Span, TriggerKey, Witness

_RelationKey = tuple[str, str, RelationType]  # ids of the two events
_EventOfTrigger = dict[TriggerKey, tuple[str, Evidence]]  # the event's id, and the evidence with that trigger


def resolve_relations(annotations: Iterable[Annotations], events: Iterable[Event]) -> tuple[Relation, ...]:
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
    for of_article in annotations:
        for key, witness in _witnesses(of_article, event_of):
            found.setdefault(key, []).append(witness)
    return tuple(Relation(*key, tuple(sorted(found[key], key=_place_in_text))) for key in sorted(found))


def _is_dated_otherwise(piece: Evidence, event: Event) -> bool:
    own, of_event = piece.dating.when, event.dating.when
    if own is None or of_event is None or piece.dating.basis is Basis.INFERRED:
        return False
    return not own.overlaps(of_event)


def _witnesses(annotations: Annotations, event_of: _EventOfTrigger) -> Iterator[tuple[_RelationKey, Witness]]:
    told = {event.id: event for event in annotations.events} if annotations.relations else {}
    for relation in annotations.relations:
        source, target = (
            event_of.get((annotations.article, told[end].trigger.span, told[end].occurrence))
            for end in (relation.source, relation.target)
        )
        if source is None or target is None:  # of no event, as those that an analyst has hidden
            continue
        (source_id, source_piece), (target_id, target_piece) = source, target
        if source_id != target_id:
            witness = Witness(
                article=annotations.article,
                quote=source_piece.quote,
                source=source_piece.trigger,
                target=target_piece.trigger,
                cue=relation.cue,
                target_quote=target_piece.quote if target_piece.quote != source_piece.quote else None,
            )
            yield (source_id, target_id, relation.type), witness


def _place_in_text(witness: Witness) -> tuple[str, Span, Span]:
    return witness.article, witness.source.span, witness.target.span
