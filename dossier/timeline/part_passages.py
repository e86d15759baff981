"""Which passages stand with a line: those in the sentences that tell its own statement.

"She warned of the crisis" has the crisis as a part, of which all articles tell. They tell nothing of the warning.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.model import Event, EventPointer, Evidence, Link, PartOfSpeech, Span, TriggerKey

_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)


def within_statement(line: Event, parts: Sequence[Event]) -> tuple[Event, ...]:
    """The parts of the line, each with those of its mentions that stand in a sentence that tells the line.

    A part that makes a statement of its own in another sentence, in nearly the same words, tells the line again: it
    keeps all its mentions, and its sentences count as the line's.
    """
    own = _sentences(line.evidence)
    retold = {part.id for part in parts if not part.evidence[0].hangs_on and _sentence(part.evidence[0]) not in own}
    own = own.union(*(_sentences(part.evidence) for part in parts if part.id in retold))
    return tuple(part if part.id in retold else _within(part, own) for part in parts)


def statement_of(event: Event) -> TriggerKey | None:
    """The trigger of the statement whose line shows the event, where nouns alone tell of the event; else None."""
    shown = event.evidence[0]
    if shown.hangs_on is None or len(event.evidence) == 1:
        return None
    is_noun = all(piece.part_of_speech in _NOUNS for piece in event.evidence)
    return (shown.article, shown.hangs_on.span, 1) if is_noun else None


def owners_of(keys: Collection[TriggerKey], events: Iterable[Event]) -> Mapping[TriggerKey, Event]:
    """The events that these triggers tell."""
    told = ((piece.trigger_key, event) for event in events for piece in event.evidence) if keys else ()
    return {key: event for key, event in told if key in keys}


def within_its_statement(event: Event, statement: Event | None) -> Event:
    """The event with those of its mentions that stand in the sentences of the ``statement`` by which it is shown."""
    pieces = statement.evidence if statement else ()
    return _within(event, _sentences((event.evidence[0], *pieces)))


def _within(event: Event, sentences: frozenset[tuple[str, Span]]) -> Event:
    kept = tuple(piece for piece in event.evidence if _sentence(piece) in sentences) or event.evidence[:1]
    if len(kept) == len(event.evidence):
        return event
    keys = {piece.trigger_key for piece in kept}
    links = tuple(link for link in event.links if _ties(link, keys))
    sources = min(len({piece.source for piece in kept}), event.independent_sources)
    return replace(event, evidence=kept, links=links, independent_sources=sources)


def _ties(link: Link, keys: Collection[TriggerKey]) -> bool:
    ends = link.left, link.right
    return all(isinstance(end, EventPointer) and end.trigger_key in keys for end in ends)


def _sentences(pieces: Iterable[Evidence]) -> frozenset[tuple[str, Span]]:
    return frozenset(map(_sentence, pieces))


def _sentence(piece: Evidence) -> tuple[str, Span]:
    return piece.article, piece.quote.span
