"""Grammatical features of the head of a mention, as the parse has them; named after Universal Dependencies."""

from enum import StrEnum


class PartOfSpeech(StrEnum):
    """The part of speech of the word that tells an event."""

    VERB = "verb"
    NOUN = "noun"
    PROPER_NOUN = "proper_noun"


class Number(StrEnum):
    """Whether a noun or pronoun means one or several."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Definiteness(StrEnum):
    """Whether a noun phrase takes up what is known ("the raid", "his raid", "that raid") or brings in something new."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"


class Tense(StrEnum):
    """The tense of a verb, as far as it tells when the event took place."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    OPEN = "open"
    """Future, modal, infinitive: not said to have happened."""
    BARE = "bare"
    """A participle or gerund without a finite auxiliary ("killing ten", "having left"): the word above says when."""
