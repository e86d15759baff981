"""Part of speech, number and definiteness of a word that heads a mention."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import PLURAL_NOUN_TAGS, SINGULAR_NOUN_TAGS
from dossier.model import Definiteness, Number, PartOfSpeech
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

DEFINITE_DETERMINERS = _WORDS["definite_determiners"]
_INDEFINITE_DETERMINERS = _WORDS["indefinite_determiners"]

_PARTS_OF_SPEECH = {"VERB": PartOfSpeech.VERB, "NOUN": PartOfSpeech.NOUN, "PROPN": PartOfSpeech.PROPER_NOUN}
_PRONOUN_NUMBERS = {
    **dict.fromkeys(_WORDS["singular_pronouns"], Number.SINGULAR),
    **dict.fromkeys(_WORDS["plural_pronouns"], Number.PLURAL),
}


def part_of_speech(word: Token) -> PartOfSpeech | None:
    """The part of speech of a verb, noun or proper noun; None for any other word."""
    return _PARTS_OF_SPEECH.get(word.pos_)


def number(word: Token) -> Number | None:
    """The number of a noun or name, by its tag, or of a pronoun or possessive.

    None for any other word, and for a pronoun that may mean one or several ("who", "you").
    """
    if word.tag_ in PLURAL_NOUN_TAGS:
        return Number.PLURAL
    if word.tag_ in SINGULAR_NOUN_TAGS:
        return Number.SINGULAR
    return _PRONOUN_NUMBERS.get(word.lower_)


def definiteness(noun: Token) -> Definiteness | None:
    """The definiteness of a noun, by its determiner or possessor ("the", "their", "Brandt's"); None without them."""
    for child in noun.lefts:
        if child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in DEFINITE_DETERMINERS):
            return Definiteness.DEFINITE
        if child.dep_ == "det" and child.lower_ in _INDEFINITE_DETERMINERS:
            return Definiteness.INDEFINITE
    return None
