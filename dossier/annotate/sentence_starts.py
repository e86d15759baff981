"""Tokens with which no sentence begins: the parser is told so before it looks for sentences.

It would part "Ada S. Brandt" behind the initial, "the (£1.2m) fund" behind the bracket, and "Mill Ave. in Orlov" behind
the abbreviation.
"""

import re
from itertools import pairwise
from typing import Any, cast

from spacy.tokens import Doc, Token

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
_NO_START = -1
"""spaCy's value for a token with which no sentence begins; 0 leaves it open."""
_QUOTATION_MARKS = ('"', "“")


def deny_impossible_starts(doc: Doc) -> None:
    """Tell the parser at which tokens no sentence begins. Where one begins already, and behind line breaks, it may.

    All at once: spaCy looks through the whole Doc each time that the start of one token is set.
    """
    starts = doc.to_array(["SENT_START"]).view("int64").reshape(-1)
    for before, token in pairwise(doc):
        if not starts[token.i] and not before.is_space and _continues(doc, before, token):
            starts[token.i] = _NO_START
    doc.from_array(["SENT_START"], cast(Any, starts.view("uint64").reshape(-1, 1)))


def _continues(doc: Doc, before: Token, token: Token) -> bool:
    """Whether the token belongs to the sentence of the one before it."""
    if token.text in CLOSING_MARKS or before.text in OPENING_MARKS:
        return True
    if token.is_alpha and token.text[0].islower():
        return before.text not in SENTENCE_END_MARKS or _is_abbreviated(doc, before)
    if token.text in _QUOTATION_MARKS:
        return before.is_alpha
    return _awaits_name(doc, before, token)


def _is_abbreviated(doc: Doc, stop: Token) -> bool:
    """Whether the full stop right behind a short word with a capital may belong to it: "Ave." of "Church Ave. in"."""
    if stop.text != "." or not stop.i or doc[stop.i - 1].whitespace_:
        return False
    word = doc[stop.i - 1]
    return word.is_title and word.is_alpha and len(word) <= _MAX_ABBREVIATION and not word.is_stop


def _awaits_name(doc: Doc, before: Token, token: Token) -> bool:
    """Whether an abbreviation before the token needs it: "St. Orlov", "No. 5", "Ada S. Brandt", "Jr. (…)"."""
    if token.text == "(":
        return before.text.endswith(".") and before.lower_.rstrip(".") in GENERATIONS
    if before.lower_ in ABBREVIATIONS_BEFORE_NUMBERS:
        return token.like_num
    if before.lower_ in ABBREVIATIONS_BEFORE_NAMES:
        return token.is_title and not token.is_stop
    named = before.i > 0 and doc[before.i - 1].is_title and bool(_INITIAL.fullmatch(before.text))
    return named and token.is_title and not token.is_stop
