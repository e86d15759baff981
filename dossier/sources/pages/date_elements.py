"""Dates that a page marks and sets apart, each before the words of one item: an entry of a timeline, a post.

trafilatura leaves many of them out, as it does bylines, or runs them into the words behind: "3 May 2016Brandt resigns".
"""

from collections import defaultdict
from collections.abc import Iterator

from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_DATE_CLASSES = _WORDS["classes_of_dates"]
_WRAPPERS, _INLINE = _WORDS["tags_around_a_line"], _WORDS["tags_within_a_line"]
_BLOCKS = _WRAPPERS | _WORDS["other_tags_of_blocks"]
_SENTENCE_ENDS = (".", "!", "?", "…")
_CLOSING_MARKS = "\"'”’»)] "
_MIN_DATES = 3
"""Marked dates that make a list: a page marks its own date, and perhaps that of an update. Set by hand."""
_MAX_DATE_CHARACTERS = 60
"""Characters of the longest date with its words ("Posted at 14:05 on Tuesday 22 March"). Set by hand."""


def set_apart_dates(tree: Tree) -> None:
    """Make each date of a list a paragraph, where it stands among paragraphs; else keep it apart from the next word."""
    groups: dict[tuple[str, ...], list[Tree]] = defaultdict(list)
    for element in _marked_dates(tree):
        parent = element.getparent()
        groups[element.tag, element.get("class") or "", parent.tag, parent.get("class") or ""].append(element)
    for dates in groups.values():
        outer = [_outermost(date) for date in dates]
        containers = dict.fromkeys(one.getparent() for one in outer)
        telling = {container for container in containers if _ends_sentence(container)}
        if sum(one.getparent() in telling for one in outer) >= _MIN_DATES:
            for one in outer:
                _set_apart(one)


def _marked_dates(tree: Tree) -> Iterator[Tree]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.getparent() is not None and _is_date(element):
            yield element


def _is_date(element: Tree) -> bool:
    """Whether the page marks the element as a date or a time, and it has a number and few words."""
    if element.tag != "time" and class_words(element).isdisjoint(_DATE_CLASSES):
        return False
    words = words_of(element)
    return len(words) <= _MAX_DATE_CHARACTERS and any(map(str.isdigit, words))


def _ends_sentence(container: Tree) -> bool:
    """Whether the words around a date end a sentence; the title of another page does not."""
    return words_of(container).rstrip(_CLOSING_MARKS).endswith(_SENTENCE_ENDS)


def _outermost(date: Tree) -> Tree:
    """The date, with the elements around it that hold nothing else."""
    outer = date
    while (parent := outer.getparent()).tag in _WRAPPERS and parent.getparent() is not None:
        if len(parent) > 1 or (parent.text or "").strip() or (outer.tail or "").strip():
            break
        outer = parent
    return outer


def _set_apart(outer: Tree) -> None:
    beside = (sibling.tag for sibling in (outer.getprevious(), outer.getnext()) if sibling is not None)
    if outer.tag in _WRAPPERS or not _BLOCKS.isdisjoint(beside):
        words, tail = words_of(outer), outer.tail
        outer.clear()
        outer.tag, outer.text, outer.tail = "p", words, tail
    elif outer.tag in _INLINE and not (outer.tail or "")[:1].isspace():
        outer.tail = f" {outer.tail or ''}"
