"""Whether a word tells of one event of the past: no habit, nothing open, nothing that goes on."""

from collections.abc import Mapping

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AUXILIARIES, GERUND_CLAUSES, VERB_POS
from dossier.annotate.word_classes import HABITUAL_ADVERBS
from dossier.model import Tense
from dossier.text.word_lists import word_lists

_PAST_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_STRETCHES_OF_TIME = word_lists("dossier.annotate.dating", "dating_words.toml")["stretches_of_time"]


def is_single_past(token: Token, tenses: Mapping[int, Tense]) -> bool:
    """Whether a word tells of one event of the past: a noun, or a verb without "often" or the like.

    The verb is in the past or a perfect, or a participle under a noun or such a verb. ``tenses`` are those of the
    verbs of the Doc, by token index.
    """
    if token.pos_ not in VERB_POS:
        return True
    if any(child.lower_ in HABITUAL_ADVERBS for child in token.children):
        return False
    tense = tenses.get(token.i)
    if tense is Tense.BARE:
        governor = token.head.head if token.dep_ == "pcomp" else token.head
        is_past = governor.pos_ == "NOUN" or tenses.get(governor.i) in _PAST_TENSES
        return token.dep_ in GERUND_CLAUSES and is_past
    return tense in _PAST_TENSES


def is_progressive(token: Token) -> bool:
    """Whether a verb is a progressive: "was fleeing"."""
    return token.tag_ == "VBG" and any(child.dep_ in AUXILIARIES for child in token.children)


def is_lasting(verb: Token) -> bool:
    """Whether a verb tells of what lasted: "had lived there for years", "had been fleeing"."""
    return is_progressive(verb) or any(_is_stretch(child) for child in verb.children)


def _is_stretch(phrase: Token) -> bool:
    """Whether a phrase says how long: "since May", "for two years", but not "for theft"."""
    if phrase.lower_ == "for":
        return any(child.lemma_ in _STRETCHES_OF_TIME for child in phrase.children)
    return phrase.lower_ in ("since", "until")
