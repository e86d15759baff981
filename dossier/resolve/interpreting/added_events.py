"""Events that the analyst added by hand, of words in an article."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import AddedEvent, Annotations, Basis, Dating, EventMention, Participant, Quote, Role, Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")


def with_added_event(annotations: Annotations, added: AddedEvent, text: str) -> Annotations:
    """The annotations with the event, told by the words as its trigger, in the sentence or sentences around them.

    The actors whom the words mention take part in it. ``text`` is that of the article.
    """
    words = added.words.quote
    event = EventMention(
        id=f"added {words.span.start}-{words.span.end}",
        type=added.type,
        trigger=words,
        lemma=words.exact.casefold(),
        sentence=_sentence(annotations, words.span, text),
        dating=Dating(added.when, Basis.EXPLICIT) if added.when else Dating(),
        participants=tuple(_participants(annotations, words.span)),
    )
    place = sum(one.trigger.span <= words.span for one in annotations.events)
    events = (*annotations.events[:place], event, *annotations.events[place:])
    return replace(annotations, events=events)


def _sentence(annotations: Annotations, span: Span, text: str) -> Span:
    """The sentence around the words: one that was read, else by its full stops."""
    read = [event.sentence for event in annotations.events if event.sentence.covers(span)]
    if read:
        return min(read, key=lambda one: (one.length, one))
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
    end = min((end for end in ends if end >= span.end), default=max(len(text), span.end))
    return Span(start, max(start + len(text[start:end].rstrip()), span.end))


def _participants(annotations: Annotations, span: Span) -> Iterator[Participant]:
    """The actors whom the words mention, each once, by its first mention there."""
    found: dict[str, Quote] = {}
    for chain in annotations.actors:
        for mention in chain.mentions:
            if span.covers(mention.quote.span):
                found.setdefault(chain.id, mention.quote)
    for chain_id, quote in sorted(found.items(), key=lambda item: (item[1].span, item[0])):
        yield Participant(quote, Role.OTHER, chain_id)
