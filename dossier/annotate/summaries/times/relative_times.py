"""Times in a line that only the day of publication makes clear: the date stands in brackets behind them.

A reader of a timeline does not see when the article was published: "Yesterday [11 August 2020], Ada Brandt resigned."
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from dossier.annotate.doc import Timex, Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COUNTING_ADVERBS
from dossier.annotate.summaries.times.date_words import date_words, period_words
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, PARTICIPLE_TAGS, PAST_TAGS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import DatingRule, Realis, TimexType

_SPAN_RULES = frozenset((RuleName.PAST_OR_NEXT_UNITS, RuleName.VAGUE_DURATION, RuleName.PAST_UNIT))
"""The rules of spans that end or begin with the publication: "in the coming weeks"."""
_SURE_RULES = _SPAN_RULES | {
    RuleName.TODAY,
    RuleName.PART_OF_TODAY,
    RuleName.SHIFTED_MONTH,
    RuleName.THIS_LAST_NEXT,
    RuleName.SEASON,
    RuleName.REPORTED_QUARTER,
}
"""The rules that read a time from the day of publication alone, or from the quarter that a report is of."""
_WEEKDAY_RULES = frozenset((RuleName.WEEKDAY, RuleName.WEEKDAY_OF_A_WEEK, RuleName.WEEKEND, RuleName.CLOCK))
"""The rules that need the tense as well: to be sure, a past verb must have the weekday as its own time."""
_RULES_WITH_ARTICLE = _SPAN_RULES | {RuleName.WEEKEND, RuleName.REPORTED_QUARTER}
"""The rules of times that begin with "the" and do not point back."""
_COUNTED_RULES = frozenset((RuleName.LATER, RuleName.EARLIER))
"""The rules that count from another time: "a week later"."""
_COUNTED_FROM_PUBLICATION = frozenset(
    (
        *(RuleName.TODAY, RuleName.PART_OF_TODAY, RuleName.SHIFTED_MONTH),
        *(RuleName.THIS_LAST_NEXT, RuleName.WEEKEND, RuleName.PAST_UNIT, RuleName.AGO),
        *(RuleName.WEEKDAY, RuleName.WEEKDAY_OF_A_WEEK),
    )
)
"""The rules that count from the publication: without its day a weekday says nothing beside no other time."""
_DAYS_OF_AN_AGE = frozenset(("today", "tomorrow"))
"""Days that mean the present or the future where they own something: "in today's markets"."""
_SHORT_BEFORE = timedelta(days=7)
"""How long before a report something is said whose spans still end with the report. Set by hand."""
_TOKENS_TO_THAT_DAY = 40
"""Words behind a date within which "that day" is it: those of a sentence or two. Set by hand."""
_DAYS_TO_TOMORROWS_NAME = timedelta(days=6)
"""How far back the weekday lies that has the name of tomorrow's."""
_SHIFTING_WORDS = frozenset(("last", "next", "this"))
"""Words by which a time counts from the publication: "the end of last year"."""
_PREPOSITIONS_OF_PAST = frozenset(("after", "at", "during", "following", "in", "since"))
"""Words between a past verb and an event that took place: "said at Friday's meeting", not "ahead of Friday's vote"."""
_PLAIN_PREPOSITIONS = frozenset(("on", "in", "over", "during"))
"""Words before a time that say no more than it does."""


