"""Read YAML as nodes, each value as it is written. Anchors, aliases and deep nesting are refused."""

import yaml

from dossier.sources.unreadable import Unreadable

_MAX_YAML_DEPTH = 10
"""Lists and mappings within each other. Set by hand; no measurement is recorded."""
NULL_WORDS = ("", "~", "null", "Null", "NULL")
"""Spellings of no value in YAML."""
_MAX_CHARACTERS_FOR_PYYAML = 64_000
"""A longer text is read by libyaml where PyYAML has it: ten times as fast (the measurement is not recorded), with
poorer messages. Set by hand."""


def compose(text: str, what: str) -> yaml.Node | None:
    """The node of a YAML text; None for an empty text. ``what`` names the text in messages ("its front matter").

    Raises Unreadable for anchors, aliases and values that are nested too deeply, and ``yaml.YAMLError`` for a text that
    is no YAML.
    """
    # the base loader knows strings, lists and mappings only
    loader = (
        getattr(yaml, "CBaseLoader", yaml.BaseLoader) if len(text) > _MAX_CHARACTERS_FOR_PYYAML else yaml.BaseLoader
    )
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(f"{what} has YAML anchors or aliases", "write the values out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_YAML_DEPTH:
            raise Unreadable(f"{what} is nested too deeply", "no value needs so many brackets or indents")
    return yaml.compose(text, Loader=loader)


def line(node: yaml.Node) -> int:
    """The line in which a node begins, counted from 1."""
    return int(node.start_mark.line) + 1


def value(node: yaml.Node) -> object:
    """The node as a string, a list, a dictionary by string, or None (for ``NULL_WORDS`` without quotation marks).

    Raises Unreadable when a mapping has a key twice, or a key that is no string.
    """
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in NULL_WORDS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    found: dict[str, object] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable("a key is a list or a mapping", "write 'key: value'")
        if key.value in found:
            raise Unreadable(f"the key {key.value!r} is there twice", "keep one of them")
        found[key.value] = value(item)
    return found


def problem(error: yaml.YAMLError, offset: int = 1) -> str:
    """The line and the fault, as " (line 3): …". ``offset`` is the number that the first line of the text has."""
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None)
    return (f" (line {mark.line + offset})" if mark else "") + (f": {said}" if said else "")
