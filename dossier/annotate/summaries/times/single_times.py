"""The other times of an event that happened at several: its line says only when it happened itself.

"He visited Syria in 2001, 2005 and again in 2012" is three events. The line of the second: "He visited Syria in 2005."
"""

from collections.abc import Sequence

from dossier.annotate.doc import Timex, Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import PREPOSITIONS_OF_A_TIME, WORDS_OF_ALL_TIMES
from dossier.annotate.syntax.labels import AUXILIARIES
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Polarity

_WHOLE_BY_THEMSELVES = frozenset(
    (
        RuleName.FULL_DATE,
        RuleName.MONTH_DAY,
        RuleName.MONTH_YEAR,
        RuleName.NUMERIC_DATE,
        RuleName.WEEKDAY,
        RuleName.YEAR,
    )
)
"""Rules of times that need no other time beside them: not the first of "3 and 5 May", nor "a year later"."""


class SingleTimes:
    """Finds what the lines of one Doc can leave out for being the time of another event of the same word."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._timexes: Sequence[Timex] = doc._.timexes
        several = {trigger.head for trigger in doc._.triggers if trigger.occurrence > 1}
        self._times: dict[int, list[int]] = {head: [] for head in several}
        for trigger in doc._.triggers:
            if trigger.head in several and trigger.time is not None:
                self._times[trigger.head].append(trigger.time)

    def own(self, trigger: Trigger) -> range:
        """The tokens of its time, which its line must keep; none where its word has no several times."""
        if trigger.head not in self._times or trigger.time is None:
            return range(0)
        timex = self._timexes[trigger.time]
        return range(timex.start, timex.end)

    def others(self, trigger: Trigger, start: int, end: int) -> frozenset[int]:
        """The tokens that its line leaves out, of the sentence ``start`` to ``end`` (half-open).

        Of the times with their prepositions and what stands between them, all but its own. None where the rest may be
        said of all times together ("twice", "30 people", ", killing ten"), and none of a noun ("the raids on …").
        """
        own = self.own(trigger)
        times = [self._timexes[time] for time in self._times.get(trigger.head, ())]
        if not own or not self._are_alike(times) or self._has_sum(trigger, times, start, end):
            return frozenset()
        preposition = self._preposition(times[0].start)
        first = times[0].start if preposition is None else preposition
        own_preposition = self._preposition(own.start)
        kept = {*own, preposition if own_preposition is None else own_preposition}
        return frozenset(range(first, times[-1].end)) - kept

    def _preposition(self, time: int) -> int | None:
        """The preposition right before the time that begins at this token; None where there is none."""
        return time - 1 if time and self._parse.lowers[time - 1] in PREPOSITIONS_OF_A_TIME else None

    def _are_alike(self, times: Sequence[Timex]) -> bool:
        """Whether the times are read by one rule that needs no other time, so that one may stand for another.

        Not where one has a preposition within ("later in 2005").
        """
        words = (self._parse.lowers[timex.start : timex.end] for timex in times)
        is_plain = all(PREPOSITIONS_OF_A_TIME.isdisjoint(of_one) for of_one in words)
        return is_plain and len({timex.rule for timex in times}) == 1 and times[0].rule in _WHOLE_BY_THEMSELVES

    def _has_sum(self, trigger: Trigger, times: Sequence[Timex], start: int, end: int) -> bool:
        """Whether words of the sentence may be about all times together, or deny that it happened at all of them."""
        parse, last = self._parse, times[-1].end
        if not parse.is_verb(trigger.head) or trigger.factuality.polarity is not Polarity.POSITIVE:
            return True
        outside = [*range(start, times[0].start), *range(last, end)]
        if any(parse.pos[i] == "NUM" or parse.lowers[i] in WORDS_OF_ALL_TIMES for i in outside):
            return True
        own_verbs = {trigger.head, *(i for i in parse.children[trigger.head] if parse.deps[i] in AUXILIARIES)}
        return any(parse.is_verb(i) and i not in own_verbs for i in range(last, end))
