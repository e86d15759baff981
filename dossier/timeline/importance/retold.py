"""How many sources tell what a line tells, in whatever words, known to be one event or not.

What lasts is told again: a report of a later week names the seizure of a bank in a side clause, and nobody can say that
it is the same event. To know what mattered, that need not be known: the lines are alike, or tell one fate of the same
("bailed out the bank", "the rescue of the bank"), and their times agree.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date

from dossier.memo import NO_MEMO, Memo
from dossier.model import Citation, Event, Role
from dossier.text.word_lists import word_tables
from dossier.timeline.importance.case_counts import recalled_words

_LEAST_LIKENESS = 0.3
"""Cosine of the words of two lines, a rare one counting more, from which they tell alike. Set by hand."""
_MOST_LINES = 300
"""Lines with a word by which a line is looked up: what more have tells of no one happening, and costs. Set by hand."""
_FATES = word_tables("dossier.timeline", "timeline_words.toml")["fates"]
_Fate = tuple[str, str]
"""What befalls an actor ("takeover"), and the id of the actor."""
_DAYS_APART = 1
"""Days between two dates of one happening. Set by hand."""


class Retold:
    """Compares lines with those of the ``events``; ``articles`` are those of their evidence, by id."""

    def __init__(self, events: Iterable[Event], articles: Mapping[str, Citation], memo: Memo = NO_MEMO) -> None:
        self._articles = articles
        self._events = {event.id: event for event in events if event.summary}
        # tuples take a fifth of the memory of sets
        self._words = {key: tuple(recalled_words(event.summary, memo)) for key, event in self._events.items()}
        self._sources = {key: tuple(self._sources_of(event)) for key, event in self._events.items()}
        having: dict[str, set[str]] = defaultdict(set)
        self._with_word: dict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                having[word].update(self._sources[key])
                self._with_word[word].append(key)
        self._of_fate: dict[_Fate, list[str]] = defaultdict(list)
        for key, event in self._events.items():
            for fate in _fates_of(event):
                self._of_fate[fate].append(key)
        count = len({source for sources in self._sources.values() for source in sources})
        self._weights = {word: math.log(1 + count / len(sources)) ** 2 for word, sources in having.items()}
        self._sizes = {key: math.fsum(self._weights[word] for word in words) for key, words in self._words.items()}

    def sources(self, event: Event) -> int:
        """The independent sources that tell what one of the events tells, itself or alike: one at least."""
        words = (self._with_word[word] for word in self._words.get(event.id, ()))
        near = {key for keys in words if len(keys) <= _MOST_LINES for key in keys if self._is_alike(event.id, key)}
        fates = (self._of_fate[fate] for fate in _fates_of(event))
        near.update(key for keys in fates if len(keys) <= _MOST_LINES for key in keys)
        found = {source for key in near if self._may_be_of_one_time(event, key) for source in self._sources[key]}
        return max(len(found), 1)

    def _is_alike(self, key: str, other: str) -> bool:
        shared = math.fsum(self._weights[word] for word in set(self._words[key]).intersection(self._words[other]))
        return shared >= _LEAST_LIKENESS * math.sqrt(self._sizes[key] * self._sizes[other])

    def _may_be_of_one_time(self, event: Event, key: str) -> bool:
        """Whether their dates agree; a line without one can tell of all that was before its report."""
        other = self._events[key]
        one, two = _stated_day(event), _stated_day(other)
        if one and two:
            return abs((one - two).days) <= _DAYS_APART
        if event.dating.when and other.dating.when and event.dating.is_stated and other.dating.is_stated:
            return event.dating.when.overlaps(other.dating.when)
        on, undated = (one, other) if one else (two, event)
        report = self._last_report(undated)
        return on is None or report is None or on <= report

    def _last_report(self, event: Event) -> date | None:
        cited = (self._articles[piece.article] for piece in event.evidence if piece.article in self._articles)
        published = (citation.published.when for citation in cited)
        return max((when.latest for when in published if when and when.latest), default=None)

    def _sources_of(self, event: Event) -> Set[str]:
        cited = ((piece.article, self._articles.get(piece.article)) for piece in event.evidence)
        return {(citation and citation.copy_of) or article for article, citation in cited}


def _fates_of(event: Event) -> list[_Fate]:
    """What befalls whom by the event, if it took place."""
    kind = _FATES.get(event.type)
    if kind is None or not event.factuality.is_fact:
        return []
    undergoing = {player.entity for player in event.participants if player.role is Role.PATIENT and player.entity}
    return [(kind, actor) for actor in sorted(undergoing)]


def _stated_day(event: Event) -> date | None:
    return event.dating.when.known_day if event.dating.when and event.dating.is_stated else None
