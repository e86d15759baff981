"""Nouns that tell of events: listed ones, weak ones where the sentence shows an event, and those made of verbs."""

from collections.abc import Container

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.ontology import NO_EVENT, Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.roles.participant_phrases import is_time_or_manner, preposition_objects
from dossier.annotate.roles.role_words import VERBS_OF_DOING, VERBS_OF_UNDERGOING
from dossier.annotate.syntax.animacy import is_person, is_person_or_body
from dossier.annotate.syntax.labels import (
    COMPOUND_RELATIONS,
    NAMES_OF_OTHER_KINDS,
    NOUN_MODIFIERS,
    NOUN_OR_MEASURE_MODIFIERS,
    POSSESSIVE_OR_COMPOUND,
    UNDERGOERS,
)
from dossier.model import EventType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_VERBS_ABOVE_EVENTS = VERBS_OF_DOING | VERBS_OF_UNDERGOING | _WORDS["verbs_about_events"]
_HAPPENING = _WORDS["happening"]
_TEMPORAL = _WORDS["temporal"]


def of_noun(noun: Token, known: Ontology, times: Container[int], light: Token | None) -> Candidate | None:
    """The event that a noun tells of, if any; ``light`` is the light verb of which it is the object."""
    if noun.dep_ in NOUN_OR_MEASURE_MODIFIERS or noun.i in times:
        return None
    found = _listed(noun, known) if noun.pos_ == "NOUN" else _named(noun, known)
    if found is None:
        return None
    start, words, kind, is_weak = found
    if (
        _repeats(noun, kind, known)
        or kind.name == NO_EVENT
        or (is_weak and light is None and not _is_shown(noun, kind, times))
    ):
        return None
    return Candidate(noun, start, noun.i + 1, words, kind, light)


def _repeats(noun: Token, kind: EventType, known: Ontology) -> bool:
    """Whether it only says of what kind the event noun before it is ("leave of absence")."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    above = noun.head.head
    return above.pos_ == "NOUN" and known.nouns.get(above.lemma_) is kind


def can_be_event(noun: Token, known: Ontology) -> bool:
    """Whether a light verb may have it as its event ("made an announcement", not "made a cake")."""
    found = _listed(noun, known) if noun.pos_ == "NOUN" else None
    return found is not None and found[2].name != NO_EVENT


def _listed(noun: Token, known: Ontology) -> tuple[int, str, EventType, bool] | None:
    """Where its words start, the words, the type, and whether they are weak evidence."""
    lemma = noun.lemma_
    for child in noun.children if lemma in known.noun_parts else ():
        if child.dep_ in NOUN_MODIFIERS and child.i == noun.i - 1:
            pair = f"{child.lemma_.lower()} {lemma}"
            if pair in known.nouns:
                return child.i, pair, known.nouns[pair], pair in known.weak
        elif child.dep_ == "prep" and (pair := f"{lemma} {child.lower_}") in known.nouns:
            return noun.i, lemma, known.nouns[pair], pair in known.weak
    of_people = known.nouns_of_people.get(lemma)
    if of_people is not None and _is_of_people(noun):
        return noun.i, lemma, of_people, False
    kind = known.nouns.get(lemma)
    if kind is not None:
        return noun.i, lemma, kind, lemma in known.weak
    derived = known.derived.get(lemma)
    return (noun.i, lemma, derived, True) if derived is not None else None


def _named(noun: Token, known: Ontology) -> tuple[int, str, EventType, bool] | None:
    """A name of an event: "the Harbour Conference", "the Second Lagoon War"."""
    word = noun.lower_
    kind = known.nouns.get(word)
    if kind is None or word in known.weak or noun.ent_type_ in NAMES_OF_OTHER_KINDS:
        return None
    return noun.i, word, kind, False


def _is_of_people(noun: Token) -> bool:
    for child in noun.children:
        if child.dep_ in POSSESSIVE_OR_COMPOUND and is_person(child):
            return True
        if child.lower_ == "of" and any(is_person(head) for head in preposition_objects(child)):
            return True
    return False


def _is_shown(noun: Token, kind: EventType, times: Container[int]) -> bool:
    """Whether the sentence shows that something took place: a participant, a time, or a verb of taking place."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in _TEMPORAL:
        return True
    if noun.dep_ in UNDERGOERS and head.lemma_ in _VERBS_ABOVE_EVENTS:
        return True
    if noun.dep_ == "pobj" and head.lower_ in ("in", "on", "under") and head.head.lemma_ == "be":
        return True
    if noun.dep_ == "nsubj" and head.lemma_ in _HAPPENING:
        return True
    return any(_shows(child, kind, times) for child in noun.children)


def _shows(child: Token, kind: EventType, times: Container[int]) -> bool:
    if child.dep_ == "poss":
        return not is_time_or_manner(child, times) or child.i in times
    if child.dep_ == "agent" or child.lower_ in ("by", "between", "against"):
        return any(is_person_or_body(head) for head in preposition_objects(child))
    if child.dep_ == "prep":
        told = child.lower_ == "of" or child.lower_ in kind.prepositions
        return told and any(
            head.ent_type_ or is_person_or_body(head) or _is_known(head) for head in preposition_objects(child)
        )
    if child.dep_ in COMPOUND_RELATIONS:
        return child.i in times or bool(child.ent_type_)
    return child.i in times


def _is_known(head: Token) -> bool:
    """Whether the phrase is of something definite."""
    return any(
        child.lower_ in ("the", "this", "that", "these", "those") or child.dep_ == "poss" for child in head.lefts
    )
