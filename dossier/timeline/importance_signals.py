"""The signals by which a score tells how much an event matters in its case: each from 0 to about 1."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import combinations

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Certainty, Citation, Event, EventTypes, Polarity, Realis
from dossier.text.calendar_words import FULL_WEEKDAYS
from dossier.text.content_words import UNINFORMATIVE
from dossier.text.word_lists import word_lists
from dossier.timeline.likely_days import day_certainty

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

_SUPERLATIVES = _WORDS["superlatives"]
_FREQUENT = UNINFORMATIVE | FULL_WEEKDAYS.keys() | _WORDS["recent_times"] | _WORDS["frequent_in_news"]

# set by hand; no measurement is recorded
_LEAD_CHARACTERS = 400
"""Characters of a headline and a first paragraph: news tells the most important first."""
_FRESH_DAYS = 2
"""Days from an event to its first report within which it is news."""
_DAYS_OF_HISTORY = 365
"""Days from an event to its first report from which it is history."""
_MOST_NAMES = 6
"""Words with a capital, above which more change nothing."""
_STEM = 6
"""Letters by which two forms of a word are known to be one: "confirms", "confirmed"."""
_PRIOR_WORDS = 3
"""Words of no source that a line counts as having beside its own, so that one frequent word makes no line frequent."""
_PAIRED_WORDS = 10
"""The rarest words of a line that make pairs, so that a long line costs no more than a short one."""
_COUNTED_PAIRS = 10
"""The most frequent pairs of a line that count."""
_MOST_SHARED = 0.4
"""Share of the sources from which a word says nothing of one event, where there are so many sources that it can."""
_ENOUGH_SOURCES = 10
"""So many sources are needed for that."""
_MOST_ECHOES = 3.0
"""The binary logarithm of the sources that tell likewise, above which more change nothing."""
_MOST_SOURCES = 3.0
"""The same of the sources that tell the event itself: with eight it is what everybody tells."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGIT = re.compile(r"\d")


