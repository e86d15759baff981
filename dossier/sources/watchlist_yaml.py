"""A watchlist in YAML: names, or mappings with name, aliases, kind and identifiers."""

from collections.abc import Iterator

import yaml

from dossier.model import Watched
from dossier.sources import yaml_nodes
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlist_entry import entry

_FORM = "write for example '- name: Ada Brandt', and below it 'aliases: [A. Brandt]'"
_KNOWN = ("name", "aliases", "kind", "identifiers")


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """Each entry with the line it begins in. Raises Unreadable when the text is no YAML list."""
    try:
        node = yaml_nodes.compose(text, "it")
    except yaml.YAMLError as error:
        raise Unreadable(f"it is not YAML{yaml_nodes.problem(error)}", _FORM) from None
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise Unreadable("it is no list", _FORM)
    for item in node.value:
        try:
            yield yaml_nodes.line(item), _watched(yaml_nodes.value(item))
        except Unreadable as problem:
            yield yaml_nodes.line(item), problem


def _watched(value: object) -> Watched:
    if isinstance(value, str):
        return entry(value)
    if not isinstance(value, dict):
        raise Unreadable("it names nobody", _FORM)
    if unknown := [key for key in value if key not in _KNOWN]:
        raise Unreadable(f"{', '.join(unknown)} is not known here", f"known are {', '.join(_KNOWN)}")
    aliases = value.get("aliases") or []
    identifiers = value.get("identifiers") or {}
    if not isinstance(identifiers, dict):
        raise Unreadable("'identifiers' is no mapping", "write 'identifiers: {wikidata: Q42}'")
    numbers = [(scheme, number) for scheme, given in identifiers.items() for number in _several(given)]
    return entry(value.get("name"), _several(aliases), value.get("kind"), numbers)


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
