"""What the words of a line say of it: whether it asks, demands, speaks of its writer, or tells a habit."""

import re

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|^[^“”]*”|‘[^’]*’(?!\w)|\"[^\"]*(?:\"|$)|\[[^\]]*\]")
"""Words between quotation marks, of which one may be missing, and names in brackets, which are not the line's own."""
_WORD = re.compile(r"\w+")
_FIRST_PERSON_SINGULAR = "I"
_FIRST_PERSON_PLURAL_OBJECT = "us"
_UNIT = "|".join(sorted(_WORDS["units_of_habits"]))
_HABITUAL = "|".join(sorted(_WORDS["habitual"]))
_HABIT = re.compile(rf"\b(?:(?:each|every|per) (?:{_UNIT})|{_HABITUAL})\b", re.IGNORECASE)


def own_words(line: str) -> str:
    """The line without what stands between quotation marks, and without names in brackets.

    >>> own_words("“I quit,” [Ada] said.")
    '  said.'
    """
    return _QUOTED.sub("", line)


def asks(line: str) -> bool:
    """Whether the line is a question; one that somebody is quoted to ask does not count.

    >>> asks("Did Ada quit?"), asks("Ada asked: “Who quit?”")
    (True, False)
    """
    return (own_words(line).strip() or line).rstrip(" )]’'").endswith("?")


def demands(line: str) -> bool:
    """Whether the line begins with a word that asks the reader for something.

    >>> demands("Let Ada quit."), demands("Ada let him quit.")
    (True, False)
    """
    first = _WORD.search(own_words(line))
    return first is not None and first[0].casefold() in _WORDS["demanding"]


def is_personal(line: str) -> bool:
    """Whether the line speaks of its writer or to its reader, outside quotation marks.

    >>> is_personal("I trust Ada."), is_personal("“I quit,” Ada said."), is_personal("Ada left the US in World War I.")
    (True, False, False)
    """
    words = _WORD.findall(own_words(line))
    return any(_is_personal(word, words[index - 1] if index > 1 else "") for index, word in enumerate(words))


def _is_personal(word: str, before: str) -> bool:
    """``before`` is the word before, unless the line begins with it: "Elizabeth I" is no pronoun, "Today I" is one."""
    if word == _FIRST_PERSON_SINGULAR:
        return not before[:1].isupper()
    folded = word.casefold()
    if folded == _FIRST_PERSON_PLURAL_OBJECT:
        return word == folded
    return folded in _WORDS["first_and_second_person"]


def tells_habit(line: str) -> bool:
    """Whether a word of the line says that it happens again and again.

    >>> tells_habit("Ships sink there every year."), tells_habit("Every ship sank.")
    (True, False)
    """
    return bool(_HABIT.search(line))


def tells_total(line: str) -> bool:
    """Whether a word of the line says that a number is a total.

    >>> tells_total("The death toll has risen to 40."), tells_total("The flood killed 40 people.")
    (True, False)
    """
    folded = line.casefold()
    return any(re.search(rf"\b{words}\b", folded) for words in _WORDS["totals"])


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
