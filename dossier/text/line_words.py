"""Compare the words of lines: which line has all words of another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.text.word_lists import word_lists

PRONOUNS = word_lists("dossier.text", "line_words.toml")["pronouns"]

BRACKETED = re.compile(r"\[([^\]]*)\]")
_DATE_IN_BRACKETS = re.compile(r" \[[^\]]*\b\d{4}\]")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Folded words that must stand together. A pronoun may stand for a phrase in brackets."""

    words: tuple[str, ...]
    is_bracketed: bool = False


def fullest(lines: Iterable[str]) -> dict[str, str]:
    """For each line the longest line that has all its words (see ``holds``); itself where there is no other.

    >>> fullest(["Ada fled.", "[Ada] fled to Dravna."])["Ada fled."]
    '[Ada] fled to Dravna.'
    """
    kept: list[tuple[str, list[str], frozenset[str]]] = []
    found: dict[str, str] = {}
    for line in sorted(dict.fromkeys(lines), key=len, reverse=True):
        pieces = _phrases(line)
        # a quick test first: most lines differ in one of the words outside brackets
        plain = {piece.words[0] for piece in pieces if not piece.is_bracketed}
        holding = (other for other, words, known in kept if plain <= known and _stand_in_order(words, pieces))
        found[line] = next(holding, line)
        if found[line] == line:
            words = line_words(line)
            kept.append((line, words, frozenset(words)))
    return found


def holds(line: str, other: str) -> bool:
    """Whether a line has all words of another in their order. A pronoun counts as a name in brackets.

    >>> holds("Ada sold the boat and her house.", "Ada sold [Ada’s] house.")
    True
    """
    return _stand_in_order(line_words(line), _phrases(other))


def _stand_in_order(words: Sequence[str], pieces: Sequence[_Phrase]) -> bool:
    at = 0
    for piece in pieces:
        end = _end_of_phrase(words, piece, at)
        if end is None:
            return False
        at = end
    return True


def _end_of_phrase(words: Sequence[str], piece: _Phrase, start: int) -> int | None:
    """The index behind the first place of the phrase in the words from ``start`` on; None where it does not occur."""
    for at in range(start, len(words)):
        if piece.is_bracketed and words[at] in PRONOUNS:
            return at + 1
        if words[at] == piece.words[0] and tuple(words[at : at + len(piece.words)]) == piece.words:
            return at + len(piece.words)
    return None


def _phrases(line: str) -> list[_Phrase]:
    """The words of a line, each as a phrase of its own, but a name in brackets as one phrase."""
    found: list[_Phrase] = []
    for number, stretch in enumerate(BRACKETED.split(line)):
        words = line_words(stretch)
        if number % 2 and words:
            found.append(_Phrase(tuple(words), is_bracketed=True))
        else:
            found += [_Phrase((word,)) for word in words]
    return found


def line_words(line: str) -> list[str]:
    """The words of a line in lower case, without brackets and punctuation.

    >>> line_words("[Ada’s] boat sank.")
    ['ada’s', 'boat', 'sank']
    """
    return _WORD.findall(line.casefold())


def without_dates(line: str) -> str:
    """The line without the dates that were put into it behind "last week" and the like.

    >>> without_dates("Last week [3–9 August 2020], [Ada Brandt] resigned.")
    'Last week, [Ada Brandt] resigned.'
    """
    return _DATE_IN_BRACKETS.sub("", line)
