"""Of how many sources of a case tell of a day, an actor, a word or a pair of words, in steps: what importance rests on.

Beside the counts stands what has changed in them since the last pass, so that the importance of an event is reckoned
anew only where something has changed that it rests on.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import partial
from itertools import combinations

from dossier.memo import Memo, MemoTable, ids
from dossier.model import Citation, Event, Realis
from dossier.text.calendar_words import FULL_WEEKDAYS
from dossier.text.content_words import UNINFORMATIVE
from dossier.text.interning import word_set
from dossier.text.word_lists import word_lists
from dossier.timeline.importance.source_counts import SourceCounts, in_steps

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_FREQUENT = UNINFORMATIVE | FULL_WEEKDAYS.keys() | _WORDS["recent_times"] | _WORDS["frequent_in_news"]

# set by hand; no measurement is recorded

# set by hand; no measurement is recorded
_STEM = 6
"""Letters by which two forms of a word are known to be one: "confirms", "confirmed"."""
_PAIRED_WORDS = 10
"""The rarest words of a line that make pairs, so that a long line costs no more than a short one."""
_MOST_SHARED = 0.4
"""Share of the sources from which a word says nothing of one event, where there are so many sources that it can."""
_ENOUGH_SOURCES = 10
"""So many sources are needed for that."""
_WORD = re.compile(r"[^\W\d_]{3,}")

_Pairs = tuple[tuple[str, str], ...]


class CaseCounts:
    """Counts what the sources of the events tell; ``articles`` are those of their evidence, by id."""

    def __init__(self, events: Sequence[Event], articles: Mapping[str, Citation], memo: Memo) -> None:
        self._memo = memo
        self._by_source = _by_source(events, articles)
        self.sources = in_steps(len(self._by_source))
        self.words_of = {event.id: recalled_words(event.summary, memo) for event in events}
        self.days = self._counted("days", _days)
        self.busiest = self.days.most()
        self.actors = self._counted("actors", actors_of)
        self.words = self._counted("words", lambda event: self.words_of[event.id])
        last: CaseCounts | None = memo.table("counts of a case").get("counts")
        self._before = last if last and last.sources == self.sources else None
        self._other_words = self.words.changed_since(self._before.words) if self._before else frozenset()
        self.pairs_of = {event.id: self._pairs(event.id) for event in events}
        """By event the pairs of those words of its line that several sources have, but not most."""
        self.pairs = SourceCounts(
            {
                source: self._things(
                    "pairs of a source",
                    [self.pairs_of[event.id] for event in own],
                    lambda every: frozenset(pair for pairs in every for pair in pairs),
                )
                for source, own in self._by_source.items()
            },
            "sources of pairs",
            memo,
        )

    def remember(self) -> None:
        """Make these the counts of the last pass, and let go of those before."""
        self._before = None
        self._memo.table("counts of a case").put("counts", self)

    def changes(self) -> Callable[[Event], bool]:
        """Tells of an event that was in the last pass, too, whether a count on which it rests has changed."""
        before = self._before
        if before is None or before.busiest != self.busiest:
            return lambda event: True
        days, actors = self.days.changed_since(before.days), self.actors.changed_since(before.actors)
        pairs = self.pairs.changed_since(before.pairs)
        words = self._other_words | {word for pair in pairs if isinstance(pair, tuple) for word in pair}

        def is_changed(event: Event) -> bool:
            is_of_these = bool(words) and not words.isdisjoint(self.words_of[event.id])
            has_these = bool(actors) and not actors.isdisjoint(actors_of(event))
            return is_of_these or has_these or (bool(days) and event.day in days)

        return is_changed

    def _counted(self, sort: str, things: Callable[[Event], Iterable[Hashable]]) -> SourceCounts:
        def all_things(own: Sequence[Event]) -> frozenset[Hashable]:
            return frozenset(thing for event in own for thing in things(event))

        found = {
            source: self._things(f"{sort} of a source", own, all_things) for source, own in self._by_source.items()
        }
        return SourceCounts(found, f"sources of {sort}", self._memo)

    def _things(
        self, step: str, own: Sequence[object], all_things: Callable[..., frozenset[Hashable]]
    ) -> Set[Hashable]:
        found: Set[Hashable] = self._memo.table(step).recall(ids(own), partial(all_things, own), own)
        return found

    def _pairs(self, event: str) -> _Pairs:
        words, before = self.words_of[event], self._before
        if before and before.words_of.get(event) is words and self._other_words.isdisjoint(words):
            return before.pairs_of[event]
        most = _MOST_SHARED * self.sources if self.sources >= _ENOUGH_SOURCES else self.sources
        counts = ((self.words.of(word), word) for word in words)
        shared = sorted((count, word) for count, word in counts if 1 < count <= most)
        return tuple(combinations(sorted(word for _, word in shared[:_PAIRED_WORDS]), 2))


def recalled_words(line: str, memo: Memo) -> Set[str]:
    """The beginnings of the words by which the line differs from others, remembered for each line."""
    known: MemoTable[Set[str]] = memo.table("words of a line")
    return known.recall(line, partial(_words, line))


def actors_of(event: Event) -> frozenset[str]:
    """The ids of those who take part in the event."""
    return frozenset(player.entity for player in event.participants if player.entity)


def _by_source(events: Iterable[Event], articles: Mapping[str, Citation]) -> Mapping[str, Sequence[Event]]:
    """The events that each source tells: copies of one article are one source."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told_in = {piece.article for piece in event.evidence}
        for source in {cited.copy_of or key if (cited := articles.get(key)) else key for key in told_in}:
            found[source].append(event)
    return found


def _days(event: Event) -> Iterator[date]:
    """Its day, if it happened on a known one."""
    on = event.day
    if on and event.factuality.realis is Realis.ACTUAL:
        yield on


def _words(line: str) -> frozenset[str]:
    """The beginnings of the words by which the line differs from others."""
    return word_set(word[:_STEM] for word in set(_WORD.findall(line.casefold())) - _FREQUENT)
