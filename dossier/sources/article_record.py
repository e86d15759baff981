"""Check the values of an article in a JSONL line or in front matter, and make a draft of them."""

from collections.abc import Iterator, Mapping

from dossier.model import When
from dossier.sources import written_dates
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

KEYS = ("id", "title", "published", "url", "publisher", "author", "language", "reliability")
_DATE_KEYS = word_lists("dossier.sources", "source_words.toml")["keys_of_dates"]
_MAX_JSON_DEPTH = 20
"""Values within each other, the outermost object and the innermost string included. Set by hand; not measured."""
_JSON_TYPE_WORDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


def draft_from_record(record: Mapping[str, object], text: str, *, by_url: bool) -> Draft:
    """The draft that ``record`` describes; keys that are not in KEYS are kept as ``extra``.

    Without "published", a date under a key by which other tools call it counts ("date", "publish_date").
    ``by_url`` says whether the URL can be the ref of an article without an id. Raises Unreadable when a value has the
    wrong type or is no date.
    """
    id_, url = _id(record.get("id")), text_value(record, "url")
    given, date_key = _given(record)
    return Draft(
        text=text,
        id=id_,
        refs=tuple(ref for ref in (id_, url if by_url else None) if ref),
        title=text_value(record, "title"),
        given=given,
        url=url,
        publisher=text_value(record, "publisher"),
        author=text_value(record, "author"),
        language=text_value(record, "language"),
        reliability=text_value(record, "reliability"),
        extra={key: value for key, value in record.items() if key not in (*KEYS, date_key)},
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


def _given(record: Mapping[str, object]) -> tuple[When | None, str]:
    """The date in the record and its key: "published", else the only other key for it that has a date."""
    if (value := text_value(record, "published")) is not None:
        return _date(value), "published"
    dated = [(found, key) for key in record if key in _DATE_KEYS and (found := _loose_date(record[key]))]
    return dated[0] if len(dated) == 1 else (None, "published")


def _loose_date(value: object) -> When | None:
    """A date as other tools write it; midnight without a zone stands for the day. None for what is no date."""
    if not isinstance(value, str) or (day := written_dates.stated(value)) is None:
        return None
    try:
        found = written_dates.given(value)
    except ValueError:
        return day
    return day if found.start == day.start and not written_dates.moment_of(found) else found


def _date(value: str) -> When:
    try:
        return written_dates.given(value)
    except ValueError:
        raise Unreadable(f"published {value!r} is not an EDTF date", "write 2021-03-14, 2021-03 or 2021") from None
