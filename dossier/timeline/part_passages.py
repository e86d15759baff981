"""Which passages stand with a line: those in the sentences that tell its own statement.

"She warned of the crisis" has the crisis as a part, of which all articles tell. They tell nothing of the warning.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.model import (
    Choice,
    Citation,
    Event,
    EventField,
    EventPointer,
    Evidence,
    Link,
    PartOfSpeech,
    Reported,
    Span,
    TriggerKey,
)
from dossier.text.word_lists import word_lists

_DETERMINERS = word_lists("dossier.timeline", "timeline_words.toml")["known_determiners"]
# "the ", "Peru's flu " before "outbreak"
_KNOWN = re.compile(rf"(?:\b(?:{'|'.join(sorted(_DETERMINERS))})|['’]s)\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)
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


def is_only_named(event: Event) -> bool:
    """Whether nouns alone tell of the event, and the line that shows it tells something else, of it or beside it.

    "The outbreak is easing", "she warned of an outbreak"; not "an outbreak in Peru".
    """
    shown = event.evidence[0]
    if len(event.evidence) == 1 or any(piece.part_of_speech not in _NOUNS for piece in event.evidence):
        return False
    before = shown.quote.exact[: shown.trigger.span.start - shown.quote.span.start]
    return shown.hangs_on is not None or bool(_KNOWN.search(before))


def statement_of(event: Event) -> TriggerKey | None:
    """The trigger of the statement that the line of an event tells which is only named; None where there is none."""
    shown = event.evidence[0]
    return (shown.article, shown.hangs_on.span, 1) if shown.hangs_on else None


def owners_of(keys: Collection[TriggerKey], events: Iterable[Event]) -> Mapping[TriggerKey, Event]:
    """The events that these triggers tell."""
    told = ((piece.trigger_key, event) for event in events for piece in event.evidence) if keys else ()
    return {key: event for key, event in told if key in keys}


def within_its_statement(event: Event, statement: Event | None) -> Event:
    """The event with those of its mentions that stand in the sentences of the ``statement`` by which it is shown.

    Copies of the sentence that is shown count as that.
    """
    shown = event.evidence[0]
    copies = (piece for piece in event.evidence if piece.quote.exact.split() == shown.quote.exact.split())
    return _within(event, _sentences((*copies, *(statement.evidence if statement else ()))))


def redated(event: Event, whole: Event, articles: Mapping[str, Citation]) -> Event:
    """The event with the date and report of its own mentions, where the ``whole`` event has more.

    ``articles`` are those that are cited, by id. A date that its own mentions give stays, and so does the analyst's.
    """
    if len(event.evidence) == len(whole.evidence) or EventField.WHEN in event.judged:
        return event
    reported = Reported.of(articles[piece.article].published.when for piece in event.evidence)
    likely = event.likely if reported == event.reported else None
    if event.dating in (piece.dating for piece in event.evidence):
        return replace(event, reported=reported, likely=likely)
    own = next((piece.dating for piece in event.evidence if piece.dating.is_stated), event.evidence[0].dating)
    choice = Choice.ONLY if own.when else None
    return replace(event, dating=own, choice=choice, reported=reported, likely=likely)


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
