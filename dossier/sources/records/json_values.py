"""Parse JSON strictly: nothing that is no JSON (but NaN, for no value), no key twice, no number that is too large."""

import json
from math import isfinite

from dossier.sources.unreadable import Unreadable

ADVICE = 'write one object a line: {"text": "…"}'


def json_value(text: str) -> object:
    """The value of a JSON text. Raises Unreadable when it is none."""
    try:
        return json.loads(text, parse_constant=_nothing, parse_float=_finite, object_pairs_hook=without_repetition)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise Unreadable(f"not JSON: {error.msg} at {line}column {error.colno}", ADVICE) from None
    except ValueError as error:
        raise Unreadable(f"not JSON: {error}", ADVICE) from None
    except RecursionError:
        raise Unreadable("JSON that is nested too deeply") from None


def _nothing(_constant: str) -> None:
    """What pandas writes where it has no value: NaN."""


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"the number {digits} is too large")
    return value


def without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object with these keys and values. Raises ValueError when a key is there twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice")
    return found
