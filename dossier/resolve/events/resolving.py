"""One event for all mentions in one wording: the same sentence, printed again, tells of the same event."""

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import TypeVar

from dossier.model import (
    Annotations,
    Article,
    Attribution,
    Basis,
    Dating,
    Event,
    EventMention,
    Evidence,
    Link,
    Qualifier,
    Quote,
    Role,
    RolePlayer,
    Setting,
    Span,
)
from dossier.resolve.actors import Actors
from dossier.resolve.origins import NO_COPIES, Origins
from dossier.resolve.rulings import NO_RULINGS, Rulings

_T = TypeVar("_T")
_VAGUE = (Qualifier.APPROXIMATE, Qualifier.BOTH)


@dataclass(frozen=True, slots=True)
class Events:
    """The events, sorted by id; ``doubts`` are the pairs that an analyst should look at, the most valuable first."""

    events: tuple[Event, ...]
    doubts: tuple[Link, ...] = ()


def resolve_events(
    read: Iterable[tuple[Article, Annotations]],
    actors: Actors,
    origins: Origins = NO_COPIES,
    rulings: Rulings = NO_RULINGS,
) -> Events:
    """The events of all the articles. The order in which the articles come changes nothing.

    ``origins`` tell copies from sources, ``rulings`` say what the analyst decided.
    """
    told: dict[str, list[Event]] = {}
    for article, found in read:
        reader = _Reader(article, found, actors)
        for mention in found.events:
            event = reader.event(mention)
            told.setdefault(event.id, []).append(event)
    events = [_joined(wording, same) for wording, found in told.items() for same in _clusters(found)]
    return Events(tuple(sorted(events, key=lambda event: event.id)))


def _clusters(events: list[Event]) -> list[list[Event]]:
    """Events of one wording, by date: "on Monday" in two articles may be two Mondays.

    One that has no firm date joins the others where they have one date; between two dates it stays apart.
    """
    dated: dict[str, list[Event]] = {}
    for event in events:
        dated.setdefault(_firm_date(event.dating), []).append(event)
    loose = dated.pop("", [])
    if len(dated) == 1:
        return [[*dated.popitem()[1], *loose]]
    return [*dated.values(), *([loose] if loose else [])]


def _firm_date(dating: Dating) -> str:
    """A date that tells two events of one wording apart: no bound, and no day that it is only about."""
    when = dating.when
    if when is None or dating.basis is Basis.INFERRED:
        return ""
    return "" if any(side and side.qualifier in _VAGUE for side in (when.first, when.last)) else when.edtf


def _joined(wording: str, events: list[Event]) -> Event:
    """One event with the evidence of all; the same words count as one source, however often printed."""
    evidence = sorted(
        (piece for event in events for piece in event.evidence),
        key=lambda piece: (piece.article, piece.trigger.span),
    )
    first = min(events, key=_first_place)
    best = min(events, key=lambda event: (_strength(event.dating), _first_place(event))).dating
    key = f"{wording}\n{_firm_date(best)}"
    return replace(
        first,
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        dating=best,
        evidence=tuple(evidence),
    )


def _first_place(event: Event) -> tuple[str, Span]:
    return event.evidence[0].article, event.evidence[0].trigger.span


def _strength(dating: Dating) -> tuple[int, bool, datetime, str]:
    """Written dates before worked-out ones before bounds, firm before vague, the tightest bound first; no date last."""
    when = dating.when
    latest = when.end if when and when.end else datetime.max
    return list(Basis).index(dating.basis), not _firm_date(dating), latest, when.edtf if when else ""


class _Reader:
    """Turns the mentions of one article into events with a single piece of evidence."""

    def __init__(self, article: Article, found: Annotations, actors: Actors) -> None:
        self._article = article
        self._actors = actors
        self._events = sorted(found.events, key=_trigger)
        self._named = sorted((mention.quote.span, chain.id) for chain in found.actors for mention in chain.mentions)

    def event(self, mention: EventMention) -> Event:
        """The event as the article tells it; its id is the wording, until those of one wording are joined."""
        quote = Quote.cut(self._article.text, mention.sentence)
        players = tuple(dict.fromkeys(self._players(mention)))
        said = self._attribution(mention.attribution)
        evidence = Evidence(
            self._article.id,
            mention.trigger,
            quote,
            mention.dating,
            mention.factuality,
            said,
            mention.dated_by,
            mention.quantities,
        )
        place = mention.place
        where = self._actors.of(self._article.id, place.actor) if place else None
        return Event(
            id=_wording(mention, quote, players),
            type=mention.type,
            summary=mention.summary or " ".join(quote.exact.split()),
            dating=mention.dating,
            factuality=mention.factuality,
            evidence=(evidence,),
            participants=players,
            place=Setting(where.name if where else place.quote.exact, where.id if where else None) if place else None,
            attribution=said,
        )

    def _players(self, mention: EventMention) -> Iterator[RolePlayer]:
        """The participants, and after each the actors named inside its phrase ("the fall of its caliphate").

        Not those whose part is in an event that the phrase tells of: where the death of Brandt could delay a sale, he
        has no part in the delay.
        """
        for participant in mention.participants:
            actor = self._actors.of(self._article.id, participant.actor)
            words = " ".join(participant.quote.exact.split())
            yield RolePlayer(actor.name if actor else words, participant.role, actor.id if actor else None)
            elsewhere = self._parts_inside(participant.quote.span, mention)
            for chain in self._inside(participant.quote.span):
                if chain in elsewhere:
                    continue
                named = self._actors.of(self._article.id, chain)
                if named and named is not actor:
                    yield RolePlayer(named.name, Role.OTHER, named.id)

    def _parts_inside(self, span: Span, mention: EventMention) -> frozenset[str]:
        """The chains that take part in the other events told inside the span."""
        told = (event for event in _within(self._events, span, _trigger) if event is not mention)
        phrases = [part.quote.span for event in told for part in event.participants]
        return frozenset(chain for phrase in phrases for chain in self._inside(phrase))

    def _inside(self, span: Span) -> Iterator[str]:
        return (chain for place, chain in _within(self._named, span, itemgetter(0)) if span.covers(place))

    def _attribution(self, said: Attribution | None) -> Attribution | None:
        """The same with entities for actors: their ids, and the names they have in the case."""
        if said is None:
            return None
        speaker = self._actors.of(self._article.id, said.actor)
        via = self._attribution(said.via)
        return replace(said, actor=speaker.id if speaker else None, name=speaker.name if speaker else None, via=via)


def _trigger(event: EventMention) -> Span:
    return event.trigger.span


def _within(items: Sequence[_T], span: Span, place: Callable[[_T], Span]) -> Sequence[_T]:
    """The items, sorted by place, that begin inside the span."""
    first = bisect_left(items, span.start, key=lambda item: place(item).start)
    last = bisect_left(items, span.end, key=lambda item: place(item).start)
    return items[first:last]


def _wording(mention: EventMention, quote: Quote, players: tuple[RolePlayer, ...]) -> str:
    """The sentence up to case and white space, the trigger's place in it, and who takes part."""
    offset = mention.trigger.span.start - quote.span.start
    words = " ".join(quote.exact.split()).casefold()
    who = " ".join(sorted({player.entity for player in players if player.entity}))
    return f"{words}\n{offset}\n{who}"
