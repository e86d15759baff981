"""Find the text of an article in an object of JSON: whole, or an opening alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.sources.records.record_lookup import TABLES, FoundPart, found_parts

_WHOLE, _OPENING = TABLES["text"]["whole"], TABLES["text"]["opening"]
_TEXTS = TABLES["objects"]["texts"]
_PARTS_IN_ORDER = "summary headline paragraphs sections"
"""Keys of a text in parts, as Fundus writes it."""
_PARTS_OF_ARTICLES = " ".join(
    [TABLES["parts"]["title"], "url link date", TABLES["dates"]["own"], TABLES["dates"]["publication"]]
)
_MAX_DEPTH = 6
"""Objects and lists within each other that make up a text. Set by hand."""
_CUT_OFF = re.compile(r"\s*\[\+?\d+ (?:chars|characters)\]\s*$")
"""What NewsAPI and GNews put where they cut a text off: "… [+1234 chars]"."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """The text of a record, the part where it was found, and whether it is an opening alone."""

    text: str
    part: FoundPart
    is_opening: bool


def record_text(record: Mapping[str, object]) -> RecordText | None:
    """The text of the article in a record; its opening where there is no more; None where there is neither.

    A summary counts only beside a title, an address or a date: many things are described that are no article.

    >>> record_text({"content": "It ran aground off … [+212 chars]"}).is_opening
    True
    """
    is_of_article = any(found_parts(record, _PARTS_OF_ARTICLES))
    for keys in (_WHOLE, _OPENING) if is_of_article else (_WHOLE,):
        for part in found_parts(record, keys):
            if text := joined_text(part.value):
                whole = _CUT_OFF.sub("", text)
                return RecordText(whole, part, is_opening=keys is _OPENING or whole != text)
    return None


def joined_text(value: object, depth: int = _MAX_DEPTH) -> str:
    r"""The text in a value: a string, a list of paragraphs or of runs (as in Telegram), an object with either.

    >>> joined_text(["It ran ", {"type": "bold", "text": "aground"}, "."])
    'It ran aground.'
    >>> joined_text([{"type": "paragraph", "text": "It ran aground."}, {"type": "paragraph", "text": "It sank."}])
    'It ran aground.\n\nIt sank.'
    >>> joined_text({"summary": [], "sections": [{"headline": ["Aground"], "paragraphs": ["It ran.", "It sank."]}]})
    'Aground\n\nIt ran.\n\nIt sank.'
    """
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, list) and depth:
        are_runs = any(isinstance(item, str) for item in value) and any(isinstance(item, dict) for item in value)
        parts = [joined_text(item, depth - 1) if not isinstance(item, str) else item for item in value]
        return ("" if are_runs else "\n\n").join(filter(None, parts))
    if isinstance(value, dict) and depth:
        in_parts = [joined_text(part.value, depth - 1) for part in found_parts(value, _PARTS_IN_ORDER)]
        if {"paragraphs", "sections"} & value.keys():
            return "\n\n".join(filter(None, in_parts))
        return next(filter(None, (joined_text(part.value, depth - 1) for part in found_parts(value, _TEXTS))), "")
    return ""
