"""The words that stand for the title of an article that has none: its headline, else the first words of its body."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dossier.model import Annotations, ArticlePassage, Citation, PassageRole
from dossier.text.calendar_words import MONTH, WEEKDAY

_NO_TITLE = frozenset(
    {
        PassageRole.BYLINE,
        PassageRole.DATELINE,
        PassageRole.ITEM_DATE,
        PassageRole.CAPTION,
        PassageRole.CREDIT,
        PassageRole.TEASER,
        PassageRole.CORRECTION,
        PassageRole.POST,
        PassageRole.FURNITURE,
    }
)
"""What says nothing of the article that it stands in."""
_MOST_CHARACTERS = 100
"""Of an opening. Set by hand: about a line."""
_BULLET = re.compile(r"(?:^|\s)(?:\\?\*|[•▪·])\s+")
_MARKS = " \t\n|\\*•▪·–—-/"
_SENTENCE = re.compile(r"(?:\S+[ \t]+){4}[^\n]*?[a-z\d)][a-z][.?!…][”\"’']?(?=\s|$)")
"""Of five words and more, so that neither an initial ends it nor "Humans have it." stands for an article."""
_STAMP = re.compile(rf"(?:{WEEKDAY},?\s+)?(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}},?)\s+\d{{4}}\b", re.IGNORECASE)
_STAMP_CHARACTERS = 60
"""In which a stamp stands. Set by hand: "Wednesday, September 30, 2020" has half as many."""


def with_openings(
    citations: Mapping[str, Citation], annotations: Iterable[Annotations], text_of: Callable[[str], str]
) -> Mapping[str, Citation]:
    """The citations, those with an opening with one that tells of the article, where what was read in it says so.

    ``text_of`` gives the text of an article by its id; only texts that begin with a part of the page are asked for.
    """
    changed = dict(citations)
    for found in annotations:
        cited = citations[found.article]
        has_head = any(passage.span.start <= _MOST_CHARACTERS for passage in found.passages)
        if cited.opening and (has_head or _BULLET.match(cited.opening)):
            words = opening(text_of(found.article), found.passages)
            changed[found.article] = replace(cited, opening=words or cited.opening)
    return changed


def opening(text: str, passages: Iterable[ArticlePassage]) -> str:
    """The headline that the text begins with, else its first sentence behind dateline, byline, caption and the like.

    Cut at a word where it is long; empty where nothing is left.

    >>> from dossier.model import Span
    >>> dateline = ArticlePassage(Span(0, 17), PassageRole.DATELINE)
    >>> opening("ORLOV (Agency) - The port burnt all night. It is shut.", [dateline])
    'The port burnt all night.'
    """
    at, end = 0, len(text)
    for passage in sorted(passages, key=lambda one: one.span.start):
        if passage.span.start > _first_letter(text, at):
            break
        if passage.role is PassageRole.HEADLINE or _is_above_stamp(passage, text):
            end = passage.span.end
            break
        if passage.role in _NO_TITLE:
            at = max(at, passage.span.end)
    told = _BULLET.split(text[_first_letter(text, at) : end], maxsplit=1)[0]
    line = next((" ".join(line.split()) for line in told.splitlines() if " " in line.strip()), "")
    sentence = _SENTENCE.match(line)
    return _cut(sentence[0] if sentence else line)


def _is_above_stamp(passage: ArticlePassage, text: str) -> bool:
    """Whether it is what a page has above the time of publication: its headline, and no caption as before a town."""
    behind = text[_first_letter(text, passage.span.end) :][:_STAMP_CHARACTERS]
    return passage.role is PassageRole.CAPTION and bool(_STAMP.match(behind))


def _first_letter(text: str, start: int) -> int:
    """Where the text goes on behind spaces and the marks that stand between the parts of a page."""
    return len(text) - len(text[start:].lstrip(_MARKS))


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_CHARACTERS else words[: _MOST_CHARACTERS + 1].rpartition(" ")[0]
