"""Whom a phrase can mean: named actors and things without a name, with how present each is to the reader.

Salience follows Lappin & Leass 1994: a mention weighs by its grammatical role, and fades from sentence to sentence.
Theirs halves with each; on the half of GUM that the rules were written on, a fifth lost is right more often.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.annotate.actors.noun_lexicon import Gender
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_MODIFIERS_OR_POSSESSIVES, NOUN_POS
from dossier.model import Kind

_RECENCY = 100.0
_ROLES = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "csubj": 80.0,
    "dobj": 50.0,
    "attr": 40.0,
    "dative": 40.0,
    "pobj": 40.0,
    "poss": 40.0,
}
_OTHER_ROLE = 20.0
_FREE = 80.0
_PARALLEL = 35.0
_KEPT = 0.8
_MOST = 1000.0
_FORGOTTEN = 2.0
_APART = 1.15


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


class Salience:
    """How present each referent is at the sentence that is being read."""

    def __init__(self) -> None:
        self._present: dict[int, Referent] = {}
        self._here: dict[int, float] = {}

    def __iter__(self) -> Iterator[Referent]:
        return iter(self._present.values())

    def mention(self, referent: Referent, token: Token, factor: float) -> None:
        """The referent is spoken of at the token, in the sentence being read."""
        weight = factor * _weight(token)
        before = self._here.get(id(referent), 0.0)
        if weight > before:
            referent.salience += weight - before
            self._here[id(referent)] = weight
        referent.last = token.i
        referent.role = token.dep_
        self._present[id(referent)] = referent

    def next_sentence(self) -> None:
        """The sentence is over."""
        self._here.clear()
        for key, referent in list(self._present.items()):
            referent.salience = _KEPT * min(referent.salience, _MOST)
            if referent.salience < _FORGOTTEN:
                del self._present[key]

    def most_present(self, able: Iterable[Referent], token: Token) -> Referent | None:
        """The most present of the referents; None where another is nearly as present.

        One in the grammatical role that the token has is a little more so.
        """
        ranked = sorted(
            (one.salience + (_PARALLEL if one.role == token.dep_ else 0.0), one.last, n, one)
            for n, one in enumerate(able)
        )
        if not ranked or (len(ranked) > 1 and ranked[-1][0] < _APART * ranked[-2][0]):
            return None
        return ranked[-1][3]


def _weight(token: Token) -> float:
    """The weight of a mention by its role; what stands inside another phrase weighs less."""
    role = token.head.dep_ if token.dep_ == "conj" else token.dep_
    embedded = role in NOUN_MODIFIERS_OR_POSSESSIVES or (role == "pobj" and token.head.head.pos_ in NOUN_POS)
    return _RECENCY + _ROLES.get(role, _OTHER_ROLE) + (0.0 if embedded else _FREE)
