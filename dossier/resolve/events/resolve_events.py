"""The events of a case: what the articles tell, the tellings of one event together."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Annotations, Article, Event, EventTypes, Link, When
from dossier.resolve.actors import Actors
from dossier.resolve.events.event_clustering import Grouping
from dossier.resolve.events.event_merging import merged
from dossier.resolve.events.resolved_mention import Telling, tellings
from dossier.resolve.origins import NO_COPIES, Origins
from dossier.resolve.rulings import NO_RULINGS, Rulings


@dataclass(frozen=True, slots=True)
class Events:
    """The events, sorted by id; ``doubts`` are the pairs that an analyst should look at, the most valuable first."""

    events: tuple[Event, ...]
    doubts: tuple[Link, ...] = ()


def resolve_events(
    read: Iterable[tuple[Article, Annotations]],
    actors: Actors,
    types: EventTypes,
    origins: Origins = NO_COPIES,
    rulings: Rulings = NO_RULINGS,
) -> Events:
    """The events of all the articles. The order in which the articles come changes nothing.

    ``origins`` tell copies from sources, ``rulings`` say what the analyst decided: a hidden event is left out.
    """
    grouping = Grouping(tellings(read, actors, types), actors, rulings)
    events = [
        merged(told, origins, links, _date(told, rulings))
        for told, links in grouping.groups()
        if rulings.hidden.isdisjoint(telling.place_in_text for telling in told)
    ]
    return Events(tuple(sorted(events, key=lambda event: event.id)), grouping.doubts())


def _date(told: Iterable[Telling], rulings: Rulings) -> When | None:
    """The date that the analyst gave it; of several, the one given for the telling that comes first."""
    given = (rulings.dates.get(telling.place_in_text) for telling in told)
    return next((when for when in given if when), None)
