"""Doubts about actors and about events in one list, the most valuable first."""

from collections.abc import Iterable

from dossier.model import Link
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS
from dossier.resolve.doubt_priority import priority_key
from dossier.resolve.events.event_weights import PRIOR


def bits_to_merge(link: Link) -> float:
    """The bits of evidence that it takes to merge the two actors or the two events of the link."""
    return MERGE_BITS if link.is_about_actors else -PRIOR


def most_valuable_first(links: Iterable[Link]) -> list[Link]:
    """The links by ``priority_key``: those first that are least sure and on which most mentions depend."""
    return sorted(links, key=lambda link: priority_key(link, bits_to_merge(link)))
