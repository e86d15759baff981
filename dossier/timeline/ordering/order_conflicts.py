"""Contradictions of order as conflicts: two or more readings of one event, side by side."""

from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Conflict, Event, Reading, Relation, When
from dossier.timeline.ordering.apply_constraints import ConstrainedEvents
from dossier.timeline.ordering.date_limits import Limit
from dossier.timeline.ordering.network import Clash

_Contradiction = Clash | tuple[Relation, ...]
"""A relation against dates, or relations against each other."""


def order_conflicts(constrained: ConstrainedEvents, chosen: Iterable[str]) -> Iterator[Conflict]:
    """The contradictions that touch the chosen events (ids), each at the first chosen event that it touches.

    Where a date contradicts a relation, the field is ``when`` and the values are EDTF. Where relations contradict each
    other, the field is ``order`` and each value says how the event lies to the other one of a relation (TimeML: before,
    after, begun_by, …).
    """
    wanted = frozenset(chosen)
    for clash in constrained.clashes:
        for event in _ends([clash.relation], wanted)[:1]:
            yield _of_dates(clash, constrained.events[event])
    for cycle in constrained.cycles:
        found = (_of_order(cycle, constrained.events[event]) for event in _ends(cycle, wanted))
        conflict = next(filter(None, found), None)
        if conflict:
            yield conflict


def contradicted(constrained: ConstrainedEvents) -> dict[str, list[_Contradiction]]:
    """By event (its id) the contradictions that touch it: those that ``order_conflicts`` may give of it."""
    found: dict[str, list[_Contradiction]] = {}
    for clash in constrained.clashes:
        for event in dict.fromkeys((clash.relation.source, clash.relation.target)):
            found.setdefault(event, []).append(clash)
    for cycle in constrained.cycles:
        for event in dict.fromkeys(end for relation in cycle for end in (relation.source, relation.target)):
            found.setdefault(event, []).append(cycle)
    return found


def _ends(relations: Iterable[Relation], wanted: frozenset[str]) -> list[str]:
    ends = dict.fromkeys(end for relation in relations for end in (relation.source, relation.target))
    return [end for end in ends if end in wanted]


def _of_dates(clash: Clash, event: Event) -> Conflict:
    """What limits the event from its own side, and what the relation says from the other."""
    after, before = When(clash.lower.period, None), When(None, clash.upper.period)
    if event.id == clash.earlier:
        sides = _own_side(event, clash.lower, after), _relation_side(event, before, clash.relation)
    else:
        sides = _own_side(event, clash.upper, before), _relation_side(event, after, clash.relation)
    return Conflict(event.id, "when", sides)


def _own_side(event: Event, limit: Limit, when: When) -> Reading:
    if limit.relation:
        return _relation_side(event, when, limit.relation)
    dating = event.dating if event.dating.when else event.evidence[0].dating
    mentions = [n for n, piece in enumerate(event.evidence) if piece.dating.when == dating.when]
    return Reading(dating.when.edtf if dating.when else when.edtf, tuple(mentions))


def _relation_side(event: Event, when: When, relation: Relation) -> Reading:
    return Reading(when.edtf, _mentions(event, relation), relation)


def _of_order(cycle: Sequence[Relation], event: Event) -> Conflict | None:
    """All that the relations of the contradiction make of the event; None where they make one thing of it."""
    own = [relation for relation in cycle if event.id in (relation.source, relation.target)]
    readings = [Reading(one.seen_from(event.id), _mentions(event, one), one) for one in own]
    return Conflict(event.id, "order", tuple(readings)) if len({reading.value for reading in readings}) > 1 else None


def _mentions(event: Event, relation: Relation) -> tuple[int, ...]:
    """The mentions of the event in the sentences that tell the relation."""
    is_source = event.id == relation.source
    places = {(one.article, (one.source if is_source else one.target).span) for one in relation.evidence}
    return tuple(n for n, piece in enumerate(event.evidence) if (piece.article, piece.trigger.span) in places)
