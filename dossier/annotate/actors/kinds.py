"""Of what kind an actor is: the recogniser's label weighed against what the text itself tells."""

from collections import Counter

from dossier.annotate.actors.noun_lexicon import given_names, nouns
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.labels import PLACE_OR_WORK_ENTITIES, SUBJECTS
from dossier.model import Kind
from dossier.text.names import HONORIFICS, clean, is_organisation, is_titled
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PRODUCT": Kind.PRODUCT,
    "WORK_OF_ART": Kind.WORK,
    # the other common label set (models trained on WikiNER)
    "PER": Kind.PERSON,
    "MISC": Kind.OTHER,
}
_SAILING = _WORDS["sailing"]
_LIKELY = 6
_PERSONAL = frozenset(("", "PERSON", "PER"))
_SURE = 16
SETTLED = 1000
"""Votes that no others outweigh."""


def votes(doc: Parsed, span: TokenSpan) -> Counter[Kind]:
    """One vote for the label, more for a word in the name or beside it that tells the kind."""
    found = Counter({_LABELS[span.label_]: 1} if span.label_ in _LABELS else ())
    name = clean(span.text)
    if is_organisation(name):
        found[Kind.ORGANIZATION] += _SURE
    elif name in places().known and span.label_ not in ("PERSON", "PER"):
        found[Kind.PLACE] += _SURE
    elif len(span) > 1 and span[0].lower_ in given_names() and span.label_ not in PLACE_OR_WORK_ENTITIES:
        found[Kind.PERSON] += _LIKELY
    if is_in_district(doc, span.end):
        found[Kind.PLACE] += SETTLED
    if span.label_ in _PERSONAL and is_titled(name):
        found[Kind.PERSON] += _LIKELY
    if span.start and _is_courtesy(doc[span.start - 1]):
        found[Kind.PERSON] += _SURE
    for beside in (_told(span.root), _before(span)):
        if beside is not None:
            found[beside] += _LIKELY
    return found


def is_in_district(doc: Parsed, end: int) -> bool:
    """Whether the federal district stands behind a name that ends there: "Washington, D.C."."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in ("D.C.", "D.C", "DC")


def _is_courtesy(token: Token) -> bool:
    return token.lower_.rstrip(".") in HONORIFICS and token.text[0].isupper()


def _before(span: TokenSpan) -> Kind | None:
    """The kind that a noun right before the name tells: "the company Hadley", "her friend Ada"."""
    if not span.start:
        return None
    noun = span.doc[span.start - 1]
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or not (noun.dep_ == "compound" or span.root.head.i == noun.i):
        return None
    return nouns().kinds.get(noun.lemma_.lower())


def _is_vessel(name: Token) -> bool:
    """Whether it is told to sail, or someone to be aboard."""
    sails = name.dep_ in SUBJECTS and name.head.lemma_ in _SAILING
    return sails or (name.dep_ == "pobj" and name.head.lower_ == "aboard")


def _told(name: Token) -> Kind | None:
    """The kind that an apposition, a predicate, or a "who" behind the name tells."""
    for child in name.rights:
        if child.dep_ == "appos":
            return nouns().kinds.get(child.lemma_.lower())
        if child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.lefts):
            return Kind.PERSON
    if _is_vessel(name):
        return Kind.PRODUCT
    if name.dep_ == "attr" and any(child.lower_ == "i" for child in name.head.lefts):
        return Kind.PERSON
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        predicate = next((child for child in name.head.rights if child.dep_ == "attr"), None)
        if predicate is not None and predicate.tag_ == "NN":
            return nouns().kinds.get(predicate.lemma_.lower())
    return None
