"""One event for all mentions in one wording: the same sentence, printed again, tells of the same event."""

import hashlib
from collections.abc import Iterable, Iterator

from dossier.model import (
    Annotations,
    Article,
    Attribution,
    Event,
    EventMention,
    Evidence,
    Quote,
    Role,
    RolePlayer,
    Setting,
    Span,
)
from dossier.resolve.actors import Actors


def resolve_events(read: Iterable[tuple[Article, Annotations]], actors: Actors) -> tuple[Event, ...]:
    """The events of all the articles, sorted by id. The order in which the articles come changes nothing."""
    drafts: dict[str, Event] = {}
    for article, found in read:
        reader = _Reader(article, found, actors)
        for mention in found.events:
            event = reader.event(mention)
            same = drafts.get(event.id)
            drafts[event.id] = _joined(same, event) if same else event
    return tuple(drafts[key] for key in sorted(drafts))


class _Reader:
    """Turns the mentions of one article into events with a single piece of evidence."""

    def __init__(self, article: Article, found: Annotations, actors: Actors) -> None:
        self._article = article
        self._actors = actors
        self._named = sorted(
            (mention.quote.span, chain.id) for chain in found.actors for mention in chain.mentions
        )

    def event(self, mention: EventMention) -> Event:
        quote = Quote.cut(self._article.text, mention.sentence)
        players = tuple(dict.fromkeys(self._players(mention)))
        said = self._attribution(mention.attribution)
        evidence = Evidence(self._article.id, mention.trigger, quote, mention.dating, mention.factuality, said)
        place = mention.place
        where = self._actors.of(self._article.id, place.actor) if place else None
        return Event(
            id=_id(mention, quote, players),
            type=mention.type,
            summary=" ".join(quote.exact.split()),
            dating=mention.dating,
            factuality=mention.factuality,
            evidence=(evidence,),
            participants=players,
            place=Setting(where.name if where else place.quote.exact, where.id if where else None) if place else None,
            attribution=said,
        )

    def _players(self, mention: EventMention) -> Iterator[RolePlayer]:
        """The participants, and after each the actors named inside its phrase ("the fall of its caliphate")."""
        for participant in mention.participants:
            actor = self._actors.of(self._article.id, participant.actor)
            words = " ".join(participant.quote.exact.split())
            yield RolePlayer(actor.name if actor else words, participant.role, actor.id if actor else None)
            for chain in self._inside(participant.quote.span):
                named = self._actors.of(self._article.id, chain)
                if named and named is not actor:
                    yield RolePlayer(named.name, Role.OTHER, named.id)

    def _inside(self, span: Span) -> Iterator[str]:
        return (chain for place, chain in self._named if span.covers(place))

    def _attribution(self, said: Attribution | None) -> Attribution | None:
        if said is None:
            return None
        speaker = self._actors.of(self._article.id, said.actor)
        return Attribution(said.text, said.cue, speaker.id if speaker else None)


def _id(mention: EventMention, quote: Quote, players: tuple[RolePlayer, ...]) -> str:
    offset = mention.trigger.span.start - quote.span.start
    words = " ".join(quote.exact.split()).casefold()
    date = mention.dating.when.edtf if mention.dating.when else ""
    who = " ".join(sorted(player.entity for player in players if player.entity))
    return hashlib.sha256(f"{words}\n{offset}\n{date}\n{who}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _joined(one: Event, other: Event) -> Event:
    """The event with the evidence of both; the same words count as one source, however often printed."""
    evidence = sorted((*one.evidence, *other.evidence), key=lambda piece: (piece.article, piece.trigger.span))
    return Event(
        one.id,
        one.type,
        one.summary,
        one.dating,
        one.factuality,
        tuple(evidence),
        one.participants,
        one.place,
        one.attribution,
        independent_sources=1,
    )
