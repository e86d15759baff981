"""Read a watchlist in YAML: a list of names, or of mappings with name, aliases, kind and identifiers."""

from collections.abc import Iterator

import yaml

from dossier.model import Watched
from dossier.sources import yaml_nodes
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlists.watchlist_entry import entry

_ADVICE = "write for example '- name: Ada Brandt', and below it 'aliases: [A. Brandt]'"
_KNOWN_KEYS = ("name", "aliases", "kind", "identifiers")


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """The line in which each entry begins, with the entry or why there is none.

    Raises Unreadable when the text is no YAML list.
    """
    try:
        node = yaml_nodes.compose(text, "it")
    except yaml.YAMLError as error:
        raise Unreadable(f"it is not YAML{yaml_nodes.problem(error)}", _ADVICE) from None
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise Unreadable("it is no list", _ADVICE)
    for item in node.value:
        try:
            yield yaml_nodes.line(item), _watched(yaml_nodes.value(item))
        except Unreadable as problem:
            yield yaml_nodes.line(item), problem


def _watched(value: object) -> Watched:
    if isinstance(value, str):
        return entry(value)
    if not isinstance(value, dict):
        raise Unreadable("it names nobody", _ADVICE)
    if unknown := [key for key in value if key not in _KNOWN_KEYS]:
        raise Unreadable(f"{', '.join(unknown)} is not known here", f"known are {', '.join(_KNOWN_KEYS)}")
    aliases = value.get("aliases") or []
    identifiers = value.get("identifiers") or {}
    if not isinstance(identifiers, dict):
        raise Unreadable("'identifiers' is no mapping", "write 'identifiers: {wikidata: Q42}'")
    numbers = [(scheme, number) for scheme, given in identifiers.items() for number in _as_list(given)]
    return entry(value.get("name"), _as_list(aliases), value.get("kind"), numbers)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
