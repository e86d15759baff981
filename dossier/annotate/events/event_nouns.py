"""Nouns that tell of events: listed ones, and where the sentence shows an event weak ones and those made of verbs."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.events.word_senses import sense_of
from dossier.annotate.ontology import NO_EVENT, Ontology
from dossier.annotate.parsed import Token
from dossier.annotate.roles.participant_phrases import is_time_or_manner, preposition_objects
from dossier.annotate.roles.role_words import VERBS_OF_DOING, VERBS_OF_UNDERGOING
from dossier.annotate.syntax.animacy import is_person, is_person_or_body
from dossier.annotate.syntax.grammar_features import DEFINITE_DETERMINERS
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
_VERBS_OF_TAKING_PLACE = _WORDS["verbs_of_taking_place"]
_PREPOSITIONS_BEFORE_EVENTS = _WORDS["prepositions_before_events"]
_PREPOSITIONS_BEHIND_BE = _WORDS["prepositions_behind_be"]
_PREPOSITIONS_BEFORE_PARTIES = _WORDS["prepositions_before_parties"]


def _idioms(phrases: Iterable[str]) -> dict[str, list[tuple[list[str], list[str]]]]:
    """By noun the tokens before it and behind it in each phrase that has it in brackets."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    for phrase in phrases:
        before, _, rest = phrase.partition("[")
        noun, _, behind = rest.partition("]")
        found.setdefault(noun, []).append((before.split(), behind.split()))
    return found


_IDIOMS = _idioms(sorted(_WORDS["idioms"]))


class NounMatch(NamedTuple):
    """A noun found in the ontology: the index of its first token, its lemma, its type, and whether it is weak.

    A noun listed with the word before it begins there and has a lemma of both ("prison break").
    """

    start: int
    lemma: str
    type: EventType
    is_weak: bool


def event_of_noun(noun: Token, ontology: Ontology, times: Container[int], light_verb: Token | None) -> Candidate | None:
    """The event that a noun tells of.

    None for a noun of no event type, one that modifies another, one in a time or behind the "of" of a noun of its type,
    and for a weak noun without evidence. ``light_verb`` is the light verb whose event the noun is; ``times`` are the
    indices of the tokens in temporal expressions.
    """
    if noun.dep_ in NOUN_OR_MEASURE_MODIFIERS or noun.i in times:
        return None
    match = match_noun(noun, ontology) if noun.pos_ == "NOUN" else _match_name(noun, ontology)
    if match is None or match.type.name == NO_EVENT or repeats_noun_before(noun, match.type, ontology):
        return None
    if match.is_weak and light_verb is None and not _has_evidence(noun, _plain_type(match, ontology), times):
        return None
    return Candidate(
        head=noun, start=match.start, end=noun.i + 1, lemma=match.lemma, type=match.type, light_verb=light_verb
    )


def _plain_type(match: NounMatch, ontology: Ontology) -> EventType:
    """The type whose prepositions show who takes part: that of the noun by itself, in whatever sense it stands."""
    return ontology.nouns.get(match.lemma, match.type)


def can_be_event(noun: Token, ontology: Ontology) -> bool:
    """Whether a light verb may have the noun as its event ("made an announcement", not "made a cake")."""
    match = match_noun(noun, ontology) if noun.pos_ == "NOUN" else None
    return match is not None and match.type.name != NO_EVENT


def match_noun(noun: Token, ontology: Ontology) -> NounMatch | None:
    """The noun in the ontology: in a sense, with the word before it or its preposition, of people, alone, of a verb."""
    if is_in_idiom(noun):
        return None
    lemma = noun.lemma_
    sense = sense_of(noun, ontology.senses.nouns.get(lemma, ()))
    if sense is not None:
        return NounMatch(noun.i, lemma, ontology.types[sense.type], lemma in ontology.weak_nouns)
    phrase = _phrase_with_noun(noun, ontology)
    if phrase is not None:
        return phrase
    type_of_people = ontology.nouns_of_people.get(lemma)
    if type_of_people is not None and _is_of_people(noun):
        return NounMatch(noun.i, lemma, type_of_people, is_weak=False)
    is_derived = lemma not in ontology.nouns
    kind = ontology.derived_nouns.get(lemma) if is_derived else ontology.nouns[lemma]
    return None if kind is None else NounMatch(noun.i, lemma, kind, is_derived or lemma in ontology.weak_nouns)


