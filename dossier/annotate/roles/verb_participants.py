"""Who takes part in what a verb tells."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.event_places import is_place
from dossier.annotate.roles.misattached_phrases import participants_in_phrase
from dossier.annotate.roles.outlets import without_outlets
from dossier.annotate.roles.participant_phrases import (
    is_time_or_manner,
    phrase_participants,
    preposition_objects,
    without_repeats,
)
from dossier.annotate.roles.role_words import WEAPON_NOUNS
from dossier.annotate.roles.told_apart import told_apart
from dossier.annotate.syntax.animacy import is_person, is_person_or_body, may_act
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREPOSITION,
    MEASURE_ENTITIES,
    NAME_OR_PRONOUN_POS,
    PERCENT_OR_MONEY_ENTITIES,
    SIMPLE_PREMODIFIERS,
)
from dossier.annotate.syntax.objects import is_stranded, relativised_noun, understood_objects
from dossier.annotate.syntax.subjects import antecedent, is_passive, understood_subject
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_LOCATIVE_PREPOSITIONS = _WORDS["locative_prepositions"]
_NOUNS_OF_HOLDING = _WORDS["nouns_of_holding"]
_NOUNS_OF_WRITS = _WORDS["nouns_of_writs"]
_PARTICIPANT_PREPOSITIONS = _WORDS["participant_prepositions"]
_DECIDING_VERBS = _WORDS["verbs_of_deciding"]


@dataclass(frozen=True, slots=True)
class ArgumentFrame:
    """How a verb takes its arguments.

    The subject of an ergative verb without an object undergoes the event ("the bomb exploded"). The object of an
    addressing verb is told something ("warned the crew"). ``own_noun`` is the index of a noun that is part of the verb
    and no participant ("pledge allegiance"). ``own_preposition`` is part of the verb, too: "a truce" in "call for a
    truce" has the role of an object, unless the type has a role for the preposition.
    """

    type: EventType
    is_ergative: bool = False
    is_addressing: bool = False
    own_noun: int | None = None
    own_preposition: str | None = None


def participants_of_verb(verb: Token, frame: ArgumentFrame, times: Container[int]) -> tuple[Argument, ...]:
    """The participants of a verb, each head once: subject, objects, those of its own noun, those of other children.

    ``times`` are the indices of the tokens in temporal expressions, which take no part.
    """
    passive = is_passive(verb)
    objects = [t for t in understood_objects(verb) if t.i != frame.own_noun and not is_time_or_manner(t, times)]
    found: list[Argument] = []
    subject = understood_subject(verb)
    if subject is not None and subject.i != frame.own_noun:
        role = _subject_role(frame, verb, subject, passive=passive, has_object=bool(objects))
        for head in told_apart(subject, verb) or [subject]:
            found.extend(phrase_participants(head, role))
    lacks_agent = passive and not any(child.dep_ == "agent" for child in verb.children)
    for token in (held for noun in objects for held in _held(noun)):
        role = _object_role(frame, token)
        found.extend(participants_in_phrase(token, role, frame.type, times, lacks_agent=lacks_agent))
    if frame.own_noun is not None:
        for token in _held(verb.doc[frame.own_noun]):
            found.extend(phrase_participants(token, _object_role(frame, token)))
        found = [argument for argument in found if argument.head != frame.own_noun]
        # what goes with "allegiance" goes with "pledge allegiance"
        with_noun = participants_in_phrase(verb.doc[frame.own_noun], Role.OTHER, frame.type, times)
        found.extend(argument for argument in with_noun if argument.head != frame.own_noun)
    for child in verb.children:
        found.extend(_participants_of_child(child, verb, frame, times, passive=passive))
    undergoing = objects if subject is None or not passive else [*objects, subject]
    writs = [noun for noun in undergoing if noun.lemma_.lower() in _NOUNS_OF_WRITS]
    found = [argument for writ in writs for argument in _sought(writ, verb)] + found
    if verb.lemma_ in _DECIDING_VERBS:
        found.extend(argument for noun in undergoing for argument in _concerned(noun))
    return without_repeats(list(without_outlets(found, frame.type, verb.doc)))


def _sought(writ: Token, verb: Token) -> Iterator[Argument]:
    """Against whom a writ goes that the verb gives or gets: "issued a warrant for Brandt", "was issued for Brandt"."""
    for child in (*writ.rights, *verb.rights):
        if child.dep_ == "prep" and child.lower_ in ("for", "against"):
            for head in preposition_objects(child):
                if is_person_or_body(head):
                    yield from phrase_participants(head, Role.PATIENT)


def _concerned(noun: Token) -> Iterator[Argument]:
    """Whom a decision on something of theirs concerns: "rejected Brandt's appeal", "an appeal by Brandt was heard"."""
    for child in noun.children:
        if child.dep_ == "poss" and may_act(child) and child.lower_ not in ("its", "their"):
            yield from phrase_participants(child, Role.RECIPIENT)
        elif child.dep_ == "prep" and child.lower_ in ("by", "from"):
            for head in preposition_objects(child):
                if is_person_or_body(head):
                    yield from phrase_participants(head, Role.RECIPIENT)


def preposition_role(preposition: str, head: Token, event_type: EventType, times: Container[int]) -> Role | None:
    """The role of the phrase of ``head`` behind a preposition; None where it takes no part ("in May").

    A place behind a preposition of place is the place of the event. Where the type has another role for the
    preposition, that holds only behind "in" and "at".
    """
    if is_time_or_manner(head, times) or head.ent_type_ in MEASURE_ENTITIES:
        return None
    role = event_type.prepositions.get(preposition)
    if preposition in _LOCATIVE_PREPOSITIONS and is_place(head) and (role is None or preposition in ("in", "at")):
        return Role.PLACE
    if (role is Role.INSTRUMENT and is_person_or_body(head)) or (role is Role.AGENT and not may_act(head)):
        return Role.OTHER
    if role is Role.INSTRUMENT and not _names_something(head) and head.lemma_ not in WEAPON_NOUNS:
        # "with precision"
        return None
    if role is not None:
        return role
    return Role.OTHER if preposition in _PARTICIPANT_PREPOSITIONS and _names_something(head) else None


def _subject_role(frame: ArgumentFrame, verb: Token, subject: Token, *, passive: bool, has_object: bool) -> Role:
    """The role of the subject: in the passive that of an object, with an ergative verb the patient if it is a thing."""
    if passive:
        # "he was given a medal", "he was told"
        return Role.RECIPIENT if has_object or frame.is_addressing else frame.type.object
    if not frame.is_ergative or has_object or is_person(subject) or _has_open_complement(verb):
        return frame.type.subject
    return Role.PATIENT


def _has_open_complement(verb: Token) -> bool:
    """Whether an infinitive or gerund under the verb shares its subject ("started to swear")."""
    return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.children)


def _held(noun: Token) -> list[Token]:
    """What is held where the noun only says so ("took control of the bank": the bank), else the noun itself."""
    if noun.lemma_ not in _NOUNS_OF_HOLDING:
        return [noun]
    behind = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of")
    return [head for preposition in behind for head in preposition_objects(preposition)] or [noun]


def _object_role(frame: ArgumentFrame, head: Token) -> Role:
    """The role of a direct object: the recipient where people are told something, else by the event's type."""
    return Role.RECIPIENT if frame.is_addressing and is_person_or_body(head) else frame.type.object


