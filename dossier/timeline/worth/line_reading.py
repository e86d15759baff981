"""What the words of a line say of it: whether it tells a habit or a total, and what of its sentence is quoted."""

import re

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|^[^“”]*”|‘[^’]*’(?!\w)|\"[^\"]*(?:\"|$)|\[[^\]]*\]")
"""Words between quotation marks, of which one may be missing, and names in brackets, which are not the line's own."""
_WORD = re.compile(r"\w+")
_UNIT = "|".join(sorted(_WORDS["units_of_habits"]))
_HABITUAL = "|".join(sorted(_WORDS["habitual"]))
_HABIT = re.compile(rf"\b(?:(?:each|every|per) (?:{_UNIT})|at (?:\w+ )?every|{_HABITUAL})\b", re.IGNORECASE)

_SPECULATION = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['speculating']))})\b")


def speculates(line: str) -> bool:
    """Whether a word of the line says that something may be.

    >>> speculates("Democrats could add aid."), speculates("Democrats will add aid in May.")
    (True, False)
    """
    return bool(_SPECULATION.search(line))


def tells_habit(line: str) -> bool:
    """Whether a word of the line says that it happens again and again.

    >>> [tells_habit(line) for line in ("Ships sink every year.", "She sings at every stop.", "Every ship sank.")]
    [True, True, False]
    """
    return bool(_HABIT.search(line))


def tells_total(line: str) -> bool:
    """Whether a word of the line says that a number is a total.

    >>> tells_total("The death toll has risen to 40."), tells_total("The flood killed 40 people.")
    (True, False)
    """
    folded = line.casefold()
    return any(re.search(rf"\b{words}\b", folded) for words in _WORDS["totals"])


def says_nothing(sentence: str, start: int) -> bool:
    """Whether the word at the character ``start`` of the sentence only says that somebody says nothing.

    >>> says_nothing("Ada Brandt declined to comment.", 23), says_nothing("Ada Brandt declined the office.", 11)
    (True, False)
    """
    found = (match for words in _WORDS["saying_nothing"] for match in re.finditer(words, sentence.casefold()))
    return any(match.start() <= start < match.end() for match in found)


def is_quoted(sentence: str, start: int) -> bool:
    """Whether a long stretch between quotation marks of the sentence holds the character at ``start``.

    A few words in quotation marks are no quotation, but the article's distance from a word.

    >>> is_quoted("He said: “Ada sold the whole harbour.”", 13), is_quoted("The “attack” failed.", 6)
    (True, False)
    """
    return any(
        match.start() <= start < match.end()
        and match[0][0] != "["
        and len(_WORD.findall(match[0])) >= _MIN_WORDS_OF_QUOTATION
        for match in _QUOTED.finditer(sentence)
    )


_MIN_WORDS_OF_QUOTATION = 4
"""Words of the shortest quotation that tells something. Set by hand; no measurement is recorded."""
