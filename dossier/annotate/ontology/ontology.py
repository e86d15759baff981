"""The ontology in use: the shipped one, ``ontology.toml``, with what a user's file adds to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from dossier.annotate.ontology.derivation import derived_nouns
from dossier.annotate.ontology.file import LISTS, Section, sections
from dossier.model import EventType, EventTypes

NO_EVENT = "none"
"""The section of words that tell no event."""
_SHIPPED = "ontology.toml"
_SIBLINGS = {
    "verbs": ("verbs", "verbs_of_people"),
    "verbs_of_people": ("verbs_of_people",),
    "nouns": ("nouns", "nouns_of_people"),
    "nouns_of_people": ("nouns_of_people",),
}
"""The indexes from which a user's word removes the shipped one: what they say of a word holds for people too."""


@dataclass(frozen=True, slots=True)
class Ontology:
    """Event types by name, and by the lemmas and phrases of lemmas ("take into custody") that tell of them."""

    types: EventTypes
    verbs: Mapping[str, EventType]
    verbs_of_people: Mapping[str, EventType]
    """Verbs that have the type where it is done to a person: "free a hostage"."""
    nouns: Mapping[str, EventType]
    nouns_of_people: Mapping[str, EventType]
    """Nouns that have the type where they are said of people: "the release of the hostages"."""
    weak: frozenset[str]
    """Nouns that tell an event only where the sentence shows that something took place."""
    derived: Mapping[str, EventType]
    """Nouns made of a verb, with the verb's type; they are weak too."""
    ergative: frozenset[str]
    """Verbs whose subject, without an object, undergoes what happens: "the bomb exploded"."""
    addressing: frozenset[str]
    """Verbs whose object is told something: "warned the crew"."""
    openers: frozenset[str]
    """The first words of the verbal phrases."""
    noun_parts: frozenset[str]
    """The first and last words of the nouns of several words."""


@cache
def ontology(added: str = "") -> Ontology:
    """The shipped ontology with what ``added`` adds to it: the text of a file of the same form, which wins over it.

    Raises OntologyUnusable.
    """
    shipped = resources.files("dossier.annotate.ontology").joinpath(_SHIPPED).read_text("utf-8")
    builder = _OntologyBuilder()
    builder.add(sections(shipped, _SHIPPED))
    if added:
        builder.add(sections(added, "the ontology file"))
    return builder.ontology()


class _OntologyBuilder:
    """Collects types and words from ontology files; a later file wins over those before."""

    def __init__(self) -> None:
        self._types: dict[str, EventType] = {}
        self._words: dict[str, dict[str, str]] = {name: {} for name in _SIBLINGS}
        self._weak: set[str] = set()
        self._marked: dict[str, set[str]] = {"ergative": set(), "addressing": set()}

    def add(self, found: Iterable[Section]) -> None:
        """Take in the types of one file, and its words away from the types of earlier files."""
        found = tuple(found)
        for section in found:
            fields = dict(section.fields)
            if "of" in fields:
                fields.setdefault("possessive", fields["of"])
            self._types[section.name] = replace(self._types.get(section.name, EventType(section.name)), **fields)
        for section in found:
            for key, words in section.words.items():
                self._remove(key, words)
        for section in found:
            for key, words in section.words.items():
                self._assign(section.name, key, words)

    def _remove(self, key: str, words: tuple[str, ...]) -> None:
        for sibling in _SIBLINGS.get(LISTS[key], ()):
            for word in words:
                self._words[sibling].pop(word, None)
        if LISTS[key] == "nouns":
            self._weak.difference_update(words)
        elif LISTS[key] == "verbs":
            for marked in self._marked.values():
                marked.difference_update(words)

    def _assign(self, name: str, key: str, words: tuple[str, ...]) -> None:
        if key in self._marked:
            self._marked[key].update(words)
            return
        self._words[LISTS[key]].update(dict.fromkeys(words, name))
        if key == "weak_nouns":
            self._weak.update(words)

    def ontology(self) -> Ontology:
        """The ontology of all files added so far."""
        by_word = {
            index: {word: self._types[name] for word, name in words.items()} for index, words in self._words.items()
        }
        verbal = (word for index in ("verbs", "verbs_of_people") for word in by_word[index] if " " in word)
        nominal = [word.split() for word in by_word["nouns"] if " " in word]
        return Ontology(
            types=EventTypes(dict(self._types)),
            weak=frozenset(self._weak),
            derived=dict(
                derived_nouns({word: kind for word, kind in by_word["verbs"].items() if kind.name != NO_EVENT})
            ),
            ergative=frozenset(self._marked["ergative"]),
            addressing=frozenset(self._marked["addressing"]),
            openers=frozenset(phrase.split()[0] for phrase in verbal),
            noun_parts=frozenset(part for words in nominal for part in (words[0], words[-1])),
            **by_word,
        )