class RelativeTimes:
    """The times of one Doc that its day of publication makes clear."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._unknown = [] if doc._.published else [timex for timex in doc._.timexes if _says_nothing(timex, parse)]
        self._starts = {timex.start for timex in doc._.timexes if timex.type is not TimexType.DURATION}
        self._counted = {timex.start: timex.end for timex in doc._.timexes if timex.rule in _COUNTED_RULES}
        published: date | None = doc._.published.earliest if doc._.published else None
        past = {trigger.time for trigger in doc._.triggers if trigger.time is not None and _is_past(trigger, parse)}
        struck = {trigger.time for trigger in doc._.triggers if _strikes(trigger, parse) or _took_place(trigger, parse)}
        ahead = {trigger.time for trigger in doc._.triggers if trigger.factuality.realis is not Realis.ACTUAL}
        self._days_meant = dict(_days_meant(doc))
        # "has led it for the past ten years, she said in May": the years end with the saying
        earlier = {trigger.head for trigger in doc._.triggers if published and _is_told_before(trigger, published)}
        self._dates = {
            timex.end - 1: (timex.start, words)
            for index, timex in enumerate(doc._.timexes)
            if published
            and (timex.rule in _SURE_RULES or (timex.rule in _WEEKDAY_RULES and index in past | struck))
            and _is_plain(timex, parse)
            and not (timex.rule == RuleName.REPORTED_QUARTER and "fiscal" in parse.lowers)  # of no known months
            and not (timex.rule in _SPAN_RULES and earlier.intersection(parse.above(timex.start)))
            and (
                words := date_words(
                    timex, published, is_past=index in struck and _is_last_of_its_name(timex, published)
                )
            )
            # "over the next two weeks she visited" counts from what was told
            and (index in ahead or timex.rule not in _SPAN_RULES or not words.startswith("from "))
        }

    def brackets(self, kept: Sequence[int]) -> Mapping[int, tuple[str, int]]:
        """By the last word of each such time in a line, the word with the date: the form of ``bracketed_names``.

        ``kept`` are the tokens of the line. In a quotation the speaker's day counts, so there it has no date. The date
        stands behind a possessive mark: "Friday's [5 June 2020] fire". That of a day which points back to one that is
        written out replaces both words: "that day [5 June 2020]".
        """
        line, words = set(kept), self._parse.words
        meant = {
            start: (f"{' '.join(words[start:end])} [{day}]", end)
            for start, (end, day) in self._days_meant.items()
            if line.issuperset(range(start, end)) and not self._parse.quotations.within(start, end)
        }
        return meant | {last: (f"{self._parse.words[last]} [{words}]", last + 1) for last, words in self._shown(kept)}

    def without_unknown(self, kept: Sequence[int]) -> list[int]:
        """The tokens of a line without "yesterday" and the like, where nobody knows the day of publication.

        Those in a quotation stay, and so does a comma that stands between other words.
        """
        line = set(kept)
        quoted = self._parse.quotations.within(kept[0], kept[-1] + 1) if kept and self._unknown else ()
        are_ordered = len(self._starts & line) > 1
        for timex in self._unknown:
            if are_ordered and timex.rule in _WEEKDAY_RULES:
                continue
            own = set(range(self._start_with_preposition(timex), timex.end))
            if own < line and not any(first <= timex.start < end for first, end in quoted):
                line -= own | self._stray_commas(timex, line)
        return [token for token in kept if token in line]

    def _start_with_preposition(self, timex: Timex) -> int:
        """The first token of the time with the preposition that goes with it: that of "on Monday"."""
        return timex.start - (self._parse.lowers[timex.start - 1] in _PLAIN_PREPOSITIONS)

    def _stray_commas(self, timex: Timex, line: Collection[int]) -> set[int]:
        """The commas that set the time off: both around it, or the one behind it where it opens the line."""
        start = self._start_with_preposition(timex)
        commas = {i for i in (start - 1, timex.end) if i in line and self._parse.words[i] == ","}
        opens = start == min(line)
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
            start, words = self._dates[last]
            is_quoted = any(first <= last < end for first, end in quoted)
            owns = self._parse.tags[last + 1 : last + 2] == ["POS"]
            is_age = owns and self._parse.lowers[last] in _DAYS_OF_AN_AGE
            if not is_quoted and not is_age and line.issuperset(range(start, last + 1 + owns)):
                yield last + owns, words


def _days_meant(doc: Parsed) -> Iterator[tuple[int, tuple[int, str]]]:
    """By the first token of "that day", where a date written out shortly before is meant: its end, and that date."""
    names = {f"t{number}": timex for number, timex in enumerate(doc._.timexes, start=1)}
    for timex in names.values():
        meant = names.get(timex.dating.anchor or "")
        if timex.rule != RuleName.THAT_DAY or meant is None or meant.rule != RuleName.FULL_DATE:
            continue
        when = timex.dating.when
        is_next = meant.start < timex.start <= meant.end + _TOKENS_TO_THAT_DAY
        if is_next and when and when.first and when.known_day and when == meant.dating.when:
            yield timex.start, (timex.end, period_words(when.first))


def _is_told_before(trigger: Trigger, published: date) -> bool:
    """Whether it is said, and was said well before the report."""
    when = trigger.dating.when
    last = when.latest if when and trigger.dated_by is DatingRule.OWN_TIME else None
    return trigger.type.reporting and last is not None and last < published - _SHORT_BEFORE


def _is_past(trigger: Trigger, parse: FlatParse) -> bool:
    """Whether the event is told as having taken place, by a verb with its own time or by a noun at that of its verb."""
    if trigger.factuality.realis is not Realis.ACTUAL:
        return False
    if trigger.dated_by is DatingRule.OWN_TIME:
        return parse.tags[trigger.head] in PAST_TAGS | PARTICIPLE_TAGS
    verb = next((i for i in parse.above(trigger.head) if parse.is_verb(i)), None)
    return trigger.dated_by is DatingRule.ITS_VERB and verb is not None and parse.tags[verb] in PAST_TAGS


def _strikes(trigger: Trigger, parse: FlatParse) -> bool:
    """Whether it is told by a noun with its own time, and took place: "Friday's fire", but not "Friday's vote".

    A planned event took place where a past verb tells what was done in it or after it: "said at Friday's meeting".
    """
    noun = trigger.head
    is_noun = parse.pos[noun] == "NOUN" and trigger.dated_by is DatingRule.OWN_TIME
    if not is_noun or trigger.factuality.realis is not Realis.ACTUAL:
        return False
    preposition = parse.heads[noun]
    is_behind = parse.lowers[preposition] in _PREPOSITIONS_OF_PAST and parse.tags[parse.heads[preposition]] == "VBD"
    return trigger.type.harm or is_behind


def _took_place(trigger: Trigger, parse: FlatParse) -> bool:
    """Whether it is told by a simple past with its own time, though the time may not have seen the verb."""
    is_simple = trigger.dated_by is DatingRule.OWN_TIME and parse.tags[trigger.head] == "VBD"
    return is_simple and trigger.factuality.realis is Realis.ACTUAL


def _is_last_of_its_name(timex: Timex, published: date) -> bool:
    """Whether a past weekday is surely the last one: tomorrow's name may mean the day of a report dated early."""
    day = timex.dating.when.known_day if timex.dating.when else None
    return day is None or published - day < _DAYS_TO_TOMORROWS_NAME


