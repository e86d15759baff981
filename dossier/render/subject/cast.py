"""Who is who in a case, for the reader."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dossier.model import Citation, Event, MainActor
from dossier.render.context import CastMember, DescriptionEntry
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger
from dossier.render.entries.open_states import left_office
from dossier.render.page_values.note_context import Backlink
from dossier.render.subject.named_in_lines import NameFinder
from dossier.render.subject.subject import described
from dossier.render.wording import label_wording, prose

_MOST_ALIASES = 4
"""Other names of an actor, the most used: the rarest are misprints, and all stand in its own dossier. Set by hand."""


def cast(
    actors: Iterable[MainActor],
    groups: Iterable[EntryGroup],
    articles: Mapping[str, Citation],
    ledger: Ledger,
    links: Mapping[str, str],
) -> tuple[CastMember, ...]:
    """The actors in their order; their descriptions are cited in the ledger. ``links`` are by the actor's id."""
    entries, shown = list(groups), list(actors)
    finder = NameFinder.of(shown)
    named = {group.number: finder.named(group.line) for group in entries}
    return tuple(
        CastMember(
            number=number,
            name=prose.tidy(actor.name),
            kind=label_wording.KIND_WORDS[actor.kind],
            aliases=tuple(map(prose.tidy, actor.aliases[:_MOST_ALIASES])),
            description=_description(number, actor, articles, ledger, entries),
            mentions=actor.mentions,
            articles=actor.articles,
            sources=actor.sources,
            rows=tuple(group.number for group in entries if _tells_of(group, actor.id, named[group.number])),
            link=links.get(actor.id, ""),
        )
        for number, actor in enumerate(shown, 1)
    )


def _description(
    number: int, actor: MainActor, articles: Mapping[str, Citation], ledger: Ledger, told: Iterable[EntryGroup]
) -> DescriptionEntry | None:
    at = Backlink(f"w{number}", f"who is who, {prose.tidy(actor.name)}")
    for said in actor.descriptions[:1]:
        ended = left_office(actor.id, said, articles[said.article], told)
        return replace(described(number, said, articles, ledger, at), ended=ended)
    return None


def _tells_of(group: EntryGroup, actor: str, named: Collection[str]) -> bool:
    return actor in named or any(_has_part(event, actor) for event in group.all_events)


def _has_part(event: Event, actor: str) -> bool:
    place = event.place.entity if event.place else None
    return actor == place or any(player.entity == actor for player in event.participants)
