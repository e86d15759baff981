"""The lines that readers see at the head of a page, from its headline down to the first paragraph.

trafilatura leaves out most lines with authors and dates, since they are no text of the article.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile
from typing import NamedTuple

from dossier.sources.dates.date_stamps import MAX_LINE_CHARACTERS, OpeningLine, is_chronicle, stamps
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.embedded_posts import is_post
from dossier.sources.pages.page_metadata import Tree, is_of_update, sign, words_of
from dossier.text.word_lists import word_lists

_MAX_BLOCKS = 20
"""Blocks that may stand before the date: headline, standfirst, buttons. Set by hand; no measurement is recorded."""
_WORDS = word_lists("dossier.sources", "source_words.toml")
_BYLINE_CLASSES = _WORDS["classes_of_bylines"]
_INLINE, _NOT_READ = _WORDS["tags_within_a_line"], _WORDS["tags_beside_an_article"]
_LETTERS_GO_ON, _UPDATE_WORDS = _WORDS["tags_within_a_word"], _WORDS["words_of_update"]
_WORD = re.compile(r"\w+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)


class _MarkedText(NamedTuple):
    """A stretch of text, whether the page marks it as part of a byline, and the time that an attribute gives for it."""

    text: str
    is_byline: bool = False
    time: str = ""


class _TimedLine(NamedTuple):
    """A line as readers see it, and the times that attributes give for its words."""

    shown: OpeningLine
    times: tuple[str, ...]


_LINE_END, _BLANK = _MarkedText("\n"), _MarkedText(" ")


def lines(tree: Tree) -> tuple[OpeningLine, ...]:
    """The lines from the head of the article to its first long one, where the page says which part is the article.

    Menus, footers, captions and what is hidden or stands beside the article are left out.
    """
    everything = _lines_of_article(tree)
    shown = [line.shown for line in _opening(everything)]
    is_of_items = is_chronicle(line.shown for line in everything)
    return tuple(filter(_has_words_for_its_dates, shown) if is_of_items else shown)


def signs(tree: Tree) -> tuple[PublicationSign, ...]:
    """The only day that attributes give for words behind the headline that name none ("4 minutes ago")."""
    found: dict[date, PublicationSign] = {}
    before = ""
    headlines = {words_of(h1) for h1 in tree.iter("h1")}
    for line in dropwhile(lambda line: line.shown.text not in headlines, _opening(_lines_of_article(tree))):
        is_of_update_ = not _UPDATE_WORDS.isdisjoint(_WORD.findall(f"{before} {line.shown.text}".lower()))
        if line.times and not is_of_update_ and not stamps(line.shown):
            found |= {one.when.known_day: one for one in map(sign, line.times) if one and one.when.known_day}
        before = line.shown.text
    return tuple(found.values()) if len(found) == 1 else ()


def all_lines(element: Tree) -> list[OpeningLine]:
    """The lines of an element that readers see, each with whether the page marks it as a byline."""
    return [line.shown for line in _lines_of(element)]


def _lines_of_article(tree: Tree) -> list[_TimedLine]:
    """The lines of the ``<article>`` or ``<main>`` of the page, or around a headline that is the title of the page."""
    for tag in ("article", "main"):
        with_headline = [element for element in tree.iter(tag) if next(element.iter("h1"), None) is not None]
        if found := with_headline or list(tree.iter(tag)):
            return _lines_of(found[0]) if len(found) == 1 else []
    titles = [words_of(title) for title in tree.iter("title")]
    headlines = [h1 for h1 in tree.iter("h1") if words_of(h1) and titles and titles[0].startswith(words_of(h1))]
    return _around(headlines[0]) if len(headlines) == 1 else []


def _around(headline: Tree) -> list[_TimedLine]:
    """The lines of what stands around a headline.

    Where that holds the headline alone, those from it on in the block around that: above it may stand today's date.
    """
    around, words = headline.getparent(), words_of(headline)
    found = _lines_of(around)
    while [line.shown.text for line in found] == [words] and (around := around.getparent()) is not None:
        found = list(dropwhile(lambda line: line.shown.text != words, _lines_of(around)))
    return found


def _lines_of(element: Tree) -> list[_TimedLine]:
    return list(_joined(_pieces(element, is_byline=False)))


def _has_words_for_its_dates(line: OpeningLine) -> bool:
    return not any(stamp.is_bare for stamp in stamps(line))


def _opening(everything: Sequence[_TimedLine]) -> Iterator[_TimedLine]:
    for line in everything[:_MAX_BLOCKS]:
        if len(line.shown.text) > MAX_LINE_CHARACTERS:
            return
        yield line


def _joined(pieces: Iterator[_MarkedText]) -> Iterator[_TimedLine]:
    """The lines that the pieces make up. One is a byline if all its words are marked."""
    held: list[_MarkedText] = []
    for piece in (*pieces, _LINE_END):
        if piece is not _LINE_END:
            held.append(piece)
            continue
        if text := " ".join("".join(one.text for one in held).split()):
            is_byline = all(one.is_byline for one in held if any(map(str.isalnum, one.text)))
            yield _TimedLine(OpeningLine(text, is_byline), tuple(one.time for one in held if one.time))
        held = []


def _pieces(node: Tree, *, is_byline: bool) -> Iterator[_MarkedText]:
    """The text below a node in reading order, with an end of line around each block."""
    if not isinstance(node.tag, str) or node.tag in _NOT_READ or _is_beside(node):
        return
    is_marked = _is_byline(node)
    is_byline = is_byline or is_marked
    time = (node.get("datetime") or node.get("title") or "") if is_marked or node.tag == "abbr" else ""
    ends = [] if node.tag in _LETTERS_GO_ON else [_BLANK] if node.tag in _INLINE else [_LINE_END]
    yield from ends
    yield _MarkedText(("Updated " if is_of_update(node) else "") + (node.text or ""), is_byline, time)
    for child in node:
        yield from _pieces(child, is_byline=is_byline)
        yield _MarkedText(child.tail or "", is_byline)
    yield from ends


def _is_beside(node: Tree) -> bool:
    """Whether the element is hidden, leads to another article, or is a post that the page embeds."""
    is_hidden = "hidden" in node.attrib or _HIDDEN.search(node.get("style") or "")
    leads_away = not class_words(node).isdisjoint(_WORDS["classes_of_links_to_others"])
    return bool(is_hidden) or leads_away or is_post(node)


def _is_byline(node: Tree) -> bool:
    """Whether the page marks the element as a byline or a date; a part of the page of many words is none."""
    is_marked = node.tag == "time" or not class_words(node).isdisjoint(_BYLINE_CLASSES)
    return is_marked and len(words_of(node)) <= MAX_LINE_CHARACTERS
