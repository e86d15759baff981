"""What stands in and around an article, and is none of its words: comments of readers, teasers of other pages, credits.

trafilatura leaves out most of it. What it keeps on pages whose markup it does not know is dropped before it reads them:
what the page itself marks (schema.org, the words of its class names), and what leads elsewhere as a whole.
"""

import re
from itertools import islice

from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_TYPES = _WORDS["types_beside_an_article"]
_COMMENTS, _CREDITS = _WORDS["classes_of_comments"], _WORDS["classes_of_credits"]
_LINKS = _WORDS["classes_of_links_to_others"] | _WORDS["classes_of_lists_of_links"]
_LABELS = _WORDS["classes_of_words_for_screen_readers"]
_HEADINGS = sorted(_WORDS["tags_of_headings"])
_LINES = ("div", "li", "p")
_TEXTS = {"p", *_HEADINGS}
_BLOCKS = _WORDS["tags_around_a_line"] | _WORDS["other_tags_of_blocks"] | {"li"}
_SHOWN = _WORDS["classes_of_pictures"]
_BESIDE_PICTURES = _WORDS["words_of_text_beside_pictures"]
_PICTURES = sorted(_WORDS["tags_of_pictures"])
_NOT_ELSEWHERE = ("#", "mailto:", "javascript:")
_LABEL = re.compile(r"\W*(?:[\w'’&-]+\s+){0,4}[\w'’&-]+\s*:\W*")
_SENTENCE_END = re.compile(r"[.…][\"'”’»)\]]*$")
_HOLDS_THE_ARTICLE = "boolean(descendant-or-self::*[self::h1 or self::head or self::body or @itemprop='articleBody'])"
_MIN_CHARACTERS_BEFORE = 300
"""Characters of paragraphs behind which comments and teasers with summaries stand. Set by hand."""
_MAX_LABEL_CHARACTERS, _MAX_CREDIT_CHARACTERS, _MAX_TEASER_CHARACTERS = 60, 300, 300
"""Characters of the longest label, credit of a picture, and teaser with its summary. Set by hand."""
_MAX_FORM_CHARACTERS = 150
"""Characters of the longest words around a form, shorter than a paragraph. Set by hand."""
_LEVELS_TO_PICTURE = 2
"""Elements around a credit in which its picture stands. Set by hand."""
_MIN_HEADLINE_WORDS = 4
"""Words of the shortest headline that stands alone as a link; a linked name has fewer. Set by hand."""


def drop_furniture(tree: Tree) -> None:
    """Drop what is no part of the article, with the heading or label that announces it; the text behind it stays."""
    announcing: dict[Tree, None] = {}
    for element in _furniture(tree):
        if (line := _line_before(element)) is not None:
            announcing[line] = None
        element.drop_tree()
    for line in announcing:
        if _announces(line):
            line.drop_tree()


def _furniture(tree: Tree) -> list[Tree]:
    """The outermost elements that are no part of the article, in reading order."""
    before, found = 0, dict[Tree, None]()
    inside = set[Tree]()
    for element in tree.iter():
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag == "h1":
            before = 0
        elif isinstance(element.tag, str) and _is_furniture(element, before >= _MIN_CHARACTERS_BEFORE):
            inside.add(element)
            found[element] = None
        elif element.tag == "p":
            before += len(words_of(element))
    return list(found)


def _is_furniture(element: Tree, is_behind_text: bool) -> bool:
    names = class_words(element)
    is_marked = _is_beside(element, names) or (is_behind_text and _is_behind(element, names))
    return is_marked and element.getparent() is not None and not element.xpath(_HOLDS_THE_ARTICLE)


def _is_beside(element: Tree, names: frozenset[str]) -> bool:
    """Whether it is furniture wherever it stands: by its type or its classes, or as a headline that is a link."""
    if (element.get("itemtype") or "").rpartition("/")[2].lower() in _TYPES:
        return True
    if not names.isdisjoint(_LINKS) and 2 * sum(map(len, _linked(element))) > len(words_of(element)):
        return True
    return (
        _is_credit(element, names) or _is_label(element) or (element.tag in _LINES and _is_headline_elsewhere(element))
    )


def _is_credit(element: Tree, names: frozenset[str]) -> bool:
    """Whether it is a credit or caption beside a picture; that of an article says whose words it prints."""
    if names.isdisjoint(_CREDITS) or not _is_short(element, _MAX_CREDIT_CHARACTERS):
        return False
    around = list(islice(element.iterancestors(), _LEVELS_TO_PICTURE))
    return any(next(one.iter(*_PICTURES), None) is not None for one in around)


