"""The ontology in use: the shipped one, ``ontology.toml``, with what a user's file adds to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from dossier.annotate.ontology.derivation import derived_nouns
from dossier.annotate.ontology.file import INDEX_OF_LIST, Section, sections
from dossier.annotate.ontology.senses import Senses, shipped_senses
from dossier.model import EventType, EventTypes

NO_EVENT = "none"
"""The section of words that tell of no event: "belong", "press release"."""
_SHIPPED = "ontology.toml"
_OVERRIDDEN_INDEXES = {
    "verbs": ("verbs", "verbs_of_people"),
    "verbs_of_people": ("verbs_of_people",),
    "nouns": ("nouns", "nouns_of_people", "bare_nouns"),
    "nouns_of_people": ("nouns_of_people",),
    "bare_nouns": ("bare_nouns",),
    "bare_adjectives": ("bare_adjectives",),
}
"""For the index of a user's word those from which the shipped word is removed.

What a user says of a verb or noun holds where it is said of people, too.
"""


@dataclass(frozen=True, slots=True)
class Ontology:
    """Event types by name, and by the lemmas and phrases of lemmas ("take into custody") that tell of them."""

    types: EventTypes
    verbs: Mapping[str, EventType]
    """Verbs and phrases that begin with a verb."""
    verbs_of_people: Mapping[str, EventType]
    """Verbs that have the type where it is done to a person: "free a hostage"."""
    nouns: Mapping[str, EventType]
    """Nouns, weak ones and ones of several words included ("air strike", "row over")."""
    nouns_of_people: Mapping[str, EventType]
    """Nouns that have the type where they are said of people: "the release of the hostages"."""
    bare_nouns: Mapping[str, EventType]
    """Nouns that name an event and seldom tell it: "in the last round"."""
    bare_adjectives: Mapping[str, EventType]
    """Adjectives that name the event which they are the outcome of: "dead"."""
    weak_nouns: frozenset[str]
    """Nouns that tell of an event only where the sentence shows that something took place ("the search resumed")."""
    derived_nouns: Mapping[str, EventType]
    """Nouns made of a verb ("deployment"), with the verb's type; they are weak, too."""
    ergative_verbs: frozenset[str]
    """Verbs whose subject, without an object, undergoes what happens: "the bomb exploded"."""
    addressing_verbs: frozenset[str]
    """Verbs whose object is told something: "warned the crew"."""
    phrase_openers: frozenset[str]
    """The first words of the phrases that begin with a verb ("take")."""
    noun_phrase_ends: frozenset[str]
    """The first and last words of the nouns of several words ("air" and "strike", "row" and "over")."""
    senses: Senses
    """By what stands beside a word the types that it may tell of."""


@cache
def ontology(added: str = "") -> Ontology:
    """The shipped ontology with the types and words of ``added``, the text of a file of the same form.

    Where the two contradict each other, ``added`` wins. Raises OntologyUnusable.
    """
    shipped = resources.files("dossier.annotate.ontology").joinpath(_SHIPPED).read_text("utf-8")
    builder = _OntologyBuilder()
    builder.add(sections(shipped, _SHIPPED))
    if added:
        builder.add(sections(added, "the ontology file"))
        builder.forget_senses(sections(added, "the ontology file"))
    return builder.ontology()


class _OntologyBuilder:
    """Collects types and words from ontology files; a later file wins over earlier ones."""

    def __init__(self) -> None:
        self._types: dict[str, EventType] = {}
        self._words: dict[str, dict[str, str]] = {name: {} for name in _OVERRIDDEN_INDEXES}
        self._weak: set[str] = set()
        self._marked: dict[str, set[str]] = {"ergative": set(), "addressing": set()}
        self._senses = shipped_senses()

    def add(self, found: Iterable[Section]) -> None:
        """Add the types and words of one file; its words no longer tell of the types of earlier files."""
        found = tuple(found)
        for section in found:
            fields = dict(section.fields)
            if "of" in fields:
                # a file that gives "of" alone means both
                fields.setdefault("possessive", fields["of"])
            self._types[section.name] = replace(self._types.get(section.name, EventType(section.name)), **fields)
        for section in found:
            for key, words in section.words.items():
                self._remove(key, words)
        for section in found:
            for key, words in section.words.items():
                self._assign(section.name, key, words)

    def forget_senses(self, found: Iterable[Section]) -> None:
        """What a file says of a word holds wherever the word stands: none of its shipped senses counts any more."""
        words = [(INDEX_OF_LIST[key], listed) for section in found for key, listed in section.words.items()]
        verbs = [word for index, listed in words if index.startswith("verbs") for word in listed]
        nouns = [word for index, listed in words if "nouns" in index for word in listed]
        self._senses = self._senses.without(verbs, nouns)

    def _remove(self, key: str, words: tuple[str, ...]) -> None:
        """Remove the words of a list from where earlier files have put them, with what they say of these words."""
        for index in _OVERRIDDEN_INDEXES.get(INDEX_OF_LIST[key], ()):
            for word in words:
                self._words[index].pop(word, None)
        if INDEX_OF_LIST[key] == "nouns":
            self._weak.difference_update(words)
        elif INDEX_OF_LIST[key] == "verbs":
            for marked in self._marked.values():
                marked.difference_update(words)

    def _assign(self, name: str, key: str, words: tuple[str, ...]) -> None:
        """Add the words of a list of the type ``name``."""
        if key in self._marked:
            self._marked[key].update(words)
            return
        self._words[INDEX_OF_LIST[key]].update(dict.fromkeys(words, name))
        if key == "weak_nouns":
            self._weak.update(words)

    def ontology(self) -> Ontology:
        """The ontology of all files added so far."""
        by_word = {
            index: {word: self._types[name] for word, name in words.items()} for index, words in self._words.items()
        }
        verb_phrases = (word for index in ("verbs", "verbs_of_people") for word in by_word[index] if " " in word)
        noun_phrases = [word.split() for word in by_word["nouns"] if " " in word]
        event_verbs = {word: kind for word, kind in by_word["verbs"].items() if kind.name != NO_EVENT}
        return Ontology(
            types=EventTypes(dict(self._types)),
            weak_nouns=frozenset(self._weak),
            derived_nouns=dict(derived_nouns(event_verbs)),
            ergative_verbs=frozenset(self._marked["ergative"]),
            addressing_verbs=frozenset(self._marked["addressing"]),
            phrase_openers=frozenset(phrase.split()[0] for phrase in verb_phrases),
            noun_phrase_ends=frozenset(end for words in noun_phrases for end in (words[0], words[-1])),
            senses=self._senses,
            **by_word,
        )
