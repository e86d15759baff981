"""Read the main text of an HTML page with trafilatura. Only this module imports it.

Nothing is fetched: trafilatura gets a parsed tree, never an address. Each block (paragraph, heading, list item, table
row) is a paragraph of the text, with blank lines around it. Text that the page marks as deleted is left out. Offsets of
annotations refer to this text.
"""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import trafilatura
from trafilatura.settings import DEFAULT_CONFIG, Document

from dossier.sources import decode
from dossier.sources.draft import Draft, DraftNote
from dossier.sources.pages import live_blog, page_data, page_metadata, page_obstacles, page_opening
from dossier.sources.pages.chat_page import messages
from dossier.sources.pages.class_names import drop_states
from dossier.sources.pages.date_elements import set_apart_dates
from dossier.sources.pages.embedded_posts import set_apart_posts
from dossier.sources.pages.furniture import drop_furniture
from dossier.sources.pages.loose_text import set_apart_loose_text
from dossier.sources.pages.page_metadata import Page, Tree
from dossier.sources.pages.standfirst import with_standfirst
from dossier.sources.pages.stories import seems_to_hold_several, stories
from dossier.sources.pages.story import Story
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

# Unreadable gives the reason; without a handler trafilatura would write to the terminal too.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# trafilatura looks for a date, though nobody asks for one, and reads the clock unless it has the latest date.
_NO_CLOCK = {"max_date": "2999-12-31"}
# Below this number of characters trafilatura takes the whole page with its menus: its default, 250, is the length of
# short news. Set by hand; no measurement is recorded.
_CONFIG = deepcopy(DEFAULT_CONFIG)
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "50")
_BREAKS_AROUND = dict.fromkeys(word_lists("dossier.sources", "source_words.toml")["extracted_blocks"], "\n\n")
_ADVICE = "save its text as .txt"
_BREAK_BEFORE = {"lb": "\n"}
MAX_TAGS = 150_000
"""Tags of the largest page: 8 MB of nothing else took 1.8 GB and a minute. Set by hand: an article has thousands."""
_MAX_CELL_CHARACTERS = 500
"""Characters of the longest cell whose paragraphs are put in one line, so that its row stays one. Set by hand."""
_SEVERAL = DraftNote(
    "the page seems to hold several stories, and was read as one", "save each of them from its own address"
)
_TEASER = DraftNote("an opening only: the page has no more of this story", "save it from its own address")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read(data: bytes) -> list[Draft]:
    """The main text of a page with its metadata: title, author, date, address, publisher, language.

    Of a page that holds several stories (``stories.stories``), each by itself. Raises Unreadable when the bytes are no
    page, or the page has no main text.
    """
    source = decode.page(data)
    if source.count("<") > MAX_TAGS:
        raise Unreadable(f"a page of more than {MAX_TAGS:,} tags", "save the text of the article as .txt")
    try:
        return _drafts(source)
    except Unreadable:
        raise
    except Exception as error:
        # a hostile page may make the parsers raise anything, which must not end the run
        raise Unreadable(f"not a page that can be read ({type(error).__name__})", _ADVICE) from error


def whole_text(source: str) -> str:
    """All lines of a page that holds no furniture, such as the page of a mail; blank where there are none."""
    tree = _tree(source) if source.strip() else None
    return "\n\n".join(line.text for line in page_opening.all_lines(tree)) if tree is not None else ""


def _drafts(source: str) -> list[Draft]:
    tree = _tree(source)
    if tree is None:
        raise Unreadable("no main text found in the page", _ADVICE)
    about = Page.of(source, tree)
    found = messages(tree) or live_blog.posts(about) or stories(tree)
    if found:
        return [_draft_of_story(story, about) for story in found]
    draft = _draft(about)
    return [replace(draft, notes=(*draft.notes, _SEVERAL)) if seems_to_hold_several(tree) else draft]


