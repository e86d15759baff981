"""The keys an article can have in a JSONL line or in front matter, checked and made into a draft."""

from collections.abc import Iterator, Mapping

from dossier.model import When
from dossier.sources import written_dates
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

KEYS = ("id", "title", "published", "url", "publisher", "author", "language", "reliability")
_MAX_DEPTH = 20
_TYPES = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


def draft(record: Mapping[str, object], text: str, *, by_url: bool) -> Draft:
    """The draft that ``record`` describes; its keys that are not KEYS are kept as ``extra``.

    ``by_url`` says whether an article without an id goes by its URL. Raises Unreadable when a value has the
    wrong type or is no date.
    """
    identity, url = _identity(record.get("id")), string(record, "url")
    return Draft(
        text=text,
        id=identity,
        refs=tuple(ref for ref in (identity, url if by_url else None) if ref),
        title=string(record, "title"),
        given=_date(string(record, "published")),
        url=url,
        publisher=string(record, "publisher"),
        author=string(record, "author"),
        language=string(record, "language"),
        reliability=string(record, "reliability"),
        extra={key: value for key, value in record.items() if key not in KEYS},
    )


def string(record: Mapping[str, object], key: str) -> str | None:
    """The text of that key; None when it is absent, null or blank. Raises Unreadable when it is no text."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        found = _TYPES.get(type(value), "something else")
        raise Unreadable(f'"{key}" is {found}, not text', "write it as one string")
    return value if value.strip() else None


def refuse_unwritable(value: object) -> None:
    """Raise Unreadable when a string anywhere in it cannot be stored, or it is nested too deeply."""
    for text in _strings(value, _MAX_DEPTH):
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


def _identity(value: object) -> str | None:
    # Databases number their rows: a number is as good a name as any.
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return string({"id": value}, "id")


def _date(value: str | None) -> When | None:
    if value is None:
        return None
    try:
        return written_dates.given(value)
    except ValueError:
        raise Unreadable(f"published {value!r} is not an EDTF date", "write 2021-03-14, 2021-03 or 2021") from None
