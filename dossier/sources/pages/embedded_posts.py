"""Posts of social networks that a page shows: each becomes one paragraph that ends with its signature.

So that whoever reads the text can tell where the post begins and ends: "It is done. — Ada Brandt (@ada) March 3, 2019".
"""

import re

from dossier.sources.pages.page_metadata import Tree
from dossier.text.word_lists import word_lists

_CLASSES = word_lists("dossier.sources", "source_words.toml")["classes_of_embedded_posts"]
_SIGNED = re.compile(r"\(@[\w.]+(?:@[\w.]+)?\)")


def set_apart_posts(tree: Tree) -> None:
    """Change the posts of a page to paragraphs. One without a signature is left out, not to pass for the article."""
    for post in [element for element in tree.iter() if _is_post(element)]:
        words = " ".join(" ".join(post.itertext()).split())
        tail = post.tail
        post.clear()
        post.tail = tail
        post.tag = "p"
        if _SIGNED.search(words):
            post.text = words


def _is_post(element: Tree) -> bool:
    return isinstance(element.tag, str) and not _CLASSES.isdisjoint((element.get("class") or "").split())
