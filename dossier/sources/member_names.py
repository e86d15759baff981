"""The names of files within files: to show, and to tell kinds by. They never become paths."""

import re

_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/.]|__MACOSX/)")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MAX_CHARACTERS = 200
"""Characters of the longest name that is shown whole; of a longer one the end. Set by hand."""


def shown_name(name: str) -> str:
    r"""The name as part of a ref: with forward slashes, without parts that lead out or do not print.

    >>> shown_name("../..\\etc//a.txt"), shown_name("/b.txt"), shown_name("..")
    ('etc/a.txt', 'b.txt', 'file')
    """
    printable = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name.replace("\\", "/"))
    parts = [part for part in printable.split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-_MAX_CHARACTERS:].strip("/ ") or "file"


def own_name(name: str) -> str:
    """The name without folders.

    >>> own_name("a/b.txt")
    'b.txt'
    """
    return shown_name(name).rpartition("/")[2]


def is_hidden(name: str) -> bool:
    """Whether it or a folder above it begins with a dot, as in a folder on the disk; or macOS put it there.

    >>> [is_hidden(name) for name in ("a/.git/config", "__MACOSX/a.txt", "./a.txt", "../a.txt")]
    [True, True, False, False]
    """
    return _HIDDEN.search(name.replace("\\", "/")) is not None