def _draft(about: Page) -> Draft:
    text, notes = page_data.with_data(_main_text(about), about)
    if not text:
        raise Unreadable("no main text found in the page", _ADVICE)
    title = page_metadata.title(about)
    page_obstacles.refuse_no_article(text, title)
    text, of_opening = page_obstacles.whole_text(text, about)
    if not notes and not of_opening:
        text, notes = page_data.with_rest(text, about)
    return Draft(
        text=text,
        title=title,
        author=page_metadata.author(about),
        stated=(*page_metadata.publication_signs(about), *page_opening.signs(about.tree)),
        opening=page_opening.lines(about.tree),
        url=page_metadata.url(about),
        publisher=page_metadata.publisher(about),
        page_language=page_metadata.language(about),
        notes=(*notes, *of_opening),
    )


def _draft_of_story(story: Story, about: Page) -> Draft:
    return Draft(
        text=story.text,
        title=story.title,
        author=story.author,
        stated=story.stated,
        url=story.url,
        publisher=story.publisher or page_metadata.publisher(about),
        page_language=page_metadata.language(about),
        notes=(_TEASER,) if story.text.endswith(("…", "...")) else (),
    )


def _tree(source: str) -> Tree | None:
    tree: Tree | None = trafilatura.load_html(source)
    if tree is None:
        # trafilatura refuses a fragment without <html>
        tree = trafilatura.load_html(f"<html><body>{source}</body></html>")
    for element in tree.iter() if tree is not None else ():
        _drop_controls(element)
    return tree


def _drop_controls(element: Tree) -> None:
    """Drop control characters (from ``&#8;``), for which trafilatura would refuse the page."""
    if element.text and _CONTROL.search(element.text):
        element.text = _CONTROL.sub("", element.text)
    if element.tail and _CONTROL.search(element.tail):
        element.tail = _CONTROL.sub("", element.tail)


def _main_text(page: Page) -> str:
    tree = _prepared(page.tree)
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        date_extraction_params=dict(_NO_CLOCK),
        config=_CONFIG,
    )
    text = _tidy("".join(_pieces(found.body))) if isinstance(found, Document) else ""
    return with_standfirst(text, page, tree)


def _prepared(tree: Tree) -> Tree:
    """A copy with its embedded posts, the dates of its items and its bare text set apart, ``<time>`` a mere ``<span>``.

    trafilatura would cut the date out of the sentence.
    """
    copy = deepcopy(tree)
    drop_states(copy)
    drop_furniture(copy)
    set_apart_posts(copy)
    set_apart_dates(copy)
    set_apart_loose_text(copy)
    for element in copy.iter("time", "span", "p", "div"):
        if page_metadata.is_of_update(element):
            element.text = None  # it would pass for the day of the publication
        element.tag = "span" if element.tag == "time" else element.tag
    return copy


def _pieces(node: Tree) -> Iterator[str]:
    """The text below a node in reading order, with line breaks around blocks and bars between table cells."""
    if not isinstance(node.tag, str) or node.tag == "del":
        return
    if node.tag == "row" and (cells := _short_cells(node)):
        yield f"\n\n{' | '.join(cells)}\n\n"
        return
    yield _BREAKS_AROUND.get(node.tag) or _BREAK_BEFORE.get(node.tag, "")
    if node.tag == "cell" and node.getprevious() is not None:
        yield " | "
    yield node.text or ""
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    yield _BREAKS_AROUND.get(node.tag, "")


def _short_cells(row: Tree) -> list[str]:
    """The cells of a row of data, each in one line; none where long texts in its cells show that it lays out a page."""
    cells = [" ".join("".join(_pieces(cell)).split()).strip("| ") for cell in row.iter("cell")]
    return cells if len(cells) > 1 and max(map(len, cells)) <= _MAX_CELL_CHARACTERS else []


def _tidy(text: str) -> str:
    lines = re.sub(r"[^\S\n]+", " ", text.replace("\u00ad", "")).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip(" |") for line in lines)).strip()
