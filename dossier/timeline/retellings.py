"""Lines in which later reports tell again what an entry of the dossier tells: "raised the alert to five last week".

That two lines are one entry says less than that two events are one, and takes less: both lines are shown. The same
actor does it in both, their dates can be the same or, of a step, are a day or two apart, and one of these holds:
- the sentence of the line has a mention of the event of the entry, which more sources tell;
- both tell of a move to one step or figure, by any verb, and say of what in two words or more.

Who joins a body becomes a member of it: the same of the same on one day is one entry.
Who was shot, and killed by somebody, was killed so: a line that he was shot, and no other day, is one with his death.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dossier.model import Event, EventField, EventTypes, Evidence, Polarity, Realis, Role, RolePlayer, Span
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS
from dossier.text.content_words import content_words
from dossier.text.scale_steps import DIGITS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_DEADLY_DEEDS, _JOINING = _WORDS["deadly_deeds"], _WORDS["joining"]
_NUMBER = rf"(\d+(?:[.,]\d+)*|{'|'.join(sorted(DIGITS))})"
# "to 5", "to its highest level of six", not "to 5-year bonds"
_GOAL = re.compile(rf"\bto\s+(?:[a-z]+\s+){{0,4}}?{_NUMBER}\b(?!-)", re.IGNORECASE)
_END = re.compile(r"[;:“”()]|,\s|\.\s|--| - | and ")
"""Where the object of a verb ends."""
_LEAST_SHARED = 2
"""Words for what is moved that two lines must share. Set by hand."""
_MOST_COMPARED = 20
"""Moves of one actor to one step with which a line is compared: bounds the cost."""
_LONGEST_PAUSE = timedelta(days=62)
"""From an act to a report that tells it again by its step alone. Set by hand: about two months, as of a count."""
_A_SLIP = timedelta(days=3, hours=1)
"""From the beginning of one day to the end of the other, of two that mean one act. Set by hand: two days, at most."""
_MEMBER = re.compile(r"\s+(?:[\w-]+\s+){0,3}members?\s+of\b")  # behind "became"
# "Ada Brandt, who recently sold the boat, said": the sentence tells something else
_RELATIVE = re.compile(r"\b(?:who|which)\s+(?:\w+\s+){0,2}$")  # in small letters: "WHO" is a body
_TIMES = FULL_MONTHS.keys() | FULL_WEEKDAYS.keys()

_Sentence = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _StepReached:
    """To which step or figure something is moved, and what, in words."""

    goal: str
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class _OwnedMention:
    """A mention of an event whose entry is that of another event, the owner."""

    owner: str
    event: Event
    piece: Evidence


def retellings(lines: Sequence[Event], parts: Mapping[str, Sequence[Event]], types: EventTypes) -> list[list[Event]]:
    """The groups of lines that tell one act, that of the entry first, then the newest.

    ``parts`` are the other events of each line, by the id of its own. An entry has a date if any line of the group has
    one, then the most sources. A line that may tell again what two entries tell stays by itself.
    """
    mentions = _by_sentence(lines, parts)
    groups: dict[str, list[Event]] = {}
    movers: dict[tuple[str, str], list[tuple[Event, _StepReached]]] = {}
    for line in sorted(lines, key=_plainest_first):
        move = _move(line)
        places = [(doer, move.goal) for doer in sorted(_doers(line.participants))] if move else []
        heads = _retold(line, mentions, groups) or _same_moves(line, move, places, movers)
        if len(heads) == 1 and _may_be_a_retelling(line):
            groups[heads.pop()].append(line)
        else:
            groups[line.id] = [line]
            if move:
                for place in places:
                    movers.setdefault(place, []).append((line, move))
    _put_memberships_together(groups)
    _put_attacks_beneath_deaths(groups, types)
    return [[first, *sorted(others, key=_in_time, reverse=True)] for first, *others in groups.values() if others]


def _put_memberships_together(groups: dict[str, list[Event]]) -> None:
    """Move a line that somebody joined a body beneath one that he became a member of one that day, or the reverse."""
    known: dict[tuple[frozenset[str], bool], list[Event]] = {}
    for line in [group[0] for group in groups.values()]:
        is_join, doers = _is_join(line), _doers(line.participants)
        if is_join is None or not doers:
            continue
        heads = [head for head in known.get((doers, not is_join), ()) if _are_of_one_day(head, line)]
        if len(heads) == 1 and len(groups[line.id]) == 1 and _may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)
        else:
            known.setdefault((doers, is_join), []).append(line)


def _is_join(line: Event) -> bool | None:
    """Whether somebody joins a body (True), or becomes a member of one (False); None of all else, and of no fact."""
    shown = line.evidence[0]
    if not _is_a_fact(line):
        return None
    if shown.lemma in _JOINING:
        return True
    is_member = _MEMBER.match(shown.quote.exact, shown.trigger.span.end - shown.quote.span.start)
    return False if shown.lemma == "become" and is_member else None


def _are_of_one_day(one: Event, other: Event) -> bool:
    left, right = one.dating.when, other.dating.when
    return bool(left and right and left.is_within_a_day and right.is_within_a_day and left.overlaps(right))


def _put_attacks_beneath_deaths(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move each attack that stands by itself beneath the death that the same person died by somebody's hand."""
    heads = [(group[0], patient) for group in groups.values() if (patient := _only_patient(group[0]))]
    deaths: dict[str, Event] = {}
    for head, patient in heads:
        if types[head.type].patient_dies and types[head.type].directed and _is_a_fact(head):
            deaths.setdefault(patient, head)
    for line, patient in heads:
        is_attack = line.evidence[0].lemma in _DEADLY_DEEDS and not types[line.type].patient_dies and _is_a_fact(line)
        death = deaths.get(patient) if is_attack and len(groups[line.id]) == 1 else None
        if death is not None and _may_be_a_retelling(line) and _can_be_of_one_time(line, death):
            groups[death.id] += groups.pop(line.id)


