"""Tokens with which no sentence begins: the parser is told so before it looks for sentences.

It would part "Ada Brandt" at the head of a paragraph, "Ada S. Brandt" behind the initial, "the (£1.2m) fund" behind the
bracket, and "Mill Ave. in Orlov" behind the abbreviation.
"""

import re
from collections.abc import Sequence
from typing import Any, cast

from spacy.tokens import Doc

from dossier.annotate.word_classes import (
    ABBREVIATIONS_BEFORE_NAMES,
    ABBREVIATIONS_BEFORE_NUMBERS,
    CLOSING_MARKS,
    OPENING_MARKS,
    SENTENCE_END_MARKS,
)
from dossier.text.person_names import GENERATIONS

_INITIAL = re.compile(r"[A-Z]\.")
_MAX_ABBREVIATION = 4
"""Letters of the longest word with a capital that may be an abbreviation before a small letter ("Ave. in").
Set by hand; no measurement is recorded."""
_QUOTATION_MARKS = ('"', "“")

START = 1
"""spaCy's value for a token with which a sentence begins."""
NO_START = -1
"""spaCy's value for a token with which no sentence begins."""
OPEN = 0
"""spaCy's value for a token of which neither is known."""


def set_starts(doc: Doc, starts: list[int]) -> None:
    """Tell the parser where sentences begin, by a value for each token.

    All at once: spaCy looks through the whole Doc each time that the start of one token is set.
    """
    column = doc.to_array(["SENT_START"]).view("int64").reshape(-1, 1)
    column[:, 0] = starts
    doc.from_array(["SENT_START"], cast(Any, column.view("uint64")))


def deny_impossible_starts(doc: Doc, words: Sequence[str], starts: list[int]) -> None:
    """Say at which tokens no sentence begins. Where one begins already, and behind line breaks, it may."""
    neighbours = _Neighbours(doc, words)
    for i in range(1, len(words)):
        if starts[i] != OPEN or words[i - 1].isspace():
            continue
        opens = i == 1 or starts[i - 1] == START
        if neighbours.continues(i) or (opens and neighbours.may_be_name(i)):
            starts[i] = NO_START


class _Neighbours:
    """Tokens of a Doc that stand next to each other; ``words`` are the words of the Doc."""

    def __init__(self, doc: Doc, words: Sequence[str]) -> None:
        self._doc = doc
        self._words = words

    def continues(self, i: int) -> bool:
        """Whether the token belongs to the sentence of the one before it."""
        before, word = self._words[i - 1], self._words[i]
        if word in CLOSING_MARKS or before in OPENING_MARKS:
            return True
        if word.isalpha() and word[0].islower():
            return before not in SENTENCE_END_MARKS or self._is_abbreviated(i - 1)
        if word in _QUOTATION_MARKS:
            return before.isalpha()
        return self._awaits_name(i)

    def may_be_name(self, i: int) -> bool:
        """Whether the token and the one before it may name who opens a sentence: two capitals before a small letter."""
        name, after = self._words[i - 1 : i + 1], self._words[i + 1 : i + 2]
        is_name = all(word.istitle() and word.isalpha() for word in name)
        return is_name and not any(self._doc[k].is_stop for k in (i - 1, i)) and "".join(after).islower()

    def _is_abbreviated(self, stop: int) -> bool:
        """Whether the full stop behind a short word with a capital may belong to it: "Ave." of "Church Ave. in"."""
        if self._words[stop] != "." or not stop or self._doc[stop - 1].whitespace_:
            return False
        word = self._words[stop - 1]
        return word.istitle() and word.isalpha() and len(word) <= _MAX_ABBREVIATION and not self._doc[stop - 1].is_stop

    def _awaits_name(self, i: int) -> bool:
        """Whether an abbreviation before the token needs it: "St. Orlov", "No. 5", "Ada S. Brandt", "Jr. (…)"."""
        lower = self._words[i - 1].lower()
        if self._words[i] == "(":
            return lower.endswith(".") and lower.rstrip(".") in GENERATIONS
        if lower in ABBREVIATIONS_BEFORE_NUMBERS:
            return self._doc[i].like_num
        return self._is_before_name(i - 1, lower) and self._words[i].istitle() and not self._doc[i].is_stop

    def _is_before_name(self, i: int, lower: str) -> bool:
        """Whether a name may follow: behind an abbreviation ("St."), or the initial of a name."""
        is_initial = i > 0 and self._words[i - 1].istitle() and _INITIAL.fullmatch(self._words[i]) is not None
        return lower in ABBREVIATIONS_BEFORE_NAMES or is_initial
