"""The words in the names of classes: by them pages say what an element is ("articleBody", "related-stories")."""

import re

from dossier.sources.pages.page_metadata import Tree
from dossier.text.word_lists import word_lists

_STATES = word_lists("dossier.sources", "source_words.toml")["words_of_states"]
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def class_words(element: Tree) -> frozenset[str]:
    """The words in the class names of an element, in small letters."""
    return frozenset(map(str.lower, _WORD.findall(element.get("class") or "")))


def drop_states(tree: Tree) -> None:
    """Drop the names that say what an element has or lacks, not what it is: "no-caption", "has-sidebar".

    trafilatura would take an article for a caption or a sidebar.
    """
    for element in tree.xpath("//*[@class]"):
        names = element.get("class").split()
        kept = [name for name in names if (_WORD.findall(name) or [""])[0].lower() not in _STATES]
        if len(kept) < len(names):
            element.set("class", " ".join(kept))