def _says_nothing(timex: Timex, parse: FlatParse) -> bool:
    """Whether the time is an adverbial that only the day of publication makes clear: "resigned yesterday"."""
    if timex.rule not in _COUNTED_FROM_PUBLICATION or timex.dating.when is not None or not _is_plain(timex, parse):
        return False
    tokens = range(timex.start, timex.end)
    head = next((i for i in tokens if parse.heads[i] not in tokens), timex.start)
    governor = parse.heads[head]
    if parse.lowers[governor] in _PLAIN_PREPOSITIONS:
        governor = parse.heads[governor]
    elif not parse.deps[head].endswith("advmod"):
        return False
    if any(child not in tokens for i in tokens for child in parse.children[i]):
        return False
    # "Today marks a raid": without another subject the time may be it
    return not parse.is_finite(governor) or parse.child(governor, ANY_SUBJECTS) not in (None, head)


def _is_plain(timex: Timex, parse: FlatParse) -> bool:
    """Whether the time is no part of a name ("USA Today") or of another time ("the last years of the mill").

    Nor may it point back ("that Sunday").
    """
    if timex.rule in _SPAN_RULES and parse.lowers[timex.end : timex.end + 1] == ["of"]:
        return False
    before, first = parse.lowers[max(0, timex.start - 1)], parse.lowers[timex.start]
    is_shifted = not _SHIFTING_WORDS.isdisjoint(parse.lowers[timex.start + 2 : timex.end])
    has_article = first == "the" and (timex.rule in _RULES_WITH_ARTICLE or is_shifted)
    points_back = before in ("that", "the") or (first in ("that", "the") and not has_article)
    is_name = timex.rule == RuleName.TODAY and any(parse.pos[i] == "PROPN" for i in range(timex.start, timex.end))
    return not points_back and not is_name
