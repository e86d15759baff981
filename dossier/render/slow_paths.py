"""Two slow paths in the libraries under WeasyPrint, mended from outside until they are mended there.

tinyhtml5 2.1 keeps its patterns under a key that it never asks for, and makes each anew: half the time of reading a
page. pydyf 0.13 lists all pages for each element of the structure, which takes the square of the pages.
"""

import re
from functools import cache
from typing import Any

_KNOWN = "listed_pages"


class _Patterns(dict[tuple[tuple[str, ...], bool], re.Pattern[str]]):
    """By characters, and by whether these are sought or what is none of them: the pattern of a run."""

    def __missing__(self, key: tuple[tuple[str, ...], bool]) -> re.Pattern[str]:
        characters, is_of_these = key
        codes = "".join(f"\\x{ord(character):02x}" for character in characters)
        found = self[key] = re.compile(f"[{'' if is_of_these else '^'}{codes}]+")
        return found


def page_references(pdf: Any) -> tuple[bytes, ...]:
    """The references to the pages of a PDF of pydyf, which are listed anew only when there are more."""
    numbers = pdf.pages["Kids"][::3]
    known: tuple[bytes, ...] = vars(pdf).get(_KNOWN, ())
    if len(known) != len(numbers):
        known = vars(pdf)[_KNOWN] = tuple(b"%d 0 R" % number for number in numbers)
    return known


@cache
def mend_slow_paths() -> None:
    """Let the libraries of this process take the short way; what they give stays the same."""
    import pydyf
    from tinyhtml5 import inputstream

    inputstream.characters_until_regex = _Patterns()
    pydyf.PDF.page_references = property(page_references)
