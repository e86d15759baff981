"""Verbs that tell of events: their phrases, their types, and those that tell none."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.ontology import NO_EVENT, Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import (
    CLAUSAL_COMPLEMENTS,
    DEPENDENT_WORDS,
    MODIFIER_OR_PREPOSITION_OBJECT,
    OBJECT_OR_PASSIVE,
    PREPOSITIONAL_RELATIONS,
    TIME_ENTITIES,
    VERB_COMPLEMENTS,
)
from dossier.annotate.syntax.objects import understood_objects
from dossier.annotate.syntax.subjects import is_passive, understood_subject
from dossier.model import OTHER_TYPE, EventType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_BELIEVED = _WORDS["believed"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the ontology at a verb: its words, the tokens beside the verb, and the noun that belongs to it."""

    words: str
    parts: tuple[Token, ...]
    own: Token | None = None

    @property
    def governed(self) -> str | None:
        """The preposition at its end, behind which an object stands ("call for")."""
        last = self.parts[-1] if self.parts else None
        return last.lower_ if last is not None and last.dep_ in PREPOSITIONAL_RELATIONS else None


def of_verb(verb: Token, known: Ontology) -> Candidate | None:
    """The event that a verb tells of; None for auxiliaries, participles that only describe a noun, and states."""
    if verb.dep_ in DEPENDENT_WORDS or _is_helper(verb) or _is_instrumental(verb):
        return None
    phrase = phrase_at(verb, known)
    words = phrase.words if phrase else verb.lemma_
    kind = _type(verb, words, known)
    if kind.name == NO_EVENT:
        return None
    start, end = _span(verb, phrase)
    own, governed = (phrase.own, phrase.governed) if phrase else (None, None)
    return Candidate(verb, start, end, lemma(verb, phrase), kind, own=own, governed=governed)


def phrase_at(verb: Token, known: Ontology) -> Phrase | None:
    """The longest phrase of the ontology that begins with the verb; else verb and particle, which are one word."""
    if verb.lemma_ in known.openers:
        offered = [p for p in _phrases(verb) if p.words in known.verbs or p.words in known.verbs_of_people]
        if offered:
            return max(offered, key=lambda phrase: phrase.words.count(" "))
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    return Phrase(f"{verb.lemma_} {particle.lower_}", (particle,)) if particle is not None else None


def lemma(verb: Token, phrase: Phrase | None) -> str:
    """The verb as a dictionary has it, with its particle ("carry out")."""
    return phrase.words if phrase and phrase.parts else verb.lemma_


def _type(verb: Token, words: str, known: Ontology) -> EventType:
    of_people = known.verbs_of_people.get(words)
    if of_people is not None and any(is_person(token) for token in _undergoers(verb)):
        return of_people
    return known.verbs.get(words) or known.types[OTHER_TYPE]


def _undergoers(verb: Token) -> list[Token]:
    if not is_passive(verb):
        return understood_objects(verb)
    found = understood_subject(verb)
    return [found] if found is not None else []


def _phrases(verb: Token) -> Iterator[Phrase]:
    """What could be a phrase: the verb with a particle, preposition, noun or adjective beside it, or two of them."""
    for child in verb.children:
        if child.dep_ == "prt":
            yield from _with_particle(verb, child)
        elif child.dep_ in PREPOSITIONAL_RELATIONS or (child.dep_ == "advmod" and child.pos_ == "ADP"):
            yield from _with_preposition(verb, child)
        elif child.dep_ in CLAUSAL_COMPLEMENTS:
            yield Phrase(f"{verb.lemma_} {'to' if child.tag_ == 'VB' else 'that'}", ())
        elif child.dep_ in VERB_COMPLEMENTS:
            own = child if child.pos_ == "NOUN" else None
            for word in dict.fromkeys((child.lemma_, child.lower_)):
                yield Phrase(f"{verb.lemma_} {word}", (child,), own)


def _with_particle(verb: Token, particle: Token) -> Iterator[Phrase]:
    words = f"{verb.lemma_} {particle.lower_}"
    yield Phrase(words, (particle,))
    for other in verb.children:
        if other.dep_ == "prep":
            yield Phrase(f"{words} {other.lower_}", (particle, other))


def _with_preposition(verb: Token, preposition: Token) -> Iterator[Phrase]:
    words = f"{verb.lemma_} {preposition.lower_}"
    if _is_of_phrase(preposition):
        yield Phrase(words, (preposition,))
    for noun in preposition.children:
        if noun.dep_ in MODIFIER_OR_PREPOSITION_OBJECT:
            yield Phrase(f"{words} {noun.lemma_}", (preposition, noun), noun)


def _is_of_phrase(preposition: Token) -> bool:
    """Whether a preposition can belong to its verb ("call on the crowd"), not only tell when or where ("on Monday")."""
    behind = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return behind is None or (preposition.lower_ != "in" and behind.ent_type_ not in TIME_ENTITIES)


def _span(verb: Token, phrase: Phrase | None) -> tuple[int, int]:
    """The verb, and the parts of its phrase as far as they follow it directly."""
    end = verb.i + 1
    for part in sorted(phrase.parts if phrase else (), key=lambda token: token.i):
        if part.i != end:
            break
        end = part.i + 1
    return verb.i, end


def _is_helper(verb: Token) -> bool:
    """Whether it only leads to the verb under it: "is going to", "used to", "is believed to have"."""
    if verb.lemma_ in _BELIEVED and is_passive(verb):
        return any(child.dep_ == "xcomp" for child in verb.children)
    return (
        verb.lower_ in ("going", "gon", "used")
        and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)
        and not any(child.dep_ in OBJECT_OR_PASSIVE for child in verb.children)
    )


def _is_instrumental(verb: Token) -> bool:
    """Whether it only names the instrument of the verb above ("attacked the depot using drones")."""
    return verb.lower_ == "using" and verb.dep_ == "advcl" and verb.head.i < verb.i and verb.head.pos_ == "VERB"
