"""Text of articles in a message: one line, and nothing in it that does anything where it is shown."""

from dossier.text.printable import printable

MAX_LINE = 300
"""Characters of the longest line of an entry in a message. Set by hand: most lines of dossiers are shorter."""
_FULL_WIDTH = 0xFEE0
"""How far the full-width form of an ASCII character lies from it in Unicode."""
_INERT = {ord(char): chr(ord(char) + _FULL_WIDTH) for char in "<>&*_~`|[]\\#@"}
"""Characters that mean something in HTML, Markdown or a chat, with forms that look the same and mean nothing."""
_INERT_COLON = chr(ord(":") + _FULL_WIDTH)
"""Behind the scheme of an address, so that nothing makes a link of it."""


def plain_line(text: str, longest: int = MAX_LINE) -> str:
    r"""The text as one line without control characters and live markup, cut at a length.

    >>> plain_line("Ada\nBrandt  resigned", 12)
    'Ada Brandt …'
    """
    line = printable(" ".join(text.split())).translate(_INERT).replace("://", f"{_INERT_COLON}//")
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
