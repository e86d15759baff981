"""The lines that one sentence gives for its events: which of them says all that another says."""

import re
from collections.abc import Iterable

from dossier.model import Attribution

_BRACKETS = re.compile(r"\[[^\]]*\]")
_SLOT = "_"  # stands for a name in brackets
_LONGEST = 12  # words of a source that are compared
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def fullest(lines: Iterable[str]) -> dict[str, str]:
    """For each line the longest of them that holds its words in one piece; itself, where no other does.

    >>> fullest(["Ada fled.", "[Ada] fled to Dravna."])["Ada fled."]
    '[Ada] fled to Dravna.'
    """
    kept: dict[str, str] = {}
    found: dict[str, str] = {}
    for line in sorted(dict.fromkeys(lines), key=len, reverse=True):
        said = _said(line)
        found[line] = next((other for words, other in kept.items() if said in words), line)
        kept.setdefault(said, found[line])
    return found


def names(line: str, source: Attribution) -> bool:
    """Whether a line says itself that this source says so: it holds the cue and the source, by its words or name."""
    words = _said(line)
    called = [source.text, source.name or source.text]
    if _said(source.cue.exact) not in words:
        return False
    return any(_said(name) in words for name in called) or _is_completed(line, source.text)


def _is_completed(line: str, called: str) -> bool:
    """Whether the words stand in the line with a name in brackets for some of them: [Ada’s] lawyer, for her lawyer."""
    words, slotted = _said(called).split()[:_LONGEST], _said(_BRACKETS.sub(f" {_SLOT} ", line))
    cuts = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(
        f" {' '.join([*words[:start], _SLOT, *words[end:]])} " in slotted
        for start, end in cuts
        if end - start < len(words)
    )


def _said(line: str) -> str:
    """The words alone, so that brackets, case and stops make no difference; spaces part them and stand around them."""
    return f" {' '.join(_WORD.findall(line.casefold()))} "
