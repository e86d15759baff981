"""The lines that one sentence gives for its events: which of them says all that another says."""

import re
from collections.abc import Iterable

from dossier.model import Attribution

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
    """Whether a line says itself that this source says so: it holds the source, by its words or name, and the cue."""
    words = _said(line)
    called = [source.text, source.name or source.text]
    return _said(source.cue.exact) in words and any(_said(name) in words for name in called)


def _said(line: str) -> str:
    """The words alone, so that brackets, case and stops make no difference; spaces part them and stand around them."""
    return f" {' '.join(_WORD.findall(line.casefold()))} "
