"""What the events that have a day of their own say of the day of another event."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import OTHER_TYPE

_STEM_LETTERS = 4
"""Two words with so many first letters in common may tell of one event ("resigned", "resignation"). Set by hand."""
_MAX_STEPS_UP = 6
"""How many arcs of the parse are climbed to a dated event. Set by hand; no measurement is recorded."""


class DatedNeighbours:
    """The ``events`` of one report that have a day of their own, in text order; ``days`` has it by token index."""

    def __init__(self, events: Sequence[DiscourseEvent], days: Mapping[int, date], where: Passages) -> None:
        self._day_of = days
        self._paragraph = where.paragraph_number
        self._places: list[int] = []
        self._told: dict[date, set[tuple[str, object]]] = defaultdict(set)
        """For each day the words, types and paragraphs of its events."""
        for event in events:
            i = event.token.i
            if i in days:
                self._places.append(i)
                own = (("word", _stem(event.token)), ("type", event.type.name), ("paragraph", self._paragraph[i]))
                self._told[days[i]].update(own)

    def signals(self, event: DiscourseEvent, day: date) -> Iterator[str]:
        """How events of that day stand to the event."""
        token = event.token
        yield from self._signals_of_parse(token, day)
        told = self._told.get(day, ())
        if token.lemma_ not in SPEECH_VERBS:
            if ("word", _stem(token)) in told:
                yield "dated.same_word"
            elif event.type.name != OTHER_TYPE and ("type", event.type.name) in told:
                yield "dated.same_type"
        before = bisect_left(self._places, token.i)
        if before and self._day_of[self._places[before - 1]] == day:
            yield "dated.last"
        if ("paragraph", self._paragraph[token.i]) in told:
            yield "dated.in_paragraph"

    def _signals_of_parse(self, token: Token, day: date) -> Iterator[str]:
        """By the nearest dated event above in the sentence, and by those right below."""
        below = token
        for _ in range(_MAX_STEPS_UP):
            above = below.head
            if above is below:
                break
            if above.i in self._day_of:
                if self._day_of[above.i] == day:
                    yield f"dated.above_{below.dep_.lower()}"
                break
            below = above
        if any(self._day_of.get(child.i) == day for child in token.children):
            yield "dated.below"


def _stem(token: Token) -> str:
    return token.lemma_[:_STEM_LETTERS].lower()
