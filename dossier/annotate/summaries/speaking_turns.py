"""Whose turn it is, where an article gives a talk in turns."""

from bisect import bisect_right

from dossier.annotate.doc import Turn
from dossier.annotate.summaries.bracketed_names import Names
from dossier.annotate.summaries.flat_parse import Parse
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

_FIRST_PERSON = _WORDS["first_person"]


class Turns:
    """The turns of a text."""

    def __init__(self, turns: tuple[Turn, ...], parse: Parse, known: Names) -> None:
        self._parse = parse
        self._known = known
        self._turns = turns
        self._labels = [turn.label for turn in turns]

    def behind_label(self, start: int) -> int:
        """Where a sentence begins that the parser has begun with the label."""
        turn = self._turn(start)
        return turn.start if turn is not None and turn.label <= start < turn.start else start

    def speaker(self, start: int, end: int) -> str | None:
        """Who says the sentence ``start`` to ``end``, which is in no quotation: the one whose turn it is, or "I"."""
        turn = self._turn(start)
        if turn is not None and turn.speaker is not None:
            return turn.speaker
        quoted = self._parse.quoting.within(start, end)
        own = (i for i in range(start, end) if self._is_own(i) and not any(a <= i < z for a, z in quoted))
        return next((self._known.starting[i].shown for i in own), None)

    def _is_own(self, token: int) -> bool:
        """Whether it is a pronoun of the first person of which is known whom it means."""
        return self._parse.lowers[token] in _FIRST_PERSON and self._known.means(token)

    def _turn(self, token: int) -> Turn | None:
        place = bisect_right(self._labels, token) - 1
        return self._turns[place] if place >= 0 and token < self._turns[place].end else None