def _participants_of_child(
    child: Token, verb: Token, frame: ArgumentFrame, times: Container[int], *, passive: bool
) -> Iterator[Argument]:
    """The participants that a child other than subject and direct object adds."""
    if child.dep_ == "prep" and not (passive and child.lower_ == "by"):
        yield from _participants_behind(child, verb, frame, times)
    elif child.dep_ in AGENT_OR_PREPOSITION:
        for head in preposition_objects(child):
            # "raised by 5 percent" names no agent
            if not is_time_or_manner(head, times) and head.ent_type_ not in PERCENT_OR_MONEY_ENTITIES:
                yield from participants_in_phrase(head, Role.AGENT, frame.type, times)
    elif child.dep_ == "dative":
        for head in preposition_objects(child) if child.pos_ == "ADP" else [antecedent(child, verb)]:
            yield from phrase_participants(head, Role.RECIPIENT)
    elif child.dep_ == "advcl" and child.lower_ == "using" and child.i > verb.i:
        for head in understood_objects(child):
            yield from phrase_participants(head, Role.INSTRUMENT)


def _participants_behind(
    preposition: Token, verb: Token, frame: ArgumentFrame, times: Container[int]
) -> Iterator[Argument]:
    """The participants behind a preposition of the verb."""
    word, event_type = preposition.lower_, frame.type
    inner = next((child for child in preposition.children if child.dep_ == "prep"), None)
    if inner is not None and not preposition_objects(preposition):
        # "out of the valley"
        preposition, word = inner, "from" if inner.lower_ == "of" else inner.lower_
    is_own = word == frame.own_preposition
    if not (
        is_own or word in _PARTICIPANT_PREPOSITIONS or word in _LOCATIVE_PREPOSITIONS or word in event_type.prepositions
    ):
        return
    for head in _heads_behind(preposition, verb):
        role = preposition_role(word, head, event_type, times)
        if is_own and not is_time_or_manner(head, times):
            role = event_type.prepositions.get(word, event_type.object)
        if role is not None:
            yield from phrase_participants(head, role)


def _heads_behind(preposition: Token, verb: Token) -> list[Token]:
    """The heads behind a preposition; of a stranded one the noun of its relative clause ("the man he met with")."""
    if is_stranded(preposition):
        noun = relativised_noun(verb)
        return [noun] if noun is not None else []
    return [antecedent(head, verb) for head in preposition_objects(preposition)]


def _names_something(head: Token) -> bool:
    """Whether the phrase names something: it has a name, a pronoun, a plural or a word before its noun.

    A bare word of manner does not ("at length", "in honour of").
    """
    if head.pos_ in NAME_OR_PRONOUN_POS or head.ent_type_ or head.tag_ == "NNS":
        return True
    return any(child.dep_ in SIMPLE_PREMODIFIERS for child in head.lefts)
