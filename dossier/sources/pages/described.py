"""How a page describes itself in its metadata: often in the first words of its article."""

import re

from dossier.sources.pages.page_metadata import Page
from dossier.text.word_lists import word_tables

_KEYS = word_tables("dossier.sources.pages", "page_keys.toml")["parts"]["description"].split()
_WORD = re.compile(r"\w+")
_WORDS_OF_OPENING = 8
"""First words of a description that are looked for; a shorter one tells too little. Set by hand."""


def openings(page: Page) -> tuple[str, ...]:
    """The first words of each description of the page, as ``plain_words`` gives them."""
    descriptions = [text for key in _KEYS for text in page.meta_values([key])]
    found = (plain_words(text).split()[:_WORDS_OF_OPENING] for text in descriptions)
    return tuple(dict.fromkeys(" ".join(words) for words in found if len(words) == _WORDS_OF_OPENING))


def plain_words(text: str) -> str:
    """The words of a text in small letters, with single spaces and no marks.

    >>> plain_words("“Shut,”  she said.")
    'shut she said'
    """
    return " ".join(_WORD.findall(text.casefold()))
