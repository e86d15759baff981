"""Moves to a step or figure, by any verb: "raised the alert to five", "pushed the alert level up to 5"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.model import Event, Evidence, Role
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS
from dossier.text.content_words import content_words
from dossier.text.scale_steps import DIGITS
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import can_be_of_one_time, doers_of

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

_NUMBER = rf"(\d+(?:[.,]\d+)*|{'|'.join(sorted(DIGITS))})"
# "to 5", "to its highest level of six", not "to 5-year bonds"
_GOAL = re.compile(rf"\bto\s+(?:[a-z]+\s+){{0,4}}?{_NUMBER}\b(?!-)", re.IGNORECASE)
_END = re.compile(r"[;:“”()]|,\s|\.\s|--| - | and ")
"""Where the object of a verb ends."""
_MOVING = re.compile(
    rf",\s(?:{'|'.join(sorted(_WORDS['moving']))})\s+(?:its|the|their)\s+(?P<what>[^,;:]+)", re.IGNORECASE
)
_PHRASE_END = re.compile(r"\.\s| (?:after|amid|and|as|because|for|in|on|since|to|when|while) ")
_LEAST_SHARED = 2
"""Words for what is moved that two lines must share. Set by hand."""
_MOST_COMPARED = 20
"""Moves of one actor to one step with which a line is compared: bounds the cost."""
_LONGEST_PAUSE = timedelta(days=62)
"""From an act to a report that tells it again by its step alone. Set by hand: about two months, as of a count."""
_A_SLIP = timedelta(days=3, hours=1)
"""From the beginning of one day to the end of the other, of two that mean one act. Set by hand: two days, at most."""
_TIMES = FULL_MONTHS.keys() | FULL_WEEKDAYS.keys()


@dataclass(frozen=True, slots=True)
class StepReached:
    """To which step or figure something is moved, and what, in words."""

    goal: str
    of: frozenset[str]


def move_of(event: Event) -> StepReached | None:
    """The move that an event is told to be, by most of its mentions that name a step; None where it is none."""
    told = [] if event.factuality.is_expected else [move for piece in event.evidence if (move := _move_in(piece))]
    if not told:
        return None
    goal, _ = Counter(move.goal for move in told).most_common(1)[0]
    return StepReached(goal, frozenset(word for move in told if move.goal == goal for word in move.of))


def same_moves(
    line: Event,
    move: StepReached | None,
    places: Iterable[tuple[str, str]],
    movers: Mapping[tuple[str, str], Sequence[tuple[Event, StepReached]]],
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
        and (can_be_of_one_time(line, head) or _is_a_slip(line, head))
        and _is_soon(line, head)
    }


def moves_in_passing(line: Event, movers: Mapping[tuple[str, str], Sequence[tuple[Event, StepReached]]]) -> set[str]:
    """The entries in which the same moves, that day, what the line says it was moving: "said …, raising its alert"."""
    said = _MOVING.search(line.summary)
    day, doers = _known_day(line), doers_of(line.participants)
    if said is None or day is None or line.factuality.is_expected:
        return set()
    what = set(content_words(_PHRASE_END.split(said["what"], maxsplit=1)[0]))
    return {
        head.id
        for (doer, _), moves in movers.items()
        if doer in doers
        for head, move in moves[-_MOST_COMPARED:]
        if _known_day(head) == day and not what.isdisjoint(move.of)
    }


def _known_day(event: Event) -> date | None:
    return event.dating.when.known_day if event.dating.when else None


def _move_in(piece: Evidence) -> StepReached | None:
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
    return StepReached(DIGITS.get(goal, goal), frozenset(word for word in words - known if not word[0].isdigit()))


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
