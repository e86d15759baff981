"""What order adds to the dates of the events of a case, and which relations contradict dates or each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.memo import Memo
from dossier.model import Basis, Bound, Dating, Event, Period, Relation, When
from dossier.timeline.ordering.date_limits import Limit
from dossier.timeline.ordering.network import Clash, Network, has_place


@dataclass(frozen=True, slots=True)
class ConstrainedEvents:
    """The events of a case with what order adds to their dates, by id.

    ``relations`` contradict neither each other nor dates. The others were left out: ``cycles`` holds those that
    contradict each other, ``clashes`` those that dates contradict. ``placed`` are the ids of the events that a text
    dates, or sets after or before a dated one.
    """

    events: Mapping[str, Event] = field(default_factory=dict)
    relations: Sequence[Relation] = ()
    cycles: Sequence[tuple[Relation, ...]] = ()
    clashes: Sequence[Clash] = ()
    placed: frozenset[str] = frozenset()


def apply_constraints(events: Iterable[Event], relations: Iterable[Relation], memo: Memo) -> ConstrainedEvents:
    """Tighten the dates of the events by the relations between them, as far as the two do not contradict each other.

    A stated date stays as it is: order only adds bounds beside it. An event without one gets what order says, as an
    inferred date that rests on another event (its ``anchor``).
    """
    relations = list(relations)
    bounded = memo.table("bounded event")
    related = {end for relation in relations for end in (relation.source, relation.target)}
    all_events = sorted(events, key=lambda event: event.id)
    network = Network((event for event in all_events if event.id in related), relations)
    cycles = tuple(network.cycles())
    network = network.without(relation for cycle in cycles for relation in cycle)
    clashes = tuple(network.clashes())
    network = network.without(clash.relation for clash in clashes)
    return ConstrainedEvents(
        {
            event.id: bounded.same(event.id, _bounded(event, network)) if event.id in related else event
            for event in all_events
        },
        network.relations,
        cycles,
        clashes,
        frozenset(
            event.id
            for event in all_events
            if event.dating.is_stated or (event.id in related and has_place(event, *network.limits(event.id)))
        ),
    )


def _bounded(event: Event, network: Network) -> Event:
    lower, upper = network.limits(event.id)
    not_before, not_after = _bound(lower, event), _bound(upper, event)
    dating = event.dating
    reason = not_before or not_after
    if reason and not event.dating.is_stated:
        when = _when(lower.period if lower else None, upper.period if upper else None)
        dating = Dating(when, Basis.INFERRED, reason.anchor)
    return replace(event, dating=dating, not_before=not_before, not_after=not_after)


def _bound(limit: Limit | None, event: Event) -> Bound | None:
    if limit is None or limit.relation is None or limit.anchor == event.id:
        return None
    return Bound(limit.period, limit.anchor, limit.relation)


def _when(first: Period | None, last: Period | None) -> When:
    if first and last and first.start >= last.end:
        # "about 2019" and "before 2019" may both hold, but no interval of EDTF says so: the firm side stays
        return When(None, last) if first.qualifier else When(first, None)
    return When(first, last)
