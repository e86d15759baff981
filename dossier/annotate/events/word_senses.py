"""In which sense a word stands: by its subject, its object, and the other words beside it in the parse."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from dossier.annotate.factuality.clause_modifiers import read_modifiers
from dossier.annotate.ontology.senses import Condition, Sense
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person, is_person_or_body, may_act
from dossier.annotate.syntax.labels import (
    BESIDE_VERBS,
    CLAUSAL_COMPLEMENTS,
    MEASURE_ENTITIES,
    NOUN_MODIFIERS,
    NOUN_POS,
    PARTICIPLE_TAGS,
    PLACE_ENTITIES,
    PREDICATES,
    PREPOSITIONAL_RELATIONS,
    VERB_POS,
)
from dossier.annotate.syntax.objects import understood_objects
from dossier.annotate.syntax.subjects import is_passive, understood_subject

_KINDS: Mapping[str, Callable[[Token], bool]] = MappingProxyType(
    {
        "PERSON": is_person,
        "HUMAN": lambda token: is_person(token) and token.lemma_.lower() != "they",
        "BODY": is_person_or_body,
        "ACTOR": may_act,
        "THING": lambda token: token.pos_ == "NOUN" and not may_act(token),
        "PLACE": lambda token: token.ent_type_ in PLACE_ENTITIES,
        "ORGANISATION": lambda token: token.ent_type_ == "ORG",
        "NAME": lambda token: token.pos_ == "PROPN",
        "NUMBER": lambda token: token.pos_ == "NUM" or token.ent_type_ in MEASURE_ENTITIES,
        "VERB": lambda token: token.pos_ in VERB_POS,
        "PARTICIPLE": lambda token: token.tag_ in PARTICIPLE_TAGS,
        "INFINITIVE": lambda token: token.tag_ == "VB",
    }
)


def sense_of(word: Token, senses: Iterable[Sense]) -> Sense | None:
    """The first of the senses whose conditions all hold for the word where it stands; None if none does."""
    return next((sense for sense in senses if all(_holds(word, told) for told in sense.conditions)), None)


def _holds(word: Token, condition: Condition) -> bool:
    if condition.place == "stands":
        return (word.dep_ in condition.words) is not condition.is_denied
    found = list(_standing(word, condition.place))
    if not condition.words and not condition.kinds:
        return bool(found) is not condition.is_denied
    return bool(found) and any(_is_one(token, condition) for token in found) is not condition.is_denied


def _is_one(token: Token, condition: Condition) -> bool:
    if token.lemma_.lower() in condition.words or token.lower_ in condition.words:
        return True
    return any(_KINDS[kind](token) for kind in condition.kinds)


def _standing(word: Token, place: str) -> Iterator[Token]:
    """The words that stand in a place beside the word."""
    reader = _PLACES.get(place)
    if reader is not None:
        yield from reader(word)
        return
    for child in word.children:
        if child.lower_ == place and child.dep_ in PREPOSITIONAL_RELATIONS:
            yield from child.children


def _subjects(verb: Token) -> Iterator[Token]:
    """Who does it: the subject, or what stands behind the "by" of a passive."""
    if is_passive(verb):
        yield from (doer for child in verb.children if child.dep_ == "agent" for doer in child.children)
    elif (subject := understood_subject(verb)) is not None:
        yield subject


def _objects(verb: Token) -> Iterator[Token]:
    """To whom or what it is done: the objects, or what a passive has for them ("they were given a chance": both)."""
    if not is_passive(verb):
        yield from understood_objects(verb)
        return
    yield from (child for child in verb.children if child.dep_ == "dobj")
    if (subject := understood_subject(verb)) is not None:
        yield subject


def _clauses(word: Token) -> Iterator[Token]:
    yield from (child for child in word.children if child.dep_ in CLAUSAL_COMPLEMENTS and child.pos_ in VERB_POS)


def _beside(word: Token) -> Iterator[Token]:
    """The modifiers of a noun; the adverbs, particles and predicates of a verb."""
    relations = NOUN_MODIFIERS if word.pos_ in NOUN_POS else BESIDE_VERBS
    yield from (child for child in word.children if child.dep_ in relations)
    yield from _small_clauses(word)


def _predicates(word: Token) -> Iterator[Token]:
    """What a verb says that somebody is."""
    yield from (child for child in word.children if child.dep_ in PREDICATES)
    yield from _small_clauses(word)


def _small_clauses(word: Token) -> Iterator[Token]:
    """The "hard" of "found it hard", which the parse takes for a clause."""
    for child in word.children:
        if child.dep_ in CLAUSAL_COMPLEMENTS and child.pos_ not in VERB_POS:
            yield child


def _owners(noun: Token) -> Iterator[Token]:
    yield from (child for child in noun.children if child.dep_ == "poss")


def _negations(verb: Token) -> Iterator[Token]:
    """The word that negates a verb, or makes its object empty: "did not hide it", "made no secret of it"."""
    negation = read_modifiers(verb).negation
    if negation is not None:
        yield negation


def _above(word: Token) -> Iterator[Token]:
    """The word above, and behind a preposition the one above that."""
    yield word.head
    if word.dep_ == "pobj":
        yield word.head.head


_PLACES: Mapping[str, Callable[[Token], Iterator[Token]]] = MappingProxyType(
    {
        "subject": _subjects,
        "object": _objects,
        "clause": _clauses,
        "beside": _beside,
        "predicate": _predicates,
        "owner": _owners,
        "above": _above,
        "negation": _negations,
        "form": lambda word: iter((word,)),
    }
)
