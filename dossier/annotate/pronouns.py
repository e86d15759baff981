"""Pronouns of which there is no doubt whom they mean."""

from spacy.tokens import Doc

from dossier.annotate.doc import Chain, Mention
from dossier.model import Form, Kind

_PRONOUNS = {
    "he": (Kind.PERSON,), "him": (Kind.PERSON,), "his": (Kind.PERSON,), "himself": (Kind.PERSON,),
    "she": (Kind.PERSON,), "her": (Kind.PERSON,), "hers": (Kind.PERSON,), "herself": (Kind.PERSON,),
    "it": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT), "its": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT),
    "itself": (Kind.ORGANIZATION, Kind.PLACE, Kind.PRODUCT),
}  # fmt: skip


def add_pronouns(doc: Doc, chains: list[Chain]) -> None:
    """A pronoun joins the one actor of its kind that its sentence has named before it; else it is left out."""
    named: dict[int, list[tuple[int, Chain]]] = {}
    for chain in chains:
        for mention in chain.mentions:
            if mention.form is Form.NAME:
                named.setdefault(doc[mention.start].sent.start, []).append((mention.start, chain))
    for sentence in doc.sents:
        names = named.get(sentence.start, [])
        for token in sentence if names else ():
            kinds = _PRONOUNS.get(token.lower_, ()) if token.pos_ == "PRON" else ()
            before = {id(chain): chain for start, chain in names if start < token.i and chain.kind in kinds}
            if len(before) == 1:
                before.popitem()[1].mentions.append(Mention(token.i, token.i + 1, token.i, Form.PRONOUN))
