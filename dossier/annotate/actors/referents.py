"""Whom a phrase can mean: named actors and things without a name, with how present each is to the reader.

Salience is that of Lappin & Leass 1994: a mention weighs by its grammatical role, a sentence halves what came before.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dossier.annotate.actors.lexicon import Gender
from dossier.annotate.doc import Chain
from dossier.model import Kind

RECENCY = 100.0
_ROLES = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "csubj": 80.0,
    "dobj": 50.0,
    "attr": 40.0,
    "dative": 40.0,
    "pobj": 40.0,
    "poss": 40.0,
    "appos": 20.0,
}
_HEAD = 80.0
_FORGOTTEN = 8.0


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something spoken of; ``chain`` is None for what has no name."""

    kind: Kind
    is_plural: bool
    chain: Chain | None = None
    genders: set[Gender] = field(default_factory=set)
    salience: float = 0.0
    last: int = -1
    role: str = ""
    prominence: float = 0.0


class Salience:
    """How present each referent is at the sentence that is being read."""

    def __init__(self) -> None:
        self.present: dict[int, Referent] = {}
        self._here: dict[int, float] = {}

    def mention(self, referent: Referent, token: Token, factor: float = 1.0) -> None:
        """The referent is spoken of at the token, in the sentence being read."""
        weight = weight_of(token) * factor
        before = self._here.get(id(referent), 0.0)
        if weight > before:
            referent.salience += weight - before
            self._here[id(referent)] = weight
        referent.last = token.i
        referent.role = token.dep_
        self.present[id(referent)] = referent

    def next_sentence(self) -> None:
        """The sentence is over."""
        self._here.clear()
        for key, referent in list(self.present.items()):
            referent.salience /= 2
            if referent.salience < _FORGOTTEN:
                del self.present[key]


def weight_of(token: Token) -> float:
    """The weight of a mention by its role; what stands inside another phrase weighs less."""
    role = token.dep_
    if role == "conj":
        role = token.head.dep_
    embedded = role in ("poss", "compound", "nmod", "amod") or (role == "pobj" and token.head.head.pos_ in _NOMINAL)
    return RECENCY + _ROLES.get(role, 20.0) + (0.0 if embedded else _HEAD)


_NOMINAL = ("NOUN", "PROPN")
