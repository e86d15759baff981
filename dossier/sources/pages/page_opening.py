"""The lines that readers see at the head of a page, from its headline down to the first paragraph.

trafilatura leaves out most lines with authors and dates, since they are no text of the article.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.sources.dates.date_stamps import MAX_LINE_CHARACTERS, OpeningLine, is_chronicle, stamps
from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.page_metadata import Tree, is_of_update, words_of
from dossier.text.word_lists import word_lists

_MAX_BLOCKS = 20
"""Blocks that may stand before the date: headline, standfirst, buttons. Set by hand; no measurement is recorded."""
_WORDS = word_lists("dossier.sources", "source_words.toml")
_BYLINE_CLASSES = _WORDS["classes_of_bylines"]
_INLINE, _NOT_READ = _WORDS["tags_within_a_line"], _WORDS["tags_beside_an_article"]
_LETTERS_GO_ON = _WORDS["tags_within_a_word"]
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)

_Piece = tuple[str, bool]
"""A stretch of text, and whether the page marks it as part of a byline."""
_LINE_END: _Piece = ("\n", False)
_BLANK: _Piece = (" ", False)


def lines(tree: Tree) -> tuple[OpeningLine, ...]:
    """The lines from the head of the article to its first long one, where the page says which part is the article.

    Menus, footers, captions and what is hidden or stands beside the article are left out.
    """
    article = _article(tree)
    if article is None:
        return ()
    everything = all_lines(article)
    opening = _opening(everything)
    return tuple(filter(_has_words_for_its_dates, opening) if is_chronicle(everything) else opening)


def all_lines(element: Tree) -> list[OpeningLine]:
    """The lines of an element that readers see, each with whether the page marks it as a byline."""
    return list(_joined(_pieces(element, is_byline=False)))


def _article(tree: Tree) -> Tree | None:
    """The ``<article>`` or ``<main>`` of the page, or what stands around a headline that is the title of the page."""
    for tag in ("article", "main"):
        with_headline = [element for element in tree.iter(tag) if next(element.iter("h1"), None) is not None]
        if found := with_headline or list(tree.iter(tag)):
            return found[0] if len(found) == 1 else None
    titles = [words_of(title) for title in tree.iter("title")]
    headlines = [h1 for h1 in tree.iter("h1") if words_of(h1) and titles and titles[0].startswith(words_of(h1))]
    return headlines[0].getparent() if len(headlines) == 1 else None


def _has_words_for_its_dates(line: OpeningLine) -> bool:
    return not any(stamp.is_bare for stamp in stamps(line))


def _opening(everything: Sequence[OpeningLine]) -> Iterator[OpeningLine]:
    for line in everything[:_MAX_BLOCKS]:
        if len(line.text) > MAX_LINE_CHARACTERS:
            return
        yield line


def _joined(pieces: Iterator[_Piece]) -> Iterator[OpeningLine]:
    """The lines that the pieces make up. One is a byline if all its words are marked."""
    held: list[_Piece] = []
    for piece in (*pieces, _LINE_END):
        if piece is not _LINE_END:
            held.append(piece)
            continue
        if text := " ".join("".join(words for words, _ in held).split()):
            yield OpeningLine(text, all(is_byline for words, is_byline in held if any(map(str.isalnum, words))))
        held = []


def _pieces(node: Tree, *, is_byline: bool) -> Iterator[_Piece]:
    """The text below a node in reading order, with an end of line around each block."""
    if not isinstance(node.tag, str) or node.tag in _NOT_READ or _is_beside(node):
        return
    is_byline = is_byline or _is_byline(node)
    ends = [] if node.tag in _LETTERS_GO_ON else [_BLANK] if node.tag in _INLINE else [_LINE_END]
    yield from ends
    yield ("Updated " if is_of_update(node) else "") + (node.text or ""), is_byline
    for child in node:
        yield from _pieces(child, is_byline=is_byline)
        yield child.tail or "", is_byline
    yield from ends


def _is_beside(node: Tree) -> bool:
    """Whether the element is hidden, or leads to another article."""
    is_hidden = "hidden" in node.attrib or _HIDDEN.search(node.get("style") or "")
    return bool(is_hidden) or not class_words(node).isdisjoint(_WORDS["classes_of_links_to_others"])


def _is_byline(node: Tree) -> bool:
    """Whether the page marks the element as a byline or a date; a part of the page of many words is none."""
    is_marked = node.tag == "time" or not class_words(node).isdisjoint(_BYLINE_CLASSES)
    return is_marked and len(words_of(node)) <= MAX_LINE_CHARACTERS
