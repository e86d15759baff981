"""Which events of an actor share an entry: what hangs on a listed statement, and what the same words tell.

A sentence tells of its main statement; a noun or a participle beside it ("the raid", "killing ten") is a part of that
statement. Two main statements of one sentence stay two entries where their dates differ, or neither line holds the
other. What shares an entry is seen by the words of the articles; what has a line of the analyst's always makes one, and
what he added shares it with nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Event, EventField, Evidence, PartOfSpeech, Span, Tense, TriggerKey
from dossier.text.line_words import fullest, holds, line_words
from dossier.text.word_lists import word_lists

_LEAST_SHARE = 0.7
"""Share of the words of a line that a shorter line of another sentence must have to be told with it. Set by hand, so
that "Ada Brandt was arrested" is not told with a long sentence that has these words too."""

_WORDS_OF_TIME = word_lists("dossier.timeline", "timeline_words.toml")["openers_of_time"]

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folding:
    """Which events share an entry."""

    heads: Mapping[str, str]
    """For each event (by id) that is a part of another's entry the id of that event, which makes the entry."""
    lines: Mapping[str, str]
    """The line of each entry whose event has only a part of it, by the id of the event."""


@dataclass(frozen=True, slots=True)
class _LineGroup:
    """Events told by one line, that of the entry first."""

    line: str
    events: list[Event]


def fold(events: Sequence[Event], without_line: Collection[str], weights: Mapping[str, float]) -> Folding:
    """Fold the events of one actor into entries.

    ``without_line`` are the ids of those that make no entry in any case; they may be parts. Of the events of one line
    that with the greatest weight (by id) makes the entry, if possible a fact with a date; of equal ones that whose own
    line it is. The order of the events changes nothing.
    """
    read = (event for event in events if EventField.EVENT not in event.judged)
    candidates = [event for event in read if event.id not in without_line]
    found = dict(_hanging(events, candidates))
    lines: dict[str, str] = {}
    for group in _told_by_one_line([event for event in candidates if event.id not in found], weights):
        first, *others = group.events
        found.update((event.id, first.id) for event in others if not event.stands_by_judgement)
        if first.summary != group.line:
            lines[first.id] = group.line
    return Folding({part: _last(part, found) for part in found}, lines)


def _last(part: str, heads_of: Mapping[str, str]) -> str:
    """The head of the head, and so on."""
    while part in heads_of:
        part = heads_of[part]
    return part