def _is_label(element: Tree) -> bool:
    """Whether it is a short line for screen readers; a name with a colon shows it on screens of some sizes."""
    classes = (element.get("class") or "").split()
    is_hidden = not _LABELS.isdisjoint(classes) and not any(":" in name for name in classes)
    return is_hidden and _is_short(element, _MAX_LABEL_CHARACTERS)


def _is_behind(element: Tree, names: frozenset[str]) -> bool:
    """Whether it is furniture where it stands behind the text of the article."""
    if element.tag == "a":
        return _is_teaser(element)
    if element.tag not in _BLOCKS:
        return False
    is_comment = not names.isdisjoint(_COMMENTS) and element.tag not in _TEXTS
    return (
        is_comment or _is_teaser(element) or _is_of_teasers(element) or _is_form(element) or _is_shown(element, names)
    )


def _is_headline_elsewhere(line: Tree) -> bool:
    """Whether a line is nothing but links to other pages, and perhaps a label: "Read more: Orlov mill to close".

    A whole sentence that is a link is text.
    """
    is_possible = next(line.iter("a"), None) is not None and _is_short(line, _MAX_TEASER_CHARACTERS)
    if not is_possible or not (linked := _linked(line)):
        return False
    words = beside = words_of(line)
    for part in linked:
        beside = beside.replace(part, " ", 1)
    is_alone = not any(map(str.isalnum, beside)) or _LABEL.fullmatch(beside) is not None
    return is_alone and len(" ".join(linked).split()) >= _MIN_HEADLINE_WORDS and not _SENTENCE_END.search(words)


def _is_teaser(element: Tree) -> bool:
    """Whether a short block has a headline that is a link to another page as a whole, or is itself such a link."""
    headings = _headings_of_short(element)
    words = {words_of(heading) for heading in headings}
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    is_linked = (link is not None and _leads_elsewhere(link)) or words <= {*_linked(element)}
    return bool(headings) and is_linked and all(len(one.split()) >= _MIN_HEADLINE_WORDS for one in words)


def _is_of_teasers(element: Tree) -> bool:
    """Whether a block is one of several side by side, each with a heading in which a link leads to another page."""
    beside = [one for one in (element, element.getprevious(), element.getnext()) if one is not None]
    alike = [
        one
        for one in beside
        if one.tag == element.tag and (found := _headings_of_short(one)) and all(map(_linked, found))
    ]
    return element in alike and len(alike) > 1


def _headings_of_short(element: Tree) -> list[Tree]:
    """The headings in a block that is short enough for a teaser; none in a longer one."""
    headings = [one for one in element.iter(*_HEADINGS) if one is not element]
    return headings if headings and _is_short(element, _MAX_TEASER_CHARACTERS) else []


def _is_form(element: Tree) -> bool:
    """Whether it is a short block with a form: "Get the best of the Coast in your inbox"."""
    return next(element.iter("form"), None) is not None and _is_short(element, _MAX_FORM_CHARACTERS)


def _is_shown(element: Tree, names: frozenset[str]) -> bool:
    """Whether it is a block that its class calls a picture, with one and the words about it."""
    if names.isdisjoint(_SHOWN) or not names.isdisjoint(_BESIDE_PICTURES) or element.tag in _TEXTS:
        return False
    return next(element.iter(*_PICTURES), None) is not None and _is_short(element, _MAX_CREDIT_CHARACTERS)


def _linked(element: Tree) -> list[str]:
    """The words of each link in the element that leads to another page."""
    return list(filter(None, (words_of(link) for link in element.iter("a") if _leads_elsewhere(link))))


def _leads_elsewhere(link: Tree) -> bool:
    address = (link.get("href") or "").strip().lower()
    return not address.startswith(_NOT_ELSEWHERE) if address else not ("id" in link.attrib or "name" in link.attrib)


def _line_before(element: Tree) -> Tree | None:
    """The element before it, or before the block that it opens."""
    while (before := element.getprevious()) is None and not (element.getparent().text or "").strip():
        element = element.getparent()
        if element.getparent() is None:
            return None
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before


def _announces(line: Tree) -> bool:
    """Whether a line announced what has gone: a label ("Read more:") or a short heading, with nothing behind it."""
    if (line.tail or "").strip() or not _is_short(line, _MAX_LABEL_CHARACTERS) or line.xpath(_HOLDS_THE_ARTICLE):
        return False
    words = words_of(line)
    is_label = line.tag in _BLOCKS and _LABEL.fullmatch(words) is not None
    if not is_label and all(words_of(one) != words for one in line.iter(*_HEADINGS)):
        return False
    return not any("".join(one.itertext()).strip() for one in line.itersiblings())


def _is_short(element: Tree, most: int) -> bool:
    """Whether the words in an element have at most so many characters; a long one is not read to its end."""
    size = 0
    for text in element.itertext():
        size += len(" ".join(text.split())) or 1
        if size > most:
            return False
    return True
