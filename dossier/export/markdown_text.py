"""Text from outside in Markdown: it stays text, whatever it looks like."""

import re

from dossier.text.printable import printable

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$#^={}%@&!])")
"""Signs that begin something in CommonMark, GitHub's or Obsidian's Markdown: emphasis, links, pictures, tags."""
_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=/)|(?<=www)\.|(?<=:):", re.IGNORECASE)
"""Signs that make a link of an address, or a field of Obsidian's Dataview ("name::")."""
_LINE_START = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
"""What would begin a list."""


def escaped(text: str) -> str:
    r"""The text on one line, with a backslash before each sign that Markdown would take for its own.

    >>> print(escaped("![x](http://a.example) #1 [[Ada]] <b>"))
    \!\[x\](http\://a.example) \#1 \[\[Ada\]\] \<b\>
    >>> print(escaped("1. Ada"), escaped("- Ada"))
    1\. Ada \- Ada
    """
    line = printable(" ".join(text.split()))
    line = _ADDRESS.sub(lambda match: "\\" + match[0], _SIGNS.sub(r"\\\1", line))
    if start := _LINE_START.match(line):
        digits = start[0] if start[0].isdigit() else ""
        return f"{digits}\\{line[len(digits) :]}"
    return line


def quoted(text: str) -> str:
    """The text as a block quotation of one paragraph."""
    return f"> {escaped(text)}"
