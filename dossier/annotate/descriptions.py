"""What an article calls an actor beside its name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dossier.annotate.doc import Chain, Mention
from dossier.annotate.phrases import core
from dossier.model import Form, Kind


def add_descriptions(doc: Doc, chains: list[Chain]) -> None:
    """What an apposition, a predicate or a title says an actor is."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    for head, chain in owner.items():
        for start, end, root in _descriptions(doc[head], chain.kind):
            if not any(start < mention.end and mention.start < end for mention in chain.mentions):
                chain.mentions.append(Mention(start, end, root, Form.NOMINAL))


def _descriptions(name: Token, kind: Kind) -> Iterator[tuple[int, int, int]]:
    for token in name.children:
        if token.dep_ == "appos" and _describes(token, kind) and _follows(token, core(name)[1]):
            yield (*core(token), token.i)
    if name.dep_ == "nsubj" and name.head.lemma_ == "be" and _is_plain(name.head):
        for token in name.head.children:
            if token.dep_ == "attr" and _describes(token, kind) and token.i > name.i:
                yield (*core(token), token.i)
    # "the minister, Ada Brandt": the name explains the noun; before a place it is mostly a list
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and name.dep_ == "appos" and _describes(name.head, kind):
        start, end = core(name.head)
        if _follows(name, end):
            yield start, end, name.head.i
    title = _title(name)
    if title:
        yield title


def _describes(noun: Token, kind: Kind) -> bool:
    """Whether it is one thing of a kind ("a clerk", "the port's engineer"), not someone's ("her choice") or many.

    It may be a bare noun too ("Brandt, former engineer"), but not beside a place, where it mostly belongs to another.
    """
    shown = any(child.dep_ == "det" or (child.dep_ == "poss" and child.pos_ != "PRON") for child in noun.children)
    bare = kind is not Kind.PLACE and not any(child.dep_ == "poss" for child in noun.children)
    return noun.tag_ == "NN" and (shown or bare) and not noun.ent_type_


def _follows(token: Token, end: int) -> bool:
    """Whether the phrase of ``token`` begins at ``end``, with at most a comma or dash between."""
    start = token.left_edge.i
    return start in (end, end + 1) and all(between.is_punct for between in token.doc[end:start])


def _is_plain(verb: Token) -> bool:
    """Whether the verb states something: no negation, no modal, no question, under no other verb."""
    marked = any(child.dep_ in ("neg", "aux", "mark") for child in verb.children)
    return verb.tag_ in ("VBZ", "VBD", "VBP") and not marked and verb.dep_ in ("ROOT", "conj", "ccomp")


def _title(name: Token) -> tuple[int, int, int] | None:
    """The capitalised words right before a personal name, outside the entity: "Prime Minister"."""
    first = name.i
    while first > 0 and name.doc[first - 1].ent_type_ == "PERSON" and name.doc[first].ent_iob_ == "I":
        first -= 1
    start = first
    while start > 0 and _is_title_word(name.doc[start - 1], name):
        start -= 1
    return (start, first, first - 1) if start < first and name.ent_type_ == "PERSON" else None


def _is_title_word(token: Token, name: Token) -> bool:
    beside = token.dep_ == "compound" and token.i < token.head.i <= name.i
    return beside and token.text[0].isupper() and not token.ent_type_
