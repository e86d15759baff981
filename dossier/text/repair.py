"""Repair a text before it is read: what conversions, web pages and keyboards have done to its letters.

Nothing is guessed about words: each repair gives back what the signs stood for. An ordinary text stays as it is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from dossier.text.broken_words import broken_words
from dossier.text.markup_remains import bracket_tags, inline_tags, lost_ampersands, references, tags
from dossier.text.negations import ODD_APOSTROPHES, negations, negations_set_off
from dossier.text.reading_text import ReadingText, Replacement

_Step = Callable[[str], Iterable[Replacement]]
_Steps = tuple[tuple[re.Pattern[str], _Step], ...]

_ODD_MARKS = "".join(sorted(ODD_APOSTROPHES))
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Soft hyphens, zero-width characters, byte order marks, marks of direction, variation selectors."""
_SOFT_BREAK = r"(?<=[^\W\d_])[\u00ad¬][ \t]*\r?\n[ \t]*(?=[^\W\d_])"
"""A soft hyphen at the end of a line, or what a conversion makes of it."""
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_MISREAD = r"[\x80-\U0010ffff]{2,}"
"""What the bytes of one sign look like that were read in another encoding than theirs: several signs beyond ASCII."""
_LOST_BYTES = {"â€": "”"}
"""What is left of a closing quotation mark, for whose last byte windows-1252 has no sign."""
_CONTROL = r"[\x80-\x84\x86-\x9f]"
"""Punctuation of windows-1252 that was read as Latin-1."""
_LETTER_SHAPES = "[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]"
"""Ligatures of Latin letters; Latin letters and digits in the width of Chinese ones, or bold or slanted."""
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеіјкорсѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeijkopcsyxABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that look like Latin ones, and those."""
_FOREIGN_WORD = r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u04ff])[^\W\d_]+\b"
"""A word with Latin letters and others."""
_COMBINING = "[\u0300-\u036f]"
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\W_])[^*\n]{1,80}(?<=[\w.,!?])\1(?![\w*])"
    r"|(?<!\w)(_{1,2})(?=[^\W_])[^_\n]{1,80}(?<=[\w.,!?])\2(?!\w)"
)
"""Words between asterisks or underscores, as many on one line as a phrase has."""

_MAX_ROUNDS = 8
"""Rounds of repairs of which each finds what the last one laid bare. Set by hand: a text needs one, or two."""
_CACHED_WORDS = 1 << 16
"""Names and phrases for which a repair is kept. Set by hand; no measurement is recorded."""


def repaired(text: str) -> ReadingText:
    """The text as it is read.

    >>> repaired("It was<b>n&#8217;t</b> Alek\u00adsander.").text
    'It wasn’t Aleksander.'
    """
    return _by_steps(text, _STEPS)


def repaired_line(line: str) -> str:
    """A title or name as it is read, on one line. Tags of blocks and scripts are words in it.

    >>> repaired_line("Haddad&amp;#039;s  arrest: How &lt;script&gt; got its <em>name</em>")
    "Haddad's arrest: How <script> got its name"
    """
    return " ".join(_by_steps(line, _STEPS_FOR_LINES).text.split())


@lru_cache(maxsize=_CACHED_WORDS)
def repaired_words(words: str) -> str:
    """A few words on one line, as they are read.

    >>> repaired_words("the  <i>Orlov&nbsp;Star</i>")
    'the Orlov Star'
    """
    if words.isascii() and words.replace(" ", "").isalnum():  # nearly all names: no step finds anything in them
        return " ".join(words.split())
    return " ".join(repaired(words).text.split())


def folded_words(words: str) -> str:
    """The words as descriptions are compared: on one line, without their case.

    >>> folded_words("The  Mayor")
    'the mayor'
    """
    return " ".join(repaired_words(words).casefold().split())


def _by_steps(text: str, steps: _Steps) -> ReadingText:
    """The text after the steps, taken anew until they find nothing."""
    read = ReadingText.of(text)
    for _ in range(_MAX_ROUNDS):
        before = read.text
        letters = "".join(set(before))
        for sign, step in steps:
            if sign.search(letters):
                read = read.replaced(step(read.text))
        if read.text == before:
            break
    return read


def _each(pattern: str | re.Pattern[str], read: Callable[[str], str]) -> _Step:
    """A step that reads each match of the pattern in another way; what is read the same is not replaced."""
    compiled = re.compile(pattern)

    def step(text: str) -> Iterator[Replacement]:
        for found in compiled.finditer(text):
            words = read(found[0])
            if words != found[0]:
                yield Replacement(*found.span(), words)

    return step


@lru_cache(maxsize=_CACHED_WORDS)
def _in_right_encoding(signs: str) -> str:
    if signs in _LOST_BYTES:
        return _LOST_BYTES[signs]
    from ftfy import fix_encoding  # takes 0.1 s, and few texts need it

    return fix_encoding(signs)


def _in_latin(word: str) -> str:
    """A word of mixed letters in Latin ones, where all others only look like them: the "a" in "Maria" is Cyrillic."""
    latin = word.translate(_LOOKALIKES)
    return latin if latin.isascii() else word


def _emphasis(text: str) -> Iterator[Replacement]:
    """Marks of emphasis around words are not read."""
    for found in _EMPHASIS.finditer(text):
        length = len(found[1] or found[2])
        yield Replacement(found.start(), found.start() + length, "")
        yield Replacement(found.end() - length, found.end(), "")


_STEPS: _Steps = tuple(
    (re.compile(sign), step)
    for sign, step in (
        ("[\u00ad¬]", _each(_SOFT_BREAK, lambda sign: "")),
        (f"[{_INVISIBLE}]", _each(f"[{_INVISIBLE}]+", lambda signs: "")),
        (r"[^\W\d_a-zA-Z]", _each(_MISREAD, _in_right_encoding)),
        (_CONTROL, _each(_CONTROL, _in_right_encoding)),
        # escapes that a converter left
        (r"\\", _each(r"\\u(?!d[89a-f])[0-9a-f]{4}", lambda code: chr(int(code.removeprefix("\\u"), 16)))),
        (r"\\", _each(r"""(?<=[.!?"'”])(?:\\r)?(?:\\n)+(?=[A-Z"'“\\])""", lambda code: "\n" * code.count("n"))),
        (r"\\", _each(r"""\\(?=[/"'])""", lambda sign: "")),
        (r"[\u0370-\u04ff]", _each(_FOREIGN_WORD, _in_latin)),
        ("Â", _each(r"(?<!\w)Â(?= )", lambda sign: "")),
        ("<", tags),
        (r"\[", bracket_tags),
        ("&", references),
        ("p", lost_ampersands),
        (f"[{_BLANKS}]", _each(f"[{_BLANKS}]", lambda sign: " ")),
        (_LETTER_SHAPES, _each(_LETTER_SHAPES, lambda sign: unicodedata.normalize("NFKC", sign))),
        (_COMBINING, _each(rf"[^\W\d_]{_COMBINING}+", lambda signs: unicodedata.normalize("NFC", signs))),
        (f"[{_ODD_MARKS}]", _each(rf"(?<=[^\W\d_])[{_ODD_MARKS}](?=[^\W\d_])", lambda sign: "’")),
        ("n", negations),
        (r"[-–—/(,]", negations_set_off),
        ("\ufffd", _each(r"(?<=[^\W\d_])\ufffd(?=(?:s|re|ve|ll|d|m)(?!\w))", lambda sign: "’")),
        ("[*_]", _emphasis),
        ("_", _each(r"(?<=[^\s_]) __? (?=[^\s_])", lambda sign: " – ")),  # an agency's dash
        ("[-\u2010]", broken_words),
    )
)
"""The repairs in their order, each with the characters of which a text has one where the repair finds anything."""
_STEPS_FOR_LINES: _Steps = tuple((sign, inline_tags if step is tags else step) for sign, step in _STEPS)
