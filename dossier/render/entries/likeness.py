"""Whether two entries tell of one happening: by their words, times, kinds and actors."""

import re

from dossier.model import Event, Role
from dossier.render.entries.entry_groups import EntryGroup
from dossier.text.calendar_words import MONTH
from dossier.text.line_words import line_words
from dossier.text.word_lists import word_lists

_LONG_WORD = 5
"""Letters of a word that tells what a line is about. Set by hand."""
_LEAST_WORDS = 4
"""Long words of the shortest line that can be compared. Set by hand."""
_LEAST_SHARE = 0.6
"""Share of the long words of a line that another has, from which both tell the same. Set by hand."""
_SHARED_WORDS = 2
"""Long words that the lines of one day share where they tell of one happening. Set by hand."""
_NUMBERS = word_lists("dossier.render", "render_words.toml")["numbers"]
_WORD = re.compile(r"\w+")
_DAY = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{MONTH}(?!\w)|\b(?:19|20)\d\d\b", re.IGNORECASE)


def is_one_happening(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether both lines tell the same, or are two turns of one thing.

    Turns are of one day and share words that are no names, of one actor in the same part a single one: "declared a
    pandemic", "raised the pandemic alert to phase 6". Where one time only overlaps the other, their events are of one
    kind and of the same actor, too.
    """
    if _tell_the_same(group.line, other.line):
        return True
    one, two = (entry.dated[0].day or entry.when for entry in (group, other))
    if one is not None and one == two:
        shared = _shared_words(group, other)
        is_of_one_actor = not _parts(group.events[0]).isdisjoint(_parts(other.events[0]))
        return len(shared) >= _SHARED_WORDS or (is_of_one_actor and bool(shared - _names(group.events[0])))
    return _may_be_of_one_time(group, other) and is_one_deed(group, other)


def is_one_deed(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether the events of both are of one kind and of one actor in the same part, in words that are alike."""
    one, two = group.events[0], other.events[0]
    return one.type == two.type and not _parts(one).isdisjoint(_parts(two)) and share_words(group, other)


def have_to_do(event: Event, other: Event) -> bool:
    """Whether two events are of one kind, or have an actor in common."""
    one, two = ({actor for actor, _ in _parts(each)} for each in (event, other))
    return event.type == other.type or not one.isdisjoint(two)


def are_of_one_actor(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether an actor has a part in what heads both lines."""
    one, two = ({actor for actor, _ in _parts(each.events[0])} for each in (group, other))
    return not one.isdisjoint(two)


def share_words(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether both lines have a few long words in common that are no names."""
    return len(_shared_words(group, other)) >= _SHARED_WORDS


def _shared_words(group: EntryGroup, other: EntryGroup) -> set[str]:
    return _uncapitalised(group.line) & _uncapitalised(other.line)


def _may_be_of_one_time(group: EntryGroup, other: EntryGroup) -> bool:
    return group.when is None or other.when is None or group.when.overlaps(other.when)


def _parts(event: Event) -> set[tuple[str, Role]]:
    return {(player.entity, player.role) for player in event.participants if player.entity}


def _names(event: Event) -> set[str]:
    return {word for player in event.participants for word in line_words(player.name)}


def _tell_the_same(line: str, other: str) -> bool:
    """Whether the line with fewer long words has most of them in common with the other.

    >>> _tell_the_same("The captain was arrested in Orlov.", "Police in Orlov arrested Captain Brandt, who was asleep.")
    False
    >>> _tell_the_same("Captain Brandt was arrested in Orlov.", "Police in Orlov arrested Captain Brandt on Monday.")
    True
    """
    one, two = _long_words(line), _long_words(other)
    fewer = min(len(one), len(two))
    shares_words = fewer >= _LEAST_WORDS and len(one & two) >= _LEAST_SHARE * fewer
    return shares_words and not _are_of_other_numbers(line, other)


def _are_of_other_numbers(line: str, other: str) -> bool:
    """Whether both lines have numbers, and none in common: "raised the level to four", "to five".

    The number of a day or a year says nothing: "found on Nov. 25 with eight others".
    """
    one, two = ({word for word in line_words(_DAY.sub("", text)) if _is_number(word)} for text in (line, other))
    return bool(one and two) and one.isdisjoint(two)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


def _uncapitalised(line: str) -> set[str]:
    return {word for word in _WORD.findall(line) if len(word) >= _LONG_WORD and word.islower()}


def _long_words(line: str) -> set[str]:
    return {word for word in line_words(line) if len(word) >= _LONG_WORD}
