"""Give words of one article to another actor, or to nobody, and change all that rests on them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Form,
    Place,
    Quote,
    Sieve,
    Span,
    UnnamedChain,
)
from dossier.resolve.interpreting.judged_lines import JudgedWords
from dossier.text.names import normal
from dossier.text.word_lists import word_lists

_PRONOUNS = word_lists("dossier.text", "line_words.toml")["pronouns"]


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention of an actor, and its chain."""

    chain: ActorChain
    mention: ActorMention


def mention_at(annotations: Annotations, span: Span) -> FoundMention | None:
    """The mention at the place; else the only one within it, else the only name around it; None for none or several."""
    found = [FoundMention(chain, mention) for chain in annotations.actors for mention in chain.mentions]
    exact = [one for one in found if one.mention.quote.span == span]
    within = [one for one in found if span.covers(one.mention.quote.span)]
    around = [one for one in found if one.mention.quote.span.covers(span) and one.mention.form is Form.NAME]
    fitting = exact or within or around
    return fitting[0] if len(fitting) == 1 or exact else None


def moved(annotations: Annotations, words: Quote, chain: ActorChain | None, text: str) -> Annotations:
    """The annotations with the words as a mention of the chain, which may be new; of nobody, where that is None.

    They leave the chain that they are in, which goes if it has no other mention. If they were its only name, its
    pronouns and descriptions follow, since they take up that name. Participants, places and sources that rest on the
    words alone follow them, and so do the lines of events. ``text`` is that of the article.
    """
    found = mention_at(annotations, words.span)
    others = _nameless_rest(found) if found and not (chain and chain.id == found.chain.id) else ()
    for quote in (words, *others):
        now = next((one for one in annotations.actors if chain and one.id == chain.id), chain)
        annotations = _Move(annotations, quote, now, text).made()
    return annotations


def _nameless_rest(found: FoundMention) -> tuple[Quote, ...]:
    """The other words of the chain of a name, if none of them is a name, too."""
    rest = [one for one in found.chain.mentions if one.quote.span != found.mention.quote.span]
    is_only_name = found.mention.form is Form.NAME and all(one.form is not Form.NAME for one in rest)
    return tuple(one.quote for one in rest) if is_only_name else ()


