"""The words that act on the clause or noun under them, from ``operators.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dossier.annotate.factuality.composed_factuality import FactualityEffect
from dossier.model import CueKind

HEARSAY = "hearsay"
"""The class of words for claims and accusations."""
EVASION = "evasion"
"""The class of words for escaping what did not come: "escaped punishment"."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A class of words that act on what stands under them: the effect of a word that is affirmed, and of one negated.

    ``raises``: its negation is meant of the clause under it ("not believed to have left"). ``presupposes``: the event
    under it is a fact, whatever stands above.
    """

    name: str
    kind: CueKind
    affirmed: FactualityEffect
    negated: FactualityEffect
    raises: bool = False
    presupposes: bool = False


@dataclass(frozen=True, slots=True)
class Operators:
    """The operators by lemma, one table for each use of a word; the fields are explained in ``operators.toml``."""

    verbs: Mapping[str, Operator]
    finite: Mapping[str, Operator]
    infinitive: Mapping[str, Operator]
    objects: Mapping[str, Operator]
    oblique: Mapping[str, Operator]
    nouns: Mapping[str, Operator]
    clause_nouns: Mapping[str, Operator]
    adjectives: Mapping[str, Operator]
    modifiers: Mapping[str, Operator]
    adverbs: Mapping[str, Operator]
    predicates: Mapping[str, Operator]
    misstatements: Mapping[str, Operator]


_USES = tuple(Operators.__dataclass_fields__)


@cache
def operators() -> Operators:
    """The shipped operators. Raises ValueError when a word stands in two classes for one use."""
    classes = tomllib.loads(
        resources.files("dossier.annotate.factuality").joinpath("operators.toml").read_text("utf-8")
    )
    by_use: dict[str, dict[str, Operator]] = {use: {} for use in _USES}
    for name, entry in classes.items():
        operator = _operator(name, entry)
        for use in _USES:
            words = _words(entry.get(use, ""), use)
            twice = by_use[use].keys() & set(words)
            if twice:
                raise ValueError(f"operators.toml: {', '.join(sorted(twice))} stand in two classes under {use}")
            by_use[use].update(dict.fromkeys(words, operator))
    return Operators(**by_use)


def _words(listed: str, use: str) -> list[str]:
    """The words of a list: between blanks, but "verb preposition" pairs of ``oblique`` between upright strokes."""
    return [pair.strip() for pair in listed.split("|") if pair.strip()] if use == "oblique" else listed.split()


def _operator(name: str, entry: Mapping[str, Any]) -> Operator:
    return Operator(
        name=name,
        kind=CueKind(entry["kind"]),
        affirmed=FactualityEffect.parse(entry["affirmed"]),
        negated=FactualityEffect.parse(entry["negated"]),
        raises=entry.get("raises", False),
        presupposes=entry.get("presupposes", False),
    )
