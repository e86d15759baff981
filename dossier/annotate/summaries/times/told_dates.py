"""Whether the date of an event is that of what its line tells.

A reader takes the date of an entry for that of the main statement of its line: "Brandt called Keller, the son of a man
who was mayor from 2001 to 2006" did not happen from 2001 to 2006.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import timedelta

from dossier.annotate.doc import Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.main_statements import framed_statement
from dossier.annotate.syntax.labels import OBJECT_OR_PREDICATE, SUBJECTS
from dossier.model import Dating, When

_DASHES = frozenset(("—", "–", "--"))
_PAIRS = {"(": frozenset((")",)), **dict.fromkeys(_DASHES, _DASHES)}
"""The marks that close what a mark opens."""
_MARKS = _DASHES | {"(", ")"}
_OWN_PARTS = SUBJECTS | OBJECT_OR_PREDICATE
"""What a verb says something of, or does: "the 2004 raid shocked the port", "won the 2004 vote"."""
_DAYS_OF_NEWS = timedelta(days=31)
"""How long before its report an event without a date may lie as news. Set by hand."""


class ToldDates:
    """Compares the dates of the events of one Doc with what their lines tell."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._published: When | None = doc._.published
        triggers: Iterable[Trigger] = doc._.triggers
        self._dates = {trigger.head: _stated(trigger.dating) for trigger in triggers if trigger.occurrence == 1}
        self._expected = {trigger.head for trigger in triggers if trigger.factuality.is_expected}
        self._dated_sayings = {
            trigger.head for trigger in triggers if trigger.type.reporting and _stated(trigger.dating)
        }

    def fits(self, trigger: Trigger, root: int, words: str) -> bool:
        """Whether a line, ``words`` that the verb ``root`` heads, tells at its main statement what has that date.

        That statement is the event, what is coordinated with it, or what happened at its time. One without a date is
        taken for news, unless it does or undergoes the event itself; in an article without a date, for what happened at
        the time of a clause beside it, and of no other words. What a remark tells does not stand by a line that tells
        of what is still to come ("Brandt, who was asked in May, will join the board"), nor without a date by one that
        tells what was said when ("Keller, who married into the family, said on Monday that …").
        """
        when, is_expected = _stated(trigger.dating), trigger.factuality.is_expected
        statement = framed_statement(self._parse, root)
        is_to_come = statement in self._expected and self._is_remark(trigger.head, statement)
        is_said_then = when is None and root in self._dated_sayings and self._is_remark(trigger.head, root)
        if not is_expected and (is_to_come or is_said_then):
            return False
        return when is None or is_expected or self._is_at(trigger, when, statement, words)

    def _is_at(self, trigger: Trigger, when: When, statement: int, words: str) -> bool:
        """Whether the statement of a line happened at the time of an event, or is it, as ``fits`` says."""
        path = self._parse.above(trigger.head)
        if not _MARKS.isdisjoint(words) and self._is_aside(trigger.head):
            told = self._dates.get(statement) if statement != trigger.head else None
            return told is not None and _agrees(when, told)
        if statement not in path or self._is_source(trigger, statement):
            return True
        below = path[: path.index(statement)]
        if all(self._parse.deps[token] == "conj" for token in below):
            return True
        told = self._dates.get(statement)
        if told is not None:
            return _agrees(when, told)
        beside = self._parse.deps[below[0]] if len(below) == 1 else ""
        return beside in _OWN_PARTS or (beside == "advcl" if self._published is None else self._is_news(when))

    def _is_remark(self, token: int, statement: int) -> bool:
        """Whether the token stands in a relative clause behind a comma, below the statement."""
        path = self._parse.above(token)
        below = path[: path.index(statement)] if statement in path else ()
        relative = (i for i in below if self._parse.deps[i] == "relcl")
        return any(self._parse.words[self._parse.left[i] - 1] == "," for i in relative)

    def _is_source(self, trigger: Trigger, statement: int) -> bool:
        """Whether the statement only says who tells of the event: "officials know that he was arrested"."""
        return trigger.source is not None and statement in range(*trigger.source.cue)

    def _is_aside(self, token: int) -> bool:
        """Whether the token stands in brackets or between dashes in the middle of a statement.

        A verb stands before them, or behind them one that is not below the token: a dash behind a dateline opens none.
        """
        parse = self._parse
        top = parse.above(token)[-1]
        sentence = range(parse.left[top], parse.right[top] + 1)
        around = _enclosing([i for i in sentence if parse.words[i] in _MARKS], token)
        if around is None or parse.words[around[1]] not in _PAIRS.get(parse.words[around[0]], ()):
            return False
        verbs = [i for i in sentence if parse.is_verb(i)]
        return any(i < around[0] for i in verbs) or (token != top and any(i > around[1] for i in verbs))

    def _is_news(self, when: When) -> bool:
        """Whether a time lies shortly before the publication; true where that is not known."""
        published = self._published
        if published is None or published.start is None or when.start is None:
            return True
        is_short = _length(when) <= _DAYS_OF_NEWS
        return is_short and published.start - _DAYS_OF_NEWS <= when.start and not published.before(when)


def _enclosing(marks: Sequence[int], token: int) -> tuple[int, int] | None:
    """The nearest of the marks on both sides of the token; None where it has none on one side."""
    place = bisect(marks, token)
    return (marks[place - 1], marks[place]) if 0 < place < len(marks) else None


def _agrees(when: When, told: When) -> bool:
    """Whether a time lies where another says it does, and says no less."""
    return when.overlaps(told) and _length(when) <= _length(told)


def _length(when: When) -> timedelta:
    """How long a time with two ends is."""
    return when.end - when.start if when.start and when.end else timedelta.max


def _stated(dating: Dating) -> When | None:
    """The date with both ends that the text gives; None where it gives none, or a bound."""
    when = dating.when
    return when if when and when.first and when.last and dating.is_stated else None
