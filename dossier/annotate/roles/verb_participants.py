"""Who takes part in what a verb tells."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.animacy import can_act, is_person, may_act
from dossier.annotate.roles.event_places import is_place
from dossier.annotate.roles.misattached_phrases import participants
from dossier.annotate.roles.participant_phrases import distinct, is_time, objects, phrases
from dossier.annotate.roles.role_words import LOCATIVE, OBJECT_CONTROL, OBLIQUE, STRETCHES, TRANSITIVE, WEAPONS
from dossier.annotate.roles.subjects import antecedent, is_passive, named, own_subject, subject
from dossier.annotate.syntax.labels import (
    ADVERB_OR_MARK,
    AGENT_OR_PREPOSITION,
    CLAUSAL_COMPLEMENTS,
    CONJUNCTION_PARTS,
    DIRECT_OBJECTS,
    EMBEDDED_CLAUSES,
    INDIRECT_OBJECTS,
    MEASURE_ENTITIES,
    NAME_OR_PRONOUN_POS,
    NOMINAL_OR_NUMBER_POS,
    PRICE_ENTITIES,
    RELATIVE_TAGS,
    SIMPLE_PREMODIFIERS,
    SUBJECTS,
    TIME_ENTITIES,
    VERB_OR_ADJECTIVE_COMPLEMENTS,
)
from dossier.model import EventType, Role

_REACH = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a verb before its participants are: its type, and how it takes them.

    The subject of an ergative verb undergoes what happens where there is no object. The object of an ``addressing``
    verb is told something. ``own`` is the noun that belongs to the verb and takes no part ("pledge allegiance"),
    ``governed`` the preposition that does ("call for"): what stands behind it is as an object.
    """

    type: EventType
    is_ergative: bool = False
    is_addressing: bool = False
    own: int | None = None
    governed: str | None = None


def of_verb(verb: Token, frame: Frame, times: Container[int] = ()) -> tuple[Argument, ...]:
    """The participants of a verb: subject, objects, agent and prepositional phrases, in text order.

    ``times`` are the tokens of temporal expressions, which take no part.
    """
    things = [token for token in objected(verb) if token.i != frame.own and not is_time(token, times)]
    passive = is_passive(verb)
    found: list[Argument] = []
    doer = subject(verb)
    if doer is not None and doer.i != frame.own:
        role = _subject_role(frame, verb, doer, passive=passive, has_object=bool(things))
        found.extend(phrases(doer, role))
    wants_doer = passive and not any(child.dep_ == "agent" for child in verb.children)
    for thing in things:
        found.extend(participants(thing, _object_role(frame, thing), frame.type, times, wants_doer=wants_doer))
    if frame.own is not None:
        # what goes with "allegiance" goes with "pledge allegiance"
        own = participants(verb.doc[frame.own], Role.OTHER, frame.type, times)
        found.extend(argument for argument in own if argument.head != frame.own)
    for child in verb.children:
        found.extend(_further(child, verb, frame, times, passive=passive))
    return distinct(found)


def objected(verb: Token, steps: int = _REACH) -> list[Token]:
    """The heads of the direct objects: the verb's own, or what a relative clause leaves out ("the bomb he planted").

    Or those of a verb right behind that shares them, over as many verbs as ``steps``.
    """
    own = [
        antecedent(child, verb)
        for child in verb.children
        if child.dep_ in DIRECT_OBJECTS and child.pos_ in NOMINAL_OR_NUMBER_POS
    ]
    if own:
        return own
    ordered = _ordered(verb) if verb.lemma_ in OBJECT_CONTROL else None
    if ordered is not None:
        return [ordered]
    gap = _gap(verb)
    if gap is not None:
        return [gap]
    sharing = _sharing(verb) if steps and verb.lemma_ in TRANSITIVE and not is_passive(verb) else None
    return objected(sharing, steps - 1) if sharing is not None else []


def _sharing(verb: Token) -> Token | None:
    """The verb right behind with which this one shares its object ("arrested and questioned three men")."""
    for child in verb.rights:
        if child.dep_ == "conj":
            joined = child.tag_ == verb.tag_ and own_subject(child) is None
            between = range(verb.i + 1, child.i)
            return child if joined and all(verb.doc[i].dep_ in CONJUNCTION_PARTS for i in between) else None
    return None


def _ordered(verb: Token) -> Token | None:
    """Who is ordered or allowed to do something, which the parse makes the subject of what is to be done."""
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.tag_ == "VB" and clause.i > verb.i:
            parts = list(clause.lefts)
            if any(part.tag_ == "TO" for part in parts):
                return next((part for part in parts if part.dep_ == "nsubj" and part.i > verb.i), None)
    return None


def _has_clause(verb: Token) -> bool:
    """Whether it has an infinitive or gerund ("started to swear"), which its subject does."""
    return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.children)


def _subject_role(frame: Frame, verb: Token, doer: Token, *, passive: bool, has_object: bool) -> Role:
    if passive:
        # "he was given a medal", "he was told"
        return Role.RECIPIENT if has_object or frame.is_addressing else frame.type.object
    if not frame.is_ergative or has_object or is_person(doer) or _has_clause(verb):
        return frame.type.subject
    return Role.PATIENT


