"""The steps of a scale that a text names: "phase five", "from level four to five"."""

import re
from collections.abc import Iterator, Mapping

from dossier.text.interning import word_set
from dossier.text.word_lists import word_lists, word_tables

DIGITS: Mapping[str, str] = word_tables("dossier.text", "scale_words.toml")["digits"]
"""The digits for cardinal numbers in words, from two on."""
_NUMBER = rf"(\d{{1,2}}|{'|'.join(sorted(DIGITS))})\b"
_NOUN = rf"\b(?:{'|'.join(sorted(word_lists('dossier.text', 'scale_words.toml')['step_nouns']))})s?"
_SCALE = re.compile(rf"{_NOUN}\b", re.IGNORECASE)
# "phase 5", "level of 5", "level from four to five", "phase five to six"
_STEP = re.compile(
    rf"{_NOUN}(?:\s+(?:from|of))?(?:\s+to)?(?:\s+an?)?[\s-]+{_NUMBER}(?:\s+to\s+(?:(?:an?|{_NOUN})\s+)?{_NUMBER})?",
    re.IGNORECASE,
)
# "to 5", where a scale is named
_TO_STEP = re.compile(rf"\bto\s+{_NUMBER}(?![-.,]\d|-\w)", re.IGNORECASE)


def steps(text: str) -> frozenset[str]:
    """The steps of a scale that the text names, in digits; of a move from one to another the second.

    >>> sorted(steps(" its alert from level four to five, and a stage-2 ban"))
    ['2', '5']
    """
    return word_set(_steps(text))


def _steps(text: str) -> Iterator[str]:
    numbers = [found[2] or found[1] for found in _STEP.finditer(text)]
    if not numbers and _SCALE.search(text):
        numbers = _TO_STEP.findall(text)
    return (DIGITS.get(number.casefold(), number) for number in numbers)
