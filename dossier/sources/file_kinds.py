"""What a file is that is not read, by the ending of its name, and the way to one that is."""

from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_tables

_TABLES = word_tables("dossier.sources", "file_kinds.toml")
_KIND_BY_ENDING = {ending: kind for kind, found in _TABLES["endings"].items() for ending in found.split()}


def endings(name: str) -> list[str]:
    """The endings of the name of a file in lower case, the longest first.

    >>> endings("crawl.WARC.gz")
    ['.warc.gz', '.gz']
    """
    name = name.lower()
    return [name[place:] for place, char in enumerate(name) if char == "." and place]


def unread_kind(name: str) -> Unreadable | None:
    """The error for a file of a kind that is known, and not read; None where its name says nothing."""
    kind = next((_KIND_BY_ENDING[ending] for ending in endings(name) if ending in _KIND_BY_ENDING), None)
    return Unreadable(f"{kind}, which Dossier does not read", _TABLES["ways_out"][kind]) if kind else None


def unknown_kind(name: str) -> Unreadable:
    """The error for a file of which neither its name nor its first bytes say what it is."""
    if endings(name):
        return Unreadable("not a kind of file Dossier reads", "save its text as .txt; docs/inputs.md lists the kinds")
    kind = "a file without an ending"
    return Unreadable(f"{kind}, which Dossier does not read", _TABLES["ways_out"][kind])
