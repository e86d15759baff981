"""Doubts about actors and about events in one list, the most valuable first."""

from collections.abc import Iterable

from dossier.model import Link
from dossier.resolve.actors.actor_comparison import JOINED
from dossier.resolve.doubt_priority import worth
from dossier.resolve.events.event_comparison import PRIOR


def needed(link: Link) -> float:
    """How many bits of evidence it takes for two such to be made one."""
    return JOINED if link.is_about_actors else -PRIOR


def most_valuable_first(links: Iterable[Link]) -> list[Link]:
    """The links by what is gained from deciding on them: the less sure, and the more hangs on it, the earlier."""
    return sorted(links, key=lambda link: worth(link, needed(link)))
