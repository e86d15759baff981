"""What the words of a number say: "twenty-five" is 25, "half a million" 500,000, "no more than ten" at most 10."""

import re
from collections.abc import Sequence

from dossier.annotate.timex.words.lexicon import CARDINALS
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")
_TABLES = word_tables("dossier.annotate.events", "event_words.toml")

LOWER_BOUNDS = tuple(_WORDS["lower_bounds"])
UPPER_BOUNDS = tuple(_WORDS["upper_bounds"])
OR_MORE = "or more"
APPROXIMATORS = _WORDS["approximators"]
VAGUE_NUMERALS = _WORDS["vague_numerals"]
DASHES = frozenset("- – —".split())
_SCALES = {word: float(value) for word, value in _TABLES["scales"].items()}
_GROUPS = {word: float(value) for word, value in _TABLES["groups"].items()}
_SUFFIXES = {word: float(value) for word, value in _TABLES["suffixes"].items()}
NUMBER_SUFFIXES = frozenset(_SUFFIXES)
# At most 15 digits: a float holds all numbers of so many digits exactly.
_FIGURES = re.compile(rf"(\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(\.\d+)?({'|'.join(_SUFFIXES)})?", re.ASCII)
Bounds = tuple[float | None, float | None, bool]
"""Least and most, each None where it is not known, and whether the number is approximate."""


def is_numeral(word: str) -> bool:
    """Whether the word, in lower case, writes a number or part of one.

    >>> [is_numeral(word) for word in ("twenty", "million", "1,200", "5m", "dozens")]
    [True, True, True, True, False]
    """
    return word in CARDINALS or word in _SCALES or bool(_FIGURES.fullmatch(word))


def number_bounds(words: Sequence[str]) -> Bounds:
    """Least and most of a number, from its words and those that bound it, in lower case.

    A number that is not understood, or vague, has neither, and is not called approximate.

    >>> number_bounds(["no", "more", "than", "two", "hundred", "and", "fifty"])
    (None, 250.0, False)
    >>> number_bounds("about five to ten million".split()), number_bounds("dozens of".split())
    ((5000000.0, 10000000.0, True), (None, None, False))
    """
    values = _values(_numeral_runs(words))
    if len(values) not in (1, 2) or any(word in VAGUE_NUMERALS for word in _without_as_many_as(words)):
        return None, None, False
    is_approximate = any(word in APPROXIMATORS for word in words)
    if len(values) == 2:
        return min(values), max(values), is_approximate
    text = " ".join(words)
    if text.startswith(LOWER_BOUNDS) or text.endswith(OR_MORE):
        return values[0], None, is_approximate
    return None if text.startswith(UPPER_BOUNDS) else values[0], values[0], is_approximate


def _without_as_many_as(words: Sequence[str]) -> Sequence[str]:
    """The words without an opening "as many as", whose "many" is no vague numeral."""
    return words[3:] if tuple(words[:3]) == ("as", "many", "as") else words


def _numeral_runs(words: Sequence[str]) -> list[list[str]]:
    """The words of each number among the words, of "five to ten million" [five] and [ten, million].

    None at all where it is unclear which words belong together ("two and a half").
    """
    runs: list[list[str]] = [[]]
    is_range = "between" in words
    for i, word in enumerate(words):
        if _is_part_of_number(words, i):
            runs[-1].append(word)
            continue
        is_inside = _is_inside_number(words, i)
        if word == "half" or (word == "and" and runs[-1] and not is_inside and not is_range):
            return []
        if runs[-1] and (is_range or not is_inside):
            runs.append([])
    return [run for run in runs if run]


def _is_part_of_number(words: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` is a numeral, or the half of "half a million"; not of "two and half a million"."""
    if words[i] != "half":
        return is_numeral(words[i])
    following = [word for word in words[i + 1 : i + 3] if word != "a"]
    return bool(following) and following[0] in _SCALES and "and" not in words[max(0, i - 2) : i]


def _values(runs: Sequence[Sequence[str]]) -> list[float]:
    """The value of each number; none at all where one of them is not understood.

    A scale behind the second of two holds for both: "five to ten million".
    """
    values = [_value(run) for run in runs]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return []
    if len(known) != 2 or runs[1][-1] not in _SCALES or runs[0][-1] in _SCALES:
        return known
    scale = _SCALES[runs[1][-1]]
    return [known[0] * scale, known[1]] if known[0] * scale < known[1] else []


def _is_inside_number(words: Sequence[str], i: int) -> bool:
    """Whether the word at ``i``, no numeral, stands within one number.

    So do the hyphen of "twenty-five", the "and" of "two hundred and fifty" and the "a" of "half a million".
    """
    if i == 0 or i + 1 >= len(words):
        return False
    before, word, after = words[i - 1 : i + 2]
    if word == "a":
        return before == "half"
    if word == "and":
        return (before in _SCALES or before == "hundred") and 0 < CARDINALS.get(after, 0) < 100
    return word == "-" and _is_tens(before) and 0 < CARDINALS.get(after, 0) < 10


def _is_tens(word: str) -> bool:
    return CARDINALS.get(word, 0) in range(20, 100, 10)


def _value(run: Sequence[str]) -> float | None:
    """The value of one number: "26.5 million", "one thousand two hundred", "5bn"; None where two stand side by side."""
    total, current = 0.0, 0.0
    for place, word in enumerate(run):
        if word in _SCALES:
            total, current = total + (current or 1.0) * _SCALES[word], 0.0
        elif word in _GROUPS:
            current = (current or 1.0) * _GROUPS[word]
        elif word == "half":
            current = 0.5
        elif word in CARDINALS:
            if current % 100 and not (_is_tens(run[place - 1]) and CARDINALS[word] < 10):
                return None
            current += CARDINALS[word]
        elif current or total:
            return None
        else:
            current = _figures_value(word)
    return total + current


def _figures_value(word: str) -> float:
    """The value of figures with their suffix: "1,200", "26.5", "5m". Raises ValueError for anything else."""
    match = _FIGURES.fullmatch(word)
    if match is None:
        raise ValueError(f"no figure: {word!r}")
    return float(match[1].replace(",", "") + (match[2] or "")) * _SUFFIXES.get(match[3] or "", 1.0)