def _object_role(frame: Frame, thing: Token) -> Role:
    return Role.RECIPIENT if frame.is_addressing and can_act(thing) else frame.type.object


def _further(child: Token, verb: Token, frame: Frame, times: Container[int], *, passive: bool) -> Iterator[Argument]:
    """What a child other than subject and object adds."""
    dep = child.dep_
    if dep == "prep" and not (passive and child.lower_ == "by"):
        yield from _oblique(child, verb, frame, times)
    elif dep in AGENT_OR_PREPOSITION:
        for head in objects(child):
            if _is_doer(head, times):
                yield from participants(head, Role.AGENT, frame.type, times)
    elif dep in INDIRECT_OBJECTS:
        for head in objects(child) if child.pos_ == "ADP" else [antecedent(child, verb)]:
            yield from phrases(head, Role.RECIPIENT)
    elif dep == "advcl" and child.lower_ == "using" and not child.i < verb.i:
        yield from (a for head in objected(child) for a in phrases(head, Role.INSTRUMENT))


def _is_doer(head: Token, times: Container[int]) -> bool:
    return not is_time(head, times) and head.ent_type_ not in PRICE_ENTITIES


def _oblique(preposition: Token, verb: Token, frame: Frame, times: Container[int]) -> Iterator[Argument]:
    """What stands behind a preposition, where it takes part; a preposition left alone has what is relativised."""
    word, kind = preposition.lower_, frame.type
    inner = next((child for child in preposition.children if child.dep_ == "prep"), None)
    if inner is not None and not objects(preposition):
        # "out of the valley"
        preposition, word = inner, "from" if inner.lower_ == "of" else inner.lower_
    if word not in OBLIQUE and word not in LOCATIVE and word not in kind.prepositions and word != frame.governed:
        return
    heads = [antecedent(head, verb) for head in objects(preposition)]
    if _is_stranded(preposition):
        gap = _relativised(verb)
        heads = [gap] if gap is not None else []
    for head in heads:
        role = oblique_role(word, head, kind, times)
        if word == frame.governed and not is_time(head, times):
            role = kind.prepositions.get(word, kind.object)
        if role is not None:
            yield from phrases(head, role)


def oblique_role(word: str, head: Token, kind: EventType, times: Container[int]) -> Role | None:
    """The role of what stands behind a preposition; None where it takes no part ("with precision", "in May")."""
    if is_time(head, times) or head.ent_type_ in MEASURE_ENTITIES:
        return None
    role = kind.prepositions.get(word)
    if word in LOCATIVE and is_place(head) and (role is None or word in ("in", "at")):
        return Role.PLACE
    if (role is Role.INSTRUMENT and can_act(head)) or (role is Role.AGENT and not may_act(head)):
        return Role.OTHER
    if role is Role.INSTRUMENT and not is_definite(head) and head.lemma_ not in WEAPONS:
        # "with precision"
        return None
    if role is not None:
        return role
    return Role.OTHER if word in OBLIQUE and is_definite(head) else None


def is_definite(head: Token) -> bool:
    """Whether the phrase is of something, not a bare word of manner ("at length", "in honour of")."""
    if head.pos_ in NAME_OR_PRONOUN_POS or head.ent_type_ or head.tag_ == "NNS":
        return True
    return any(child.dep_ in SIMPLE_PREMODIFIERS for child in head.lefts)


def _gap(verb: Token) -> Token | None:
    """The noun that a relative clause without a pronoun, or with one far up, leaves out as the verb's object."""
    if verb.dep_ not in EMBEDDED_CLAUSES:
        return None
    if any(child.dep_ in VERB_OR_ADJECTIVE_COMPLEMENTS or _is_stranded(child) for child in verb.children):
        return None
    found = _relativised(verb)
    doer = subject(verb)
    return None if found is None or (doer is not None and doer.i == found.i) else found


def _is_whose(noun: Token) -> bool:
    return any(child.tag_ == "WP$" for child in noun.children)


def _is_stranded(child: Token) -> bool:
    """Whether it is a preposition with nothing behind it ("the man he met with")."""
    return child.dep_ == "prep" and not child.children


def _relativised(verb: Token) -> Token | None:
    """The noun above a clause that has its own subject and no relative word in another place."""
    top = verb
    for _ in range(_REACH):
        if top.dep_ == "relcl":
            break
        if top.dep_ not in CLAUSAL_COMPLEMENTS:
            return None
        top = top.head
    if top.dep_ != "relcl" or top.head.lemma_ in STRETCHES or top.head.ent_type_ in TIME_ENTITIES:
        return None
    if any(obj.tag_ in RELATIVE_TAGS for child in top.children if child.dep_ == "prep" for obj in child.children):
        return None
    relatives = [child for child in top.children if child.tag_ in RELATIVE_TAGS]
    subjects = [child for child in top.children if child.dep_ in SUBJECTS]
    if all(child in relatives for child in subjects) or _is_whose(subjects[0]):
        return None
    # a pronoun that is an object there is the gap's own; "where" and "when" leave nothing out
    if any(child.tag_ == "WRB" or child.dep_ in ADVERB_OR_MARK for child in relatives):
        return None
    return named(top.head)
