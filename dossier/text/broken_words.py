"""Words that a hyphen breaks at the end of a line, as in text taken from a PDF."""

import re
from collections.abc import Iterator

from dossier.text.reading_text import Replacement
from dossier.text.word_lists import word_lists

_BEGINNINGS = word_lists("dossier.text", "repair_words.toml")["hyphenated_beginnings"]
_BREAK = re.compile(r"[-\u2010](?<=[^\W\d_][-\u2010])[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_FIRST_WORD, _LAST_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+\Z")
_JOINT = "\0"
"""Stands for a break while the unbroken words are collected; no text has it."""
_UNBROKEN = re.compile(rf"(?<![\w{_JOINT}-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w{_JOINT}])")
_LONGEST = 40
"""Letters of the part before a break that are looked at. Set by hand: no word is so long."""


def broken_words(text: str) -> Iterator[Replacement]:
    """What is read in place of a hyphen and the line break behind it: nothing, or the hyphen alone.

    The hyphen stays where it belongs to the word: before a capital ("Anglo-French"), behind a beginning such as "ex-",
    and where the text has the word with it elsewhere, or both parts as words of their own ("long-term").
    """
    breaks = list(_BREAK.finditer(text))
    words = {word.lower() for word in _UNBROKEN.findall(_BREAK.sub(_JOINT, text))} if breaks else set()
    for found in breaks:
        before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
        after = _FIRST_WORD.match(text, found.end())
        if before and after:
            yield Replacement(*found.span(), "-" if _is_compound(before[0], after[0], words) else "")


def _is_compound(before: str, after: str, words: set[str]) -> bool:
    """Whether the hyphen belongs to the word; ``words`` are the unbroken ones of the text in lower case."""
    first, last = before.lower(), after.lower()
    if first + last in words:
        return False
    is_at_capital = after[:1].isupper() and not before.isupper()
    return is_at_capital or first in _BEGINNINGS or f"{first}-{last}" in words or {first, last} <= words
