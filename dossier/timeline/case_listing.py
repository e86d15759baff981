"""Which events stand in the timeline of a whole case: the most important of those that an actor's timeline tells."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from dossier.model import Event
from dossier.timeline.entries import fold
from dossier.timeline.entry_importance import weights_for_case
from dossier.timeline.importance.importance import EVEN
from dossier.timeline.importance.retold import Retold
from dossier.timeline.listing import Listing, listed
from dossier.timeline.series.series_finder import SeriesFinder
from dossier.timeline.worth.part_worth import part_worth
from dossier.timeline.worth.shown_mention import states

_FEWEST_ENTRIES = 12
"""Entries that even a small case has, if so many are told. Set by hand."""
_LEAST_IMPORTANCE = 0.5
"""Importance of all other entries: the weights were learned where half of all is told, so there the odds are even."""
NOBODY = ""
"""The key of the listing of those events in which no actor has a part."""
MOST_ENTRIES = 50
"""Entries of a case's timeline: what a reader takes in at one sitting. Set by hand; no measurement is recorded."""
_MOST_AHEAD = 5
"""Entries of what is still to come, beside these. Set by hand."""

_BIRTH = "birth"
_CHILDHOOD = timedelta(days=10 * 366)
"""A birth less long before its report is news. Set by hand."""


def case_listing(
    listings: Mapping[str, Listing],
    wanted: Collection[str] = (),
    most: int = MOST_ENTRIES,
    series: SeriesFinder | None = None,
    retold: Retold | None = None,
) -> Listing:
    """The listing of a case, from those of its actors (by id) and of ``NOBODY``: what has no line in them gets none.

    The ``most`` important entries are in it, whoever they are about, but of those that matter little only a few; the
    most important of what is still to come; and those that tell of ``wanted`` events (ids). An entry counts with the
    most important of its events. ``series`` finds the entries that one stands for, and ``retold`` the sources that tell
    what an entry tells. The order of the listings changes nothing.
    """
    told, interest = _told(listings)
    with_line = {event.id for own in listings.values() for event in own.lines}
    own = {event.id: event.importance for event in told}
    folding = fold(told, own.keys() - with_line, own)
    interest |= {part: interest[line] for part, line in folding.heads.items()}
    whole = listed([event for event in told if event.id in with_line or event.id in folding.heads], folding)
    whole = series.with_series(whole) if series else whole
    whole = replace(whole, interest=interest)
    weights = weights_for_case(whole, retold, most)
    chosen = _chosen(whole, weights, wanted, most)
    entries = tuple(event for event in whole.entries if event.id in chosen)
    lines = {event.id for entry in entries for event in whole.lines_of(entry)}
    return Listing(
        entries=entries,
        series={entry: found for entry, found in whole.series.items() if entry in chosen},
        parts={line: parts for line, parts in whole.parts.items() if line in lines},
        interest=interest,
        importance=weights,
    )


def _told(listings: Mapping[str, Listing]) -> tuple[list[Event], dict[str, float]]:
    """The events of all listings by id, each as it is shown to the actor with the greatest part in it; its interest.

    A fact stays one though the dossier of somebody has it as a claim: that he did it. Of actors with equal parts it is
    shown as to the one who has the clearest line of it: "Dale summoned her", not "She was angry about Dale's summons".
    """
    shown: dict[str, tuple[bool, float, bool, float, str, Event]] = {}
    for actor, own in listings.items():
        for event in own.told:
            wanted, is_stated = own.interest.get(event.id, EVEN), states(event.evidence[0])
            rank = not event.factuality.is_fact, -part_worth(event, actor), not is_stated, -wanted, actor, event
            if event.id not in shown or rank[:5] < shown[event.id][:5]:
                shown[event.id] = rank
    ranks = [shown[key] for key in sorted(shown)]
    return [event for *_, event in ranks], {event.id: -unwanted for *_, unwanted, _, event in ranks}


def _chosen(whole: Listing, weights: Mapping[str, float], wanted: Collection[str], most: int) -> set[str]:
    """The ids of the entries to show."""
    groups = {entry.id: [event.id for event in whole.events_of(entry)] for entry in whole.entries}
    lives = {entry.id for entry in whole.entries if any(map(_is_of_a_life, whole.events_of(entry)))}
    importance = {
        entry: max(weights[event] for event in events) for entry, events in groups.items() if entry not in lives
    }
    heaviest = sorted(importance, key=lambda entry: (-importance[entry], entry))[:most]
    kept = {
        entry for rank, entry in enumerate(heaviest) if rank < _FEWEST_ENTRIES or importance[entry] >= _LEAST_IMPORTANCE
    }
    kept.update(sorted(_ahead(whole) - lives, key=lambda entry: (-importance[entry], entry))[:_MOST_AHEAD])
    return kept | {entry for entry, events in groups.items() if not set(events).isdisjoint(wanted)}


def _is_of_a_life(event: Event) -> bool:
    """Whether it is the birth of a grown-up: the line tells of a life, which belongs into the dossier of the person."""
    born, report = event.dating.when, event.reported.first if event.reported else None
    if event.type != _BIRTH or born is None or born.end is None or report is None or report.end is None:
        return False
    return report.end - born.end > _CHILDHOOD


def _ahead(whole: Listing) -> set[str]:
    """The ids of the entries that are expected for a time after the newest report of the case."""
    reports = [event.reported.last.end for event in whole.told if event.reported and event.reported.last.end]
    newest = max(reports, default=None)
    expected = ((event.id, event.dating.when) for event in whole.entries if event.factuality.is_expected)
    return {entry for entry, when in expected if newest and when and when.start and when.start >= newest}
