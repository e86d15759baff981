"""What the words of a number say: "twenty-five" is 25, "half a million" 500,000, "no more than ten" at most 10."""

import re
from collections.abc import Sequence

from dossier.annotate.timex.lexicon import CARDINALS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
VAGUE = _WORDS["vague"]
LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "not fewer than", "not less than",
         "upwards of")  # fmt: skip
OR_MORE = "or more"
MOST = ("at most", "up to", "fewer than", "less than", "under", "no more than", "not more than", "as many as")
ABOUT = _WORDS["about"]
DASHES = frozenset("- – —".split())
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d+)?(k|m|mn|bn|b|tn)?", re.ASCII)
_GROUPS = {"hundred": 100.0, "dozen": 12.0}
_TEN = 10
_HUNDRED = 100
_PAIR = 2
Bounds = tuple[float | None, float | None, bool]
"""Least and most, as far as they are known, and whether the number is a rough one."""


def is_figure(word: str) -> bool:
    """Whether the word, in lower case, writes a number or part of one."""
    return word in CARDINALS or word in SCALES or bool(_DIGITS.fullmatch(word))


def bounds(words: Sequence[str]) -> Bounds:
    """Least and most of a number with the words that bound it, in lower case; nothing where they are not understood.

    >>> bounds(["no", "more", "than", "two", "hundred", "and", "fifty"])
    (None, 250.0, False)
    >>> bounds("about five to ten million".split()), bounds("dozens of".split())
    ((5000000.0, 10000000.0, True), (None, None, False))
    """
    values = _scaled(_runs(words))
    if not 1 <= len(values) <= _PAIR or any(word in VAGUE for word in _without_opening(words)):
        return None, None, False
    about = any(word in ABOUT for word in words)
    if len(values) == _PAIR:
        return min(values), max(values), about
    text = " ".join(words)
    if text.startswith(LEAST) or text.endswith(OR_MORE):
        return values[0], None, about
    return None if text.startswith(MOST) else values[0], values[0], about


def _without_opening(words: Sequence[str]) -> Sequence[str]:
    """The words but "as many as", which tells no vague number."""
    return words[3:] if tuple(words[:3]) == ("as", "many", "as") else words


def _runs(words: Sequence[str]) -> list[list[str]]:
    """The words that write a number, for each number; none where it is unclear which go together."""
    runs: list[list[str]] = [[]]
    for i, word in enumerate(words):
        if _is_part(words, i):
            runs[-1].append(word)
        elif word == "half" or (word == "and" and runs[-1] and not _is_inside(words, i) and "between" not in words):
            return []
        elif runs[-1] and not (_is_inside(words, i) and "between" not in words):
            runs.append([])
    return [run for run in runs if run]


def _is_part(words: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` is a figure, or the half of "half a million"."""
    if words[i] != "half":
        return is_figure(words[i])
    following = [word for word in words[i + 1 : i + 3] if word != "a"]
    return bool(following) and following[0] in SCALES and "and" not in words[max(0, i - 2) : i]


def _scaled(runs: Sequence[Sequence[str]]) -> list[float]:
    """The numbers, that of "five to ten million" for both; none where one is not understood."""
    values = [_value(run) for run in runs]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or len(values) != _PAIR or runs[1][-1] not in SCALES or runs[0][-1] in SCALES:
        return known if len(known) == len(values) else []
    scale = SCALES[runs[1][-1]]
    return [known[0] * scale, known[1]] if known[0] * scale < known[1] else []


def _is_inside(words: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` stands within one number: "twenty-five", "two hundred and fifty", "half a million"."""
    if i == 0 or i + 1 >= len(words):
        return False
    before, word, after = words[i - 1 : i + 2]
    if word == "a":
        return before == "half"
    if word == "and":
        return (before in SCALES or before == "hundred") and 0 < CARDINALS.get(after, 0) < _HUNDRED
    return word == "-" and _is_tens(before) and 0 < CARDINALS.get(after, 0) < _TEN


def _is_tens(word: str) -> bool:
    return CARDINALS.get(word, 0) in range(2 * _TEN, _HUNDRED, _TEN)


def _value(run: Sequence[str]) -> float | None:
    """One number: "26.5 million", "one thousand two hundred", "5bn"; None where two stand side by side."""
    total, current = 0.0, 0.0
    for place, word in enumerate(run):
        if word in SCALES:
            total, current = total + (current or 1.0) * SCALES[word], 0.0
        elif word in _GROUPS:
            current = (current or 1.0) * _GROUPS[word]
        elif word == "half":
            current = 0.5
        elif word in CARDINALS:
            if current % _HUNDRED and not (_is_tens(run[place - 1]) and CARDINALS[word] < _TEN):
                return None
            current += CARDINALS[word]
        elif current or total:
            return None
        else:
            current = _digits(word)
    return total + current


def _digits(word: str) -> float:
    match = _DIGITS.fullmatch(word)
    if match is None:
        raise ValueError(f"no figure: {word!r}")
    return float(match[1].replace(",", "") + (match[2] or "")) * SUFFIXES.get(match[3] or "", 1.0)
