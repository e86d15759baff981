"""Read what stands above the text of a Markdown file: YAML between ``---``, TOML between ``+++``, or an object of JSON.

Values of YAML are text as they are written: a title ``1984`` stays text, and a date keeps its precision. Front matter
that cannot be read may say anything, so such a file counts as marked as strictly as can be.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NamedTuple

import yaml

from dossier.model import Marking
from dossier.sources import yaml_nodes
from dossier.sources.draft import DraftNote
from dossier.sources.records.json_values import without_repetition
from dossier.sources.unreadable import Unreadable

MAX_FRONT_MATTER_CHARACTERS = 64_000
"""Characters of the longest front matter. Set by hand; no measurement is recorded."""
_YAML = re.compile(r"---[ \t]*\r?\n(?P<inside>(?s:.*?))^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<inside>(?s:.*?))^\+\+\+[ \t]*(?:\r?\n|\Z)", re.M)
_START = re.compile(r"(?P<marks>---|\+\+\+)[ \t]*(?:\r?\n|\Z)|(?P<json>\{[ \t]*\r?\n?\s*\")")
_ADVICE = "mend the lines between the two {0}; if they are no front matter, begin the file with a blank line"
_UNQUOTED = re.compile(r"^([ \t]*[\w-]+:[ \t]+)([^\s'\"\[{&*|>!#%@`,\]}][^\n\r]*?:(?: [^\n\r]*?)?)[ \t]*$", re.M)
"""A value with a colon in it that has no quotation marks around it: "title: Ferry: aground"."""
_QUOTED_NOTE = DraftNote(
    "its front matter is not YAML: a value with a colon in it needs quotation marks, and was read as it stands",
    'write title: "Ferry: aground"',
)


class FrontMatter(NamedTuple):
    """The values above a text, where the text begins, and what is to be noted of them."""

    values: dict[str, object]
    end: int
    notes: tuple[DraftNote, ...] = ()


def front_matter(whole: str) -> FrontMatter | None:
    """The front matter of a file; None where it has none. Raises Unreadable when it cannot be read."""
    start = _START.match(whole)
    if start is None:
        return None
    if start["json"]:
        return _of_json(whole)
    found = (_YAML if start["marks"] == "---" else _TOML).match(whole, 0, MAX_FRONT_MATTER_CHARACTERS)
    if found is None:
        marks = start["marks"]
        raise _unreadable("front matter that begins in line 1 does not end", f"close it with a line {marks}")
    if start["marks"] == "+++":
        return FrontMatter(_of_toml(found["inside"]), found.end())
    values, notes = _of_yaml(found["inside"])
    return FrontMatter(values, found.end(), notes)


def _of_json(whole: str) -> FrontMatter:
    """The object of JSON above a text, as Hugo writes it."""
    decoder = json.JSONDecoder(object_pairs_hook=without_repetition)
    try:
        return FrontMatter(*decoder.raw_decode(whole[:MAX_FRONT_MATTER_CHARACTERS]))
    except (ValueError, RecursionError) as error:
        raise _unreadable(
            f"its front matter is not JSON: {error}", "mend it, or begin the file with a blank line"
        ) from None


def _of_toml(inside: str) -> dict[str, object]:
    try:
        found = tomllib.loads(inside.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise _unreadable(f"its front matter is not TOML: {error}", _ADVICE.format("+++")) from None
    return {key: _plain(value) for key, value in found.items()}


def _plain(value: object) -> object:
    """A value of TOML without its types of dates."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def _of_yaml(inside: str) -> tuple[dict[str, object], tuple[DraftNote, ...]]:
    try:
        return _mapping(inside), ()
    except yaml.YAMLError as error:
        problem = error
    try:
        return _mapping(_UNQUOTED.sub(_quoted, inside)), (_QUOTED_NOTE,)
    except yaml.YAMLError:
        # line 1 of the file is the opening ---, so the YAML begins in line 2
        raise _unreadable(f"its front matter is not YAML{yaml_nodes.problem(problem, offset=2)}") from None


def _quoted(line: re.Match[str]) -> str:
    return line[1] + "'" + line[2].replace("'", "''") + "'"


def _mapping(inside: str) -> dict[str, object]:
    node = yaml_nodes.compose(inside, "its front matter")
    # the base loader builds strings, lists and mappings only
    found = yaml.BaseLoader("").construct_document(node) if node else {}
    if not isinstance(found, dict):
        raise _unreadable("its front matter is no list of 'key: value' lines")
    if node and len(found) < len(node.value):
        raise _unreadable("a key is in its front matter twice")
    return {key: None if value in yaml_nodes.NULL_WORDS else value for key, value in found.items()}


def _unreadable(reason: str, advice: str = _ADVICE.format("---")) -> Unreadable:
    return Unreadable(reason, advice, marking=Marking.RED)
