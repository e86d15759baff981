"""Event types and the words that trigger them, from ``triggers.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dossier.model import Role

OTHER = "other"


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event; ``of`` is the role of the noun that an event noun is said of ("the death of X")."""

    name: str
    of: Role


@dataclass(frozen=True, slots=True)
class Ontology:
    """Event types by the lemma of the verb or noun that triggers them."""

    verbs: dict[str, EventType]
    nouns: dict[str, EventType]


@cache
def ontology() -> Ontology:
    """The shipped ontology. Raises ValueError when a lemma triggers two types."""
    verbs: dict[str, EventType] = {}
    nouns: dict[str, EventType] = {}
    table = tomllib.loads(resources.files("dossier.annotate").joinpath("triggers.toml").read_text("utf-8"))
    for name, entry in table.items():
        kind = EventType(name, Role(entry["of"]))
        for lemmas, known in ((entry["verbs"], verbs), (entry["nouns"], nouns)):
            twice = known.keys() & set(lemmas)
            if twice:
                raise ValueError(f"triggers.toml: {sorted(twice)} stand under {name} and another type")
            known.update(dict.fromkeys(lemmas, kind))
    return Ontology(verbs, nouns)
