"""The annotations of an article without what some of its sentences tell, and without what rests on that."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Form,
    Quotation,
    Quote,
    Span,
    UnnamedChain,
)
from dossier.text.repair import repaired_words

_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"\[([^\]]*)\]")


def claims_without(found: Annotations, passages: Sequence[Span], text: str) -> Annotations:
    """The annotations of the article with this text, as if it did not have the sentences ``passages``.

    An event stays only if nothing of it rests on them: no word of its line, no participant's name, no source and no
    anchor of its date. A pronoun never gets another meaning: what referred to somebody named there alone goes as well.
    """
    return _Withholding(found, passages, text).rest()


def blanked(text: str, passages: Iterable[Span]) -> str:
    """The text with a blank for each character of the passages, so that all other places stay."""
    for span in passages:
        text = text[: span.start] + " " * span.length + text[span.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Withholding:
    found: Annotations
    passages: Sequence[Span]
    text: str

    def rest(self) -> Annotations:
        """What is left of the annotations."""
        found, secret = self.found, self._secret_words()
        times = tuple(time for time in found.times if self._is_open(time.quote))
        actors = self._actors(secret)
        kept = {chain.id for chain in actors}
        lost = {time.id for time in found.times} - {time.id for time in times}
        renamed = {one.name: chain.name for chain in actors for one in found.actors if one.id == chain.id}
        open_events = [_named_anew(one, renamed) for one in found.events if self._stays(one, kept, lost)]
        open_events = [event for event in open_events if not words_of(event.summary) & secret]
        events = {event.id: event for event in open_events}
        return replace(
            found,
            times=times,
            actors=actors,
            events=tuple(
                replace(one, hangs_on=one.hangs_on if one.hangs_on in events else None) for one in open_events
            ),
            relations=tuple(
                one
                for one in found.relations
                if one.source in events and one.target in events and (one.cue is None or self._is_open(one.cue))
            ),
            quotations=tuple(one for one in found.quotations if self._is_open_quotation(one, kept)),
            refused=tuple(one for one in found.refused if self._is_open(one.quote) and kept.issuperset(one.candidates)),
            unnamed=tuple(chain for chain in self._unnamed() if not words_of(chain.noun) & secret),
        )

    def _is_open(self, quote: Quote) -> bool:
        return not any(passage.overlaps(quote.span) for passage in self.passages)

    def _secret_words(self) -> frozenset[str]:
        """The words that the article has in the passages alone."""
        said = words_of(" ".join(self.text[span.start : span.end] for span in self.passages))
        return said - words_of(blanked(self.text, self.passages))

    def _mentions(self, chain: ActorChain | UnnamedChain) -> tuple[ActorMention, ...]:
        return tuple(mention for mention in chain.mentions if self._is_open(mention.quote))

    def _actors(self, secret: frozenset[str]) -> tuple[ActorChain, ...]:
        """The chains that are named elsewhere, under the fullest name that they have there."""
        chains: dict[str, ActorChain] = {}
        for chain in self.found.actors:
            mentions = self._mentions(chain)
            names = [repaired_words(one.quote.exact) for one in mentions if one.form is Form.NAME]
            if names:
                name = max(names, key=len) if words_of(chain.name) & secret else chain.name
                chains[chain.id] = replace(chain, name=name, mentions=mentions)
        return tuple(
            replace(chain, related=tuple(key for key in chain.related if key in chains)) for chain in chains.values()
        )

    def _unnamed(self) -> Iterator[UnnamedChain]:
        for chain in self.found.unnamed:
            if mentions := self._mentions(chain):
                yield replace(chain, mentions=mentions)

    def _stays(self, event: EventMention, actors: set[str], lost_times: set[str]) -> bool:
        """Whether all words of the event stand elsewhere, and so do its actors and what dates it."""
        needed = {part.actor for part in event.participants} | {event.place.actor if event.place else None}
        needed |= {source.actor for source in _sources(event.attribution)}
        return (
            not any(passage.overlaps(event.sentence) for passage in self.passages)
            and all(map(self._is_open, _quotes(event)))
            and needed <= actors | {None}
            and not {event.time, event.dating.anchor} & lost_times
        )

    def _is_open_quotation(self, one: Quotation, actors: set[str]) -> bool:
        sources = list(_sources(one.attribution))
        quotes = [one.quote, *(quote for source in sources for quote in (source.speaker, source.cue))]
        return all(map(self._is_open, quotes)) and {source.actor for source in sources} <= actors | {None}


def _named_anew(event: EventMention, renamed: Mapping[str, str]) -> EventMention:
    """The event with other names in the brackets of its line; without brackets where a name stands at that place."""

    def words(match: re.Match[str]) -> str:
        name = renamed.get(match[1], match[1])
        is_own = name != match[1] and any(part.quote.exact == name for part in event.participants)
        return name if is_own else f"[{name}]"

    return replace(event, summary=_BRACKET.sub(words, event.summary)) if event.summary else event


def words_of(text: str | None) -> frozenset[str]:
    """The words of a text, in small letters, each once."""
    return frozenset(_WORD.findall((text or "").casefold()))


def _sources(said: Attribution | None) -> Iterator[Attribution]:
    while said:
        yield said
        said = said.via


def _quotes(event: EventMention) -> Iterator[Quote]:
    """All words of the event that stand at a place of their own."""
    yield event.trigger
    yield from (participant.quote for participant in event.participants)
    yield from (cue.quote for cue in event.cues)
    yield from (quantity.quote for quantity in event.quantities)
    if event.place:
        yield event.place.quote
    for source in _sources(event.attribution):
        yield from (source.speaker, source.cue)
