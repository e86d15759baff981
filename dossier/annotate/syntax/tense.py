"""The tense of each verb, by its form and its auxiliaries."""

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject, verbs
from dossier.annotate.syntax.labels import AUXILIARIES, MODAL_OR_TO_TAGS, NONFINITE_TAGS, PRESENT_TAGS, VERB_POS
from dossier.model import Tense

_HAD = frozenset(("had", "'d", "’d"))


_TENSE_OF_FINITE_TAG = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}


def tenses(doc: Parsed) -> dict[int, Tense]:
    """The tense of every verb and auxiliary, by its token index.

    "was arrested and charged": both past. "had left": pluperfect. "will leave", "to leave": open.
    """
    found: dict[int, Tense] = {}
    for i in verbs(doc):
        verb = doc[i]
        # a verb is coordinated with one before it, whose tense is known by now
        found[i] = found.get(verb.head.i, Tense.BARE) if shares_auxiliaries(verb) else _tense(verb)
        if found[i] is Tense.BARE and _goes_on_in_the_past(verb):
            found[i] = Tense.PAST
    return found


def _goes_on_in_the_past(verb: Token) -> bool:
    """Whether the tagger took a past tense for a participle: "declared a state of emergency and advised travellers"."""
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBD" and verb.head.pos_ == "VERB"


def shares_auxiliaries(verb: Token) -> bool:
    """Whether a coordinated verb shares the auxiliaries of the verb before ("was arrested and charged")."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERB_POS or verb.tag_ != verb.head.tag_:
        return False
    return verb.tag_ in NONFINITE_TAGS and not has_subject(verb) and not _auxiliaries(verb)


def _tense(verb: Token) -> Tense:
    """The tense of a verb by its tag and by its own auxiliaries."""
    if verb.tag_ in _TENSE_OF_FINITE_TAG:
        return _TENSE_OF_FINITE_TAG[verb.tag_]
    auxiliaries = _auxiliaries(verb)
    if any(auxiliary.tag_ in MODAL_OR_TO_TAGS or auxiliary.lower_ == "going" for auxiliary in auxiliaries):
        return Tense.OPEN
    if auxiliaries:
        return _tense_of_auxiliary(auxiliaries[0])
    if verb.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in verb.children):
        # a past participle with a subject and no auxiliary is a past tense that the tagger missed
        return Tense.PAST
    return Tense.OPEN if verb.tag_ == "VB" else Tense.BARE


def _tense_of_auxiliary(first: Token) -> Tense:
    """The tense by the finite auxiliary, which comes first."""
    past = first.tag_ == "VBD" or first.lower_ in _HAD
    if first.lemma_ == "have" or first.lower_ in _HAD:
        return Tense.PLUPERFECT if past else Tense.PERFECT if first.tag_ in PRESENT_TAGS else Tense.BARE
    if past:
        return Tense.PAST
    return Tense.PRESENT if first.tag_ in PRESENT_TAGS else Tense.BARE


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in AUXILIARIES]
