"""What stands around one word and bears on how sure it is: read in one pass over its children."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARY_OR_MARK,
    COUNTED_NOUN_POS,
    DETERMINER_OR_NEGATION,
    WH_TAGS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_NOBODY = _WORDS["nobody"]
_NO = frozenset(("no", "neither"))
_TEMPORAL = _WORDS["clause_modifiers_temporal"]
_DEFINITE = _WORDS["definite"]
_STRESS = _WORDS["stress"]
_CONDITIONS = _WORDS["conditions"]


@dataclass(slots=True)
class Frame:
    """The helpers, marks, negations and modifiers of a word; each None or empty where there is none."""

    negation: Token | None = None
    modal: Token | None = None
    helpers: tuple[Token, ...] = ()
    to: Token | None = None
    mark: Token | None = None
    subject: Token | None = None
    asked: Token | None = None
    """A question word in front ("why", "who")."""
    adverbs: tuple[Token, ...] = ()
    modifiers: tuple[Token, ...] = ()
    asides: tuple[Token, ...] = ()
    """Clauses between commas ("…, police believe, …")."""
    agent: Token | None = None
    particle: Token | None = None
    condition: Token | None = None
    """The mark of a conditional clause beside it."""
    predicate: Token | None = None
    """The adjective or noun that it predicates ("is likely", "is a possibility")."""
    is_definite: bool = False
    is_determined: bool = False

    @property
    def is_perfect(self) -> bool:
        """Whether "have" is among its helpers."""
        return any(helper.lemma_ == "have" or helper.lower_ in ("'ve", "’ve") for helper in self.helpers)

    @property
    def is_own(self) -> bool:
        """Whether it has a subject or helpers of its own."""
        return self.subject is not None or bool(self.helpers)


def frame(token: Token) -> Frame:
    """The frame of a token."""
    found = Frame(is_definite=token.pos_ == "PROPN")
    for child in token.children:
        reader = _READERS.get(child.dep_)
        if reader is not None:
            reader(found, child, token)
    return found


def _helper(found: Frame, child: Token, token: Token) -> None:
    if child.tag_ == "TO" or (child.lower_ == "to" and child.i < token.i):
        found.to = child
    elif child.tag_ == "MD" or child.lower_ in ("will", "wo", "'ll", "’ll"):
        found.modal = found.modal or child
        found.helpers += (child,)
    else:
        found.helpers += (child,)


def _negation(found: Frame, child: Token, token: Token) -> None:
    following = child.i + 1 < len(child.doc) and child.nbor(1).lower_
    if following not in _STRESS:
        found.negation = found.negation or child


def _adverb(found: Frame, child: Token, token: Token) -> None:
    word = child.lower_
    if child.tag_ in WH_TAGS and child.i < token.i:
        if word in _TEMPORAL:
            found.mark = found.mark or child
        found.asked = found.asked or child
    elif word == "never" or (word == "longer" and child.i and child.nbor(-1).lower_ == "no"):
        found.negation = found.negation or child
    else:
        found.adverbs += (child,)


def _mark(found: Frame, child: Token, token: Token) -> None:
    found.mark = found.mark or child


def _subject(found: Frame, child: Token, token: Token) -> None:
    found.subject = found.subject or child
    _participant(found, child, token)


def _participant(found: Frame, child: Token, token: Token) -> None:
    if child.tag_ in WH_TAGS:
        found.asked = found.asked or (child if child.i < token.i else None)
    elif found.negation is None:
        found.negation = none(child)


def _attribute(found: Frame, child: Token, token: Token) -> None:
    _participant(found, child, token)
    found.predicate = found.predicate or child


def none(noun: Token) -> Token | None:
    """The word by which a noun phrase is empty ("no soldier", "nobody", "neither side"), if any."""
    if noun.lower_ in _NOBODY:
        return noun
    if noun.pos_ not in COUNTED_NOUN_POS:
        return None
    return next((child for child in noun.lefts if child.dep_ in DETERMINER_OR_NEGATION and child.lower_ in _NO), None)


def _determiner(found: Frame, child: Token, token: Token) -> None:
    word = child.lower_
    if word in _NO:
        found.negation = found.negation or child
    found.is_determined = True
    found.is_definite = found.is_definite or word in _DEFINITE


def _owner(found: Frame, child: Token, token: Token) -> None:
    found.is_definite = found.is_determined = True


def _modifier(found: Frame, child: Token, token: Token) -> None:
    found.modifiers += (child,)


def _clause(found: Frame, child: Token, token: Token) -> None:
    first = next((c for c in child.lefts if c.dep_ in AUXILIARY_OR_MARK), None)
    if first is None:
        return
    inverted = first.dep_ == "aux" and is_inverted(child, first)
    if (first.lower_ in _CONDITIONS and not _is_concessive(first)) or inverted:
        found.condition = found.condition or first


def _is_concessive(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as")


def is_inverted(verb: Token, helper: Token) -> bool:
    """Whether its helper stands before its subject, as a condition's may ("should police arrest him")."""
    if helper.lower_ not in ("should", "had", "were"):
        return False
    return any(child.dep_ in ANY_SUBJECTS and child.i > helper.i for child in verb.lefts)


def _preposition(found: Frame, child: Token, token: Token) -> None:
    # "under no circumstances", "in no way"
    if child.i < token.i and child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "no":
        found.negation = found.negation or child.nbor(1)


def _predicate(found: Frame, child: Token, token: Token) -> None:
    found.predicate = found.predicate or child


def _aside(found: Frame, child: Token, token: Token) -> None:
    found.asides += (child,)


def _participle(found: Frame, child: Token, token: Token) -> None:
    # "an agreement reached in May" is a certain one
    found.is_definite = found.is_definite or child.tag_ == "VBN"


def _agent(found: Frame, child: Token, token: Token) -> None:
    found.agent = found.agent or child


def _particle(found: Frame, child: Token, token: Token) -> None:
    found.particle = found.particle or child


def _conjunction(found: Frame, child: Token, token: Token) -> None:
    if child.lower_ in ("neither", "nor") and child.i < token.i:
        found.negation = found.negation or child


_READERS = {
    "aux": _helper,
    "auxpass": _helper,
    "neg": _negation,
    "advmod": _adverb,
    "mark": _mark,
    "nsubj": _subject,
    "nsubjpass": _subject,
    "csubj": _subject,
    "expl": _subject,
    "dobj": _participant,
    "attr": _attribute,
    "det": _determiner,
    "poss": _owner,
    "amod": _modifier,
    "compound": _modifier,
    "nmod": _modifier,
    "advcl": _clause,
    "prep": _preposition,
    "acomp": _predicate,
    "parataxis": _aside,
    "agent": _agent,
    "prt": _particle,
    "acl": _participle,
    "preconj": _conjunction,
    "cc": _conjunction,
}
