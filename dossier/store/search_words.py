"""The words of a text as a search compares them, and what a user's query asks of them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.model import Span

_MAX_PARTS = 24
"""How many words and phrases of a query count; the rest is left out. Set by hand: longer than any question."""
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts that write no space between words (Thai, kana, Han): each counts as a word."""
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
"""Accents and vowel signs that stand behind their letter: part of its word, and no letters themselves."""
_WORD = re.compile(f"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\\W_]|(?<=\\w)[{_MARKS}])+")
_QUERY_PART = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+)')


def folded(word: str) -> str:
    """The word in small letters, without accents.

    >>> folded("Zürich"), folded("ÉCOLE")
    ('zurich', 'ecole')
    """
    plain = word.casefold()
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


def words_of(text: str) -> Iterator[tuple[str, Span]]:
    """Each word of the text, folded, with its place; punctuation and marks of their own are left out.

    >>> [word for word, _ in words_of("Al-Khums’s école")]
    ['al', 'khums', 's', 'ecole']
    """
    for found in _WORD.finditer(text):
        for word in _WORD.findall(folded(found.group())):  # folding makes several words of a few signs ("½")
            yield word, Span(found.start(), found.end())


@dataclass(frozen=True, slots=True)
class QueryPart:
    """Words that have to stand one behind the other; the last one is only the beginning of a word if ``is_open``."""

    words: tuple[str, ...]
    is_open: bool = False

    @property
    def match(self) -> str:
        """The part in the language of FTS5. Its words are letters and digits alone, so none can end the quotes."""
        return f'"{" ".join(self.words)}"{"*" if self.is_open else ""}'

    def places(self, found: Sequence[tuple[str, Span]]) -> Iterator[Span]:
        """Where the part stands among the words that ``words_of`` found."""
        size = len(self.words)
        for start in range(len(found) - size + 1):
            here = tuple(word for word, _ in found[start : start + size])
            fits_last = here[-1].startswith(self.words[-1]) if self.is_open else here[-1] == self.words[-1]
            if fits_last and here[:-1] == self.words[:-1]:
                yield Span(found[start][1].start, found[start + size - 1][1].end)


@dataclass(frozen=True)
class SearchQuery:
    """What a user looks for: every part has to be there."""

    parts: tuple[QueryPart, ...]

    @classmethod
    def parse(cls, text: str) -> "SearchQuery":
        """The query that any text asks; no text is an error.

        Words in double quotes are a phrase, and a star behind a word or phrase leaves its end open.

        >>> [part.match for part in SearchQuery.parse('arrest* "Cape Arnaut" NEAR(').parts]
        ['"arrest"*', '"cape arnaut"', '"near"']
        """
        parts: list[QueryPart] = []
        for found in _QUERY_PART.finditer(text):
            words = tuple(word for word, _ in words_of(found["phrase"] or found["bare"] or ""))
            is_open = found.group().endswith("*") or text.startswith("*", found.end())
            if words:
                parts.append(QueryPart(words, is_open))
        return cls(tuple(dict.fromkeys(parts))[:_MAX_PARTS])

    @cached_property
    def match(self) -> str:
        """The query in the language of FTS5, empty where it asks for nothing."""
        return " AND ".join(part.match for part in self.parts)

    @property
    def opened(self) -> "SearchQuery":
        """The same query with the end of each part left open."""
        return SearchQuery(tuple(QueryPart(part.words, is_open=True) for part in self.parts))

    def places(self, text: str) -> list[tuple[int, Span]]:
        """The places in the text that the query means, in their order, each with the number of its part."""
        found = list(words_of(text))
        places = [(number, span) for number, part in enumerate(self.parts) for span in part.places(found)]
        return sorted(places, key=lambda place: (place[1].start, -place[1].end))