class _Move:
    def __init__(self, annotations: Annotations, words: Quote, chain: ActorChain | None, text: str) -> None:
        self._annotations = annotations
        self._target = chain
        found = mention_at(annotations, words.span)
        self._old = found.chain if found else None
        self._words = found.mention.quote if found else words
        self._mention = _judged_mention(found.mention if found else None, words, chain)
        rest = [one for one in self._old.mentions if one.quote.span != self._words.span] if self._old else []
        self._rest = tuple(rest)
        """The other mentions of the chain that the words were in."""
        named = (one for one in (self._old.mentions if self._old else ()) if one.form is Form.NAME)
        names = {one.quote.exact for one in named} | ({self._old.name} if self._old else set())
        self._in_line = JudgedWords(text, self._words.span, self._mention.form, names, chain.name if chain else "")

    def made(self) -> Annotations:
        """The annotations after the move."""
        found = self._annotations
        chains = {one.id: one for one in self._chains()}
        return replace(
            found,
            actors=tuple(
                replace(one, related=tuple(key for key in one.related if key in chains)) for one in chains.values()
            ),
            events=tuple(map(self._event, found.events)),
            quotations=tuple(replace(one, attribution=self._source(one.attribution)) for one in found.quotations),
            refused=tuple(
                replace(one, candidates=tuple(key for key in one.candidates if key in chains))
                for one in found.refused
                if one.quote.span != self._words.span
            ),
            unnamed=tuple(self._unnamed(found.unnamed)),
        )

    def _chains(self) -> list[ActorChain]:
        """The chains in the order of their first mentions."""
        target = self._target
        chains = [
            one for one in self._annotations.actors if one is not self._old and not (target and one.id == target.id)
        ]
        if self._old and self._rest and not (target and target.id == self._old.id):
            chains.append(_with_mentions(self._old, self._rest))
        if target:
            others = (one for one in target.mentions if one.quote.span != self._words.span)
            chains.append(_with_mentions(target, [*others, self._mention]))
        return sorted(chains, key=lambda one: (one.mentions[0].quote.span, one.id))

    def _unnamed(self, chains: Iterable[UnnamedChain]) -> Iterator[UnnamedChain]:
        for chain in chains:
            rest = tuple(one for one in chain.mentions if one.quote.span != self._words.span)
            if len(rest) == len(chain.mentions):
                yield chain
            elif rest:
                yield replace(chain, mentions=rest)

    def _event(self, event: EventMention) -> EventMention:
        if not (event.sentence.overlaps(self._words.span) or any(map(self._is_touched, _phrases(event)))):
            return event
        participants = tuple(replace(one, actor=self._actor(one.quote, one.actor)) for one in event.participants)
        place = Place(event.place.quote, self._actor(event.place.quote, event.place.actor)) if event.place else None
        line = event.summary
        if line and event.sentence.overlaps(self._words.span):
            is_only = not any(event.sentence.covers(one.quote.span) for one in self._rest)
            line = self._in_line.line(line, event.sentence, is_only)
        changed = replace(
            event, participants=participants, place=place, attribution=self._source(event.attribution), summary=line
        )
        if line == event.summary:
            return changed
        return replace(changed, stands_alone=bool(self._target))

    def _is_touched(self, phrase: tuple[Span, str | None]) -> bool:
        """Whether a phrase, with the chain that it means, may mean another now."""
        span, actor = phrase
        is_of_lost_chain = self._old is not None and not self._rest and actor == self._old.id
        return is_of_lost_chain or span.overlaps(self._words.span)

    def _source(self, said: Attribution | None) -> Attribution | None:
        """The same source and the sources behind it, referring to the actors as they are now."""
        if said is None:
            return None
        actor = self._actor(said.speaker, said.actor)
        name = said.name
        if actor != said.actor:
            name = self._target.name if self._target and actor else None
        return replace(said, actor=actor, name=name, via=self._source(said.via))

    def _actor(self, phrase: Quote, actor: str | None) -> str | None:
        """The id of the chain that a phrase means now; ``actor`` is the one that it meant before."""
        target = self._target.id if self._target else None
        if actor is None:
            return target if phrase.span == self._words.span else None
        if self._old is None or actor != self._old.id:
            return actor
        rests_on_words = phrase.span.overlaps(self._words.span)
        if rests_on_words and not any(phrase.span.covers(one.quote.span) for one in self._rest):
            return target
        return actor if self._rest or target == actor else None


def _phrases(event: EventMention) -> Iterator[tuple[Span, str | None]]:
    """The phrases of an event that may mean actors, each with the chain that it means."""
    yield from ((one.quote.span, one.actor) for one in event.participants)
    if event.place:
        yield event.place.quote.span, event.place.actor
    said = event.attribution
    while said:
        yield said.speaker.span, said.actor
        said = said.via


def _judged_mention(mention: ActorMention | None, words: Quote, chain: ActorChain | None) -> ActorMention:
    """The mention as the analyst has it: sure, and by his word."""
    if mention:
        return replace(mention, sieve=Sieve.JUDGEMENT, confidence=1.0, doubt=None, is_neutral=False)
    return ActorMention(words, _form(words.exact, chain), Sieve.JUDGEMENT)


def _form(words: str, chain: ActorChain | None) -> Form:
    if words.casefold() in _PRONOUNS:
        return Form.PRONOUN
    of_name = set(normal(chain.name).split()) if chain else set[str]()
    return Form.NAME if of_name.intersection(normal(words).split()) else Form.NOMINAL


def _with_mentions(chain: ActorChain, mentions: Iterable[ActorMention]) -> ActorChain:
    """The chain with these mentions, under its name if one of them has it or none is a name; else under the longest."""
    listed = sorted(mentions, key=lambda one: one.quote.span)
    names = [" ".join(one.quote.exact.split()) for one in listed if one.form is Form.NAME]
    had = any(one.form is Form.NAME and normal(one.quote.exact) == normal(chain.name) for one in chain.mentions)
    lost = had and names and normal(chain.name) not in map(normal, names)
    return replace(chain, name=max(names, key=len) if lost else chain.name, mentions=tuple(listed))
