"""Text that stands bare beside the blocks of a page, in no paragraph: "<div>…</div>Ada Brandt resigned.<p>…".

Browsers show it as a paragraph of its own (an anonymous block of CSS). trafilatura loses it now and then, with the
block before it: so it becomes a paragraph first.
"""

from collections.abc import Sequence

import lxml.html

from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_CONTAINERS = sorted(_WORDS["tags_that_hold_blocks"])
_INLINE = _WORDS["tags_within_a_line"] | _WORDS["tags_within_a_word"] | _WORDS["other_tags_within_a_line"]
_LEAVES = ("center", "div")
_SEEN = ".//text()[not(ancestor::a or ancestor::noscript or ancestor::script or ancestor::style)]"
_MIN_PARAGRAPHS = 2
"""Paragraphs that make what stands among them one. Set by hand."""
_MIN_CHARACTERS = 40
"""Characters outside links that make bare text a paragraph; labels and menus have fewer. Set by hand."""


def set_apart_loose_text(tree: Tree) -> None:
    """Make a paragraph of each run of bare text beside blocks, and of each ``<div>`` of text among paragraphs."""
    for container in list(tree.iter(*_CONTAINERS)):
        runs: list[tuple[Tree, list[Tree]]] = [(None, [])]
        for child in container:
            if _is_inline(child):
                runs[-1][1].append(child)
            else:
                runs.append((child, []))
        for block, members in runs if len(runs) > 1 else ():
            _set_apart(container, block, members)
        _make_paragraphs(container)


def _make_paragraphs(container: Tree) -> None:
    """Make paragraphs of the blocks of text that stand among several paragraphs, as if they were some."""
    if sum(len(words_of(child)) >= _MIN_CHARACTERS for child in container.iterchildren("p")) >= _MIN_PARAGRAPHS:
        for child in container.iterchildren(*_LEAVES):
            if all(map(_is_inline, child)) and _characters(child.text or "", list(child)) >= _MIN_CHARACTERS:
                child.tag = "p"


def _is_inline(element: Tree) -> bool:
    """Whether an element goes on in the line, as what no browser shows does too; one that holds a block does not."""
    return all(not isinstance(one.tag, str) or one.tag in _INLINE for one in element.iter())


def _set_apart(container: Tree, block: Tree | None, members: Sequence[Tree]) -> None:
    """Put the text behind the block (or at the start of the container) and its inline members in a paragraph."""
    text = (container.text if block is None else block.tail) or ""
    if _characters(text, members) < _MIN_CHARACTERS:
        return
    paragraph = lxml.html.Element("p")
    paragraph.text = text
    if block is None:
        container.text = None
        container.insert(0, paragraph)
    else:
        block.tail = None
        block.addnext(paragraph)
    paragraph.extend(members)


def _characters(text: str, members: Sequence[Tree]) -> int:
    """How many characters readers see outside links."""
    seen = [text, *(member.tail or "" for member in members)]
    seen += [words for member in members for words in member.xpath(_SEEN)]
    return len(" ".join(" ".join(seen).split()))
