"""The stories of a page that holds several: a section of a newspaper, a blog.

Each has a day of its own and words of its own. The posts of a live blog and the entries of a timeline are no stories:
they stand within one article, or below words about all of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain, islice

from dossier.model import Method
from dossier.sources.dates.date_stamps import OpeningLine, stamps
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.pages import page_metadata, page_opening
from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.sources.pages.story import Story
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_STORY_CLASSES = _WORDS["classes_of_stories"]
_DATE_CLASSES, _NOT_READ = _WORDS["classes_of_dates"], _WORDS["tags_beside_an_article"]
_HEADINGS = ("h1", "h2", "h3", "h4")
_PARTS_OF_PAGES = ("section", "li")
"""Elements that mostly are parts of one article."""
_MIN_CHARACTERS_ABOUT_ALL = 60
"""Characters of a paragraph outside the stories that is about all of them. Set by hand."""
_MAX_HEAD_LINES = 4
"""Lines of a story that may have its date: headline, standfirst, author. Set by hand."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?")
_WEB_ADDRESS = re.compile(r"https?://\S+", re.I)


def stories(tree: Tree) -> list[Story]:
    """The stories of a page in reading order; none where it holds one article, or may do so."""
    return next((found for found in _several(tree) if all(story.stated for story in found)), [])


def seems_to_hold_several(tree: Tree) -> bool:
    """Whether the page has several stories side by side, dated or not, and no words about all of them."""
    return any(_several(tree))


def _several(tree: Tree) -> Iterator[list[Story]]:
    """The stories of each place of the page that has more than one, and is not one article."""
    for elements in _groups(tree):
        found = [(element, _story(element)) for element in elements]
        told = [(element, story) for element, story in found if _SENTENCE_END.search(story.text)]
        if len(told) > 1 and not _is_one_article(tree, [element for element, _ in told]):
            yield [story for _, story in told]


def _groups(tree: Tree) -> Iterator[list[Tree]]:
    """Elements that may be stories, side by side, in no article; each may have a wrapper of its own."""
    found = [
        element
        for element in tree.iter()
        if _may_be_story(element) and not any(_may_be_story(above) for above in element.iterancestors())
    ]
    stories_in = Counter(above for element in found for above in element.iterancestors())
    groups: dict[Tree, list[Tree]] = defaultdict(list)
    for element in found:
        groups[next((above for above in element.iterancestors() if stories_in[above] > 1), None)].append(element)
    yield from (elements for elements in groups.values() if len(elements) > 1)


def _may_be_story(element: Tree) -> bool:
    if element.tag == "article":
        return any(next(element.iter(tag), None) is not None for tag in _HEADINGS)
    if element.tag in _PARTS_OF_PAGES:
        return _is_dated_story(element)
    return element.tag == "div" and not _STORY_CLASSES.isdisjoint((element.get("class") or "").split())


def _is_dated_story(part: Tree) -> bool:
    """Whether a part of a page has a day of its own below a headline; one that is headed by the day tells of that."""
    heading = next((found for found in part.iter(*_HEADINGS) if words_of(found)), None)
    holds_stories = next(part.iter("article"), None) is not None
    if holds_stories or heading is None or any(map(str.isdigit, words_of(heading))):
        return False
    return bool(_story(part).stated)


def _is_one_article(tree: Tree, elements: Sequence[Tree]) -> bool:
    """Whether the elements are parts of one article: words about all stand outside, or a headline above bare hours."""
    inside = {below for element in elements for below in element.iter()}
    outside = [element for element in tree.iter("p", *_HEADINGS[:1]) if element not in inside and _is_read(element)]
    if any(element.tag == "p" and _is_about_all(element) for element in outside):
        return True
    has_headline = any(element.tag == "h1" for element in outside)
    are_parts = elements[0].tag in _PARTS_OF_PAGES
    return has_headline and (are_parts or all(_has_hour_alone(element) for element in elements))


def _is_read(element: Tree) -> bool:
    return not any(above.tag in _NOT_READ for above in element.iterancestors())


def _is_about_all(paragraph: Tree) -> bool:
    words = words_of(paragraph)
    return len(words) >= _MIN_CHARACTERS_ABOUT_ALL and _SENTENCE_END.search(words) is not None


def _has_hour_alone(element: Tree) -> bool:
    """Whether readers see no more than an hour of the story's date."""
    return any(_CLOCK_ALONE.fullmatch(words_of(date)) for date in _dates(element))


def _story(element: Tree) -> Story:
    body = deepcopy(element)
    body.tail = None
    everything = page_opening.all_lines(body)
    lines = [line.text for line in everything if not line.is_byline]
    heading = next((found for found in body.iter(*_HEADINGS) if words_of(found)), None)
    link = next(heading.iter("a"), None) if heading is not None else None
    address = (link.get("href") or "").strip() if link is not None else ""
    return Story(
        text="\n\n".join(lines),
        title=words_of(heading) if heading is not None else None,
        author=None,
        stated=tuple(islice(chain(_signs(body), _signs_in_lines(everything)), 1)),
        url=address if _WEB_ADDRESS.fullmatch(address) else None,
    )


def _signs(story: Tree) -> Iterator[PublicationSign]:
    for date in _dates(story):
        for value in (date.get("datetime"), date.get("title"), words_of(date)):
            sign = page_metadata.sign(value or "")
            if sign is not None and sign.when.known_day:
                yield sign


def _signs_in_lines(lines: Sequence[OpeningLine]) -> Iterator[PublicationSign]:
    """The dates in the first lines, beside the author: "By Ada Brandt, 19 March 2025"."""
    for line in lines[:_MAX_HEAD_LINES]:
        found = [stamp for stamp in stamps(line) if not stamp.is_of_update]
        yield from (PublicationSign.at(stamp.day, stamp.moment, Method.DATELINE) for stamp in found)


def _dates(story: Tree) -> Iterator[Tree]:
    """The elements that the page marks as dates."""
    return (element for element in story.iter() if element.tag == "time" or _has_class(element, _DATE_CLASSES))


def _has_class(element: Tree, classes: frozenset[str]) -> bool:
    return isinstance(element.tag, str) and not classes.isdisjoint((element.get("class") or "").split())
