"""Compare the lines of events in one sentence: which line has all words of another, and which names a source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Attribution
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")

PRONOUNS = _WORDS["pronouns"]

_BRACKETED = re.compile(r"\[([^\]]*)\]")
_NAME_SLOT = "_"
"""Stands for a name in brackets."""
_MAX_SOURCE_WORDS = 12
"""Words of a source that are compared: the time grows with their square. Set by hand."""
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
            words = _words(line)
            kept.append((line, words, frozenset(words)))
    return found


def holds(line: str, other: str) -> bool:
    """Whether a line has all words of another in their order. A pronoun counts as a name in brackets.

    >>> holds("Ada sold the boat and her house.", "Ada sold [Ada’s] house.")
    True
    """
    return _stand_in_order(_words(line), _phrases(other))


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
    for number, stretch in enumerate(_BRACKETED.split(line)):
        words = _words(stretch)
        if number % 2 and words:
            found.append(_Phrase(tuple(words), is_bracketed=True))
        else:
            found += [_Phrase((word,)) for word in words]
    return found


def _words(line: str) -> list[str]:
    return _WORD.findall(line.casefold())


def names_source(line: str, source: Attribution) -> bool:
    """Whether a line has the cue of an attribution and its source: its words in the text, or its name.

    A run of the source's words may stand as a name in brackets: "[Ada’s] lawyer" for "her lawyer".
    """
    words = _spaced_words(line)
    called = [source.text, source.name or source.text]
    if _spaced_words(source.cue.exact) not in words:
        return False
    return any(_spaced_words(name) in words for name in called) or _has_with_bracketed_name(line, source.text)


def _has_with_bracketed_name(line: str, called: str) -> bool:
    """Whether the line has the words with a name in brackets for a run of them: "[Ada’s] lawyer" for "her lawyer"."""
    words, slotted = (
        _spaced_words(called).split()[:_MAX_SOURCE_WORDS],
        _spaced_words(_BRACKETED.sub(f" {_NAME_SLOT} ", line)),
    )
    cuts = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(
        f" {' '.join([*words[:start], _NAME_SLOT, *words[end:]])} " in slotted
        for start, end in cuts
        if end - start < len(words)
    )


def _spaced_words(line: str) -> str:
    """The folded words, with a space between them and around them; brackets and punctuation are dropped."""
    return f" {' '.join(_words(line))} "
