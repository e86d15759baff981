"""The lines that one sentence gives for its events: which of them says all that another says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Attribution
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")

PRONOUNS = _WORDS["pronouns"]
"""Words that name nobody: a name in brackets may stand for one."""

_BRACKETED = re.compile(r"\[([^\]]*)\]")
_SLOT = "_"  # stands for a name in brackets
_LONGEST = 12  # words of a source that are compared
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that must stand together; for those in brackets a pronoun may stand."""

    words: tuple[str, ...]
    is_bracketed: bool = False


def fullest(lines: Iterable[str]) -> dict[str, str]:
    """For each line the longest of them that says what it says; itself, where no other does.

    >>> fullest(["Ada fled.", "[Ada] fled to Dravna."])["Ada fled."]
    '[Ada] fled to Dravna.'
    """
    kept: list[tuple[str, list[str], frozenset[str]]] = []
    found: dict[str, str] = {}
    for line in sorted(dict.fromkeys(lines), key=len, reverse=True):
        pieces = _pieces(line)
        plain = {piece.words[0] for piece in pieces if not piece.is_bracketed}  # most lines differ in one of these
        holding = (other for other, words, known in kept if plain <= known and _stand_in(words, pieces))
        found[line] = next(holding, line)
        if found[line] == line:
            words = _words(line)
            kept.append((line, words, frozenset(words)))
    return found


def holds(line: str, other: str) -> bool:
    """Whether a line has all words of another of its sentence, in their order; for a name in brackets, a pronoun too.

    >>> holds("Ada sold the boat and her house.", "Ada sold [Ada’s] house.")
    True
    """
    return _stand_in(_words(line), _pieces(other))


def _stand_in(words: Sequence[str], pieces: Sequence[_Piece]) -> bool:
    at = 0
    for piece in pieces:
        end = _end(words, piece, at)
        if end is None:
            return False
        at = end
    return True


def _end(words: Sequence[str], piece: _Piece, start: int) -> int | None:
    """Where the piece ends that stands first in the words from ``start`` on; None where it does not stand there."""
    for at in range(start, len(words)):
        if piece.is_bracketed and words[at] in PRONOUNS:
            return at + 1
        if words[at] == piece.words[0] and tuple(words[at : at + len(piece.words)]) == piece.words:
            return at + len(piece.words)
    return None


def _pieces(line: str) -> list[_Piece]:
    """The words of a line one by one, but a name in brackets as a whole."""
    found: list[_Piece] = []
    for number, stretch in enumerate(_BRACKETED.split(line)):
        words = _words(stretch)
        if number % 2 and words:
            found.append(_Piece(tuple(words), is_bracketed=True))
        else:
            found += [_Piece((word,)) for word in words]
    return found


def _words(line: str) -> list[str]:
    return _WORD.findall(line.casefold())


def names(line: str, source: Attribution) -> bool:
    """Whether a line says itself that this source says so: it holds the cue and the source, by its words or name."""
    words = _said(line)
    called = [source.text, source.name or source.text]
    if _said(source.cue.exact) not in words:
        return False
    return any(_said(name) in words for name in called) or _is_completed(line, source.text)


def _is_completed(line: str, called: str) -> bool:
    """Whether the words stand in the line with a name in brackets for some of them: [Ada’s] lawyer, for her lawyer."""
    words, slotted = _said(called).split()[:_LONGEST], _said(_BRACKETED.sub(f" {_SLOT} ", line))
    cuts = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(
        f" {' '.join([*words[:start], _SLOT, *words[end:]])} " in slotted
        for start, end in cuts
        if end - start < len(words)
    )


def _said(line: str) -> str:
    """The words alone, so that brackets, case and stops make no difference; spaces part them and stand around them."""
    return f" {' '.join(_words(line))} "
