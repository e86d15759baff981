"""Doubts about actors and about events in one list, the most valuable first."""

from collections.abc import Iterable

from dossier.model import Link
from dossier.resolve.actors.actor_comparison import MERGE_BITS
from dossier.resolve.doubt_priority import priority_key
from dossier.resolve.events.event_weights import PRIOR


def bits_to_merge(link: Link) -> float:
    """How many bits of evidence it takes to merge two actors, or two events, whichever the link is about."""
    return MERGE_BITS if link.is_about_actors else -PRIOR


def most_valuable_first(links: Iterable[Link]) -> list[Link]:
    """The links in the order of ``priority_key``: those first that are least sure and that most mentions depend on."""
    return sorted(links, key=lambda link: priority_key(link, bits_to_merge(link)))