class ImportanceSignals:
    """The signals of the events of one case, each seen among all others."""

    def __init__(
        self, events: Sequence[Event], articles: Mapping[str, Citation], types: EventTypes, memo: Memo = NO_MEMO
    ) -> None:
        self._events = events
        self._articles = articles
        self._types = types
        self._memo = memo
        lines = memo.table("words of a line")
        self._words = {event.id: lines.recall(event.summary, partial(_words, event.summary)) for event in events}
        self._own_signals = memo.table("signals of an event")

    def of(self, event: Event) -> Mapping[str, float]:
        """The signals of one of the events, by name."""
        cited = [self._articles.get(piece.article) for piece in event.evidence]
        held = event, self._types, *cited
        own = self._own_signals.recall(ids(held), partial(self._of_event, event), held)
        return {**own, **self._of_day(event), **self._of_case(event)}

    def _of_event(self, event: Event) -> dict[str, float]:
        """What it shows by itself."""
        return {**self._of_telling(event), **self._of_time(event), **_of_line(event.summary)}

    def _of_telling(self, event: Event) -> dict[str, float]:
        """What it is, how sure it is, and by how many it is told, and where."""
        factuality, kind = event.factuality, self._types[event.type]
        return {
            "type": kind.importance,
            "remark": float(kind.reporting),
            "sources": min(math.log2(event.independent_sources), _MOST_SOURCES) / _MOST_SOURCES,
            "articles": 1 - 1 / len({piece.article for piece in event.evidence}),
            "lead": _LEAD_CHARACTERS / (_LEAD_CHARACTERS + min(one.trigger.span.start for one in event.evidence)),
            "uncertain": float(factuality.certainty is not Certainty.CERTAIN),
            "negative": float(factuality.polarity is not Polarity.POSITIVE),
            "not_actual": float(factuality.realis is not Realis.ACTUAL),
        }

    def _of_time(self, event: Event) -> dict[str, float]:
        """How sure its day is, and how near its report is to it."""
        gap = self._days_to_report(event)
        return {
            "dated": day_certainty(event),
            "fresh": float(gap is not None and 0 <= gap <= _FRESH_DAYS),
            "history": float(gap is not None and gap >= _DAYS_OF_HISTORY),
        }

    def _of_day(self, event: Event) -> dict[str, float]:
        """How many sources tell of its day."""
        on = event.day
        told = self._day_counts[on] if on else 0
        return {"busy_day": math.log1p(told) / math.log1p(self._busiest)}

    def _of_case(self, event: Event) -> dict[str, float]:
        """Whether its actors are those of the case, and how many other sources tell something alike."""
        sources = len(self._by_source)
        actors = max((self._actor_counts[actor] for actor in _actors(event)), default=0)
        words, counts = self._words[event.id], self._word_counts
        shared = math.log2(math.prod([counts[word] for word in words]))
        pairs = sorted(map(self._pair_counts.__getitem__, self._pairs[event.id]), reverse=True)
        echoes = math.fsum(map(math.log2, pairs[:_COUNTED_PAIRS])) / _COUNTED_PAIRS
        return {
            "actors": math.log1p(actors) / math.log1p(sources),
            "topic": shared / (len(words) + _PRIOR_WORDS) / math.log2(sources + 1),
            "echoes": min(echoes, _MOST_ECHOES) / _MOST_ECHOES,
        }

    def _days_to_report(self, event: Event) -> int | None:
        """The days from the event to its first report; None where one of the two is unknown."""
        when = event.dating.when
        on = event.day or (when.latest if when else None)
        reports = [latest for piece in event.evidence if (latest := self._published(piece.article))]
        return (min(reports) - on).days if on and reports else None

    def _published(self, article: str) -> date | None:
        cited = self._articles.get(article)
        return cited.published.when.latest if cited and cited.published.when else None

    @cached_property
    def _by_source(self) -> Mapping[str, Sequence[Event]]:
        """The events that each source tells: copies of one article are one source."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self._events:
            articles = {piece.article for piece in event.evidence}
            for source in {cited.copy_of or key if (cited := self._articles.get(key)) else key for key in articles}:
                found[source].append(event)
        return found

    def _counted(self, things: Callable[[Event], Iterable[Hashable]]) -> Counter[Hashable]:
        """How many sources tell of each of the things."""
        found: Counter[Hashable] = Counter()
        for events in self._by_source.values():
            found.update({thing for event in events for thing in things(event)})
        return found

    @cached_property
    def _day_counts(self) -> Counter[Hashable]:
        return self._counted(_days)

    @cached_property
    def _busiest(self) -> int:
        return max(self._day_counts.values(), default=1)

    @cached_property
    def _actor_counts(self) -> Counter[Hashable]:
        return self._counted(_actors)

    @cached_property
    def _word_counts(self) -> Counter[Hashable]:
        return self._counted(lambda event: self._words[event.id])

    @cached_property
    def _pair_counts(self) -> Counter[Hashable]:
        return self._counted(lambda event: self._pairs[event.id])

    @cached_property
    def _pairs(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """By event the pairs of those words of its line that several sources have, but not most."""
        sources, counts = len(self._by_source), self._word_counts
        most = _MOST_SHARED * sources if sources >= _ENOUGH_SOURCES else sources
        found: dict[str, Sequence[tuple[str, str]]] = {}
        known = self._memo.table("pairs of words")
        for event, words in self._words.items():
            shared = sorted((counts[word], word) for word in words if 1 < counts[word] <= most)
            rarest = tuple(sorted(word for _, word in shared[:_PAIRED_WORDS]))
            found[event] = known.recall(rarest, partial(_pairs, rarest))
        return found


def _pairs(words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(combinations(words, 2))


def _of_line(line: str) -> dict[str, float]:
    """What the words of the line show."""
    words = line.split()
    return {
        "names": min(sum(word[0].isupper() for word in words[1:]), _MOST_NAMES) / _MOST_NAMES,
        "figures": float(bool(_DIGIT.search(line))),
        "quoted": float("“" in line or '"' in line),
        "superlative": float(not _SUPERLATIVES.isdisjoint(_WORD.findall(line.casefold()))),
    }


def _actors(event: Event) -> frozenset[str]:
    return frozenset(player.entity for player in event.participants if player.entity)


def _days(event: Event) -> Iterator[date]:
    """Its day, if it happened on a known one."""
    on = event.day
    if on and event.factuality.realis is Realis.ACTUAL:
        yield on


def _words(line: str) -> frozenset[str]:
    """The beginnings of the words by which the line differs from others."""
    return frozenset(word[:_STEM] for word in set(_WORD.findall(line.casefold())) - _FREQUENT)
