"""The days that a text names, and where it names each of them as seen from an event."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.annotate.dating.links.times_apart import is_dateline
from dossier.annotate.doc import Timex
from dossier.annotate.item_dates import DatedItem, dated_item
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import When

LEAD_SENTENCES = 3
"""How many sentences are the lead. Set by hand; no measurement of the number is recorded."""
_NAME_OF_DISTANCE = {
    -1: "named.sentence_behind",
    0: "named.same_sentence",
    1: "named.sentence_before",
    2: "named.shortly_before",
    3: "named.shortly_before",
}
"""The signal by the number of sentences from the day to the event; days farther off are not near. Set by hand."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, and the first token of the words that name it."""

    day: date
    at: int


class NamedDays:
    """The days that one item of a page names, or the text around the items (None), in text order.

    A dateline and the furniture of a page say when it was written; a "today" in a quotation is the day of its saying.
    """

    def __init__(self, doc: Parsed, where: Passages, item: DatedItem | None = None) -> None:
        self._numbers = where.sentence_number
        self._paragraphs = where.paragraph_number
        unread = unread_tokens(doc)
        self._stretches: dict[int, list[When]] = defaultdict(list)
        self._told: list[NamedDay] = []
        self._written: set[date] = set()
        for timex in doc._.timexes:
            when = timex.dating.when
            if when is None or dated_item(doc, timex.start) != item or _is_said(timex, where):
                continue
            day = when.known_day
            if day is None:
                self._stretches[self._numbers[timex.start]].append(when)
                continue
            if timex.start in unread or is_dateline(doc, timex, where.sentence_start[timex.start]):
                self._written.add(day)
            else:
                self._told.append(NamedDay(day, timex.start))
        self._starts = [named.at for named in self._told]
        self._told_in: dict[int, set[date]] = defaultdict(set)
        for named in self._told:
            self._told_in[self._numbers[named.at]].add(named.day)
        self._lead = frozenset[date]().union(*(self._told_in.get(i, ()) for i in range(LEAD_SENTENCES)))
        self.all = frozenset(named.day for named in self._told)

    def near(self, event: Token) -> set[date]:
        """The days that the lead, the page itself, or the sentences around an event name, and the last before it."""
        here, last = self._numbers[event.i], self.last_before(event)
        around = (self._told_in.get(here - distance, ()) for distance in _NAME_OF_DISTANCE)
        return self._written.union(self._lead, *around, {last.day} if last else ())

    def last_before(self, event: Token) -> NamedDay | None:
        """The day that the text named last before an event."""
        index = bisect_right(self._starts, event.i)
        return self._told[index - 1] if index else None

    def names_other_time(self, event: Token, report: date) -> bool:
        """Whether the sentence of an event names a longer time that is over before the day of the report: "in 2007"."""
        stretches = self._stretches.get(self._numbers[event.i], ())
        return any(one.end is not None and one.before(When.day(report)) for one in stretches)

    def signals(self, event: Token, day: date) -> Iterator[str]:
        """How the text names the day as seen from an event."""
        stretches = self._stretches.get(self._numbers[event.i], ())
        if stretches:
            is_within = any(one.contains(When.day(day)) for one in stretches)
            yield "named.within_longer_time" if is_within else "named.outside_longer_time"
        if day in self._written:
            yield "named.dateline"
        if day not in self.all:
            return
        yield "named.at_all"
        here, last = self._numbers[event.i], self.last_before(event)
        names = (name for distance, name in _NAME_OF_DISTANCE.items() if day in self._told_in.get(here - distance, ()))
        yield from dict.fromkeys(names)
        if day in self._lead:
            yield "named.lead"
        if len(self.all) == 1:
            yield "named.only"
        if last is not None and last.day == day:
            yield "named.last"
            if self._paragraphs[last.at] == self._paragraphs[event.i]:
                yield "named.last_in_paragraph"


def _is_said(timex: Timex, where: Passages) -> bool:
    """Whether the time is the "today" of somebody who is quoted."""
    return where.is_quoted[timex.start] and timex.rule in (RuleName.TODAY, RuleName.PART_OF_TODAY)
