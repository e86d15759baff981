"""Which events stand in the timeline of an actor, after what people call an event that happened.

The notion is that of SemEval-2015 task 4 (Minard et al., TimeLine: cross-document event ordering): what is told to have
happened, or not, with the actor in it. What is told in general, as a condition, a wish or a question stands in none.
"""

from collections.abc import Iterable, Iterator, Sequence

from dossier.model import OTHER_TYPE, Event, EventTypes, Evidence, Polarity, Realis, Role, Span
from dossier.text.word_lists import word_lists
from dossier.timeline.weights import GRAVE, PARTS, part

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

EXPECTED = frozenset((Realis.FORECAST, Realis.PLAN))
"""In what sense events are told that are still to come."""

_TOLD = frozenset((Realis.ACTUAL, *EXPECTED))
_PHASES = _WORDS["phases"]
"""Words that say of an event no more than that it is on; what is stopped, suspended or resumed is news."""
_PHASE_WORDS = 3
"""So few words stand at most between a phase of an event and the event: "began to", "started by"."""
_CARRIERS = _WORDS["carriers"]
"""Words of speech that are no news by themselves: an announcement, a denial, a confession are."""

_THINKING = _WORDS["thinking"]
"""Words that tell what is in somebody's mind, and nothing that happened."""
_AHEAD = _WORDS["ahead"]
"""Words that say of an event no more than that it is still to come."""
_AHEAD_WORDS = 6
"""So few words stand at most between such a word and the event."""
_LEADING = _WORDS["leading"]
"""One of these stands between them: who "planned the attack" did something."""

_STOPPING = _WORDS["stopping"]
"""Words whose object is no event of its own: it does not take place."""
_APART = _WORDS["apart"]
"""Words behind which another event is told."""
_OBJECT_WORDS = 3
"""So few words stand at most between a verb and the noun that names its event again."""


_Tellings = dict[tuple[str, Span], list[tuple[Event, Evidence]]]
"""By article and sentence the events that it tells, and how."""


def own(actor: str, events: Sequence[Event], types: EventTypes) -> list[Event]:
    """Those of the events that stand in the actor's (id) timeline, in the order given."""
    fit = [event for event in events if _is_news(event, types) and _concerns(event, actor, types)]
    carried = set(_cues(event for event in fit if part(event, actor) > PARTS[Role.PLACE]))
    told, touched = _tellings(fit), _tellings(events)
    return [
        event
        for event in fit
        if not (types[event.type].reporting and _only_carries(event, carried))
        and not (types[event.type].aspectual and _is_phase(event, told))
        and not _is_thought(event)
        and not _is_outlook(event, touched)
        and not _is_named_again(event, told, types)
    ]


def _is_news(event: Event, types: EventTypes) -> bool:
    """Whether it is told as having happened or as coming; of what did not happen only what somebody might claim.

    What is not planned, or is to happen no more, is not expected.
    """
    if event.factuality.realis not in _TOLD:
        return False
    if event.factuality.polarity is not Polarity.NEGATIVE:
        return True
    return event.factuality.realis is Realis.ACTUAL and types[event.type].importance >= GRAVE


def _concerns(event: Event, actor: str, types: EventTypes) -> bool:
    """Whether the actor has a part, or the event is its setting's; what it is only named in must be grave."""
    worth = part(event, actor)
    if worth > PARTS[Role.PLACE]:
        return True
    if worth == PARTS[Role.PLACE]:
        return not types[event.type].reporting
    return worth > 0 and types[event.type].importance >= GRAVE


def _cues(events: Iterable[Event]) -> Iterator[tuple[str, Span]]:
    """The words of speech that others of the events are told by, as facts."""
    for event in events:
        if event.factuality.realis is Realis.ACTUAL and event.factuality.polarity is not Polarity.NEGATIVE:
            for piece in event.evidence:
                if piece.attribution:
                    yield piece.article, piece.attribution.cue.span


def _only_carries(event: Event, carried: set[tuple[str, Span]]) -> bool:
    """Whether all that it says is that someone tells another event of the timeline, or that something is told of it.

    The one is "she said that she had sold it", where the teller is named, the other "she is said to have sold it".
    """
    return all(
        piece.trigger.exact.casefold() in _CARRIERS
        and ((piece.article, piece.trigger.span) in carried or _goes_on(piece, "to have "))
        for piece in event.evidence
    )


def _is_phase(event: Event, tellings: _Tellings) -> bool:
    """Whether it only says that another event of the timeline begins or goes on ("began to sell")."""
    return all(
        piece.trigger.exact.casefold() in _PHASES and _leads(piece, tellings, _PHASE_WORDS) for piece in event.evidence
    )


def _is_thought(event: Event) -> bool:
    return all(piece.trigger.exact.casefold() in _THINKING for piece in event.evidence)


def _is_outlook(event: Event, tellings: _Tellings) -> bool:
    """Whether it only says that something is to come ("is expected to appear"), or an event with the actor is."""
    return all(
        piece.trigger.exact.casefold() in _AHEAD
        and (_goes_on(piece, "to ") or _leads(piece, tellings, _AHEAD_WORDS, _LEADING))
        for piece in event.evidence
    )


def _goes_on(piece: Evidence, words: str) -> bool:
    """Whether these words follow right behind the trigger."""
    end = piece.trigger.span.end - piece.quote.span.start
    return piece.quote.exact[end:].lstrip().casefold().startswith(words)


def _leads(piece: Evidence, tellings: _Tellings, most: int, wanted: frozenset[str] = frozenset()) -> bool:
    """Whether another trigger follows in the sentence behind so few words, one of those ``wanted`` among them."""
    between = (_between(piece, other) for _, other in tellings[piece.article, piece.quote.span])
    return any(
        words is not None and len(words) <= most and (not wanted or not wanted.isdisjoint(words)) for words in between
    )


def _between(first: Evidence, second: Evidence) -> list[str] | None:
    """The words between two triggers of a sentence; None where they stand in another order, or a stop between."""
    start, end = first.quote.span.start, first.trigger.span.end
    if second.trigger.span.start < end:
        return None
    between = first.quote.exact[end - start : second.trigger.span.start - start].casefold()
    return None if set(between) & set(",;:.") else between.split()


def _tellings(events: Sequence[Event]) -> _Tellings:
    """By sentence what is told in it."""
    found: _Tellings = {}
    for event in events:
        for piece in event.evidence:
            found.setdefault((piece.article, piece.quote.span), []).append((event, piece))
    return found


def _is_named_again(event: Event, tellings: _Tellings, types: EventTypes) -> bool:
    """Whether it only names the event of the verb before it ("paid the second payment"), or what that verb stops."""
    return all(
        any(
            other is not event and _is_object(event, piece, other, verb, types)
            for other, verb in tellings[piece.article, piece.quote.span]
        )
        for piece in event.evidence
    )


def _is_object(event: Event, piece: Evidence, other: Event, verb: Evidence, types: EventTypes) -> bool:
    same = other.type == event.type != OTHER_TYPE and not types[event.type].reporting
    if not same and verb.trigger.exact.casefold() not in _STOPPING:
        return False
    words = _between(verb, piece)
    return words is not None and len(words) <= _OBJECT_WORDS and _APART.isdisjoint(words)
