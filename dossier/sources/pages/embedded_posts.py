"""Posts of social networks that a page shows: each becomes one paragraph that ends with its signature.

So that whoever reads the text can tell where the post begins and ends: "It is done. — Ada Brandt (@ada) March 3, 2019".
"""

import re

from dossier.sources.pages.class_names import class_words
from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "source_words.toml")
_CLASSES = _WORDS["classes_of_embedded_posts"]
_NETWORKS, _FRAMES = _WORDS["names_of_networks"], _WORDS["class_words_of_embedding"]
_SIGNED = re.compile(
    rf"\(@[\w.]+(?:@[\w.]+)?\)|[—–-] ?[^—–]{{2,60}},? (?i:via |on )?(?i:{'|'.join(sorted(_NETWORKS))})\b.{{0,40}}\Z"
)
"""The signature of a post: "Ada Brandt (@ada)", or at its end "— Ada Brandt, Facebook, 3 May 2021"."""
_MAX_CHARACTERS = 3000
"""Characters of the longest post; a longer element holds more than that. Set by hand."""


def set_apart_posts(tree: Tree) -> None:
    """Change the posts of a page to paragraphs. One without a signature is left out, not to pass for the article."""
    for post in [element for element in tree.iter() if is_post(element)]:
        words = " ".join(" ".join(post.itertext()).split())
        tail = post.tail
        post.clear()
        post.tail = tail
        post.tag = "p"
        if _SIGNED.search(words):
            post.text = words


def is_post(element: Tree) -> bool:
    """Whether the page marks the element as a post, or it is a quotation that ends with the signature of one."""
    if not isinstance(element.tag, str) or element.tag == "body" or element.find(".//h1") is not None:
        return False
    classes = class_words(element)
    is_marked = not _CLASSES.isdisjoint((element.get("class") or "").split())
    is_framed = not (classes.isdisjoint(_NETWORKS) or classes.isdisjoint(_FRAMES))
    if not (is_marked or is_framed or element.tag == "blockquote"):
        return False
    words = words_of(element)
    return len(words) <= _MAX_CHARACTERS and (is_marked or is_framed or _SIGNED.search(words) is not None)
