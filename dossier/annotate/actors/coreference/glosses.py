"""Names in brackets that explain a pronoun, and names that only tell which one another noun means."""

from collections.abc import Container, Iterable
from itertools import takewhile

from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import COMPOUND_RELATIONS
from dossier.model import Form

_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")


def gloss(pronoun: Token) -> list[Token]:
    """The words in brackets right behind a pronoun: "he (Brandt)", "he [Brandt]". Empty without any."""
    doc, opened = pronoun.doc, pronoun.i + 1
    if opened >= pronoun.sent.end or doc[opened].text not in _OPENING_BRACKETS:
        return []
    return list(takewhile(lambda word: word.text not in _CLOSING_BRACKETS, doc[opened + 1 : pronoun.sent.end]))


def is_inside_a_phrase(name: Token, tokens_of_names: Container[int]) -> bool:
    """Whether a name, given by its head, is part of the phrase of another noun: "the Brandt trial", "Brandt Street"."""
    return name.dep_ in COMPOUND_RELATIONS and name.head.i not in tokens_of_names


def tokens_of_names(chains: Iterable[Chain]) -> set[int]:
    """The indices of tokens within names."""
    names = (mention for chain in chains for mention in chain.mentions if mention.form is Form.NAME)
    return {i for name in names for i in range(name.start, name.end)}
