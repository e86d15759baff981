"""What the events that have a day of their own say of the day of another event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.annotate.dating.discourse_events import DiscourseEvent
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import OTHER_TYPE

_STEM_LETTERS = 4
"""Two words with so many first letters in common may tell of one event ("resigned", "resignation"). Set by hand."""
_MAX_STEPS_UP = 6
"""How many arcs of the parse are climbed to a dated event. Set by hand; no measurement is recorded."""


@dataclass(frozen=True, slots=True)
class _DatedWord:
    token: Token
    type: str
    day: date


class DatedNeighbours:
    """The events of one Doc that have a day of their own, in text order; ``days`` has the day by token index."""

    def __init__(self, events: Sequence[DiscourseEvent], days: Mapping[int, date], where: Passages) -> None:
        self._dated = [
            _DatedWord(event.token, event.type.name, days[event.token.i]) for event in events if event.token.i in days
        ]
        self._day_of = days
        self._where = where

    def signals(self, event: DiscourseEvent, day: date) -> Iterator[str]:
        """How events of that day stand to the event."""
        token = event.token
        yield from self._signals_of_parse(token, day)
        others = [one for one in self._dated if one.day == day]
        if token.lemma_ not in SPEECH_VERBS:
            if any(_stem(one.token) == _stem(token) for one in others):
                yield "dated.same_word"
            elif event.type.name != OTHER_TYPE and any(one.type == event.type.name for one in others):
                yield "dated.same_type"
        before = [one for one in self._dated if one.token.i < token.i]
        if before and before[-1].day == day:
            yield "dated.last"
        paragraph = self._where.paragraph_number
        if any(paragraph[one.token.i] == paragraph[token.i] for one in others):
            yield "dated.in_paragraph"

    def _signals_of_parse(self, token: Token, day: date) -> Iterator[str]:
        """By the nearest dated event above in the sentence, and by those right below."""
        below = token
        for _ in range(_MAX_STEPS_UP):
            if below.head is below:
                break
            if below.head.i in self._day_of:
                if self._day_of[below.head.i] == day:
                    yield f"dated.above_{below.dep_.lower()}"
                break
            below = below.head
        if any(self._day_of.get(child.i) == day for child in token.children):
            yield "dated.below"


def _stem(token: Token) -> str:
    return token.lemma_[:_STEM_LETTERS].lower()
