"""Read a project's file; every fault in it is named with its place and the way out."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dossier.errors import ProjectUnusable
from dossier.model import Issue, StorePlace, StoreUrl
from dossier.project.project import DEFAULT_OUTPUT, DEFAULT_STORE, Project
from dossier.project.values import KEYS

MAX_PROJECT_BYTES = 1_000_000
"""Bytes of the largest file that is read: far more than anyone writes by hand. Set by hand."""
_ADVICE = "'dossier init' writes a file with every key and what it means"


def read_project(file: Path) -> Project:
    """The project of this file. Raises ProjectUnusable, naming all faults, when the file cannot be understood."""
    file = file.absolute()
    written = _text(file)
    document = _document(file, written)
    found = {key: _value(key, value, written) for key, value in document.items()}
    faults = [value for value in found.values() if isinstance(value, Issue)]
    if faults:
        raise ProjectUnusable("\n  ".join((f"{file} is not understood:", *map(str, faults))), _ADVICE)
    return Project(**_with_paths(file, found))


def _text(file: Path) -> str:
    """The text of the file; raises ProjectUnusable."""
    try:
        if file.stat().st_size > MAX_PROJECT_BYTES:
            raise ProjectUnusable(f"{file} has more than {MAX_PROJECT_BYTES:,} bytes", _ADVICE)
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProjectUnusable(f"{file} is not UTF-8 at byte {error.start}", "save it as UTF-8") from None
    except OSError as error:
        raise ProjectUnusable(f"{file} cannot be read: {error.strerror}", "check its permissions") from None


def _document(file: Path, written: str) -> dict[str, object]:
    """The text as TOML; raises ProjectUnusable."""
    try:
        return tomllib.loads(written)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise ProjectUnusable(f"{file} is not TOML: {error}", "text stands in quotes, lists in [ ]") from None


def _value(key: str, value: object, written: str) -> object:
    """The checked value of a key, or an Issue when the key is unknown or its value is wrong."""
    if key not in KEYS:
        near = get_close_matches(key, KEYS, n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(KEYS)}"
        return Issue(_place(key, written), "there is no such key", meant)
    try:
        return KEYS[key](value)
    except ValueError as error:
        return Issue(_place(key, written), str(error))


def _place(key: str, written: str) -> str:
    """The key, with its line where one line alone can be meant: TOML's reader does not say where a key stands."""
    names = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    lines = [number for number, line in enumerate(written.splitlines(), 1) if names.match(line)]
    return f"line {lines[0]}, {key!r}" if len(lines) == 1 else repr(key)


def _with_paths(file: Path, found: Mapping[str, object]) -> dict[str, Any]:
    """The arguments of Project: the values of the file, with paths beside the file."""
    values = {"output": DEFAULT_OUTPUT, "store": DEFAULT_STORE, **found}
    paths = {key: _beside(file, values[key]) for key in _path_keys(values)}
    judgements = tuple(file.parent / str(name) for name in _listed(values.get("judgements", ())))
    return {**values, **paths, "judgements": judgements, "file": file, "stated": frozenset(found)}


def _beside(file: Path, value: object) -> StorePlace:
    """The path that is written in the file; a store can be an address, too."""
    return value if isinstance(value, StoreUrl) else file.parent / str(value)


def _path_keys(values: Mapping[str, object]) -> Iterator[str]:
    return (key for key in ("output", "store", "watchlist", "ontology", "template", "logo") if key in values)


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
