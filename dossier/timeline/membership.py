"""Which events stand in the timeline of an actor.

The notion is that of SemEval-2015 task 4 (Minard et al., TimeLine: cross-document event ordering): what is told to have
happened, or not to have happened, with the actor in it. What is told in general, as a condition, a wish or a question
stands in no timeline. The lists of words hold lemmas.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from dossier.model import (
    OTHER_TYPE,
    SURE_LINK,
    Certainty,
    Event,
    EventField,
    EventTypes,
    Evidence,
    Polarity,
    Realis,
    Role,
    Span,
)
from dossier.text.word_lists import word_lists
from dossier.timeline.worth.part_worth import LISTED_IMPORTANCE, ROLE_WORTH, links_of, part_worth

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_PLAIN_PHASES = _WORDS["plain_phases"]
_PLAIN_SPEECH = _WORDS["plain_speech"]
_THINKING = _WORDS["thinking"]
_EXPECTING = _WORDS["expecting"]
_LINKS_TO_EXPECTED_EVENT = _WORDS["links_to_expected_event"]
_STOPPING = _WORDS["stopping"]
_CLAUSE_OPENERS = _WORDS["clause_openers"]

# set by hand, no measurement is recorded: a noun phrase and a preposition fit in
_MAX_WORDS_AFTER_PHASE = 3
"""Words between a phase and its event: "began to", "started by"."""
_MAX_WORDS_AFTER_EXPECTATION = 6
"""Words between a word of expectation and the expected event: "plans for the long awaited"."""
_MAX_WORDS_BEFORE_OBJECT = 3
"""Words between a verb and the noun that is its object: "paid the second"."""

_BySentence = dict[tuple[str, Span], list[tuple[Event, Evidence]]]
"""By article and sentence the events that it mentions, each with that mention."""


def timeline_events(actor: str, events: Sequence[Event], types: EventTypes) -> list[Event]:
    """The events that stand in the timeline of the actor (an id), in the order given.

    ``events`` are all in which the actor has a part. What the analyst gave the actor stands there in any case.
    """
    given = {event.id for event in events if _is_given(event, actor)}
    fitting = [event for event in events if _is_news(event, types) and _concerns(event, actor, types)]
    cues = set(_speech_cues(event for event in fitting if _is_told(event, actor)))
    listed, all_mentions = _by_sentence(fitting), _by_sentence(events)
    told = {
        event.id
        for event in fitting
        if not (types[event.type].reporting and _only_reports(event, cues))
        and not (types[event.type].aspectual and _is_only_phase(event, listed))
        and not _has_lemmas(event, _THINKING)
        and not _is_only_expectation(event, all_mentions)
        and not _is_only_object(event, listed, types)
    }
    return [event for event in events if event.id in told or event.id in given]


def _is_given(event: Event, actor: str) -> bool:
    """Whether the analyst added the event, or said that the actor has a part in it."""
    given = [one for piece in event.evidence for one in piece.corrections]
    if not given:
        return False
    names = {player.name for player in event.participants if player.entity == actor}
    parts = (one for one in given if one.field is EventField.PARTICIPANTS and one.value)
    return EventField.EVENT in event.judged or any(one.participant in names for one in parts)


def is_weighty_news(event: Event, types: EventTypes) -> bool:
    """Whether an event is news by itself, whoever takes part in it; what somebody says is not."""
    kind = types[event.type]
    return not kind.reporting and kind.importance >= LISTED_IMPORTANCE and _is_news(event, types)


def _is_news(event: Event, types: EventTypes) -> bool:
    """Whether it is told as having happened or as coming, or as a grave event that did not happen.

    That a grave event did not happen is worth telling, as somebody may have claimed it; of what the analyst denies, an
    article has. What is not planned, or will not happen, is not listed.
    """
    factuality = event.factuality
    if factuality.polarity is not Polarity.NEGATIVE:
        return factuality.realis is Realis.ACTUAL or factuality.is_expected
    is_worth_it = types[event.type].importance >= LISTED_IMPORTANCE or event.is_denied_by_judgement
    return factuality.realis is Realis.ACTUAL and is_worth_it


def _concerns(event: Event, actor: str, types: EventTypes) -> bool:
    """Whether the actor takes part, or is the place of more than a remark, or is named inside a grave event."""
    worth = part_worth(event, actor)
    if worth > ROLE_WORTH[Role.PLACE]:
        return True
    if worth == ROLE_WORTH[Role.PLACE]:
        return not types[event.type].reporting
    return worth > 0 and types[event.type].importance >= LISTED_IMPORTANCE


def _is_told(event: Event, actor: str) -> bool:
    """Whether a timeline of the actor may tell the event, so that nothing is lost with the words that report it.

    Not where its link to the actor is unsure, or where it may not have taken place: then only that somebody said so is
    known ("Kentland said it was close to declaring a drought").
    """
    is_open = event.factuality.certainty in (Certainty.POSSIBLE, Certainty.UNDERSPECIFIED)
    is_sure = max((confidence for _, confidence in links_of(event, actor)), default=0.0) >= SURE_LINK
    return (
        is_sure and part_worth(event, actor) > ROLE_WORTH[Role.PLACE] and (event.factuality.is_expected or not is_open)
    )


def _speech_cues(events: Iterable[Event]) -> Iterator[tuple[str, Span]]:
    """The words of speech ("said") by which these events are told as facts, each as its article and place."""
    for event in events:
        if event.factuality.realis is Realis.ACTUAL and event.factuality.polarity is not Polarity.NEGATIVE:
            for piece in event.evidence:
                if piece.attribution:
                    yield piece.article, piece.attribution.cue.span


def _only_reports(event: Event, cues: Collection[tuple[str, Span]]) -> bool:
    """Whether it is only the speech that tells a listed event, or a passive report.

    "She said that she had sold it" tells the sale, and the page names the teller there. "She is said to have sold it"
    is a passive report.
    """
    return _has_lemmas(event, _PLAIN_SPEECH) and all(
        (piece.article, piece.trigger.span) in cues or _is_followed_by(piece, "to have ") for piece in event.evidence
    )


def _is_only_phase(event: Event, listed: _BySentence) -> bool:
    """Whether it only says that another listed event begins or goes on: "began to sell"."""
    return _has_lemmas(event, _PLAIN_PHASES) and all(
        _precedes_event(piece, listed, _MAX_WORDS_AFTER_PHASE) for piece in event.evidence
    )


def _is_only_expectation(event: Event, all_mentions: _BySentence) -> bool:
    """Whether it only says that something is to come: "is expected to appear", "plans for the sale"."""
    return _has_lemmas(event, _EXPECTING) and all(
        _is_followed_by(piece, "to ")
        or _precedes_event(piece, all_mentions, _MAX_WORDS_AFTER_EXPECTATION, _LINKS_TO_EXPECTED_EVENT)
        for piece in event.evidence
    )


def _is_only_object(event: Event, listed: _BySentence, types: EventTypes) -> bool:
    """Whether it only names the event of the verb before it ("paid the second payment"), or what that verb stops."""
    return all(
        any(
            other is not event and _is_object(event, piece, other, verb, types)
            for other, verb in listed[piece.article, piece.quote.span]
        )
        for piece in event.evidence
    )


def _is_object(event: Event, noun: Evidence, other: Event, verb: Evidence, types: EventTypes) -> bool:
    """Whether the noun is the object of the verb, and tells of the same type of event or of one that the verb stops."""
    is_same_type = other.type == event.type != OTHER_TYPE and not types[event.type].reporting
    if not is_same_type and verb.lemma not in _STOPPING:
        return False
    words = _words_between(verb, noun)
    return words is not None and len(words) <= _MAX_WORDS_BEFORE_OBJECT and _CLAUSE_OPENERS.isdisjoint(words)


def _has_lemmas(event: Event, lemmas: frozenset[str]) -> bool:
    """Whether all that tells the event are words with these lemmas."""
    return all(piece.lemma in lemmas for piece in event.evidence)


def _is_followed_by(piece: Evidence, words: str) -> bool:
    """Whether these words stand right behind the trigger."""
    end = piece.trigger.span.end - piece.quote.span.start
    return piece.quote.exact[end:].lstrip().casefold().startswith(words)


def _precedes_event(
    piece: Evidence, mentions: _BySentence, max_words: int, links: frozenset[str] = frozenset()
) -> bool:
    """Whether another trigger follows in the sentence after at most ``max_words``, one of ``links`` among them."""
    between = (_words_between(piece, other) for _, other in mentions[piece.article, piece.quote.span])
    return any(
        words is not None and len(words) <= max_words and (not links or not links.isdisjoint(words))
        for words in between
    )


def _words_between(first: Evidence, second: Evidence) -> list[str] | None:
    """The words between two triggers of a sentence; None where ``second`` is not behind, or behind a comma or stop."""
    start, end = first.quote.span.start, first.trigger.span.end
    if second.trigger.span.start < end:
        return None
    between = first.quote.exact[end - start : second.trigger.span.start - start].casefold()
    return None if set(between) & set(",;:.") else between.split()


def _by_sentence(events: Sequence[Event]) -> _BySentence:
    found: _BySentence = {}
    for event in events:
        for piece in event.evidence:
            found.setdefault((piece.article, piece.quote.span), []).append((event, piece))
    return found
