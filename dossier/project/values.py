"""Check the values of a project's file: each function gives the value, or raises ValueError with what to write."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from dossier.project.outlet import Outlet

_TYPE_WORDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number", list: "a list"}
"""What the types of TOML are called in a message; any other type is named by what it is not."""


def text(value: object) -> str:
    """A text that is not blank and holds no control character."""
    if not isinstance(value, str):
        raise ValueError(f"it is {_kind(value)}: write a text in quotes")
    if not value.strip() or not value.isprintable():
        raise ValueError("it is blank, or holds a control character: write a text on one line")
    return value


def texts(value: object) -> tuple[str, ...]:
    """Texts in a list; one text counts as a list of one."""
    if isinstance(value, str):
        return (text(value),)
    if not isinstance(value, list):
        raise ValueError(f'it is {_kind(value)}: write a list of texts, as in ["one", "two"]')
    if not value:
        raise ValueError("it is an empty list: fill it, or take the key out")
    return tuple(text(item) for item in value)


def count(value: object) -> int:
    """A whole number from 1 on."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"it is {_kind(value)}: write a whole number, without quotes")
    if value < 1:
        raise ValueError(f"it is {value}: write 1 or more")
    return value


def day(value: object) -> str:
    """A date as EDTF: a text, or a date of TOML (2025-03-14, without quotes)."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return text(value)


def outlets(value: object) -> tuple[Outlet, ...]:
    """The table of outlets: each name with its grade of reliability."""
    if not isinstance(value, dict):
        raise ValueError(f'it is {_kind(value)}: write [outlets] and below it a line an outlet, as in "Wire" = "B"')
    return tuple(_outlet(name, grade) for name, grade in value.items())


KEYS: Mapping[str, Callable[[object], object]] = {
    "sources": texts,
    "output": text,
    "store": text,
    "editions": count,
    "entities": texts,
    "watchlist": text,
    "judgements": texts,
    "outlets": outlets,
    "formats": texts,
    "top": count,
    "as_of": day,
    "language": text,
    "model": text,
    "ontology": text,
    "workers": count,
}
"""The keys of a project's file, each with the check of its value."""


def _outlet(name: str, grade: object) -> Outlet:
    if not name.strip():
        raise ValueError("an outlet has a blank name")
    if name in KEYS:
        raise ValueError(f"{name!r} stands under [outlets]: move it above that line")
    try:
        return Outlet(name, text(grade))
    except ValueError as error:
        raise ValueError(f'"{name}": {error}') from None


def _kind(value: object) -> str:
    return _TYPE_WORDS.get(type(value), "a table" if isinstance(value, dict) else "a date or a time")