def _only_patient(event: Event) -> str | None:
    """The id of the one to whom alone it happens, by the mention that is shown; None where that is not known."""
    patients = [player.entity for player in event.evidence[0].participants if player.role is Role.PATIENT]
    return patients[0] if len(patients) == 1 else None


def _is_a_fact(line: Event) -> bool:
    return line.factuality.realis is Realis.ACTUAL and line.factuality.polarity is Polarity.POSITIVE


def _retold(
    line: Event, mentions: Mapping[_Sentence, Sequence[_OwnedMention]], groups: Mapping[str, object]
) -> set[str]:
    """The entries whose events the sentence of the line tells, too."""
    shown = line.evidence[0]
    others = mentions.get((shown.article, shown.quote.span), ())
    return {it.owner for it in others if it.owner in groups and _tells_too(line, it)}


def _tells_too(line: Event, other: _OwnedMention) -> bool:
    """Whether the line has the mention beside its own statement, or as what is said, and not as an aside."""
    shown, piece = line.evidence[0], other.piece
    if other.event.id == line.id or other.event.independent_sources <= max(1, line.independent_sources):
        return False
    if piece.factuality.is_expected or line.factuality.is_expected or not _can_be_of_one_time(line, other.event):
        return False
    if piece.lemma == shown.lemma:  # "sold the lighthouse and sold a ferry": each is an act
        return False
    named = {player.entity for player in shown.participants if player.entity}
    if named.isdisjoint(_doers(piece.participants)) or piece.trigger.exact not in line.summary:
        return False
    if piece.trigger.span.start > shown.trigger.span.start:
        return piece.hangs_on is not None and piece.hangs_on.span == shown.trigger.span
    return not _RELATIVE.search(piece.quote.exact[: piece.trigger.span.start - piece.quote.span.start])


