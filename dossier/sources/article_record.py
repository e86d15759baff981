"""Check the values of an article in a JSONL line or in front matter, and make a draft of them."""

from collections.abc import Iterator, Mapping

from dossier.model import When
from dossier.sources import written_dates
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

KEYS = ("id", "title", "published", "url", "publisher", "author", "language", "reliability")
_MAX_JSON_DEPTH = 20
"""Values within each other, the outermost object and the innermost string included. Set by hand; not measured."""
_JSON_TYPE_WORDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


def draft_from_record(record: Mapping[str, object], text: str, *, by_url: bool) -> Draft:
    """The draft that ``record`` describes; keys that are not in KEYS are kept as ``extra``.

    ``by_url`` says whether the URL can be the ref of an article without an id. Raises Unreadable when a value has the
    wrong type or is no date.
    """
    id_, url = _id(record.get("id")), text_value(record, "url")
    return Draft(
        text=text,
        id=id_,
        refs=tuple(ref for ref in (id_, url if by_url else None) if ref),
        title=text_value(record, "title"),
        given=_date(text_value(record, "published")),
        url=url,
        publisher=text_value(record, "publisher"),
        author=text_value(record, "author"),
        language=text_value(record, "language"),
        reliability=text_value(record, "reliability"),
        extra={key: value for key, value in record.items() if key not in KEYS},
    )


def text_value(record: Mapping[str, object], key: str) -> str | None:
    """The text under a key; None when it is absent, null or blank. Raises Unreadable when it is no text."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        found = _JSON_TYPE_WORDS.get(type(value), "something else")
        raise Unreadable(f'"{key}" is {found}, not text', "write it as one string")
    return value if value.strip() else None


def refuse_unwritable(value: object) -> None:
    """Raise Unreadable when a string anywhere in ``value`` cannot be stored, or ``value`` is nested too deeply."""
    for text in _strings(value, _MAX_JSON_DEPTH):
        if "\0" in text:
            raise Unreadable(f"a NUL character (U+0000) at position {text.index(chr(0))} of a string")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            found = f"U+{ord(text[error.start]):04X}"
            raise Unreadable(
                f"half a surrogate pair ({found}) at position {error.start} of a string",
                "whatever wrote it cut a character in two: write it again",
            ) from None


def _strings(value: object, depth: int) -> Iterator[str]:
    if not depth:
        raise Unreadable("it is nested too deeply")
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, depth - 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(key, depth - 1)
            yield from _strings(item, depth - 1)


def _id(value: object) -> str | None:
    # a number is an id too, since databases number their rows
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text_value({"id": value}, "id")


def _date(value: str | None) -> When | None:
    if value is None:
        return None
    try:
        return written_dates.given(value)
    except ValueError:
        raise Unreadable(f"published {value!r} is not an EDTF date", "write 2021-03-14, 2021-03 or 2021") from None
