"""Mend strings of JSON that cannot be stored: halves of characters that were cut in two, and NUL."""

import re
from collections.abc import Mapping

from dossier.sources.draft import DraftNote
from dossier.sources.unreadable import Unreadable

MENDED = DraftNote(
    "characters that were cut in two are shown as \ufffd, and NUL is left out",
    "whatever wrote it should write it again",
)
_MAX_DEPTH = 20
"""Values within each other, the outermost object and the innermost string included. Set by hand; not measured."""
_HALF = re.compile("[\ud800-\udfff]")


def storable_record(record: Mapping[str, object]) -> tuple[dict[str, object], tuple[DraftNote, ...]]:
    r"""The record with strings that can be stored, and a note where one was mended.

    >>> storable_record({"text": "cut \ud83d"})[0]
    {'text': 'cut �'}

    Raises Unreadable when it is nested too deeply, or when a key cannot be stored: mended it might be another key.
    """
    found = {key: _storable(value, _MAX_DEPTH - 1) for key, value in _keys_checked(record).items()}
    return found, () if found == record else (MENDED,)


def _storable(value: object, depth: int) -> object:
    if not depth:
        raise Unreadable("it is nested too deeply")
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value).replace("\0", "")
    if isinstance(value, list):
        return [_storable(item, depth - 1) for item in value]
    if isinstance(value, Mapping):
        return {key: _storable(item, depth - 1) for key, item in _keys_checked(value).items()}
    return value


def _keys_checked(found: Mapping[str, object]) -> Mapping[str, object]:
    for key in found:
        if "\0" in key or _HALF.search(key):
            raise Unreadable("a key has a character that was cut in two, or NUL", MENDED.advice)
    return found