def _hanging(events: Iterable[Event], listed: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """The events that hang on a listed one, each with it.

    All mentions hang, the first on the one named here, or the first is a participle. What took place does not hang on
    a forecast or a plan: it would stand among what is expected. Nothing hangs on what hangs itself. What is only
    the setting of what more sources tell ("a meeting at which it declared") hangs on that.
    """
    statements = [event for event in listed if not _hangs(event)]
    owners = {piece.trigger_key: event for event in statements for piece in event.evidence}
    acts = _acts_by_setting(statements)
    for event in events:
        if event.stands_by_judgement:
            continue
        shown = event.evidence[0]
        main = owners.get((shown.article, shown.hangs_on.span, 1)) if shown.hangs_on else None
        if main and main != event and _hangs(event) and (event.factuality.is_expected or not _is_expected(main)):
            yield event.id, main.id
        act = acts.get(shown.trigger_key)
        if act and not main and _tells_more(act, event):
            yield event.id, act.id


def _hangs(event: Event) -> bool:
    """Whether it heads no statement, or is shown by a participle beside one, whose line tells that statement."""
    return _only_hangs(event) or _is_participle(event.evidence[0])


def _only_hangs(event: Event) -> bool:
    """Whether no mention of it heads a statement."""
    return all(piece.hangs_on for piece in event.evidence)


def _acts_by_setting(listed: Iterable[Event]) -> Mapping[TriggerKey, Event]:
    """By the key of a mention that what more sources tell hangs on: the event that most sources tell."""
    found: dict[TriggerKey, Event] = {}
    for event in sorted(listed, key=lambda one: (one.independent_sources, one.id)):
        for piece in event.evidence:
            if piece.hangs_on:
                found[piece.article, piece.hangs_on.span, 1] = event
    return found


def _tells_more(act: Event, setting: Event) -> bool:
    """Whether more sources tell the act than its setting, which is a noun of the same time, and both took place."""
    is_noun = setting.evidence[0].part_of_speech in (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)
    are_facts = not (_is_expected(act) or _is_expected(setting))
    is_more = act.independent_sources > setting.independent_sources
    return is_noun and are_facts and is_more and _may_be_of_one_time(act, setting)


def _told_by_one_line(events: Iterable[Event], weights: Mapping[str, float]) -> Iterable[_LineGroup]:
    """The events in groups of one line, that of the entry first."""
    groups: dict[tuple[_Words, int], _LineGroup] = {}
    for sentence in _by_sentence(events):
        for event, line in _fullest_lines(sentence):
            # what one word tells of several times makes several entries
            key = _words(line), event.evidence[0].occurrence
            groups.setdefault(key, _LineGroup(line, [])).events.append(event)
    for group in groups.values():
        times = {event.id for event in group.events if any(_is_time_of(event, other) for other in group.events)}
        group.events.sort(key=lambda event: (event.id in times, *_rank(event, group.line, weights[event.id])))
    return _joined(groups.values())


def _is_time_of(event: Event, other: Event) -> bool:
    """Whether an event only says when another took place: "they believe that he paid before he left".

    Both hang on one statement, and a word of time stands between the two.
    """
    one, two = event.evidence[0], other.evidence[0]
    is_behind = one.article == two.article and one.quote == two.quote and two.trigger.span.end <= one.trigger.span.start
    if not is_behind or one.hangs_on is None or one.hangs_on != two.hangs_on or _is_participle(two):
        return False
    start = one.quote.span.start
    between = one.quote.exact[two.trigger.span.end - start : one.trigger.span.start - start]
    return not _WORDS_OF_TIME.isdisjoint(line_words(between))


def _fullest_lines(sentence: Sequence[Event]) -> Iterator[tuple[Event, str]]:
    """The events of a sentence, each with the fullest of its lines that has all words of the event's own.

    An event with a date of its own keeps its own line where the fuller one is of an event that may be of another day.
    """
    lines = fullest(event.summary for event in sentence)
    for event in sentence:
        tellers = (other for other in sentence if other.summary == lines[event.summary])
        joins = not event.dating.is_stated or any(_tells_of_its_time(other, event) for other in tellers)
        yield event, lines[event.summary] if joins else event.summary


def _tells_of_its_time(teller: Event, event: Event) -> bool:
    """Whether a line that tells the first of two events of a sentence is one of the date of the second, too.

    So it is where the first is the second, has the same date, or without one likely that day, or is but a participle
    beside the main statement: "bowing to pressure".
    """
    if teller is event:
        return True
    if teller.dating.is_stated:
        return _may_be_of_one_time(teller, event)
    return _is_participle(teller.evidence[0]) or _is_likely_then(teller, event)


def _is_participle(shown: Evidence) -> bool:
    return shown.hangs_on is not None and shown.tense is Tense.BARE


def _is_likely_then(undated: Event, dated: Event) -> bool:
    """Whether the likely day of the one lies within the date of the other."""
    when = dated.dating.when
    if undated.likely is None or when is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest <= undated.likely.day <= when.latest


def _rank(event: Event, line: str, weight: float) -> tuple[bool, bool, bool, float, bool, str]:
    """Of the events of one line those first that are facts, have a date, weigh most, and have the line themselves.

    A bound is no date: "hiding in the past months" does not go before the killing that its line tells. Of those without
    a date a participle comes last: by "facing an outbreak, he said …" the line has the likely day of the saying.
    """
    has_line = _words(event.summary) == _words(line)
    when = event.dating.when
    is_dated = event.dating.is_stated and when is not None and when.first is not None and when.last is not None
    is_beside = not is_dated and _is_participle(event.evidence[0])
    return _is_expected(event), not is_dated, is_beside, -weight, not has_line, event.id


def _by_sentence(events: Iterable[Event]) -> Iterable[list[Event]]:
    """The events by the sentence of their line; what is expected apart."""
    sentences: dict[tuple[str, Span, bool], list[Event]] = {}
    for event in events:
        first = event.evidence[0]
        sentences.setdefault((first.article, first.quote.span, _is_expected(event)), []).append(event)
    return sentences.values()


def _joined(groups: Iterable[_LineGroup]) -> list[_LineGroup]:
    """The groups, each joined to that of a longer line with nearly the same words."""
    kept: list[_LineGroup] = []
    index: dict[str, list[_LineGroup]] = {}
    for group in sorted(groups, key=lambda one: (-len(_words(one.line)), one.line, one.events[0].id)):
        words = _words(group.line)
        rarest = min((index.get(word, []) for word in words), key=len, default=[])
        fuller = next((other for other in rarest if _tell_nearly_the_same(other, group)), None)
        if fuller:
            fuller.events.extend(group.events)
            continue
        kept.append(group)
        for word in dict.fromkeys(words):
            index.setdefault(word, []).append(group)
    return kept


def _tell_nearly_the_same(fuller: _LineGroup, other: _LineGroup) -> bool:
    """Whether the first line has all words of the second and few more, and nothing that is known sets them apart."""
    one, two = fuller.events[0], other.events[0]
    return (
        one.type == two.type
        and one.factuality == two.factuality
        and _source(one) == _source(two)
        and _may_be_of_one_time(one, two)
        and len(_words(other.line)) >= _LEAST_SHARE * len(_words(fuller.line))
        and holds(fuller.line, other.line)
    )


def _source(event: Event) -> str:
    said = event.attribution
    return (said.name or said.text).casefold() if said else ""


def _may_be_of_one_time(one: Event, other: Event) -> bool:
    """Whether the texts do not give the two events different dates."""
    left, right = one.dating.when, other.dating.when
    both_dated = left and right and one.dating.is_stated and other.dating.is_stated
    return not both_dated or (left is not None and right is not None and left.overlaps(right))


def _is_expected(event: Event) -> bool:
    return event.factuality.is_expected


def _words(line: str) -> _Words:
    return tuple(line_words(line))