def _same_moves(
    line: Event,
    move: _StepReached | None,
    places: Iterable[tuple[str, str]],
    movers: Mapping[tuple[str, str], Sequence[tuple[Event, _StepReached]]],
) -> set[str]:
    """The entries in which the same moves the same to the same step."""
    if move is None:
        return set()
    return {
        head.id
        for place in places
        for head, other in movers.get(place, ())[-_MOST_COMPARED:]
        if len(move.of & other.of) >= _LEAST_SHARED
        and head.factuality.polarity is line.factuality.polarity
        and (_can_be_of_one_time(line, head) or _is_a_slip(line, head))
        and _is_soon(line, head)
    }


def _move(event: Event) -> _StepReached | None:
    """The move that an event is told to be, by most of its mentions that name a step; None where it is none."""
    told = [] if event.factuality.is_expected else [move for piece in event.evidence if (move := _move_in(piece))]
    if not told:
        return None
    goal, _ = Counter(move.goal for move in told).most_common(1)[0]
    return _StepReached(goal, frozenset(word for move in told if move.goal == goal for word in move.of))


def _move_in(piece: Evidence) -> _StepReached | None:
    behind = piece.quote.exact[piece.trigger.span.end - piece.quote.span.start :]
    said = _END.split(behind, maxsplit=1)[0]
    goals = _GOAL.findall(said)
    if not goals:
        return None
    phrases = [player.name for player in piece.participants if player.role is Role.PATIENT]
    words = {word for text in (said, *phrases) for word in content_words(text)}
    own = {word for player in piece.participants if player.role is Role.AGENT for word in content_words(player.name)}
    goal = goals[-1].casefold()
    known = own | _TIMES | DIGITS.keys()
    return _StepReached(DIGITS.get(goal, goal), frozenset(word for word in words - known if not word[0].isdigit()))


def _by_sentence(
    lines: Iterable[Event], parts: Mapping[str, Sequence[Event]]
) -> Mapping[_Sentence, Sequence[_OwnedMention]]:
    found: dict[_Sentence, list[_OwnedMention]] = {}
    for line in lines:
        for event in (line, *parts.get(line.id, ())):
            for piece in event.evidence:
                found.setdefault((piece.article, piece.quote.span), []).append(_OwnedMention(line.id, event, piece))
    return found


def _can_be_of_one_time(line: Event, head: Event) -> bool:
    """Whether the two can have happened at one time, and the head before the line was reported."""
    left, right = line.dating.when, head.dating.when
    if left and right and not left.overlaps(right):
        return False
    reported = line.reported.first if line.reported else None
    return not (right and reported and reported.before(right))


def _is_a_slip(line: Event, head: Event) -> bool:
    """Whether their dates are a day or two apart: nothing comes to one step twice so soon, so sources disagree."""
    left, right = line.dating.when, head.dating.when
    if left is None or right is None or not (left.is_within_a_day and right.is_within_a_day):
        return False
    times = (left.start, left.end, right.start, right.end)
    known = [time for time in times if time]
    return len(known) == len(times) and max(known) - min(known) < _A_SLIP


def _is_soon(line: Event, head: Event) -> bool:
    """Whether the line was reported soon after the head, as far as both times are known."""
    reported = line.reported.first.end if line.reported else None
    done = head.stands_at.end if head.stands_at else None
    return reported is None or done is None or abs(reported - done) <= _LONGEST_PAUSE


def _may_be_a_retelling(line: Event) -> bool:
    """Whether no judgement gives it a line or a date of its own."""
    return not line.stands_by_judgement and EventField.WHEN not in line.judged


def _doers(players: Iterable[RolePlayer]) -> frozenset[str]:
    return frozenset(player.entity for player in players if player.role is Role.AGENT and player.entity)


def _plainest_first(line: Event) -> tuple[bool, int, datetime, str]:
    """First those with a day of their own, then those that most sources tell, then those that were told first."""
    when, reported = line.dating.when, line.reported.first.end if line.reported else None
    has_day = when is not None and when.is_within_a_day and when.first is not None and when.last is not None
    return not has_day, -line.independent_sources, reported or datetime.max, line.id


def _in_time(line: Event) -> tuple[datetime, str]:
    when = line.stands_at
    return ((when.end or when.start) if when else None) or datetime.min, line.id
