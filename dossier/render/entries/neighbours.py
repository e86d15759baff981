"""Where a page leads: to the dossiers of others who take part in its entries, to that of the case, and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.model import WHOLE_CASE, Event, Timeline
from dossier.render.entries.entry_groups import EntryGroups
from dossier.render.wording import prose

START_PAGE = "index"
"""The key of the link back to the start page, beside the ids of actors and ``WHOLE_CASE``."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody with a dossier, and the numbers of the entries of this page in which they have a part or a say."""

    name: str
    link: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WaysOut:
    """The links of a page: to the start page and to the dossier of the case, each empty where there is none."""

    start: str
    whole_case: str
    neighbours: tuple[Neighbour, ...]


def ways_out(timeline: Timeline, entries: EntryGroups, links: Mapping[str, str]) -> WaysOut:
    """The links of the page of a timeline; ``links`` lead to pages by the ids of actors, ``WHOLE_CASE``, START_PAGE."""
    own = timeline.actor.id if timeline.actor else WHOLE_CASE
    return WaysOut(
        start=links.get(START_PAGE, ""),
        whole_case=links.get(WHOLE_CASE, "") if timeline.actor else "",
        neighbours=tuple(_neighbours(entries, {key: link for key, link in links.items() if key != own})),
    )


def _neighbours(entries: EntryGroups, links: Mapping[str, str]) -> Iterator[Neighbour]:
    """Those with a link, the ones with most entries first."""
    names: dict[str, str] = {}
    rows: dict[str, dict[int, None]] = {}
    for group in entries.all:
        for event in group.all_events:
            for key, name in _taking_part(event):
                if key in links:
                    names.setdefault(key, name)
                    rows.setdefault(key, {})[group.number] = None
    for key in sorted(rows, key=lambda key: (-len(rows[key]), names[key], key)):
        yield Neighbour(prose.tidy(names[key]), links[key], tuple(rows[key]))


def _taking_part(event: Event) -> Iterator[tuple[str, str]]:
    """The id and the name of each participant, of the place, and of who says so."""
    for player in (*event.participants, *((event.place,) if event.place else ())):
        if player.entity:
            yield player.entity, player.name
    said = event.attribution
    while said:
        if said.actor and said.name:
            yield said.actor, said.name
        said = said.via
