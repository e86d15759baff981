"""The markings that the user gives to files, by patterns of their paths."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from dossier.model import Marking, strictest

_ANYWHERE = "**/"


@dataclass(frozen=True, slots=True)
class PlaceMarkings:
    """Markings by path or pattern: that of a folder holds for all below it, and the strictest that matches counts.

    A pattern matches rather too much than too little: ``*`` matches slashes too, and case does not matter. ``used`` are
    the rules that matched something.

    >>> marked = PlaceMarkings({"closed": Marking.RED, "**/draft-*.txt": Marking.AMBER})
    >>> [marked.of(path) for path in ("closed/a/b.txt:3", "Draft-1.txt", "open/a.txt")]
    [<Marking.RED: 'TLP:RED'>, <Marking.AMBER: 'TLP:AMBER'>, None]
    """

    rules: Mapping[str, Marking] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def of(self, *places: str) -> Marking | None:
        """The marking of what stands at these places, all names of one thing; a line number may follow each."""
        if not self.rules:
            return None
        paths = {path for place in places for path in _paths(place)}
        matching = [rule for rule in self.rules if any(_matches(path, rule) for path in paths)]
        self.used.update(matching)
        return strictest(*(self.rules[rule] for rule in matching))


NO_MARKINGS = PlaceMarkings()
"""The user marks no file."""


def _paths(place: str) -> Iterator[str]:
    """The path at a place with and without the number behind it, and the folders above."""
    for name in (place, place.rpartition(":")[0]):
        if name:
            path = PurePosixPath(posixpath.normpath(name).casefold())
            yield from (str(one) for one in (path, *path.parents) if str(one) != ".")


def _matches(path: str, rule: str) -> bool:
    pattern = posixpath.normpath(rule).casefold()
    below = pattern.removesuffix("/**")
    return any(fnmatchcase(path, one) for one in {pattern, below, pattern.replace(_ANYWHERE, "")})
