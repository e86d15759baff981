"""Verbs that tell of events: their types, the words that belong to them, and the verbs that tell of no event."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.events.word_senses import sense_of
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
from dossier.annotate.timex.words.lexicon import UNITS
from dossier.model import OTHER_TYPE, EventType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_VERBS_OF_BELIEVING = _WORDS["verbs_of_believing"]
_VERBS_OF_BOUNDS = _WORDS["verbs_of_bounds"]
_VERBS_OF_CHARGING = _WORDS["verbs_of_charging"]
_TASKS = _WORDS["tasks"]
_FORMS_BEFORE_INFINITIVES = _WORDS["forms_before_infinitives"]


@dataclass(frozen=True, slots=True)
class MultiwordVerb:
    """A verb of several words: the words ("take into custody"), the tokens beside the verb, and the noun among them.

    ``words`` begins with the lemma of the verb. A verb with a clause has no ``parts`` ("agree to", "agree that").
    """

    words: str
    parts: tuple[Token, ...]
    own_noun: Token | None = None

    @property
    def own_preposition(self) -> str | None:
        """The preposition that is its last part ("call for"), if the last part is one."""
        last = self.parts[-1] if self.parts else None
        return last.lower_ if last is not None and last.dep_ in PREPOSITIONAL_RELATIONS else None


def event_of_verb(verb: Token, ontology: Ontology) -> Candidate | None:
    """The event that a verb tells of; an unlisted verb has the type ``OTHER_TYPE``.

    None for auxiliaries, for participles before a noun or used as prepositions, for verbs that only lead to the verb
    under them, for the "using" of an instrument, for the bounds of a period ("the week ending 3 May"), and for verbs
    that the ontology lists under ``NO_EVENT``.
    """
    if verb.dep_ in DEPENDENT_WORDS or _leads_to_verb(verb) or _is_instrumental(verb) or _bounds_a_period(verb):
        return None
    multiword = multiword_verb(verb, ontology)
    event_type = _event_type(verb, multiword.words if multiword else verb.lemma_, ontology)
    if event_type.name == NO_EVENT:
        return None
    return Candidate(
        head=verb,
        start=verb.i,
        end=_trigger_end(verb, multiword),
        lemma=verb_lemma(verb, multiword),
        type=event_type,
        own_noun=multiword.own_noun if multiword else None,
        own_preposition=multiword.own_preposition if multiword else None,
    )


def multiword_verb(verb: Token, ontology: Ontology) -> MultiwordVerb | None:
    """The listed phrase of most words that begins with the verb, else the verb and its particle; None for it alone."""
    if verb.lemma_ in ontology.phrase_openers:
        listed = [
            m for m in _possible_phrases(verb) if m.words in ontology.verbs or m.words in ontology.verbs_of_people
        ]
        if listed:
            return max(listed, key=lambda multiword: multiword.words.count(" "))
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    return MultiwordVerb(f"{verb.lemma_} {particle.lower_}", (particle,)) if particle is not None else None


def verb_lemma(verb: Token, multiword: MultiwordVerb | None) -> str:
    """The lemma of the verb with the words that belong to it ("carry out"); without those of a clause ("agree")."""
    return multiword.words if multiword and multiword.parts else verb.lemma_


def _event_type(verb: Token, words: str, ontology: Ontology) -> EventType:
    """The type of a verb of these words: that of its sense, where it is done to people the one for people, or its own.

    ``OTHER_TYPE`` where somebody is given a task: "charged with deciding".
    """
    if verb.lemma_ in _VERBS_OF_CHARGING and _gives_task(verb):
        return ontology.types[OTHER_TYPE]
    sense = sense_of(verb, ontology.senses.verbs.get(words, ()))
    if sense is not None:
        return ontology.types[sense.type]
    type_of_people = ontology.verbs_of_people.get(words)
    if type_of_people is not None and any(is_person(token) for token in _undergoers(verb)):
        return type_of_people
    return ontology.verbs.get(words) or ontology.types[OTHER_TYPE]


def _gives_task(verb: Token) -> bool:
    """Whether what stands behind its "with" is a task: a noun or gerund of the list."""
    given = (noun for child in verb.children if child.lower_ == "with" for noun in child.children)
    return any(noun.lemma_ in _TASKS for noun in given)


def _undergoers(verb: Token) -> list[Token]:
    """The objects of the verb, or the subject of its passive."""
    if not is_passive(verb):
        return understood_objects(verb)
    subject = understood_subject(verb)
    return [subject] if subject is not None else []


def _possible_phrases(verb: Token) -> Iterator[MultiwordVerb]:
    """The verb with a particle, preposition, noun or adjective beside it, with two of them, or with a clause."""
    for child in verb.children:
        if child.dep_ == "prt":
            yield from _phrases_with_particle(verb, child)
        elif child.dep_ in PREPOSITIONAL_RELATIONS or (child.dep_ == "advmod" and child.pos_ == "ADP"):
            yield from _phrases_with_preposition(verb, child)
        elif child.dep_ in CLAUSAL_COMPLEMENTS:
            yield MultiwordVerb(f"{verb.lemma_} {'to' if child.tag_ == 'VB' else 'that'}", ())
        elif child.dep_ in VERB_COMPLEMENTS:
            own_noun = child if child.pos_ == "NOUN" else None
            for word in dict.fromkeys((child.lemma_, child.lower_)):
                yield MultiwordVerb(f"{verb.lemma_} {word}", (child,), own_noun)


def _phrases_with_particle(verb: Token, particle: Token) -> Iterator[MultiwordVerb]:
    """The verb with the particle ("break out"), and with a preposition, too ("give in to")."""
    words = f"{verb.lemma_} {particle.lower_}"
    yield MultiwordVerb(words, (particle,))
    for other in verb.children:
        if other.dep_ == "prep":
            yield MultiwordVerb(f"{words} {other.lower_}", (particle, other))


def _phrases_with_preposition(verb: Token, preposition: Token) -> Iterator[MultiwordVerb]:
    """The verb with the preposition ("look into"), and with what stands behind it, too ("go to war")."""
    words = f"{verb.lemma_} {preposition.lower_}"
    if _may_be_part_of_verb(preposition):
        yield MultiwordVerb(words, (preposition,))
    for noun in preposition.children:
        if noun.dep_ in MODIFIER_OR_PREPOSITION_OBJECT:
            yield MultiwordVerb(f"{words} {noun.lemma_}", (preposition, noun), noun)


def _may_be_part_of_verb(preposition: Token) -> bool:
    """Whether a preposition may belong to its verb ("call on the crowd").

    One before a time only tells when ("on Monday"), and "in" mostly where or when.
    """
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return noun is None or (preposition.lower_ != "in" and noun.ent_type_ not in TIME_ENTITIES)


def _trigger_end(verb: Token, multiword: MultiwordVerb | None) -> int:
    """The end (half-open) of the verb with the parts of its phrase that follow it without a gap."""
    end = verb.i + 1
    for part in sorted(multiword.parts if multiword else (), key=lambda token: token.i):
        if part.i != end:
            break
        end = part.i + 1
    return end


def _leads_to_verb(verb: Token) -> bool:
    """Whether the verb only leads to the one under it: "is going to", "used to", "is believed to have"."""
    if verb.lemma_ in _VERBS_OF_BELIEVING and is_passive(verb):
        return any(child.dep_ == "xcomp" for child in verb.children)
    return (
        verb.lower_ in _FORMS_BEFORE_INFINITIVES
        and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)
        and not any(child.dep_ in OBJECT_OR_PASSIVE for child in verb.children)
    )


def _is_instrumental(verb: Token) -> bool:
    """Whether the verb only names the instrument of the verb before it ("attacked the depot using drones")."""
    return verb.lower_ == "using" and verb.dep_ == "advcl" and verb.head.i < verb.i and verb.head.pos_ == "VERB"


def _bounds_a_period(verb: Token) -> bool:
    """Whether the verb only says where a period begins or ends: "the week ending 3 May"."""
    return verb.dep_ == "acl" and verb.lemma_ in _VERBS_OF_BOUNDS and verb.head.lower_ in UNITS
