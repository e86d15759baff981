"""The standfirst: what stands between a headline and the body of its article, and often is the first of the news.

trafilatura leaves it out where it stands outside the element that holds the body. It counts if its class says what it
is, or if the page describes itself in its words, and if it is a sentence.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.described import openings, plain_words
from dossier.sources.pages.page_metadata import Page, Tree, words_of
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_CLASSES, _OTHER_CLASSES = _WORDS["classes_of_standfirsts"], _WORDS["classes_beside_pictures"]
_NOT_READ = _WORDS["tags_beside_an_article"]
_LINES = _WORDS["tags_around_a_line"] | _WORDS["tags_of_headings"] | _WORDS["tags_within_a_line"]
_BLOCKS = sorted(_WORDS["tags_around_a_line"] | _WORDS["other_tags_of_blocks"])
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?…][\"'”’»)\]]*")
_MAX_CHARACTERS = 600
"""Characters of the longest standfirst. Set by hand."""
_MAX_PARAGRAPHS_OF_HEAD = 3
"""Paragraphs at the head of a text of which one may be the headline. Set by hand."""
_MAX_ELEMENTS = 300
"""Elements between a headline and the body: bylines, buttons, pictures. Set by hand."""


def with_standfirst(text: str, page: Page, tree: Tree) -> str:
    """The text of a page with the standfirst before its body, if it lacks it. ``tree`` is that of the page, tidied."""
    headline = _headline(tree)
    if headline is None or not text:
        return text
    paragraphs = text.split("\n\n")
    head = [plain_words(paragraph) for paragraph in paragraphs[:_MAX_PARAGRAPHS_OF_HEAD]]
    title = plain_words(words_of(headline))
    place = head.index(title) + 1 if title in head else 0
    paragraphs[place:place] = _standfirst(headline, tree, plain_words(text), openings(page))
    return "\n\n".join(paragraphs)


def _headline(tree: Tree) -> Tree | None:
    """The ``<h1>`` with words, if it is the only one or alone begins the title."""
    headlines = [h1 for h1 in tree.iter("h1") if words_of(h1)]
    titles = [words_of(title) for title in tree.iter("title")]
    in_title = [h1 for h1 in headlines if titles and titles[0].startswith(words_of(h1))]
    return next((found[0] for found in (headlines, in_title) if len(found) == 1), None)


def _standfirst(headline: Tree, tree: Tree, body: str, described: tuple[str, ...]) -> Iterator[str]:
    """The sentences of the standfirst behind the headline, down to the first words of the body."""
    behind = dropwhile(lambda element: element is not headline, tree.iter())
    for element in islice(behind, 1, _MAX_ELEMENTS):
        if element.tag not in _LINES or next(element.iterdescendants(*_BLOCKS), None) is not None:
            continue
        words = words_of(element)
        if len(words) > _MAX_CHARACTERS or not _SENTENCE.fullmatch(words):
            continue
        plain = plain_words(words)
        if plain in body:
            return
        if _is_marked(element) or plain.startswith(described):
            yield words


def _is_marked(element: Tree) -> bool:
    """Whether the class of a line, or of what stands around it, says that it is a standfirst, and is read."""
    names = class_words(element) | class_words(element.getparent())
    is_read = all(above.tag not in _NOT_READ for above in element.iterancestors())
    return not names.isdisjoint(_CLASSES) and names.isdisjoint(_OTHER_CLASSES) and is_read
