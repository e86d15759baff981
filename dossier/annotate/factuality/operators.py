"""The words that bear on the clause or noun under them, from ``operators.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dossier.annotate.factuality.composed_factuality import Effect
from dossier.model import CueKind


@dataclass(frozen=True, slots=True)
class Operator:
    """One class of words: what the event under them becomes when they are affirmed, and when they are negated."""

    name: str
    kind: CueKind
    affirmed: Effect
    negated: Effect
    raises: bool = False
    presupposes: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The operators by lemma, for each way in which a word can reach another."""

    verbs: Mapping[str, Operator]
    finite: Mapping[str, Operator]
    infinitive: Mapping[str, Operator]
    objects: Mapping[str, Operator]
    oblique: Mapping[str, Operator]
    nouns: Mapping[str, Operator]
    adjectives: Mapping[str, Operator]
    modifiers: Mapping[str, Operator]
    adverbs: Mapping[str, Operator]


_WAYS = tuple(Lexicon.__dataclass_fields__)


@cache
def lexicon() -> Lexicon:
    """The shipped operators. Raises ValueError when a word stands in two classes for one way."""
    table = tomllib.loads(resources.files("dossier.annotate.factuality").joinpath("operators.toml").read_text("utf-8"))
    ways: dict[str, dict[str, Operator]] = {way: {} for way in _WAYS}
    for name, entry in table.items():
        operator = _operator(name, entry)
        for way in _WAYS:
            words = _words(entry.get(way, ""), way)
            twice = ways[way].keys() & set(words)
            if twice:
                raise ValueError(f"operators.toml: {sorted(twice)} stand twice among {way}")
            ways[way].update(dict.fromkeys(words, operator))
    return Lexicon(**ways)


def _words(listed: str, way: str) -> list[str]:
    return [pair.strip() for pair in listed.split("|") if pair.strip()] if way == "oblique" else listed.split()


def _operator(name: str, entry: Mapping[str, Any]) -> Operator:
    return Operator(
        name,
        CueKind(entry["kind"]),
        Effect.parse(entry["affirmed"]),
        Effect.parse(entry["negated"]),
        raises=entry.get("raises", False),
        presupposes=entry.get("presupposes", False),
    )
