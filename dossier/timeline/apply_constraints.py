"""What order adds to the dates of the events of a case, and what in it contradicts what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.model import Basis, Bound, Dating, Event, Period, Relation, When
from dossier.timeline.date_limits import Limit, is_stated
from dossier.timeline.network import Clash, Network


@dataclass(frozen=True, slots=True)
class Settled:
    """The events of a case with what order adds to them, by id.

    ``relations`` are those that hold together; ``circles`` and ``clashes`` hold the others, which were left out.
    ``placed`` are the events that have a place in time.
    """

    events: Mapping[str, Event] = field(default_factory=dict)
    relations: Sequence[Relation] = ()
    circles: Sequence[tuple[Relation, ...]] = ()
    clashes: Sequence[Clash] = ()
    placed: frozenset[str] = frozenset()


def settle(events: Iterable[Event], relations: Iterable[Relation] = ()) -> Settled:
    """Bring the dates of the events and the relations between them together.

    A stated date stays as it is: order only adds bounds beside it. An event that has none gets what order says, as
    an inferred date that rests on another event (its ``anchor``).
    """
    told = list(relations)
    tied = {end for relation in told for end in (relation.source, relation.target)}
    all_events = sorted(events, key=lambda event: event.id)
    network = Network((event for event in all_events if event.id in tied), told)
    circles = tuple(network.circles())
    network = network.without(relation for circle in circles for relation in circle)
    clashes = tuple(network.clashes())
    network = network.without(clash.relation for clash in clashes)
    return Settled(
        {event.id: _bounded(event, network) if event.id in tied else event for event in all_events},
        network.relations,
        circles,
        clashes,
        frozenset(event.id for event in all_events if is_stated(event) or _is_held(event, tied, network)),
    )


def _is_held(event: Event, tied: set[str], network: Network) -> bool:
    """Whether order alone gives the event a place in time."""
    if event.id not in tied:
        return False
    limits = network.lower.get(network.start(event.id)), network.upper.get(network.end(event.id))
    return any(limit and limit.places for limit in limits)


def _bounded(event: Event, network: Network) -> Event:
    lower = network.lower.get(network.start(event.id))
    upper = network.upper.get(network.end(event.id))
    not_before, not_after = _bound(lower, event), _bound(upper, event)
    dating = event.dating
    reason = not_before or not_after
    if reason and not is_stated(event):
        when = _when(lower.period if lower else None, upper.period if upper else None)
        dating = Dating(when, Basis.INFERRED, reason.anchor)
    return replace(event, dating=dating, not_before=not_before, not_after=not_after)


def _bound(limit: Limit | None, event: Event) -> Bound | None:
    if limit is None or limit.relation is None or limit.anchor == event.id:
        return None
    return Bound(limit.period, limit.anchor, limit.relation)


def _when(first: Period | None, last: Period | None) -> When:
    if first and last and first.start >= last.end:
        # "about 2019" and "before 2019" go together, but no interval of EDTF says so: the firm side stays
        return When(None, last) if first.qualifier else When(first, None)
    return When(first, last)
