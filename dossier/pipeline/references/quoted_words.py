"""Where words that a reader quotes stand in a text."""

import re

from dossier.model import Quote, Span

_BRACKETED = re.compile(r"(?P<prefix>[^\[\]]*)\[(?P<exact>[^\[\]]+)\](?P<suffix>[^\[\]]*)")


def find_words(text: str, words: str, prefix: str = "", suffix: str = "") -> list[Quote]:
    """The places of the words, of those behind ``prefix`` and before ``suffix``; any white space is as good as another.

    Words in square brackets are those that are meant, where the text has them without: "said [she] would".

    >>> find_words("She said she left.", "said [she] left")
    [Quote(span=Span(start=9, end=12), exact='she')]
    """
    found = _find(text, words, prefix, suffix)
    bracketed = _BRACKETED.fullmatch(words)
    if not found and bracketed:
        found = _find(text, bracketed["exact"], prefix + bracketed["prefix"], bracketed["suffix"] + suffix)
    return found


def _find(text: str, words: str, prefix: str, suffix: str) -> list[Quote]:
    before, exact, behind = (_pattern(part) for part in (prefix, words, suffix))
    if not exact:
        return []
    # looked ahead for, since one place may overlap the next
    found = re.finditer(rf"(?={before}\s*({exact})\s*{behind})" if before or behind else rf"(?=({exact}))", text)
    return [Quote.cut(text, Span(*place)) for place in sorted({match.span(1) for match in found})]


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
