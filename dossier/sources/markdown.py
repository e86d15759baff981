"""Read Markdown: optional front matter in YAML between two lines ``---``, then the text as it is written.

Front matter has the keys of a JSONL line except ``text``; ``date`` is another word for ``published``. Values are text
as they are written, without YAML's types: a title ``1984`` stays text, and a date keeps its precision.
"""

import re

import yaml

from dossier.model import Marking
from dossier.sources import article_record, decode, yaml_nodes
from dossier.sources.draft import Draft
from dossier.sources.record_dates import FLAGS
from dossier.sources.stated_marking import marked_as_stated
from dossier.sources.unreadable import Unreadable

MAX_FRONT_MATTER_CHARACTERS = 64_000
"""Characters of the longest front matter. Set by hand; no measurement is recorded."""
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>(?s:.*?))^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
_FRONT_MATTER_START = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_ADVICE = "mend the lines between the two ---; if they are no front matter, begin the file with a blank line"


def read(data: bytes) -> Draft:
    """The text after the front matter, with the values of the front matter.

    Raises Unreadable when the file is no UTF-8 text, or its front matter cannot be read.
    """
    whole = decode.text(data)
    if not _FRONT_MATTER_START.match(whole):
        return Draft(text=whole)
    front = _FRONT_MATTER.match(whole, 0, MAX_FRONT_MATTER_CHARACTERS)
    if front is None:
        raise _unreadable("front matter that begins in line 1 does not end", "close it with a line ---")
    found = {key: None if value in yaml_nodes.NULL_WORDS else value for key, value in _mapping(front["yaml"]).items()}
    with marked_as_stated(found):
        return article_record.draft_from_record(_fields(found), whole[front.end() :], by_url=False)


def _fields(found: dict[str, object]) -> dict[str, object]:
    fields = dict(found)
    article_record.refuse_unwritable(fields)
    # most site generators write "date", and some "published: true"; where both are dates, "published" counts
    if "date" in fields and fields.get("published") in (None, *FLAGS):
        fields["published"] = fields.pop("date")
    return fields


def _mapping(front: str) -> dict[str, object]:
    try:
        node = yaml_nodes.compose(front, "its front matter")
        # the base loader builds strings, lists and mappings only
        found = yaml.BaseLoader("").construct_document(node) if node else {}
    except yaml.YAMLError as error:
        # line 1 of the file is the opening ---, so the YAML begins in line 2
        raise _unreadable(f"its front matter is not YAML{yaml_nodes.problem(error, offset=2)}") from None
    if not isinstance(found, dict):
        raise _unreadable("its front matter is no list of 'key: value' lines")
    if node and len(found) < len(node.value):
        raise _unreadable("a key is in its front matter twice")
    return found


def _unreadable(reason: str, advice: str = _ADVICE) -> Unreadable:
    """Front matter that cannot be read may say anything, so it counts as marked as strictly as can be."""
    return Unreadable(reason, advice, marking=Marking.RED)
