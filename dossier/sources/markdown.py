"""Markdown: optional front matter in YAML between two lines ``---``, then the text, exactly as it stands.

Front matter has the keys of a JSONL line, but for ``text``; ``date`` is another word for ``published``. Its
values are taken as they are written, without YAML's types: a title ``1984`` is text, and a date keeps its
precision.
"""

import re

import yaml

from dossier.sources import decode, record
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

MAX_FRONT_MATTER = 64_000
_MAX_DEPTH = 10
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
    return record.draft(_fields(front["yaml"]), whole[front.end() :], by_url=False)


def _fields(front: str) -> dict[str, object]:
    fields = {key: None if value in _NULL else value for key, value in _mapping(front).items()}
    record.refuse_unwritable(fields)
    # A word for the date that most site generators use; a date under the contract's own word goes before it.
    if fields.get("published") is None and "date" in fields:
        fields["published"] = fields.pop("date")
    return fields


def _mapping(front: str) -> dict[str, object]:
    try:
        _refuse_bombs(front)
        # The base loader builds strings, lists and mappings, and nothing else.
        loader = yaml.BaseLoader(front)
        node = loader.get_single_node()
        found = loader.construct_document(node) if node else {}
    except yaml.YAMLError as error:
        raise Unreadable(f"its front matter is not YAML{_place(error)}", _WAY_OUT) from None
    if not isinstance(found, dict):
        raise Unreadable("its front matter is no list of 'key: value' lines", _WAY_OUT)
    if node and len(found) < len(node.value):
        raise Unreadable("a key is in its front matter twice", _WAY_OUT)
    return found


def _refuse_bombs(front: str) -> None:
    """Raise Unreadable for what makes a short YAML text large or deep: aliases, heaps of brackets."""
    depth = 0
    for event in yaml.parse(front, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("its front matter has YAML anchors or aliases", "write the values out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise Unreadable("its front matter is nested too deeply", _WAY_OUT)


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None)
    # The first line of the file is the opening ---, and marks count from 0.
    return (f" (line {mark.line + 2})" if mark else "") + (f": {problem}" if problem else "")
