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
    """Event types by name, and by the lemmas and phrases of lemmas ("take into custody") that tell of them.

    The words ``of_people`` are of that type where what is done is done to a person ("free a hostage"). A weak noun
    tells an event only where its sentence shows one; so does one ``derived`` from a verb. The subject of an ergative
    verb without an object undergoes what happens ("the bomb exploded"); the object of an ``addressing`` one is told
    something ("warned the crew"). ``openers`` are the first words of the phrases, ``noun_parts``
    the nouns that stand in one of several words.
    """

    types: EventTypes
    verbs: Mapping[str, EventType]
    verbs_of_people: Mapping[str, EventType]
    nouns: Mapping[str, EventType]
    nouns_of_people: Mapping[str, EventType]
    weak: frozenset[str]
    derived: Mapping[str, EventType]
    ergative: frozenset[str]
    addressing: frozenset[str]
    openers: frozenset[str]
    noun_parts: frozenset[str]


@cache
def ontology(added: str = "") -> Ontology:
    """The shipped ontology with the types and words of ``added``, the text of a file of its form, which wins.

    Raises OntologyUnusable.
    """
    shipped = resources.files("dossier.annotate.ontology").joinpath(_SHIPPED).read_text("utf-8")
    index = _Index()
    index.add(sections(shipped, _SHIPPED))
    if added:
        index.add(sections(added, "the ontology file"))
    return index.ontology()


class _Index:
    """Types and words while files are read."""

    def __init__(self) -> None:
        self._types: dict[str, EventType] = {}
        self._words: dict[str, dict[str, str]] = {name: {} for name in _SIBLINGS}
        self._weak: set[str] = set()
        self._marked: dict[str, set[str]] = {"ergative": set(), "addressing": set()}

    def add(self, found: Iterable[Section]) -> None:
        """Add a file, which wins over those before."""
        found = tuple(found)
        for section in found:
            fields = dict(section.fields)
            if "of" in fields:
                fields.setdefault("possessive", fields["of"])
            self._types[section.name] = replace(self._types.get(section.name, EventType(section.name)), **fields)
        for section in found:
            for key, words in section.words.items():
                self._forget(key, words)
        for section in found:
            for key, words in section.words.items():
                self._take(section.name, key, words)

    def _forget(self, key: str, words: tuple[str, ...]) -> None:
        for sibling in _SIBLINGS.get(LISTS[key], ()):
            for word in words:
                self._words[sibling].pop(word, None)
        if LISTS[key] == "nouns":
            self._weak.difference_update(words)
        elif LISTS[key] == "verbs":
            for marked in self._marked.values():
                marked.difference_update(words)

    def _take(self, name: str, key: str, words: tuple[str, ...]) -> None:
        if key in self._marked:
            self._marked[key].update(words)
            return
        self._words[LISTS[key]].update(dict.fromkeys(words, name))
        if key == "weak_nouns":
            self._weak.update(words)

    def ontology(self) -> Ontology:
        """What was read, ready to be asked."""
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
