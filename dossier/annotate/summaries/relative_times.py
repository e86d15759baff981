"""Times in a line that only the day of publication makes clear: the date stands in brackets behind them.

A reader of a timeline does not see when the article was published: "Yesterday [11 August 2020], Ada Brandt resigned."
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from dossier.annotate.doc import Timex, Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COUNTING_ADVERBS
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, PAST_TAGS
from dossier.annotate.timex.rule_names import RuleName
from dossier.model import DatingRule, Period, Precision, Qualifier, Realis
from dossier.text.calendar_words import month_name

_SURE_RULES = frozenset((RuleName.TODAY, RuleName.PART_OF_TODAY, RuleName.SHIFTED_MONTH, RuleName.THIS_LAST_NEXT))
"""The rules that read a time from the day of publication alone. On a Sunday "last week" may be either: it has none."""
_WEEKDAY_RULES = frozenset((RuleName.WEEKDAY, RuleName.WEEKDAY_OF_A_WEEK, RuleName.CLOCK))
"""The rules that need the tense as well: to be sure, a past verb must have the weekday as its own time."""
_COUNTED_RULES = frozenset((RuleName.LATER, RuleName.EARLIER))
"""The rules that count from another time: "a week later"."""
_PUBLISHED = "published"
_DAYS_OF_SPEAKING = frozenset((RuleName.TODAY, RuleName.PART_OF_TODAY))
"""The rules that count days from the publication: without its day, "yesterday" says nothing."""
_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?", re.ASCII)


class RelativeTimes:
    """The times of one Doc that its day of publication makes clear."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._unknown = [] if doc._.published else [timex for timex in doc._.timexes if _says_nothing(timex, parse)]
        self._counted = {timex.start: timex.end for timex in doc._.timexes if timex.rule in _COUNTED_RULES}
        past = {trigger.time for trigger in doc._.triggers if trigger.time is not None and _is_past(trigger, parse)}
        self._dates = {
            timex.end - 1: (timex.start, date)
            for index, timex in enumerate(doc._.timexes)
            if (timex.rule in _SURE_RULES or (timex.rule in _WEEKDAY_RULES and index in past))
            and _is_plain(timex, parse)
            and (date := _date(timex))
        }

    def brackets(self, kept: Sequence[int]) -> Mapping[int, tuple[str, int]]:
        """By the last word of each such time in a line, the word with the date: the form of ``bracketed_names``.

        ``kept`` are the tokens of the line. In a quotation the speaker's day counts, so there it has no date.
        """
        return {last: (f"{self._parse.words[last]} [{date}]", last + 1) for last, date in self._shown(kept)}

    def without_unknown(self, kept: Sequence[int]) -> list[int]:
        """The tokens of a line without "yesterday" and the like, where nobody knows the day of publication.

        Those in a quotation stay, and so does a comma that stands between other words.
        """
        line = set(kept)
        quoted = self._parse.quotations.within(kept[0], kept[-1] + 1) if kept and self._unknown else ()
        for timex in self._unknown:
            own = set(range(timex.start, timex.end))
            if own < line and not any(first <= timex.start < end for first, end in quoted):
                line -= own | self._stray_commas(timex, line)
        return [token for token in kept if token in line]

    def _stray_commas(self, timex: Timex, line: Collection[int]) -> set[int]:
        """The commas that set the time off: both around it, or the one behind it where it opens the line."""
        commas = {i for i in (timex.start - 1, timex.end) if i in line and self._parse.words[i] == ","}
        opens = timex.start == min(line)
        return commas if opens or len(commas) > 1 else set()

    def pointing(self, kept: Sequence[int]) -> int:
        """How many times of a line count from what it does not tell: "She was arrested a week later".

        A time before it in the line, or another clause, may be what it counts from.
        """
        found = (i for i in kept if i in self._counted and self._parse.lowers[self._counted[i] - 1] in COUNTING_ADVERBS)
        return sum(not self._has_start(i, [k for k in kept if k < i]) for i in found)

    def _has_start(self, time: int, before: Sequence[int]) -> bool:
        parse = self._parse
        own = next((k for k in parse.above(time) if parse.is_verb(k)), None)
        tells_more = any(parse.is_verb(k) and k != own and parse.deps[k] not in AUXILIARIES for k in before)
        return tells_more or any(parse.has_date(k, k + 1) or parse.lowers[k] == "after" for k in before)

    def _shown(self, kept: Sequence[int]) -> Iterator[tuple[int, str]]:
        if not self._dates:
            return
        line = set(kept)
        quoted = self._parse.quotations.within(kept[0], kept[-1] + 1)
        for last in filter(self._dates.__contains__, kept):
            start, date = self._dates[last]
            is_quoted = any(first <= last < end for first, end in quoted)
            owns = self._parse.tags[last + 1 : last + 2] == ["POS"]
            if not is_quoted and not owns and line.issuperset(range(start, last)):
                yield last, date


def _is_past(trigger: Trigger, parse: FlatParse) -> bool:
    """Whether the event is told as having taken place, by a verb with its own time or by a noun at that of its verb."""
    if trigger.factuality.realis is not Realis.ACTUAL:
        return False
    if trigger.dated_by is DatingRule.OWN_TIME:
        return parse.tags[trigger.head] in PAST_TAGS
    verb = next((i for i in parse.above(trigger.head) if parse.is_verb(i)), None)
    return trigger.dated_by is DatingRule.ITS_VERB and verb is not None and parse.tags[verb] in PAST_TAGS


def _says_nothing(timex: Timex, parse: FlatParse) -> bool:
    """Whether the time is an adverbial that only the day of publication makes clear: "resigned yesterday"."""
    tokens = range(timex.start, timex.end)
    head = next((i for i in tokens if parse.heads[i] not in tokens), timex.start)
    verb = parse.heads[head]
    is_adverbial = parse.is_verb(verb) and parse.child(verb, ANY_SUBJECTS) not in (None, head)
    return timex.rule in _DAYS_OF_SPEAKING and is_adverbial and _is_plain(timex, parse)


def _is_plain(timex: Timex, parse: FlatParse) -> bool:
    """Whether the time is no part of a name ("USA Today"), and does not point back ("that Sunday")."""
    before = parse.lowers[max(0, timex.start - 1)]
    points_back = before in ("that", "the") or parse.lowers[timex.start] in ("that", "the")
    is_name = timex.rule == RuleName.TODAY and any(parse.pos[i] == "PROPN" for i in range(timex.start, timex.end))
    return not points_back and not is_name


def _date(timex: Timex) -> str:
    """The date of the time in words, where the day of publication gives it; else empty."""
    when = timex.dating.when
    if timex.dating.anchor != _PUBLISHED or when is None or when.first is None:
        return ""
    if when.first != when.last:
        # "earlier this month" goes up to the publication; the month says enough
        return _words(Period.parse(timex.value)) if _MONTH_OR_YEAR.fullmatch(timex.value) else ""
    return _words(when.first) if when.first.qualifier in (Qualifier.NONE, Qualifier.APPROXIMATE) else ""


def _words(period: Period) -> str:
    """A day, month or year in words; empty for another period.

    >>> _words(Period.parse("2020-08-11"))
    '11 August 2020'
    """
    start = period.start
    match period.precision:
        case Precision.YEAR:
            return str(start.year)
        case Precision.MONTH:
            return f"{month_name(start.month)} {start.year}"
        case Precision.DAY | Precision.MINUTE | Precision.SECOND:
            return f"{start.day} {month_name(start.month)} {start.year}"
    return ""
