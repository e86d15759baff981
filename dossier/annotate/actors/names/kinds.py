"""The kind of an actor: votes of the recogniser's label, and of the words in a name and beside it."""

from collections import Counter

from dossier.annotate.actors.names.kind_signs import is_dosed, is_online_service, is_where_from, names_thing, says_where
from dossier.annotate.actors.nouns.noun_lexicon import given_names, nouns
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.labels import (
    COMMON_NOUN_TAGS,
    PERSON_ENTITIES,
    PLACE_OR_WORK_ENTITIES,
    PLURAL_NOUN_TAGS,
    SUBJECTS,
)
from dossier.annotate.syntax.phrases import is_apposition
from dossier.model import Kind
from dossier.text.names import clean, is_honorific, is_organisation, is_titled
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

KIND_OF_LABEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PRODUCT": Kind.PRODUCT,
    "WORK_OF_ART": Kind.WORK,
    # The other common set of labels, of models trained on WikiNER.
    "PER": Kind.PERSON,
    "MISC": Kind.OTHER,
}
"""The kind of actor that each label of the recogniser names. Other labels name no actors."""
_NAMING = frozenset(("known", "called", "named", "dubbed"))
_VERBS_OF_SHIPS = word_lists("dossier.annotate.actors", "actor_words.toml")["verbs_of_ships"]
_PERSON_OR_NO_LABEL = PERSON_ENTITIES | {""}

# Votes for a kind, against 1 for the recogniser's label at each mention. Set by hand; no measurement is recorded.
_PLAUSIBLE_VOTES = 3  # a preposition of place before the name
_LIKELY_VOTES = 6  # a given name, a noun beside the name
_SURE_VOTES = 16  # an honorific, a known place, a word for organisations
VOTES_THAT_SETTLE = 1000
"""More than all other votes in an article: "Washington, D.C."."""


def votes(doc: Parsed, span: TokenSpan) -> Counter[Kind]:
    """Votes for the kind of a name: one by its label, more by words in the name or beside it."""
    found = Counter({KIND_OF_LABEL[span.label_]: 1} if span.label_ in KIND_OF_LABEL else ())
    name = clean(span.text)
    if is_organisation(name) or is_online_service(name):
        found[Kind.ORGANIZATION] += _SURE_VOTES
    elif name in places().known and span.label_ not in PERSON_ENTITIES:
        found[Kind.PLACE] += _SURE_VOTES
    elif len(span) > 1 and span[0].lower_ in given_names() and span.label_ not in PLACE_OR_WORK_ENTITIES:
        found[Kind.PERSON] += _LIKELY_VOTES
    found.update(_votes_for_things_and_places(doc, span))
    if span.label_ in _PERSON_OR_NO_LABEL and is_titled(name):
        found[Kind.PERSON] += _LIKELY_VOTES
    if span.start and is_honorific(doc[span.start - 1].text):
        found[Kind.PERSON] += _SURE_VOTES
    shown = (_kind_by_grammar(span.root), _kind_of_noun_before(span), _kind_of_noun_stood_for(span.root))
    for kind in (*shown, _kind_of_noun_named(span)):
        if kind is not None:
            found[kind] += _LIKELY_VOTES
    return found


def _votes_for_things_and_places(doc: Parsed, span: TokenSpan) -> Counter[Kind]:
    """Votes by what a name says of a storm or substance, and where it stands: "in" or "from Orlov", before "D.C."."""
    found: Counter[Kind] = Counter()
    if names_thing(span):
        found[Kind.OTHER] += _SURE_VOTES
    if says_where(span):
        found[Kind.PLACE] += _PLAUSIBLE_VOTES
    if is_where_from(span):
        found[Kind.PLACE] += _LIKELY_VOTES
    if is_in_district(doc, span.end):
        found[Kind.PLACE] += VOTES_THAT_SETTLE
    return found


def is_in_district(doc: Parsed, end: int) -> bool:
    """Whether "D.C." follows a name that ends before the token ``end``: "Washington, D.C."."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in ("D.C.", "D.C", "DC")


def _kind_of_noun_before(span: TokenSpan) -> Kind | None:
    """The kind that a noun right before the name shows: "the company Hadley", "her friend Ada"."""
    if not span.start:
        return None
    noun = span.doc[span.start - 1]
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or not (noun.dep_ == "compound" or span.root.head.i == noun.i):
        return None
    return nouns().kinds.get(noun.lemma_.lower())


def _kind_of_noun_stood_for(name: Token) -> Kind | None:
    """The kind that the noun shows for which it stands: "the mayor, Ada Brandt", "two drugs, Arnavir and Orlovan"."""
    is_second = name.dep_ == "conj"
    first = name.head if is_second else name
    if first.dep_ != "appos" or first.head.tag_ not in (PLURAL_NOUN_TAGS if is_second else COMMON_NOUN_TAGS):
        return None
    return nouns().kinds.get(first.head.lemma_.lower())


def _kind_of_noun_named(span: TokenSpan) -> Kind | None:
    """The kind that the noun shows which is said to have the name: "a group known as Orlov", "a drug called Orlo"."""
    doc, naming = span.doc, span.start - 1
    if naming > 0 and doc[naming].lower_ == "as":
        naming -= 1
    if naming < 1 or doc[naming].lower_ not in _NAMING or doc[naming].head.tag_ not in COMMON_NOUN_TAGS:
        return None
    return nouns().kinds.get(doc[naming].head.lemma_.lower())


def _is_vessel(name: Token) -> bool:
    """Whether the sentence says that the bearer of the name sails, or that someone is aboard it."""
    sails = name.dep_ in SUBJECTS and name.head.lemma_ in _VERBS_OF_SHIPS
    return sails or (name.dep_ == "pobj" and name.head.lower_ == "aboard")


def _kind_by_grammar(name: Token) -> Kind | None:
    """The kind that an apposition, a predicate, a verb of ships, "I am" or a "who" behind the name shows."""
    for child in name.rights:
        if is_apposition(child):
            return nouns().kinds.get(child.lemma_.lower())
        if child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.lefts):
            return Kind.PERSON
    if _is_vessel(name) or is_dosed(name):
        return Kind.PRODUCT
    if name.dep_ == "attr" and any(child.lower_ == "i" for child in name.head.lefts):
        return Kind.PERSON
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        predicate = next((child for child in name.head.rights if child.dep_ == "attr"), None)
        if predicate is not None and predicate.tag_ == "NN":
            return nouns().kinds.get(predicate.lemma_.lower())
    return None
