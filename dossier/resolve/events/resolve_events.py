"""The events of a case, each from all the mentions that tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from dossier.memo import NO_MEMO, Memo, MemoTable, ids
from dossier.model import Annotations, Article, Event, EventTypes, Link, When
from dossier.resolve.actors import Actors
from dossier.resolve.events.event_clustering import EventClustering
from dossier.resolve.events.event_merging import merge_mentions
from dossier.resolve.events.judged_fields import with_judged_fields
from dossier.resolve.events.judged_involvement import with_judged_links
from dossier.resolve.events.resolved_mention import ResolvedMention, resolved_mentions
from dossier.resolve.origins import NO_COPIES, Origins
from dossier.resolve.rulings import NO_RULINGS, Rulings


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a case."""

    events: tuple[Event, ...]
    """Sorted by id."""
    doubts: tuple[Link, ...] = ()
    """The pairs that an analyst should look at, the most valuable first."""
    affairs: Mapping[str, str] = field(default_factory=dict)
    """By article the id of the affair that it tells of, where it tells of any event."""


def resolve_events(
    read: Iterable[tuple[Article, Annotations]],
    actors: Actors,
    types: EventTypes,
    origins: Origins = NO_COPIES,
    rulings: Rulings = NO_RULINGS,
    memo: Memo = NO_MEMO,
) -> Events:
    """The events of all the articles. The order in which the articles come changes nothing.

    ``types`` are those of the events in the annotations. ``origins`` tell copies from sources. ``rulings`` are the
    analyst's decisions: an event with a hidden mention is left out. What he corrects in a field makes no two events
    one and parts none: that he decides by itself.
    """
    judged: MemoTable[ResolvedMention] = memo.table("judged mention")
    merged = memo.table("event")

    on_mentions = rulings.on_mentions

    def linked(mention: ResolvedMention) -> ResolvedMention:
        if mention.trigger_key not in on_mentions:
            return mention
        return judged.same(("links", mention.trigger_key), with_judged_links(mention, actors, rulings))

    def corrected(mention: ResolvedMention) -> ResolvedMention:
        if mention.trigger_key not in on_mentions:
            return mention
        return judged.same(("fields", mention.trigger_key), with_judged_fields(mention, actors, types, rulings))

    clustering = EventClustering(list(map(linked, resolved_mentions(read, actors, types, memo))), actors, rulings, memo)
    groups = (
        (list(map(corrected, mentions)), links)
        for mentions, links in clustering.groups()
        if rulings.hidden.isdisjoint(mention.trigger_key for mention in mentions)
    )
    events = [
        merged.recall(
            (id(origins), ids(mentions), links, date := _judged_date(mentions, rulings)),
            partial(merge_mentions, mentions, origins, links, date),
            (origins, mentions),
        )
        for mentions, links in groups
    ]
    return Events(tuple(sorted(events, key=lambda event: event.id)), clustering.doubts(), clustering.affairs)


def _judged_date(mentions: Iterable[ResolvedMention], rulings: Rulings) -> When | None:
    """The date that the analyst gave the event; of several, the one given for the first mention."""
    given = (rulings.dates.get(mention.trigger_key) for mention in mentions)
    return next((when for when in given if when), None)
