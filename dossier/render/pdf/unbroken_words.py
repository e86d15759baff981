"""Where lines break and where they do not, said by characters: for WeasyPrint each element costs time.

A title of 5,000 characters without a blank took 20 s with ``<wbr>``, and takes 1.4 s without. A reader of the PDF finds
neither character in its text.
"""

import re

_PLACE_TO_BREAK = "\N{ZERO WIDTH SPACE}"
_NO_BREAK = "\N{WORD JOINER}"
_WHOLE = re.compile(r'<span class="whole">([^<>]*)</span>')
_BREAKABLE = re.compile(r"[-\N{HYPHEN}\s]")


def with_fewer_elements(page: str) -> str:
    """The page with characters instead of the elements that allow a line to break, or forbid it.

    A word that holds an element keeps its own.

    >>> with_fewer_elements('<span class="whole">US-built</span>').replace("\N{WORD JOINER}", "(joiner)")
    'US-(joiner)built'
    >>> with_fewer_elements('<span class="whole">-- and</span>').count("\N{WORD JOINER}")
    3
    """
    return _WHOLE.sub(_joined, page.replace("<wbr>", _PLACE_TO_BREAK))


def _joined(word: re.Match[str]) -> str:
    return _BREAKABLE.sub(lambda place: place[0] + _NO_BREAK, word[1])
