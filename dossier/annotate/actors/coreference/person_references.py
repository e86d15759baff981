"""Every word of a text that refers to one person, named or not."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from dossier.annotate.actors.coreference.pronouns import PRONOUNS, PronounClass
from dossier.annotate.actors.coreference.referents import can_refer, kind_of_noun
from dossier.annotate.actors.nouns import agreement
from dossier.annotate.actors.nouns.noun_lexicon import Gender, nouns
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    NOMINAL_POS,
    OBJECTS_WITH_PREPOSITIONS,
    PERSON_ENTITIES,
    SINGULAR_NOUN_TAGS,
    SUBJECTS,
)
from dossier.model import Form, Kind


@dataclass(frozen=True, slots=True)
class PersonReference:
    """The token ``i`` refers to one person.

    Two references with one ``key`` are to the same person. ``genders`` is empty where nothing shows the gender.
    """

    i: int
    key: Hashable
    genders: frozenset[Gender]
    is_named: bool = False


def person_references(doc: Parsed, chains: list[Chain]) -> list[PersonReference]:
    """The references of the Doc in text order."""
    return sorted(_references(doc, chains), key=lambda one: one.i)


def _references(doc: Parsed, chains: list[Chain]) -> Iterator[PersonReference]:
    taken: set[int] = set()
    for chain in chains:
        taken.update(mention.head for mention in chain.mentions)
        taken.update(i for m in chain.mentions if m.form is Form.NAME for i in range(m.start, m.end))
        if chain.kind is Kind.PERSON and not agreement.is_plural(doc, chain):
            genders = frozenset(agreement.genders(doc, chain))
            yield from (PersonReference(mention.head, id(chain), genders, is_named=True) for mention in chain.mentions)
    for i in doc.pos.where(NOMINAL_POS):
        reference = _unlinked(doc[i]) if i not in taken else None
        if reference is not None:
            yield reference
    yield from (PersonReference(i, "old", frozenset()) for i in doc.lowers.where(("old",)) if _is_aged_one(doc[i]))


def _is_aged_one(word: Token) -> bool:
    """Whether the "old" ends an age that stands for somebody: "the 26-year-old", not "a 26-year-old clerk"."""
    is_part = word.dep_ in SUBJECTS | OBJECTS_WITH_PREPOSITIONS
    return is_part and word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ in ("year", "month")


def _unlinked(token: Token) -> PersonReference | None:
    """The reference of a word in no chain: a pronoun, a noun for a person, or a name that belongs to nobody."""
    if token.pos_ == "PRON":
        pronoun = PRONOUNS.get(token.lower_)
        if pronoun is None or pronoun.pronoun_class is not PronounClass.PERSON or pronoun.gender is None:
            return None
        return PersonReference(token.i, pronoun.gender, frozenset((pronoun.gender,)))
    if token.tag_ not in SINGULAR_NOUN_TAGS or not can_refer(token):
        return None
    if token.ent_type_ in PERSON_ENTITIES:
        return PersonReference(token.i, token.lower_, frozenset(), is_named=True)
    if kind_of_noun(token) is not Kind.PERSON:
        return None
    gender = nouns().genders.get(token.lemma_.lower())
    return PersonReference(token.i, token.lemma_.lower(), frozenset((gender,)) if gender else frozenset())
