"""Say in words where a file differs from what it should be."""

import json
from itertools import zip_longest

from dossier.publish.pdf_pages import page_texts

_AROUND = 4
"""How many words are shown on both sides of the first that differs. Set by hand."""
_SHOWN = 80
"""The most characters of a value that are shown. Set by hand."""
_NOTHING = "nothing"


def difference(name: str, found: bytes, right: bytes) -> str:
    """Where the bytes ``found`` in the file ``name`` first differ from the ``right`` ones; empty where they do not."""
    if found == right:
        return ""
    by_kind = {"json": _in_json, "html": _in_words, "pdf": _in_pages}
    words = by_kind.get(name.rpartition(".")[2], _in_words)
    try:
        return words(found, right)
    except ValueError as error:
        return f"it cannot be read: {error}"


def _in_json(found: bytes, right: bytes) -> str:
    """The path to the first leaf that differs, with both values."""
    return (
        _of_values("", json.loads(found), json.loads(right)) or "its values are right, but they are written otherwise"
    )


def _of_values(path: str, found: object, right: object) -> str:
    if isinstance(found, dict) and isinstance(right, dict):
        pairs = [(f"{path}.{key}".removeprefix("."), found.get(key), right.get(key)) for key in {**right, **found}]
    elif isinstance(found, list) and isinstance(right, list):
        pairs = [(f"{path}[{place}]", *pair) for place, pair in enumerate(zip_longest(found, right))]
    else:
        return "" if found == right else f"{path or 'it'} is {_value(found)}, and should be {_value(right)}"
    return next(filter(None, (_of_values(*pair) for pair in pairs)), "")


def _value(value: object) -> str:
    text = _NOTHING if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _in_words(found: bytes, right: bytes) -> str:
    """The first words that differ, with those around them."""
    one, other = found.decode("utf-8", "replace").split(), right.decode("utf-8", "replace").split()
    place = _first_difference(one, other)
    if place is None:
        return "its words are right, but the space between them is not"
    return f"it reads {_around(one, place)}, and should read {_around(other, place)}"


def _first_difference(one: list[str], other: list[str]) -> int | None:
    return next((place for place, (word, right) in enumerate(zip_longest(one, other)) if word != right), None)


def _around(words: list[str], place: int) -> str:
    text = " ".join(words[max(place - _AROUND, 0) : place + _AROUND])
    return f"“{text if len(text) <= 2 * _SHOWN else text[: 2 * _SHOWN] + '…'}”" if words[place:] else _NOTHING


def _in_pages(found: bytes, right: bytes) -> str:
    """The first page whose words differ."""
    pages = zip_longest(page_texts(found), page_texts(right), fillvalue="")
    for number, (one, other) in enumerate(pages, 1):
        if one != other:
            return f"page {number}: {_in_words(one.encode(), other.encode())}"
    return "the words of its pages are right, but not all of its bytes"
