"""Names that the recogniser found in one place and passed over in another."""

from spacy.tokens import Doc

from dossier.annotate.doc import Chain, heading_tokens, name_mention
from dossier.model import Kind


def add_unrecognised(doc: Doc, chains: list[Chain]) -> None:
    """The same names, and bare surnames of people, where the recogniser passed them over."""
    owner = _owners(doc, chains)
    taken = heading_tokens(doc)
    taken.update(i for chain in chains for mention in chain.mentions for i in range(mention.start, mention.end))
    longest: dict[str, int] = {}
    for words in owner:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    for token in doc:
        for length in range(longest.get(token.text, 0), 0, -1):
            span = doc[token.i : token.i + length]
            chain = owner.get(tuple(word.text for word in span))
            if chain and token.pos_ == "PROPN" and taken.isdisjoint(range(span.start, span.end)):
                chain.mentions.append(name_mention(span))
                taken.update(range(span.start, span.end))
                break


def _owners(doc: Doc, chains: list[Chain]) -> dict[tuple[str, ...], Chain]:
    """Whose each wording is; a surname that two people share is nobody's."""
    owner: dict[tuple[str, ...], Chain] = {}
    surnames: dict[tuple[str, ...], list[Chain]] = {}
    for chain in chains:
        words = [tuple(token.text for token in doc[m.start : m.end]) for m in chain.mentions]
        owner.update(dict.fromkeys(words, chain))
        if chain.kind is Kind.PERSON:
            for surname in {wording[-1:] for wording in words}:
                surnames.setdefault(surname, []).append(chain)
    return {surname: found[0] for surname, found in surnames.items() if len(found) == 1} | owner
