"""The events of a case, each from all the mentions that tell it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from dossier.memo import NO_MEMO, Memo, MemoTable, ids
from dossier.model import Annotations, Article, Event, EventTypes, Link, When
from dossier.resolve.actors import Actors
from dossier.resolve.events.clustering.event_clustering import EventClustering
from dossier.resolve.events.judged.judged_event import OverruledCorrection, overruled
from dossier.resolve.events.judged.judged_fields import with_judged_fields
from dossier.resolve.events.judged.judged_involvement import with_judged_links
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention, resolved_mentions
from dossier.resolve.events.merging.event_merging import merge_mentions
from dossier.resolve.events.merging.outvoted_days import without_outvoted_bounds
from dossier.resolve.origins import NO_COPIES, Origins
from dossier.resolve.rulings.rulings import NO_RULINGS, Rulings


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a case."""

    events: tuple[Event, ...]
    """Sorted by id."""
    doubts: tuple[Link, ...] = ()
    """The pairs that an analyst should look at, the most valuable first."""
    affairs: Mapping[str, str] = field(default_factory=dict)
    """By article the id of the affair that it tells of, where it tells of any event."""
    overruled: tuple[OverruledCorrection, ...] = ()
    """The corrections of one mention that do not hold, since an earlier mention of the event has another."""


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
    judging = _Judging(actors, types, rulings, memo)
    mentions = list(map(judging.linked, resolved_mentions(read, actors.as_read, types, memo)))
    return _merged(_clustering(mentions, actors.as_read, rulings, memo), judging, origins, rulings, memo)


def _merged(clustering: EventClustering, judging: "_Judging", origins: Origins, rulings: Rulings, memo: Memo) -> Events:
    """The events, each from the mentions of a cluster."""
    merged = memo.table("event")
    events: list[Event] = []
    idle: list[OverruledCorrection] = []
    for group in clustering.groups:
        told: Sequence[ResolvedMention] = group.mentions
        if judging.is_on(told):
            if any(mention.trigger_key in rulings.hidden for mention in told):
                continue
            told = list(map(judging.corrected, told))
            idle += overruled(told)
            date = _judged_date(told, rulings)
            key: Hashable = (id(origins), ids(told), group.links, date)
        else:
            date, key = None, (id(group), _resting_on(origins, told))
        made = partial(merge_mentions, told, origins, group.links, date)
        events.append(merged.recall(key, made, (origins, group, told)))
    events = list(without_outvoted_bounds(events, memo))
    return Events(tuple(sorted(events, key=lambda event: event.id)), clustering.doubts, clustering.affairs, tuple(idle))


class _Judging:
    """Mentions as the analyst corrected them: the objects of the last pass where that gives the same."""

    def __init__(self, actors: Actors, types: EventTypes, rulings: Rulings, memo: Memo) -> None:
        self._actors = actors
        self._types = types
        self._rulings = rulings
        self._on_mentions = rulings.on_mentions
        self._on_events = self._on_mentions | rulings.dates.keys() | rulings.hidden
        self._known: MemoTable[ResolvedMention] = memo.table("judged mention")

    def linked(self, mention: ResolvedMention) -> ResolvedMention:
        """The mention with those who have a part in it; a judged one has the names that the analyst gave."""
        if (key := mention.trigger_key) not in self._on_mentions:
            return mention
        named = mention.under(self._actors.given_names)
        return self._known.same(("links", key), with_judged_links(named, self._actors, self._rulings))

    def corrected(self, mention: ResolvedMention) -> ResolvedMention:
        """The mention with its corrected fields."""
        if (key := mention.trigger_key) not in self._on_mentions:
            return mention
        fields = with_judged_fields(mention, self._actors, self._types, self._rulings)
        return self._known.same(("fields", key), fields)

    def is_on(self, mentions: Iterable[ResolvedMention]) -> bool:
        """Whether a judgement is on one of the mentions, or on their event but for which mentions it has."""
        return bool(self._on_events) and any(mention.trigger_key in self._on_events for mention in mentions)


def _clustering(mentions: Sequence[ResolvedMention], actors: Actors, rulings: Rulings, memo: Memo) -> EventClustering:
    """The clustering; that of the last pass, where mentions, actors and what is decided on them are the same."""
    if not memo.is_kept:
        return EventClustering(mentions, actors, rulings)
    called = tuple((actor.id, actor.name, actor.kind) for actor in actors.actors)
    decided = rulings.same_events, rulings.different_events, rulings.unsure_events
    made = partial(EventClustering, mentions, actors, rulings, memo)
    known = memo.table("clustering")
    return known.recall((ids(mentions), called, decided), made, mentions)  # type: ignore[no-any-return]


def _resting_on(origins: Origins, mentions: Sequence[ResolvedMention]) -> Hashable:
    """For a key, what the event takes from the origins: that of one mention only, of what its article is a copy."""
    return origins.copies.get(mentions[0].evidence.article) if len(mentions) == 1 else id(origins)


def _judged_date(mentions: Iterable[ResolvedMention], rulings: Rulings) -> When | None:
    """The date that the analyst gave the event; of several, the one given for the first mention."""
    given = (rulings.dates.get(mention.trigger_key) for mention in mentions)
    return next((when for when in given if when), None)
