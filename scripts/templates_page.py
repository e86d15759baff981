"""Write into docs/templates.md what a template gets: each value with its fields, from the classes themselves.

Run it after a change to what templates get: ``python scripts/templates_page.py``.
"""

import tomllib
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from inspect import getdoc
from pathlib import Path
from typing import Any, get_args, get_type_hints

from dossier.render.briefing_page import CONTEXT_VERSION, BriefingPage, IndexPage

PAGE = Path(__file__).parents[1] / "docs" / "templates.md"
BEGIN, END = "<!-- written by scripts/templates_page.py -->\n", "<!-- end -->\n"
_FIELDS: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "template_fields.toml").read_text("utf-8"))
_PLAIN = {"date": "text: ISO 8601", "datetime": "text: ISO 8601", "str": "text", "int": "number", "float": "number"}
_PLAIN |= {"bool": "true or false", "NoneType": "None"}


def classes() -> list[type]:
    """The classes of all values that a template gets, those of the pages first."""
    found: dict[type, None] = {}
    waiting: list[type] = [BriefingPage, IndexPage]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [inner for hint in get_type_hints(kind).values() for inner in _dataclasses(hint)]
    return list(found)


def _dataclasses(hint: Any) -> Iterator[type]:
    if is_dataclass(hint):
        yield hint  # type: ignore[misc] - it is a class
    for inner in get_args(hint):
        yield from _dataclasses(inner)


def undocumented(kind: type) -> list[str]:
    """The fields that neither the text of the class nor the list of fields says anything about."""
    return [field.name for field in fields(kind) if not _words(kind, field.name)]


def unused() -> list[str]:
    """The words of the list of fields that nothing needs."""
    needed = {
        (kind.__name__, field.name) for kind in classes() for field in fields(kind) if not _in_text(kind, field.name)
    }
    own = {(kind, name) for kind, names in _FIELDS.items() if kind != "fields" for name in names}
    shared = {name for kind, name in needed - own}
    return [f"{kind}.{name}" for kind, name in sorted(own - needed)] + sorted(set(_FIELDS["fields"]) - shared)


def _words(kind: type, name: str) -> str:
    """What a field is; of one that the text of its class describes, that it does."""
    if _in_text(kind, name):
        return "see above"
    return _FIELDS.get(kind.__name__, {}).get(name) or _FIELDS["fields"].get(name, "")


def _in_text(kind: type, name: str) -> bool:
    return f"``{name}``" in (getdoc(kind) or "")


def written() -> str:
    """The part of the page that comes from the classes."""
    return f"Version {CONTEXT_VERSION} of this contract.\n\n" + "\n".join(map(_section, classes()))


def _section(kind: type) -> str:
    hints = get_type_hints(kind)
    rows = [f"| `{field.name}` | {_type(hints[field.name])} | {_words(kind, field.name)} |" for field in fields(kind)]
    text = " ".join((getdoc(kind) or "").split()).replace("``", "`")
    return "\n".join([f"### {kind.__name__}", "", text, "", "| field | is | what |", "|---|---|---|", *rows, ""])


def _type(hint: Any) -> str:
    """A type in words: that of the plain data which a template sees."""
    parts = get_args(hint)
    if isinstance(hint, types.UnionType):
        return ", or ".join(_type(part) for part in parts)
    if parts and getattr(hint, "__origin__", None) is tuple:
        if parts[-1] is Ellipsis:
            return f"list of {_type(parts[0])}"
        return f"list: {', '.join(_type(part) for part in parts)}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " or ".join(f"“{one.value}”" for one in hint)
    if is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"  # type: ignore[union-attr] - it is a class
    return _PLAIN[hint.__name__]


def page(text: str) -> str:
    """The text of the page with the written part put in anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{written()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