def _phrase_with_noun(noun: Token, ontology: Ontology) -> NounMatch | None:
    """The noun with the word before it ("air strike") or its preposition ("row over"), where they are listed."""
    for child in noun.children if noun.lemma_ in ontology.noun_phrase_ends else ():
        if child.dep_ in NOUN_MODIFIERS and child.i == noun.i - 1:
            pair, start, lemma = f"{child.lemma_.lower()} {noun.lemma_}", child.i, None
        elif child.dep_ == "prep":
            pair, start, lemma = f"{noun.lemma_} {child.lower_}", noun.i, noun.lemma_
        else:
            continue
        if pair in ontology.nouns:
            return NounMatch(start, lemma or pair, ontology.nouns[pair], pair in ontology.weak_nouns)
    return None


def is_in_idiom(noun: Token) -> bool:
    """Whether the noun tells of no event where it stands: "in the event of a fire", "war games"."""
    for before, behind in _IDIOMS.get(noun.lower_, ()):
        start, end = noun.i - len(before), noun.i + 1 + len(behind)
        if start >= 0 and end <= len(noun.doc):
            around = [noun.doc[i].lower_ for i in (*range(start, noun.i), *range(noun.i + 1, end))]
            if around == [*before, *behind]:
                return True
    return False


def _match_name(noun: Token, ontology: Ontology) -> NounMatch | None:
    """The last word of an event's name in the ontology: "the Harbour Conference", "the Second Lagoon War"."""
    word = noun.lower_
    event_type = ontology.nouns.get(word)
    if event_type is None or word in ontology.weak_nouns or noun.ent_type_ in NAMES_OF_OTHER_KINDS:
        return None
    return NounMatch(noun.i, word, event_type, is_weak=False)


def repeats_noun_before(noun: Token, event_type: EventType, ontology: Ontology) -> bool:
    """Whether the noun only says of what kind the event noun before its "of" is: both are of one type.

    "Absence" in "leave of absence" tells of no second event.
    """
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    above = noun.head.head
    return above.pos_ == "NOUN" and ontology.nouns.get(above.lemma_) is event_type


def _is_of_people(noun: Token) -> bool:
    """Whether a possessive, a compound or a phrase with "of" names people ("the release of hostages")."""
    for child in noun.children:
        if child.dep_ in POSSESSIVE_OR_COMPOUND and is_person(child):
            return True
        if child.lower_ == "of" and any(is_person(head) for head in preposition_objects(child)):
            return True
    return False


def _has_evidence(noun: Token, event_type: EventType, times: Container[int]) -> bool:
    """Whether the sentence shows that a weak noun tells of an event.

    The words above show it ("after the search", "condemned the search", "is under siege", "the search resumed"), or
    one under it does ("the army's search").
    """
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in _PREPOSITIONS_BEFORE_EVENTS:
        return True
    if noun.dep_ in UNDERGOERS and head.lemma_ in _VERBS_ABOVE_EVENTS:
        return True
    if noun.dep_ == "pobj" and head.lower_ in _PREPOSITIONS_BEHIND_BE and head.head.lemma_ == "be":
        return True
    if noun.dep_ == "nsubj" and head.lemma_ in _VERBS_OF_TAKING_PLACE:
        return True
    return any(_is_evidence(child, event_type, times) for child in noun.children)


def _is_evidence(child: Token, event_type: EventType, times: Container[int]) -> bool:
    """Whether a word under a weak noun shows an event: a time, a possessive, or one that may name a participant."""
    if child.dep_ == "poss":
        return not is_time_or_manner(child, times) or child.i in times
    if child.dep_ == "agent" or child.lower_ in _PREPOSITIONS_BEFORE_PARTIES:
        return any(is_person_or_body(head) for head in preposition_objects(child))
    if child.dep_ == "prep":
        takes_participant = child.lower_ == "of" or child.lower_ in event_type.prepositions
        return takes_participant and any(
            head.ent_type_ or is_person_or_body(head) or _is_definite(head) for head in preposition_objects(child)
        )
    if child.dep_ in COMPOUND_RELATIONS:
        return child.i in times or bool(child.ent_type_)
    return child.i in times


def _is_definite(head: Token) -> bool:
    """Whether the phrase has a definite determiner or a possessive."""
    return any(child.lower_ in DEFINITE_DETERMINERS or child.dep_ == "poss" for child in head.lefts)
