"""What must hold of a line for it to tell again what an entry tells: its time, who does it, and no judgement."""

import re
from collections.abc import Iterable

from dossier.model import Event, EventField, Polarity, Realis, Role, RolePlayer
from dossier.text.content_words import content_words

_ADDED_DATE = re.compile(r"\[[^\]]*\d\]")
"""A date that stands in a line and not in its article: "on Monday [4 May 2009]"."""


def can_be_of_one_time(line: Event, head: Event) -> bool:
    """Whether the two can have happened at one time, and the head before the line was reported."""
    left, right = line.dating.when, head.dating.when
    if left and right and not left.overlaps(right):
        return False
    reported = line.reported.first if line.reported else None
    return not (right and reported and reported.before(right))


def are_of_one_time(line: Event, other: Event) -> bool:
    """Whether the two can have happened at one time, each before the other was reported."""
    return can_be_of_one_time(line, other) and can_be_of_one_time(other, line)


def may_be_a_retelling(line: Event) -> bool:
    """Whether no judgement gives it a line or a date of its own."""
    return not line.stands_by_judgement and EventField.WHEN not in line.judged


def is_a_fact(line: Event) -> bool:
    """Whether it is told to have happened."""
    return line.factuality.realis is Realis.ACTUAL and line.factuality.polarity is Polarity.POSITIVE


def doers_of(players: Iterable[RolePlayer]) -> frozenset[str]:
    """The ids of the actors among the players that do it."""
    return frozenset(player.entity for player in players if player.role is Role.AGENT and player.entity)


def are_of_other_numbers(line: Event, head: Event) -> bool:
    """Whether each line gives a number that the other lacks: an index fell by so much one day, by more another."""
    left, right = numbers_of(line), numbers_of(head)
    return bool(left - right and right - left)


def numbers_of(line: Event) -> frozenset[str]:
    """The numbers that a line has from its article, in digits; not those of an added date."""
    return frozenset(filter(is_number, content_words(_ADDED_DATE.sub(" ", line.summary))))


def is_number(word: str) -> bool:
    """Whether the word is written in digits."""
    return word[0].isdigit()
