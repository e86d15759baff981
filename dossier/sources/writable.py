"""Make values writable as UTF-8: a hostile header or a careless plug-in may hold halves of surrogate pairs."""

import re
from typing import TypeVar

_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
Value = TypeVar("Value")


def writable(value: Value) -> Value:
    r"""The value with a mark in place of each character that no file can hold, in all its strings.

    >>> writable({"title": ["a\ud800b", 7]})
    {'title': ['a\ufffdb', 7]}
    """
    if isinstance(value, str):
        return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", value)  # type: ignore[return-value]
    if type(value) in (list, tuple):
        return type(value)(writable(item) for item in value)  # type: ignore[attr-defined,call-arg]
    if isinstance(value, dict):
        return {writable(key): writable(item) for key, item in value.items()}  # type: ignore[return-value]
    return value
