"""Give mentions of one article to another actor: change its chains, and everything that refers to them."""

import re
from collections.abc import Iterable
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
from dossier.resolve.watchlists.span_overlaps import SpanIndex
from dossier.text.names import normal
from dossier.text.word_lists import word_lists

_LINKING = "|".join(sorted(word_lists("dossier.resolve", "phrase_words.toml")["linking"]))
_DESCRIBING_WORD = rf"(?!(?:{_LINKING})\b)[^\W\d_]+(?:['\u2019-][^\W\d_]+)?['\u2019]?"
# At most four describing words before a name; set by hand, no measurement is recorded.
_BEFORE_HEAD = re.compile(rf"(?:{_DESCRIBING_WORD}\s+){{0,4}}", re.IGNORECASE)
_AFTER_HEAD = re.compile(rf"\s*(?:$|[,;(]|(?:that|which|who|{_LINKING})\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reassignment:
    """A chain as it is to be, and the spans of the names that are new in it (offsets into the article's text).

    ``takes_names``: names that overlap the new ones leave their chains; else they stay ("US" in "US port workers").
    """

    chain: ActorChain
    spans: tuple[Span, ...]
    takes_names: bool = True


def reassign(annotations: Annotations, change: Reassignment) -> Annotations:
    """The annotations with the chain of ``change`` in place of the chain with its id, or as a further chain.

    A name that overlaps one of the new names leaves its chain, if the change takes names. A chain that has no name left
    is joined to the changed chain with all its other mentions. Participants, places and sources of events and
    quotations refer to the changed chain if theirs was joined to it, if their words hold a new name in place of one, or
    if they had no chain and a new name is the head of their words. So do refused links.
    """
    chains = _ReassignedChains(annotations, change)
    events = tuple(chains.event(event) for event in annotations.events)
    quotations = tuple(
        replace(said, attribution=chains.attribution(said.attribution)) for said in annotations.quotations
    )
    refused = tuple(replace(link, candidates=chains.now(link.candidates)) for link in annotations.refused)
    return replace(annotations, actors=chains.all, events=events, quotations=quotations, refused=refused)


class _ReassignedChains:
    """The chains of an article after a reassignment, and to which of them a phrase refers now."""

    def __init__(self, annotations: Annotations, change: Reassignment) -> None:
        self._new = change.chain
        self._spans = SpanIndex(change.spans, lambda span: span)
        self._joined = {change.chain.id: change.chain.id}
        """The id of the changed chain, by its own id and by the ids of the chains that are part of it now."""
        self._other: dict[str, ActorChain] = {}
        self._shrunk: dict[str, SpanIndex[ActorMention]] = {}
        """The mentions left in each chain that lost some of its names, by the chain's id."""
        for chain in annotations.actors:
            if chain.id != change.chain.id and change.takes_names:
                self._take_names_from(chain)
            elif chain.id != change.chain.id:
                self._other[chain.id] = chain
        self._new = replace(self._new, mentions=tuple(sorted(self._new.mentions, key=lambda m: m.quote.span)))

    @property
    def all(self) -> tuple[ActorChain, ...]:
        """The chains, in the order of their first mentions."""
        chains = [*self._other.values(), self._new]
        linked = [replace(one, related=self._related(one)) for one in chains]
        return tuple(sorted(linked, key=lambda one: (one.mentions[0].quote.span, one.id)))

    def event(self, event: EventMention) -> EventMention:
        """The event with its participants, place and source referring to the chains as they are now."""
        place = event.place
        return replace(
            event,
            participants=tuple(self._participant(one) for one in event.participants),
            place=Place(place.quote, self._actor(place.quote, place.actor)) if place else None,
            attribution=self.attribution(event.attribution),
        )

    def attribution(self, said: Attribution | None) -> Attribution | None:
        """The same source and the sources behind it, referring to the chains as they are now."""
        if said is None:
            return None
        actor = self._actor(said.speaker, said.actor)
        name = self._new.name if actor == self._new.id else said.name
        return replace(said, actor=actor, name=name, via=self.attribution(said.via))

    def now(self, chains: Iterable[str]) -> tuple[str, ...]:
        """The chains (ids) after chains were joined, each once."""
        return tuple(dict.fromkeys(self._joined.get(one, one) for one in chains))

    def _take_names_from(self, chain: ActorChain) -> None:
        """Remove the names that overlap a new one; join the chain to the changed chain if it has no name left."""
        rest = tuple(
            one for one in chain.mentions if one.form is not Form.NAME or not self._spans.has_overlap(one.quote.span)
        )
        if len(rest) == len(chain.mentions):
            self._other[chain.id] = chain
            return
        names = [one.quote.exact for one in rest if one.form is Form.NAME]
        if not names:
            self._joined[chain.id] = self._new.id
            self._new = replace(self._new, mentions=(*self._new.mentions, *rest))
            return
        known = {normal(name) for name in names}
        name = chain.name if normal(chain.name) in known else " ".join(max(names, key=len).split())
        self._other[chain.id] = replace(chain, name=name, mentions=rest)
        self._shrunk[chain.id] = SpanIndex(rest, lambda mention: mention.quote.span)

    def _related(self, chain: ActorChain) -> tuple[str, ...]:
        """The ids of the related chains, after chains were joined; the chain itself is not among them."""
        return tuple(one for one in self.now(chain.related) if one != chain.id)

    def _participant(self, one: Participant) -> Participant:
        return replace(one, actor=self._actor(one.quote, one.actor))

    def _actor(self, words: Quote, actor: str | None) -> str | None:
        """The id of the chain to which the words refer now; ``actor`` is the one to which they referred before."""
        if actor in self._joined:
            return self._joined[actor]
        nested = [s for s in self._spans.overlapping(words.span) if words.span.covers(s) or s.covers(words.span)]
        if actor in self._shrunk and nested and not self._has_mention_within(actor, words.span):
            return self._new.id
        if actor is None and any(_is_head(span, words) for span in nested):
            return self._new.id
        return actor

    def _has_mention_within(self, chain: str, span: Span) -> bool:
        return any(span.covers(mention.quote.span) for mention in self._shrunk[chain].overlapping(span))


def _is_head(name: Span, phrase: Quote) -> bool:
    """Whether the name is the head of the phrase, by the words around it in the phrase.

    At most four words before it describe it ("the old ship Orlov"), and after it the phrase ends or a mark, a relative
    pronoun or a linking word follows. A name that begins before the phrase counts as its head.
    """
    start, end = name.start - phrase.span.start, name.end - phrase.span.start
    if start < 0:
        return True
    return bool(_BEFORE_HEAD.fullmatch(phrase.exact[:start]) and _AFTER_HEAD.match(phrase.exact[end:]))
