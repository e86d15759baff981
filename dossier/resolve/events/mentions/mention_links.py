"""Which actors the words of one article mean, and how sure each of these links is."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from dossier.model import (
    SURE_LINK,
    Actor,
    ActorChain,
    ActorMention,
    Attribution,
    Form,
    Kind,
    Participant,
    Place,
    Quote,
    Role,
    RolePlayer,
    Setting,
    Span,
)
from dossier.resolve.actors import Actors
from dossier.text.repair import repaired_words

_T = TypeVar("_T")
_NAME_CHARACTERS = 80
"""Characters before a word in which a name that holds it may begin. Set by hand: longer names are rare."""


class _ActorLink(NamedTuple):
    """A mention of an actor, with the id of its chain."""

    span: Span
    chain: str
    mention: ActorMention


class ActorLinks:
    """The mentions of actors in one article, with the actors of the case in place of chains."""

    def __init__(self, article: str, chains: Iterable[ActorChain], actors: Actors) -> None:
        self._article = article
        self._actors = actors
        found = (_ActorLink(mention.quote.span, chain.id, mention) for chain in chains for mention in chain.mentions)
        self._links = sorted(found, key=lambda link: (link.span, link.chain))

    def player(self, participant: Participant) -> RolePlayer:
        """The participant as an actor of the case, or else by its words."""
        actor = self._actors.of(self._article, participant.actor)
        if actor is None or participant.actor is None:
            return RolePlayer(repaired_words(participant.quote.exact), participant.role)
        confidence, words = self._surest(participant.actor, participant.quote)
        return RolePlayer(actor.name, participant.role, actor.id, confidence, words)

    def setting(self, place: Place) -> Setting:
        """The place as an actor of the case, or else by its words."""
        actor = self._actors.of(self._article, place.actor)
        if actor is None or place.actor is None:
            return Setting(repaired_words(place.quote.exact))
        return Setting(actor.name, actor.id, *self._surest(place.actor, place.quote))

    def speaker(self, said: Attribution) -> Actor | None:
        """The actor who is the source; None where none is known, or only by an uncertain link."""
        if said.actor is None or self._surest(said.actor, said.speaker)[0] < SURE_LINK:
            return None
        return self._actors.of(self._article, said.actor)

    def named_inside(self, span: Span, without: Collection[str]) -> Iterator[RolePlayer]:
        """The actors to which words inside the span refer; not those of the chains in ``without``."""
        for link in self._inside(span):
            actor = self._actor(link) if link.chain not in without else None
            if actor:
                yield RolePlayer(actor.name, Role.OTHER, actor.id, link.mention.confidence, link.mention.quote)

    def actors_inside(self, span: Span) -> frozenset[str]:
        """The ids of the actors to which words inside the span refer."""
        return frozenset(actor.id for actor in map(self._actor, self._inside(span)) if actor)

    def is_in_a_name(self, span: Span) -> bool:
        """Whether the words are a part of the name of an organisation: "conference" of "the Harbour Conference"."""
        first = Span(max(0, span.start - _NAME_CHARACTERS), span.end)
        around = (link for link in beginning_in(self._links, first, attrgetter("span")) if link.span.covers(span))
        return any(self._is_name_of_a_body(link) for link in around if link.span != span)

    def _is_name_of_a_body(self, link: _ActorLink) -> bool:
        actor = self._actor(link)
        return link.mention.form is Form.NAME and actor is not None and actor.kind is Kind.ORGANIZATION

    def chains_inside(self, span: Span) -> Iterator[str]:
        """The chain of each mention of an actor inside the span."""
        return (link.chain for link in self._inside(span))

    def _actor(self, link: _ActorLink) -> Actor | None:
        return self._actors.of(self._article, link.chain)

    def _inside(self, span: Span) -> Iterator[_ActorLink]:
        return (link for link in beginning_in(self._links, span, attrgetter("span")) if span.covers(link.span))

    def _surest(self, chain: str, phrase: Quote) -> tuple[float, Quote | None]:
        """The confidence of the surest mention of the chain in the phrase, and its words; full without a mention."""
        of_chain = [link.mention for link in self._inside(phrase.span) if link.chain == chain]
        best = max(of_chain, key=lambda mention: mention.confidence, default=None)
        return (best.confidence, best.quote) if best else (1.0, None)


def surest(players: Iterable[RolePlayer]) -> tuple[RolePlayer, ...]:
    """The players, each once in each role: by the surest of its links, at the place of the first."""
    best: dict[tuple[str, Role, str | None], RolePlayer] = {}
    for player in players:
        key = player.name, player.role, player.entity
        if key not in best or best[key].confidence < player.confidence:
            best[key] = player
    return tuple(best.values())


def beginning_in(items: Sequence[_T], span: Span, place: Callable[[_T], Span]) -> Sequence[_T]:
    """The items, sorted by place, that begin inside the span."""
    first = bisect_left(items, span.start, key=lambda item: place(item).start)
    last = bisect_left(items, span.end, key=lambda item: place(item).start)
    return items[first:last]
