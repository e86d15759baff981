"""The people and things that phrases refer to, named or not, and the salience of each.

Salience follows Lappin and Leass (1994): a mention weighs by its grammatical role, and the weight decays from sentence
to sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.annotate.actors.nouns.noun_lexicon import Gender, nouns
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    DESCRIBING_RELATIONS,
    NOUN_MODIFIERS_OR_POSSESSIVES,
    NOUN_POS,
    NUMERIC_ENTITIES,
    PLURAL_NOUN_TAGS,
)
from dossier.model import Kind

# The weights of Lappin and Leass (1994): sentence recency, grammatical role, head noun emphasis (a phrase inside no
# other phrase) and parallel roles. "csubj", "attr", "poss" and other roles have no weight there: these are set by hand,
# and no measurement is recorded.
_RECENCY_WEIGHT = 100.0  # sentence recency
_ROLE_WEIGHTS = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "csubj": 80.0,
    "dobj": 50.0,
    "attr": 40.0,
    "dative": 40.0,
    "pobj": 40.0,
    "poss": 40.0,
}
_OTHER_ROLE_WEIGHT = 20.0  # set by hand
_NOT_EMBEDDED_WEIGHT = 80.0  # head noun emphasis
_PARALLEL_ROLE_WEIGHT = 35.0  # parallel roles
_SENTENCE_DECAY = 0.8
"""The factor for each sentence. Lappin and Leass have 0.5; on the half of GUM on which the rules were written, 0.8 is
right more often."""

# Set by hand; no measurement is recorded.
_MAX_SALIENCE = 1000.0
"""More counts as this at the end of a sentence."""
_MIN_SALIENCE = 2.0
"""Below it, a referent is forgotten at the end of a sentence."""
_MIN_LEAD = 1.15
"""How many times as salient as the next the best must be."""


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something that the text refers to.

    ``chain`` is None for what has no name. ``last`` and ``role`` are token index and dependency of its last mention.
    """

    kind: Kind
    is_plural: bool
    chain: Chain | None = None
    genders: set[Gender] = field(default_factory=set)
    salience: float = 0.0
    last: int = -1
    role: str = ""


class Salience:
    """The referents that the text has mentioned, with their salience at the sentence that is being read."""

    def __init__(self) -> None:
        self._remembered: dict[int, Referent] = {}
        self._weight_in_sentence: dict[int, float] = {}

    def __iter__(self) -> Iterator[Referent]:
        return iter(self._remembered.values())

    def mention(self, referent: Referent, token: Token, factor: float) -> None:
        """Record that the token mentions the referent; in one sentence only its heaviest mention counts."""
        weight = factor * _weight(token)
        before = self._weight_in_sentence.get(id(referent), 0.0)
        if weight > before:
            referent.salience += weight - before
            self._weight_in_sentence[id(referent)] = weight
        referent.last = token.i
        referent.role = token.dep_
        self._remembered[id(referent)] = referent

    def next_sentence(self) -> None:
        """Let all salience decay at the end of a sentence, and forget what is no longer salient."""
        self._weight_in_sentence.clear()
        for key, referent in list(self._remembered.items()):
            referent.salience = _SENTENCE_DECAY * min(referent.salience, _MAX_SALIENCE)
            if referent.salience < _MIN_SALIENCE:
                del self._remembered[key]

    def most_salient(self, candidates: Iterable[Referent], token: Token) -> Referent | None:
        """The most salient of the candidates; None without any, or where another is nearly as salient.

        A candidate whose last mention has the token's grammatical role gets some salience for it.
        """
        ranked = sorted(
            (one.salience + (_PARALLEL_ROLE_WEIGHT if one.role == token.dep_ else 0.0), one.last, n, one)
            for n, one in enumerate(candidates)
        )
        if not ranked or (len(ranked) > 1 and ranked[-1][0] < _MIN_LEAD * ranked[-2][0]):
            return None
        return ranked[-1][3]


class UnnamedReferents:
    """The referents of the common nouns of a text: one for "ship", another for "ships".

    ``nouns`` are the nouns in text order. ``pronouns`` are the pronouns, each with the noun that it takes up.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], Referent] = {}
        self._last_noun: dict[int, int] = {}
        self.nouns: list[Token] = []
        self.pronouns: list[tuple[Mention, int]] = []

    def of(self, noun: Token) -> Referent:
        """The referent of a noun, with the gender that the noun shows."""
        lemma = noun.lemma_.lower()
        is_plural = noun.tag_ in PLURAL_NOUN_TAGS
        found = self._found.setdefault((lemma, is_plural), Referent(kind_of_noun(noun), is_plural))
        gender = nouns().genders.get(lemma)
        if gender:
            found.genders.add(gender)
        self._last_noun[id(found)] = noun.i
        self.nouns.append(noun)
        return found

    def refer(self, referent: Referent, pronoun: Mention) -> None:
        """Record a pronoun that means the referent: it takes up the last noun for it."""
        if id(referent) in self._last_noun:
            self.pronouns.append((pronoun, self._last_noun[id(referent)]))


def can_refer(noun: Token) -> bool:
    """Whether a noun refers to someone or something.

    A time or number does not, nor does a noun that describes another: "a priest and scholar", "as host".
    """
    if noun.ent_type_ in NUMERIC_ENTITIES:
        return False
    first = noun.head if noun.dep_ == "conj" else noun
    return first.dep_ not in DESCRIBING_RELATIONS and not (first.dep_ == "pobj" and first.head.lower_ == "as")


def kind_of_noun(noun: Token) -> Kind:
    """The kind of what a common noun refers to: by the lexicon, a PERSON with a "who" behind, else OTHER."""
    kind = nouns().kinds.get(noun.lemma_.lower(), Kind.OTHER)
    if kind is Kind.OTHER and any(child.dep_ == "relcl" and _has_who(child) for child in noun.rights):
        return Kind.PERSON
    return kind


def _has_who(verb: Token) -> bool:
    return any(child.lower_ in ("who", "whom", "whose") for child in verb.lefts)


def _weight(token: Token) -> float:
    """The weight of a mention by its role; a phrase inside another weighs less."""
    role = token.head.dep_ if token.dep_ == "conj" else token.dep_
    embedded = role in NOUN_MODIFIERS_OR_POSSESSIVES or (role == "pobj" and token.head.head.pos_ in NOUN_POS)
    return _RECENCY_WEIGHT + _ROLE_WEIGHTS.get(role, _OTHER_ROLE_WEIGHT) + (0.0 if embedded else _NOT_EMBEDDED_WEIGHT)
