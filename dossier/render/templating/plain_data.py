"""Values as plain data, which is all that a template gets: dicts, lists, texts, numbers, true, false and None."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

_AS_THEY_ARE = frozenset((str, int, float, bool, type(None)))
"""The types of most values of a page, looked up first: a page of 1,000 entries has 200,000 values."""


def plain(value: object) -> object:
    """The value as plain data: of a dataclass its fields as a dict, of an enum its value, of a date its ISO 8601.

    >>> plain((1, "one", None, date(2019, 3, 14)))
    [1, 'one', None, '2019-03-14']
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    kind: Any = type(value)  # mypy takes no type for hashable
    return {name: plain(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if not isinstance(kind, type) or not is_dataclass(kind):
        raise TypeError(f"a template gets plain data only, and no {kind}")
    return tuple(field.name for field in fields(kind))
