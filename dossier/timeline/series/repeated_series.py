"""Entries in which somebody says the same again: a denial, an accusation, a demand, a position."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from math import log2

from dossier.memo import NO_MEMO, Memo
from dossier.model import Actor, Event, EventTypes, Evidence, Role, RolePlayer, Span
from dossier.text.content_words import content_words

_ADDED_DATE = re.compile(r"\[[^\]]*\d\]")
"""A date that stands in a line and not in its article: "on Monday [4 May 2009]"."""
# Set by hand on pairs of lines of one speaker (odd halves of h1n1, finan and news, ECB+ topics 1-35): of the three from
# 0.5 on all say the same, of the four from 0.4 to 0.5 three, of the five from 0.3 to 0.4 one.
_LEAST_LIKENESS = 0.5
"""Share of the bits of two lines that is in words of both, from which they say the same."""
_LEAST_LIKENESS_IF_SOON = 0.38
"""The same for two lines without a number that are reported within ``_SOON`` of each other. Set by hand on the same
halves: of the five from there to 0.5 all say the same."""
_SOON = timedelta(days=10)
_MANY_SHARED = 4
"""Words that two such lines must share at least."""
_FEW_SHARED, _LEAST_LIKENESS_OF_FEW = 3, 0.75
"""The same for two short lines, which must be the more alike: "denied having sold the boat", "the boat's engine"."""
_LEAST_SHARED_IN_OBJECT = 2
"""Words of what is said or demanded that two lines must share at least, if one has no others there."""
_BACKGROUND_LINES = 20
"""Lines without a word that are added to those of a case, so that in a small one no word counts for much."""
_MOST_COMPARED = 20
"""Lines of one speaker under one word with which a line is compared."""


@dataclass(frozen=True)
class _Statement:
    """A line in which somebody says something, with the bits of its words."""

    event: Event
    speakers: frozenset[str]
    bits: Mapping[str, float]
    numbers: frozenset[str]
    object_words: frozenset[str]
    """The words of what is said, demanded or denied; not those of an actor, who may be blamed for many things."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words under which it is looked up: two lines with half of their bits in common share some of these."""
        rarest = sorted(self.bits, key=lambda word: (-self.bits[word], word))[: len(self.bits) // 2 + 1]
        return tuple(dict.fromkeys((*rarest, *sorted(self.object_words))))

    def repeats(self, other: "_Statement") -> bool:
        """Whether it surely says the same: most of what is rare in the lines, or the very object of the same word."""
        one, two = self.event, other.event
        is_like = (one.type, one.factuality) == (two.type, two.factuality)
        has_speaker = not self.speakers.isdisjoint(other.speakers)
        has_other_numbers = bool(self.numbers and other.numbers) and self.numbers.isdisjoint(other.numbers)
        is_of_one = is_like and has_speaker and not has_other_numbers
        return is_of_one and (self._is_worded_like(other) or self._has_object_of(other))

    def _is_worded_like(self, other: "_Statement") -> bool:
        shared = self.bits.keys() & other.bits.keys()
        total = sum(self.bits.values()) + sum(other.bits.values())
        likeness = 2 * sum(self.bits[word] for word in shared) / total if total else 0.0
        if len(shared) >= _MANY_SHARED:
            is_soon = not self.numbers and not other.numbers and _are_told_soon(self.event, other.event)
            return likeness >= (_LEAST_LIKENESS_IF_SOON if is_soon else _LEAST_LIKENESS)
        return len(shared) >= _FEW_SHARED and likeness >= _LEAST_LIKENESS_OF_FEW

    def _has_object_of(self, other: "_Statement") -> bool:
        one, two = self.event.evidence[0], other.event.evidence[0]
        few, many = sorted((self.object_words, other.object_words), key=len)
        return one.lemma == two.lemma and len(few) >= _LEAST_SHARED_IN_OBJECT and few <= many


class RepetitionFinder:
    """Finds lines that say the same, by what all ``events`` of the case tell, and the names of its ``actors``."""

    def __init__(
        self, events: Iterable[Event], types: EventTypes, actors: Iterable[Actor], memo: Memo = NO_MEMO
    ) -> None:
        self._types = types
        words, names = memo.table("content words of a line"), memo.table("words of a name")
        events = list(events)
        words_of: dict[str, frozenset[str]] = {
            event.id: words.recall(event.summary, partial(_words, event.summary)) for event in events
        }
        self._lines = memo.count("words of lines", words_of)
        self._count = _BACKGROUND_LINES + len(words_of)
        self._hanging: dict[tuple[str, Span], list[str]] = {}
        for event in events:
            for piece in event.evidence:
                if piece.hangs_on and piece.lemma:
                    self._hanging.setdefault((piece.article, piece.hangs_on.span), []).append(piece.lemma)
        self._names: dict[str, frozenset[str]] = {
            actor.id: names.recall(id(actor), partial(_names, actor), actor) for actor in actors
        }

    def among(self, lines: Sequence[Event]) -> Iterator[list[Event]]:
        """The groups of lines that say the same: that with the most sources first, then the newest first."""
        groups: list[list[_Statement]] = []
        of_key: dict[tuple[str, str], list[int]] = {}
        for statement in sorted(filter(None, map(self._statement, lines)), key=lambda one: _in_time(one.event)):
            places = [(speaker, key) for speaker in sorted(statement.speakers) for key in statement.keys]
            near = dict.fromkeys(number for place in places for number in of_key.get(place, ())[-_MOST_COMPARED:])
            same = (number for number in near if all(statement.repeats(other) for other in groups[number]))
            home = next(same, len(groups))
            if home == len(groups):
                groups.append([])
            groups[home].append(statement)
            for place in places:
                of_key.setdefault(place, []).append(home)
        for group in groups:
            if len(group) > 1:
                newest_first = [statement.event for statement in reversed(group)]
                best = max(newest_first, key=lambda event: event.independent_sources)
                yield [best, *(event for event in newest_first if event is not best)]

    def _statement(self, event: Event) -> _Statement | None:
        shown = event.evidence[0]
        agents = [player for player in event.participants if player.role is Role.AGENT and player.entity]
        speakers = frozenset(player.entity for player in agents if player.entity)
        if not speakers or not self._types[event.type].speech_act or event.factuality.is_expected:
            return None
        names = {word for agent in agents for word in content_words(agent.name)}
        names.update(*(self._names.get(speaker, ()) for speaker in speakers))
        words = _words(_without_offices(event.summary, agents)) - names - set(_words(shown.trigger.exact))
        numbers = frozenset(word for word in words if word[0].isdigit())
        bits = {word: log2(self._count / (self._lines[word] + 1)) for word in words - numbers}
        return _Statement(event, speakers, bits, numbers, self._object_words(event, shown) - names)

    def _object_words(self, event: Event, shown: Evidence) -> frozenset[str]:
        phrases = [player.name for player in event.participants if player.role is Role.PATIENT and not player.entity]
        phrases += self._hanging.get((shown.article, shown.trigger.span), [])
        return frozenset(word for phrase in phrases for word in content_words(phrase))


def _without_offices(line: str, speakers: Iterable[RolePlayer]) -> str:
    """The line without what it says of who speaks: "Ada Brandt, the mayor of Orlov, said …"."""
    for player in speakers:
        for name in {player.name, player.words.exact if player.words else player.name}:
            line = re.sub(rf"{re.escape(name)}\]?,\s[^,;“”]+(?:,|\.$)", name, line)
    return line


def _are_told_soon(one: Event, other: Event) -> bool:
    """Whether both were first reported within a few days."""
    ends = [event.reported.first.end for event in (one, other) if event.reported]
    known = [end for end in ends if end]
    return len(known) == 2 and max(known) - min(known) <= _SOON


def _names(actor: Actor) -> frozenset[str]:
    """The words by which the actor is called and described: they do not tell what it says."""
    aliases, said = (alias.text for alias in actor.aliases), (one.text for one in actor.descriptions)
    return frozenset(word for text in (actor.name, *aliases, *said) for word in content_words(text))


def _words(line: str) -> frozenset[str]:
    return frozenset(content_words(_ADDED_DATE.sub(" ", line)))


def _in_time(event: Event) -> tuple[datetime, str]:
    when = event.stands_at
    return ((when.start or when.end) if when else None) or datetime.min, event.id
