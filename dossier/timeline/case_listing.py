"""Which events stand in the timeline of a whole case: the most important of those that an actor's timeline tells."""

from collections.abc import Collection, Mapping

from dossier.model import Event, EventTypes
from dossier.timeline.entries import fold
from dossier.timeline.importance import importance
from dossier.timeline.listing import Listing, listed
from dossier.timeline.part_worth import part_worth

MOST_ENTRIES = 50
"""Entries of a case's timeline: what a reader takes in at one sitting. Set by hand; no measurement is recorded."""


def case_listing(
    listings: Mapping[str, Listing],
    types: EventTypes,
    wanted: Collection[str] = (),
    most: int = MOST_ENTRIES,
) -> Listing:
    """The listing of a case, from those of its actors (by id): what gets a line from no actor gets none here.

    The ``most`` important entries are in it, whoever they are about, and those that tell of ``wanted`` events (ids). An
    entry counts with the most important of its events. The order of the listings changes nothing.
    """
    told = _told(listings)
    with_line = {event.id for own in listings.values() for event in own.entries}
    weights = {event.id: importance(event, None, types) for event in told}
    folding = fold(told, weights.keys() - with_line, weights)
    whole = listed([event for event in told if event.id in with_line or event.id in folding.heads], folding)
    chosen = _chosen(whole, weights, wanted, most)
    return Listing(
        entries=tuple(event for event in whole.entries if event.id in chosen),
        parts={head: parts for head, parts in whole.parts.items() if head in chosen},
    )


def _told(listings: Mapping[str, Listing]) -> list[Event]:
    """The events of all listings by id, each as it is shown to the actor with the greatest part in it."""
    shown: dict[str, tuple[float, str, Event]] = {}
    for actor, own in listings.items():
        for event in own.told:
            rank = -part_worth(event, actor), actor, event
            if event.id not in shown or rank[:2] < shown[event.id][:2]:
                shown[event.id] = rank
    return [shown[key][-1] for key in sorted(shown)]


def _chosen(whole: Listing, weights: Mapping[str, float], wanted: Collection[str], most: int) -> set[str]:
    """The ids of the entries to show."""
    groups = {entry.id: [entry.id, *(part.id for part in whole.parts.get(entry.id, ()))] for entry in whole.entries}
    heaviest = sorted(groups, key=lambda entry: (-max(weights[event] for event in groups[entry]), entry))
    return {*heaviest[:most], *(entry for entry, events in groups.items() if not set(events).isdisjoint(wanted))}
