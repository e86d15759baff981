"""What is told as background: it happened at some other time than the report tells of, so hardly on a day near it.

Of what was "recently", "in recent weeks" or "at the time" not even a best day is told.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta

from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.named_days import LEAD_SENTENCES
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import ClausePosition, clause_position
from dossier.annotate.syntax.labels import VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.context.time_clauses import is_in_remark
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Tense, When

_UNTOLD_RULES = frozenset((RuleName.PAST, RuleName.VAGUE_DURATION, RuleName.THAT_TIME))
_LONG = timedelta(days=31)
"""So long before the report lies what is no news of it. Set by hand; no measurement is recorded."""


class Background:
    """Finds it in one Doc, among what an article of the day ``report`` tells."""

    def __init__(self, doc: Parsed, where: Passages, tenses: Mapping[int, Tense], report: date) -> None:
        self._where = where
        self._tenses = tenses
        self._untold = _verbs_at_untold_times(doc)
        dated = ((timex.start, timex.dating.when) for timex in doc._.timexes)
        self._dated: list[tuple[int, When]] = [(start, when) for start, when in dated if when]
        self._starts = [start for start, _ in self._dated]
        self._oldest_news = When.day(report - _LONG)

    def is_at_untold_time(self, token: Token) -> bool:
        """Whether the words of an event leave its time open."""
        return token.i in self._untold

    def holds(self, event: DiscourseEvent) -> bool:
        """Whether an event is told as over before another, or among what is long past.

        What somebody says is news, whatever the paragraph goes back to, and so is what he says had happened.
        """
        token = event.token
        is_over = self._tenses.get(token.i) is Tense.PLUPERFECT
        return (is_over and clause_position(token) is not ClausePosition.REPORTED) or (
            not event.type.reporting and self._is_among_old_times(token)
        )

    def _is_among_old_times(self, token: Token) -> bool:
        """Whether the last time that its paragraph names, up to the end of its sentence, is long past.

        Not in the lead, which tells the news; a time in a remark on a noun does not count ("the yard, which burned in
        2019").
        """
        if self._where.sentence_number[token.i] < LEAD_SENTENCES:
            return False
        here, end = self._where.paragraph_number[token.i], bisect_left(self._starts, token.sent.end)
        for at, when in reversed(self._dated[:end]):
            if self._where.paragraph_number[at] != here:
                return False
            if not is_in_remark(token.doc[at], token):
                return when.before(self._oldest_news)
        return False


def _verbs_at_untold_times(doc: Parsed) -> frozenset[int]:
    """The indices of the verbs whose time the text leaves open: "recently", "in recent weeks", "at the time"."""
    times = [doc.span(timex.start, timex.end).root for timex in doc._.timexes if timex.rule in _UNTOLD_RULES]
    times += [doc[i] for i, word in enumerate(doc.lowers) if word == "time" and _is_at_the_time(doc[i])]
    above = (time.head.head if time.dep_ == "pobj" else time.head for time in times)
    return frozenset(word.i for word in above if word.pos_ in VERB_POS)


def _is_at_the_time(time: Token) -> bool:
    """Whether the word stands in a bare "at the time", not in "at the time of the raid"."""
    return time.head.lower_ == "at" and [child.lower_ for child in time.children] == ["the"]
