"""Markdown: optional front matter in YAML between two lines ``---``, then the text, exactly as it stands.

Front matter has the keys of a JSONL line, but for ``text``; ``date`` is another word for ``published``. Its
values are taken as they are written, without YAML's types: a title ``1984`` is text, and a date keeps its
precision.
"""

import re

import yaml

from dossier.sources import article_record, decode, yaml_nodes
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

MAX_FRONT_MATTER = 64_000
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>(?s:.*?))^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
_OPENED = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_NULL = ("", "~", "null", "Null", "NULL")
_WAY_OUT = "mend the lines between the two ---; if they are no front matter, begin the file with a blank line"


def read(data: bytes) -> Draft:
    """The text after the front matter, and what the front matter says about it.

    Raises Unreadable when the file is no UTF-8 text, or its front matter cannot be read.
    """
    whole = decode.text(data)
    if not _OPENED.match(whole):
        return Draft(text=whole)
    front = _FRONT.match(whole, 0, MAX_FRONT_MATTER)
    if front is None:
        raise Unreadable("front matter that begins in line 1 does not end", "close it with a line ---")
    return article_record.draft(_fields(front["yaml"]), whole[front.end() :], by_url=False)


def _fields(front: str) -> dict[str, object]:
    fields = {key: None if value in _NULL else value for key, value in _mapping(front).items()}
    article_record.refuse_unwritable(fields)
    # A word for the date that most site generators use; a date under the contract's own word goes before it.
    if fields.get("published") is None and "date" in fields:
        fields["published"] = fields.pop("date")
    return fields


def _mapping(front: str) -> dict[str, object]:
    try:
        node = yaml_nodes.compose(front, "its front matter")
        # The base loader builds strings, lists and mappings, and nothing else.
        found = yaml.BaseLoader("").construct_document(node) if node else {}
    except yaml.YAMLError as error:
        # The first line of the file is the opening ---.
        raise Unreadable(f"its front matter is not YAML{yaml_nodes.problem(error, offset=2)}", _WAY_OUT) from None
    if not isinstance(found, dict):
        raise Unreadable("its front matter is no list of 'key: value' lines", _WAY_OUT)
    if node and len(found) < len(node.value):
        raise Unreadable("a key is in its front matter twice", _WAY_OUT)
    return found
