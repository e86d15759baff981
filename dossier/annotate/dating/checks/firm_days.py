"""Whether the day that the words of a sentence seem to give an event is its day: a logistic regression.

The parse ties a time to the wrong verb where a sentence has several, in clauses without a finite verb, and behind the
clause that it belongs to. The signals say how an event and its day are linked; readers judged which days are right.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import exp, fsum

from dossier.annotate.dating.checks.misread_times import told_tense
from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.telling import Telling
from dossier.annotate.dating.links.time_links import TimeLink
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import NOUN_OR_ADJECTIVE_POS, OWNING_DETERMINER_TAGS, VERB_POS
from dossier.model import DatingRule, Tense
from dossier.text.weights import weight_table

_TABLE = weight_table("dossier.annotate.dating", "firm_day_weights.toml")
_WEIGHTS = {name: _TABLE.value(name, "log odds") for name in sorted(_TABLE.names - {"least_chance"})}
_LEAST_CHANCE = _TABLE.value("least_chance", "chance")
_SURE_RULES = frozenset((DatingRule.ITEM_DATE, DatingRule.ITEM_STORY, DatingRule.ITS_VERB))
"""Rules that read the layout of a page, or a verb that says no more than that the event took place."""
_RULES_BY_THE_PARSE = frozenset((DatingRule.OWN_TIME, DatingRule.SHARED_TIME))
"""Rules by which a verb between an event and its time may be the one that has it; others pass a time on from a verb."""
_PREPOSITIONS_OF_A_NOUN = frozenset(("of", "on"))

# Set by hand, before anything was learned.
_NEAR_TOKENS = 3
"""Tokens between an event and its time that stand near."""
_MIDDLE_TOKENS = 8
"""Tokens between those that do not stand far."""
_MAX_TOKENS_BETWEEN = 60
"""Tokens between the two that are looked at: a bound on the cost."""
_LIMITS = (1, 2, 4, 7, 31)
"""Days before the report. Of a weekday that lies five or six days back, another week may be meant."""


def chance_of_day(signals: Sequence[str], weights: Mapping[str, float] = _WEIGHTS) -> float:
    """The chance from 0 to 1 that a day with these signals is right; a signal without a weight says nothing."""
    return 1 / (1 + exp(-fsum(weights.get(name, 0.0) for name in signals)))


def is_firm(signals: Sequence[str]) -> bool:
    """Whether a day with these signals is sure enough to be told without "about"."""
    return chance_of_day(signals) >= _LEAST_CHANCE


class LinkSignals:
    """Reads how the events of one Doc are linked to their days."""

    def __init__(self, doc: Parsed, telling: Telling, tenses: Mapping[int, Tense]) -> None:
        self._doc = doc
        self._telling = telling
        self._tenses = tenses
        self._times = [timex.start for timex in doc._.timexes if timex.dating.when]
        days = (timex.dating.when.known_day for timex in doc._.timexes if timex.dating.when)
        self._days = sorted({day for day in days if day is not None})

    def of(self, event: DiscourseEvent, link: TimeLink, report: date | None) -> tuple[str, ...]:
        """The signals of an event whose day is that of ``link``; ``report`` is the day of its report.

        Empty where its date is no day or still to come, or was found by a sure rule or in the noun's own phrase, and
        where the event is no fact: readers judged happenings, no plans.
        """
        day = event.dating.when.known_day if event.dating and event.dating.when else None
        is_ahead = day is not None and report is not None and day > report
        if day is None or is_ahead or not event.is_fact or link.rule in _SURE_RULES:
            return ()
        if self._is_in_one_phrase(event, link):
            return ()
        told = ("always", *self._telling.signals(event), f"told_{told_tense(event.token, self._tenses)}")
        return *told, *self._between(event, link), *self._distance(day, report), f"tag_{event.token.tag_}"

    def _words_between(self, event: DiscourseEvent, link: TimeLink) -> Sequence[Token]:
        """The tokens between an event and its time, or the first of them."""
        i, timex = event.token.i, self._doc._.timexes[link.time]
        first, last = (timex.end, i) if timex.end <= i else (i + 1, timex.start)
        return self._doc[first : min(last, first + _MAX_TOKENS_BETWEEN)]

    def _is_in_one_phrase(self, event: DiscourseEvent, link: TimeLink) -> bool:
        """Whether the time is a part of the noun's own phrase: "the 3 March raid", "the attack of 12 March".

        Before the noun other nouns and adjectives may stand between, and the comma of a date: "the 3 March 2020, bus
        crash".
        """
        if event.token.pos_ in VERB_POS or link.rule is not DatingRule.OWN_TIME:
            return False
        between, start = self._words_between(event, link), self._doc._.timexes[link.time].start
        if all(token.lower_ in _PREPOSITIONS_OF_A_NOUN for token in between):
            return True
        is_set = start > 0 and self._doc[start - 1].tag_ in OWNING_DETERMINER_TAGS
        is_inside = start < event.token.i and (is_set or event.token.left_edge.i <= start)
        return is_inside and all(
            token.pos_ in NOUN_OR_ADJECTIVE_POS or (is_set and token.text == ",") for token in between
        )

    def _between(self, event: DiscourseEvent, link: TimeLink) -> Iterator[str]:
        """The rule of the link, the kind of time, and what stands between it and the event."""
        doc, i, timex = self._doc, event.token.i, self._doc._.timexes[link.time]
        yield f"rule_{link.rule.replace(' ', '_')}"
        yield f"time_{timex.rule.replace(' ', '_')}"
        first, last = sorted((i, timex.start))
        yield "near" if last - first <= _NEAR_TOKENS else "middle" if last - first <= _MIDDLE_TOKENS else "far"
        side = "behind" if timex.start > i else "before"
        yield f"time_{side}"
        between = self._words_between(event, link)
        if event.token.pos_ in VERB_POS and all(token.lower_ == "on" for token in between):
            yield f"verb_with_time_{side}"
        if link.rule in _RULES_BY_THE_PARSE and any(token.pos_ in VERB_POS for token in between):
            yield "verb_between"
        if any(token.text == "," for token in between):
            yield "comma_between"
        if timex.start and doc[timex.start - 1].lower_ == "on":
            yield "on"
        sentence = doc[i].sent
        if bisect_left(self._times, sentence.end) - bisect_left(self._times, sentence.start) == 1:
            yield "only_time"

    def _distance(self, day: date, report: date | None) -> Iterator[str]:
        """How far the day lies from its report, and how far the last day before the report that the text names."""
        if report is None:
            return
        last = bisect_right(self._days, report)
        if last:
            yield f"named_{_span_of_days((report - self._days[last - 1]).days)}"
        days = (report - day).days
        if days <= 1:
            yield "day_of_report" if days == 0 else "day_before_report"
        else:
            yield _span_of_days(days)


def _span_of_days(days: int) -> str:
    return next((f"within_{limit}_days" for limit in _LIMITS if days <= limit), "older")
