"""What the form of a verb says of its time: past, perfect, pluperfect, present, open, or as its host says."""

from enum import Enum, auto

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject, verbs
from dossier.annotate.syntax.labels import AUXILIARIES, MODAL_OR_TO_TAGS, NONFINITE_TAGS, PRESENT_TAGS, VERB_POS

_HAD = frozenset(("had", "'d", "’d"))


class Tense(Enum):
    """The time of a verb against the time of telling."""

    PAST = auto()
    PERFECT = auto()
    PLUPERFECT = auto()
    PRESENT = auto()
    OPEN = auto()
    """Future, modal, infinitive: not said to have happened."""
    BARE = auto()
    """A participle on its own: its host says."""


_FINITE = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}


def tenses(doc: Parsed) -> dict[int, Tense]:
    """The tense of every verb, by its token index.

    "was arrested and charged": both past. "had left": pluperfect. "will leave", "to leave": open.
    """
    found: dict[int, Tense] = {}
    for i in verbs(doc):
        verb = doc[i]
        # a verb is coordinated with one before it, whose tense is known by now
        found[i] = found.get(verb.head.i, Tense.BARE) if leans(verb) else _tense(verb)
    return found


def leans(verb: Token) -> bool:
    """Whether a coordinated verb shares the helpers of the one before it ("was arrested and charged")."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERB_POS or verb.tag_ != verb.head.tag_:
        return False
    return verb.tag_ in NONFINITE_TAGS and not has_subject(verb) and not _helpers(verb)


def _tense(verb: Token) -> Tense:
    if verb.tag_ in _FINITE:
        return _FINITE[verb.tag_]
    helpers = _helpers(verb)
    if any(helper.tag_ in MODAL_OR_TO_TAGS or helper.lower_ == "going" for helper in helpers):
        return Tense.OPEN
    if helpers:
        return _of_helper(helpers[0])
    if verb.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in verb.children):
        # a past participle with a subject and no helper is a past tense that the tagger missed
        return Tense.PAST
    return Tense.OPEN if verb.tag_ == "VB" else Tense.BARE


def _of_helper(first: Token) -> Tense:
    """By the finite helper, which comes first."""
    past = first.tag_ == "VBD" or first.lower_ in _HAD
    if first.lemma_ == "have" or first.lower_ in _HAD:
        return Tense.PLUPERFECT if past else Tense.PERFECT if first.tag_ in PRESENT_TAGS else Tense.BARE
    if past:
        return Tense.PAST
    return Tense.PRESENT if first.tag_ in PRESENT_TAGS else Tense.BARE


def _helpers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in AUXILIARIES]
