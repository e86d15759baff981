"""The text of an XML document as its paragraphs and rows of tables, whatever its tags are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from dossier.sources.unreadable import Unreadable

Element = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTags:
    """The tags of a kind of document, each as "{namespace}name".

    ``paragraphs`` hold text, ``rows`` of tables hold ``cells``, ``left_out`` is not read with all that is in it.
    ``words`` hold the words, None where any text within a paragraph counts; ``signs`` are the characters that empty
    tags stand for.
    """

    paragraphs: frozenset[str]
    rows: str
    cells: str
    left_out: frozenset[str]
    words: str | None = None
    signs: Mapping[str, str] = field(default_factory=dict)


def parsed(data: bytes) -> Element:
    """The root of an XML document; no entity is put in, nothing is fetched. Raises Unreadable for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"its XML is damaged: {error.msg}", "open it in its program, and save it again") from error


def text_of(root: Element, tags: DocumentTags) -> str:
    """The text below an element: paragraphs and rows, with a blank line between two."""
    return "\n\n".join(block for block in _blocks(root, tags) if block.strip())


def _blocks(element: Element, tags: DocumentTags) -> Iterator[str]:
    if element.tag in tags.left_out or not isinstance(element.tag, str):
        return
    if element.tag == tags.rows:
        cells = [" ".join(_blocks(cell, tags)) for cell in element.iterchildren(tags.cells)]
        yield " | ".join(cell.strip() for cell in cells if cell.strip())
    elif element.tag in tags.paragraphs:
        yield "".join(_words(element, tags)).strip()
        for inner in element.iterdescendants(*tags.paragraphs):  # of a box with text
            if next(inner.iterancestors(*tags.paragraphs)) is element and not _is_left_out(inner, tags):
                yield from _blocks(inner, tags)
    else:
        for child in element:
            yield from _blocks(child, tags)


def _words(element: Element, tags: DocumentTags) -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs within it."""
    if tags.words is None:
        yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag in tags.signs:
            yield tags.signs[child.tag]
        elif child.tag == tags.words:
            yield child.text or ""
        elif child.tag not in tags.left_out | tags.paragraphs:
            yield from _words(child, tags)
        if tags.words is None:
            yield child.tail or ""


def _is_left_out(element: Element, tags: DocumentTags) -> bool:
    return next(element.iterancestors(*tags.left_out), None) is not None
