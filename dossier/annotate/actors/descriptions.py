"""What an article calls an actor beside its name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dossier.annotate.actors.lexicon import nouns
from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.phrases import core
from dossier.model import Form, Kind
from dossier.text.names import HONORIFICS

APPOSITION = "apposition"
PREDICATE = "predicate"
TITLE = "title"
_Found = tuple[int, int, int, str]
_BODIES = (Kind.ORGANIZATION, Kind.GROUP, Kind.PRODUCT)


def add_descriptions(doc: Doc, chains: list[Chain]) -> None:
    """What an apposition, a predicate or a title says an actor is."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    for head, chain in owner.items():
        for start, end, root, sieve in _descriptions(doc[head], chain.kind):
            if not any(start < mention.end and mention.start < end for mention in chain.mentions):
                chain.mentions.append(Mention(start, end, root, Form.NOMINAL, sieve, confidence(sieve)))


def _descriptions(name: Token, kind: Kind) -> Iterator[_Found]:
    for token in name.children:
        if token.dep_ == "appos" and describes(token, kind) and _follows(token, core(name)[1]):
            yield (*core(token), token.i, APPOSITION)
    if name.dep_ == "nsubj" and name.head.lemma_ == "be" and _is_plain(name.head):
        for token in name.head.children:
            if token.dep_ == "attr" and describes(token, kind) and token.i > name.i:
                yield (*core(token), token.i, PREDICATE)
    # "the minister, Ada Brandt": the name explains the noun; before a place it is mostly a list
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and name.dep_ == "appos" and describes(name.head, kind):
        start, end = core(name.head)
        if _follows(name, end):
            yield start, end, name.head.i, APPOSITION
    title = _title(name) if kind is Kind.PERSON else None
    if title:
        yield (*title, TITLE)


def describes(noun: Token, kind: Kind) -> bool:
    """Whether it is one thing of a kind ("a clerk", "the port's engineer"), not someone's ("her choice") or many.

    It may be a bare noun too ("Brandt, former engineer") where it is known to be said of such an actor.
    """
    if noun.tag_ not in ("NN", "NNP") or noun.ent_type_:
        return False
    known = nouns().kinds.get(noun.lemma_.lower())
    if known is None:
        return noun.tag_ == "NN" and any(child.dep_ == "det" for child in noun.children)
    return _agree(known, kind)


def _agree(said: Kind, kind: Kind) -> bool:
    if said is Kind.ORGANIZATION:
        return kind in _BODIES
    return said is kind


def _follows(token: Token, end: int) -> bool:
    """Whether the phrase of ``token`` begins at ``end``, with at most a comma or dash between."""
    start = token.left_edge.i
    return start in (end, end + 1) and all(between.is_punct for between in token.doc[end:start])


def _is_plain(verb: Token) -> bool:
    """Whether the verb states something: no negation, no modal, no question, under no other verb."""
    marked = any(child.dep_ in ("neg", "aux", "mark") for child in verb.children)
    return verb.tag_ in ("VBZ", "VBD", "VBP") and not marked and verb.dep_ in ("ROOT", "conj", "ccomp")


def _title(name: Token) -> tuple[int, int, int] | None:
    """The words before a personal name that say what someone is: "Prime Minister", "the Swedish captain"."""
    doc, first = name.doc, name.i
    while first > 0 and doc[first - 1].ent_type_ == "PERSON" and doc[first].ent_iob_ == "I":
        first -= 1
    start = first
    while start > 0 and _is_title_word(doc[start - 1], name):
        start -= 1
    if start == first or doc[first - 1].lower_.rstrip(".") in HONORIFICS:
        return None
    return start, first, first - 1


def _is_title_word(token: Token, name: Token) -> bool:
    beside = token.dep_ in ("compound", "amod") and token.i < token.head.i <= name.i
    return beside and not token.ent_type_ and token.pos_ in ("NOUN", "PROPN")
