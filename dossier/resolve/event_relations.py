"""Relations between mentions become relations between the events they tell of."""

from collections.abc import Iterable, Iterator

from dossier.model import Annotations, Event, Evidence, Relation, RelationType, Span, Witness

_Key = tuple[str, str, RelationType]
_Told = dict[tuple[str, Span], tuple[str, Evidence]]


def resolve_relations(annotations: Iterable[Annotations], events: Iterable[Event]) -> tuple[Relation, ...]:
    """The relations between ``events``, sorted, each with all the sentences that tell it.

    The order in which the articles come changes nothing. A relation between two mentions of one event says nothing
    of its place among others and is left out.
    """
    told = {(piece.article, piece.trigger.span): (event.id, piece) for event in events for piece in event.evidence}
    found: dict[_Key, list[Witness]] = {}
    for annotation in annotations:
        for key, witness in _witnesses(annotation, told):
            found.setdefault(key, []).append(witness)
    return tuple(Relation(*key, tuple(sorted(found[key], key=_place))) for key in sorted(found))


def _witnesses(found: Annotations, told: _Told) -> Iterator[tuple[_Key, Witness]]:
    triggers = {event.id: event.trigger.span for event in found.events} if found.relations else {}
    for relation in found.relations:
        ends = [told.get((found.article, triggers[end])) for end in (relation.source, relation.target)]
        if ends[0] is None or ends[1] is None:  # a hidden event
            continue
        (source, first), (target, second) = ends[0], ends[1]
        if source != target:
            witness = Witness(found.article, first.quote, first.trigger, second.trigger, relation.cue)
            yield (source, target, relation.type), witness


def _place(witness: Witness) -> tuple[str, Span, Span]:
    return witness.article, witness.source.span, witness.target.span
