"""The signals by which a score tells how much an event matters in its case: each from 0 to about 1."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date

from dossier.memo import NO_MEMO, Memo
from dossier.model import Certainty, Citation, Event, EventTypes, Evidence, Polarity, Realis
from dossier.text.word_lists import word_lists
from dossier.timeline.importance.case_counts import CaseCounts, actors_of
from dossier.timeline.ordering.likely_days import day_certainty

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

_SUPERLATIVES, _TALLIES = _WORDS["superlatives"], _WORDS["counted_cases"]
_REMARKS = _WORDS["quarrels"] | _WORDS["scenes"]
_PERFORMING = _WORDS["performing"]
_PUTTING_OUT, _PAPERS, _TOTALS = _WORDS["putting_out"], _WORDS["papers"], _WORDS["totals"]
_LEAD_CHARACTERS = 400
"""Characters of a headline and a first paragraph: news tells the most important first."""
_FRESH_DAYS = 2
"""Days from an event to its first report within which it is news."""
_DAYS_OF_HISTORY = 365
"""Days from an event to its first report from which it is history."""
_MOST_NAMES = 6
"""Words with a capital, above which more change nothing."""
_PRIOR_WORDS = 3
"""Words of no source that a line counts as having beside its own, so that one frequent word makes no line frequent."""
_COUNTED_PAIRS = 10
"""The most frequent pairs of a line that count."""
_MOST_ECHOES = 3.0
"""The binary logarithm of the sources that tell likewise, above which more change nothing."""
_MOST_SOURCES = 3.0
"""The same of the sources that tell the event itself: with eight it is what everybody tells."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_DIGIT = re.compile(r"\d")


class ImportanceSignals:
    """The signals of the events of one case, each seen among all others."""

    def __init__(
        self, events: Sequence[Event], articles: Mapping[str, Citation], types: EventTypes, memo: Memo = NO_MEMO
    ) -> None:
        self._articles = articles
        self._types = types
        self.counts = CaseCounts(events, articles, memo)

    def of(self, event: Event) -> Mapping[str, float]:
        """The signals of one of the events, by name."""
        return {**self._of_telling(event), **self._of_time(event), **self._of_case(event), **_of_line(event.summary)}

    def _of_telling(self, event: Event) -> dict[str, float]:
        """What it is, how sure it is, and by how many it is told, and where."""
        factuality, kind, shown = event.factuality, self._types[event.type], event.evidence[0]
        return {
            "type": kind.importance,
            "remark": float(
                (kind.reporting and shown.lemma not in _PERFORMING)
                or shown.lemma in _REMARKS
                or _puts_out_a_paper(shown)
            ),
            "tally": float(_is_tally(event.summary.casefold(), is_said=kind.reporting)),
            "sources": min(math.log2(event.independent_sources), _MOST_SOURCES) / _MOST_SOURCES,
            "articles": 1 - 1 / len({piece.article for piece in event.evidence}),
            "lead": _LEAD_CHARACTERS / (_LEAD_CHARACTERS + min(one.trigger.span.start for one in event.evidence)),
            "uncertain": float(factuality.certainty is not Certainty.CERTAIN),
            "negative": float(factuality.polarity is not Polarity.POSITIVE),
            "not_actual": float(factuality.realis is not Realis.ACTUAL),
        }

    def _of_time(self, event: Event) -> dict[str, float]:
        """How sure its day is, how near its report is to it, and how many sources tell of that day."""
        on = event.day
        told = self.counts.days.of(on) if on else 0
        gap = self._days_to_report(event)
        return {
            "dated": day_certainty(event),
            "fresh": float(gap is not None and 0 <= gap <= _FRESH_DAYS),
            "history": float((gap is not None and gap >= _DAYS_OF_HISTORY) or self._names_an_old_year(event)),
            "busy_day": math.log1p(told) / math.log1p(self.counts.busiest),
        }

    def _of_case(self, event: Event) -> dict[str, float]:
        """Whether its actors are those of the case, and how many other sources tell something alike."""
        counts = self.counts
        actors = max((counts.actors.of(actor) for actor in actors_of(event)), default=0)
        words = counts.words_of[event.id]
        shared = math.log2(math.prod([counts.words.of(word) for word in words]))
        pairs = sorted([counts.pairs.of(pair) for pair in counts.pairs_of[event.id]], reverse=True)
        echoes = math.fsum(map(math.log2, pairs[:_COUNTED_PAIRS])) / _COUNTED_PAIRS
        return {
            "actors": math.log1p(actors) / math.log1p(counts.sources),
            "topic": shared / (len(words) + _PRIOR_WORDS) / math.log2(counts.sources + 1),
            "echoes": min(echoes, _MOST_ECHOES) / _MOST_ECHOES,
        }

    def _names_an_old_year(self, event: Event) -> bool:
        """Whether the clause of its word names no year but such that were over long before the first report.

        "He was promoted in 1994", not "Invoking powers granted after the crash of 1929, it seized the bank".
        """
        word = event.evidence[0].trigger.exact
        clause = next((part for part in event.summary.split(",") if word in part), event.summary)
        years = [int(year) for year in _YEAR.findall(clause)]
        reports = self._reports(event)
        return bool(years and reports) and max(years) < min(reports).year - 1

    def _reports(self, event: Event) -> list[date]:
        return [latest for piece in event.evidence if (latest := self._published(piece.article))]

    def _days_to_report(self, event: Event) -> int | None:
        """The days from the event to its first report; None where one of the two is unknown."""
        when = event.dating.when
        on = event.day or (when.latest or when.earliest if when else None)
        reports = self._reports(event)
        return (min(reports) - on).days if on and reports else None

    def _published(self, article: str) -> date | None:
        cited = self._articles.get(article)
        return cited.published.when.latest if cited and cited.published.when else None


def _is_tally(line: str, *, is_said: bool) -> bool:
    """Whether the line tells how far a count has grown, or something is said of counts."""
    is_total = any(words in line for words in _TOTALS)
    return is_total or (is_said and not _TALLIES.isdisjoint(_WORD.findall(line)))


def _puts_out_a_paper(shown: Evidence) -> bool:
    """Whether somebody only puts out a paper: "released an update"."""
    return shown.lemma in _PUTTING_OUT and not _PAPERS.isdisjoint(_WORD.findall(shown.summary.casefold()))


def _of_line(line: str) -> dict[str, float]:
    """What the words of the line show."""
    words = line.split()
    return {
        "names": min(sum(word[0].isupper() for word in words[1:]), _MOST_NAMES) / _MOST_NAMES,
        "figures": float(bool(_DIGIT.search(line))),
        "quoted": float("“" in line or '"' in line),
        "superlative": float(not _SUPERLATIVES.isdisjoint(_WORD.findall(line.casefold()))),
    }
