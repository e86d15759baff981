"""Mentions of one article that change their actor: the chains anew, and all that refers to them after."""

import re
from dataclasses import dataclass, replace

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Form,
    Participant,
    Place,
    Quote,
    Span,
)
from dossier.resolve.span_overlaps import Overlaps
from dossier.text.names import normal

_PREPOSITIONS = "of|in|on|at|for|to|with|by|from|about|against|into|over|under|after|before|between|and|or"
_DESCRIBING = rf"(?!(?:{_PREPOSITIONS})\b)[^\W\d_]+(?:['\u2019-][^\W\d_]+)?['\u2019]?"
_LEADING = re.compile(rf"(?:{_DESCRIBING}\s+){{0,4}}", re.IGNORECASE)
_TRAILING = re.compile(rf"\s*(?:$|[,;(]|(?:that|which|who|{_PREPOSITIONS})\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Move:
    """A chain as it is to be, and the places of the names that are new in it."""

    chain: ActorChain
    spans: tuple[Span, ...]


def moved(found: Annotations, move: Move) -> Annotations:
    """The annotations with that chain in the place of the one of its id, or as a further one.

    Names that share letters with the new ones leave their chains; a chain that has no name left is one with the new
    chain, with all that it has. Who takes part, where it happened and who says so follow their words.
    """
    chains = _Chains(found, move)
    events = tuple(chains.event(event) for event in found.events)
    quotations = tuple(replace(said, attribution=chains.attribution(said.attribution)) for said in found.quotations)
    return replace(found, actors=chains.all, events=events, quotations=quotations)


class _Chains:
    """The chains of an article after a move, and which of them words now refer to."""

    def __init__(self, found: Annotations, move: Move) -> None:
        self._home = move.chain
        self._spans = Overlaps(move.spans, lambda span: span)
        self._joined = {move.chain.id: move.chain.id}
        self._kept: dict[str, ActorChain] = {}
        self._shrunk: dict[str, Overlaps[ActorMention]] = {}
        for chain in found.actors:
            if chain.id != move.chain.id:
                self._shrink(chain)
        self._home = replace(self._home, mentions=tuple(sorted(self._home.mentions, key=lambda m: m.quote.span)))

    @property
    def all(self) -> tuple[ActorChain, ...]:
        """The chains, in the order of their first mentions."""
        chains = [*self._kept.values(), self._home]
        linked = [replace(one, related=self._related(one)) for one in chains]
        return tuple(sorted(linked, key=lambda one: (one.mentions[0].quote.span, one.id)))

    def event(self, event: EventMention) -> EventMention:
        """The event with its participants, place and source as they are now."""
        place = event.place
        return replace(
            event,
            participants=tuple(self._participant(one) for one in event.participants),
            place=Place(place.quote, self._actor(place.quote, place.actor)) if place else None,
            attribution=self.attribution(event.attribution),
        )

    def attribution(self, said: Attribution | None) -> Attribution | None:
        """The same source, by the chain that it is of now."""
        if said is None:
            return None
        actor = self._actor(said.speaker, said.actor)
        name = self._home.name if actor == self._home.id else said.name
        return replace(said, actor=actor, name=name, via=self.attribution(said.via))

    def _shrink(self, chain: ActorChain) -> None:
        """Keep what the chain still has of its own."""
        rest = tuple(one for one in chain.mentions if one.form is not Form.NAME or not self._spans.has(one.quote.span))
        if len(rest) == len(chain.mentions):
            self._kept[chain.id] = chain
            return
        names = [one.quote.exact for one in rest if one.form is Form.NAME]
        if not names:
            self._joined[chain.id] = self._home.id
            self._home = replace(self._home, mentions=(*self._home.mentions, *rest))
            return
        known = {normal(name) for name in names}
        name = chain.name if normal(chain.name) in known else " ".join(max(names, key=len).split())
        self._kept[chain.id] = replace(chain, name=name, mentions=rest)
        self._shrunk[chain.id] = Overlaps(rest, lambda mention: mention.quote.span)

    def _related(self, chain: ActorChain) -> tuple[str, ...]:
        now = dict.fromkeys(self._joined.get(one, one) for one in chain.related)
        return tuple(one for one in now if one != chain.id)

    def _participant(self, one: Participant) -> Participant:
        return replace(one, actor=self._actor(one.quote, one.actor))

    def _actor(self, words: Quote, actor: str | None) -> str | None:
        """Whose words they are now."""
        if actor in self._joined:
            return self._joined[actor]
        inside = [s for s in self._spans.at(words.span) if words.span.covers(s) or s.covers(words.span)]
        if actor in self._shrunk and inside and not self._holds(actor, words.span):
            return self._home.id
        if actor is None and any(_is_head(span, words) for span in inside):
            return self._home.id
        return actor

    def _holds(self, chain: str, place: Span) -> bool:
        return any(place.covers(mention.quote.span) for mention in self._shrunk[chain].at(place))


def _is_head(span: Span, words: Quote) -> bool:
    """Whether the phrase is about the name: what stands before only describes it, what is behind hangs on it."""
    start, end = span.start - words.span.start, span.end - words.span.start
    if start < 0:
        return True
    return bool(_LEADING.fullmatch(words.exact[:start]) and _TRAILING.match(words.exact[end:]))
