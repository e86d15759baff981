"""A watchlist as FollowTheMoney entities: JSON, one a line or in a list (https://followthemoney.tech).

Of an entity are read its id, its schema, its names (without any, its caption), and the properties that are identifiers.
"""

import json
from collections.abc import Iterator, Mapping

from dossier.model import Kind, Watched
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlists.watchlist_entry import entry
from dossier.text.word_lists import word_lists, word_tables

_ADVICE = 'write {"id": "…", "schema": "Person", "properties": {"name": ["…"]}}, one a line'
_KIND_BY_SCHEMA = {
    "Person": Kind.PERSON,
    "Organization": Kind.ORGANIZATION,
    "Company": Kind.ORGANIZATION,
    "PublicBody": Kind.ORGANIZATION,
    "LegalEntity": None,
    "Thing": None,
    "Vessel": Kind.PRODUCT,
    "Airplane": Kind.PRODUCT,
    "Vehicle": Kind.PRODUCT,
    "Address": Kind.PLACE,
    "RealEstate": Kind.PLACE,
}
"""The kind of an entity by its schema. None leaves the kind open: a legal entity may be a person or a body."""
_SCHEMAS_OF_NO_ACTOR = word_lists("dossier.sources", "source_words.toml")["ftm_schemas_of_no_actor"]
_NAME_PROPERTIES = ("name", "alias", "previousName", "weakAlias")
_IDENTIFIER_PROPERTIES = word_tables("dossier.sources", "source_words.toml")["ftm"]["identifiers"].split()
# our names of registers that FollowTheMoney calls otherwise
_SCHEME_NAMES = {"wikidataId": "wikidata"}


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """Each entity that can be an actor, or why it cannot be read, with its line (in a list: its number)."""
    for number, found in _outcomes(text):
        if found:
            yield number, found


def _outcomes(text: str) -> Iterator[tuple[int, Watched | Unreadable | None]]:
    if text.lstrip().startswith("["):
        yield from ((number, _outcome(item)) for number, item in enumerate(_list(text), start=1))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _line(line)


def _list(text: str) -> list[object]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is not JSON (line {error.lineno}): {error.msg}", _ADVICE) from None
    except (ValueError, RecursionError):
        raise Unreadable("it is not JSON", _ADVICE) from None
    return list(found) if isinstance(found, list) else [found]


def _line(line: str) -> Watched | Unreadable | None:
    try:
        return _outcome(json.loads(line))
    except json.JSONDecodeError as error:
        return Unreadable(f"not JSON: {error.msg} at column {error.colno}", _ADVICE)
    except (ValueError, RecursionError):
        return Unreadable("not JSON", _ADVICE)


def _outcome(entity: object) -> Watched | Unreadable | None:
    try:
        return _entity(entity)
    except Unreadable as problem:
        return problem


def _entity(entity: object) -> Watched | None:
    """The entry of an entity; None where its schema is that of no actor."""
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise Unreadable("no FollowTheMoney entity", _ADVICE)
    properties = entity["properties"]
    schema = entity.get("schema")
    if not isinstance(schema, str):
        raise Unreadable("it has no schema", _ADVICE)
    if schema in _SCHEMAS_OF_NO_ACTOR:
        return None
    if schema not in _KIND_BY_SCHEMA:
        raise Unreadable(f"{schema!r} is no schema of an actor", f"one is: {', '.join(_KIND_BY_SCHEMA)}")
    caption = _values({"caption": entity.get("caption")}, "caption")
    names = [value for key in _NAME_PROPERTIES for value in _values(properties, key)] or caption
    if not names:
        raise Unreadable("it has no name", _ADVICE)
    identifiers = [
        (_SCHEME_NAMES.get(key, key), value) for key in _IDENTIFIER_PROPERTIES for value in _values(properties, key)
    ]
    kind = _KIND_BY_SCHEMA[schema]
    return entry(names[0], names[1:], kind.value if kind else None, [("ftm", entity.get("id")), *identifiers])


def _values(properties: Mapping[str, object], key: str) -> list[object]:
    """The values of a property; none where it is missing, one where it is no list."""
    value = properties.get(key)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
