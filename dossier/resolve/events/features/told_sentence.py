"""What the mentions of one sentence have in common."""

import re
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from dossier.resolve.events.mentions.content_words import Rarity, numbers
from dossier.text.repair import repaired_words
from dossier.text.word_lists import word_lists

_SECOND_PERSON_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")["second_person"]
_SECOND_PERSON = re.compile(rf"\b(?:{'|'.join(sorted(_SECOND_PERSON_WORDS))})\b", re.IGNORECASE)


class ToldSentence(NamedTuple):
    """A sentence as its mentions are compared; see ``MentionFeatures``."""

    vector: Mapping[str, float]
    folded: str
    numbers: frozenset[str]
    is_addressed: bool
    is_question: bool

    @classmethod
    def of(cls, text: str, words: Iterable[str], rarity: Rarity) -> "ToldSentence":
        """That of a sentence with these content words."""
        said = repaired_words(text)
        return cls(
            vector=_vector(words, rarity),
            folded=said.casefold(),
            numbers=numbers(said),
            is_addressed=bool(_SECOND_PERSON.search(said)),
            is_question=said.rstrip("\"'”’) ").endswith("?"),
        )


def _vector(words: Iterable[str], rarity: Rarity) -> Mapping[str, float]:
    """The words weighted by rarity, of length 1; words that are as rare share one object."""
    bits = {word: rarity.bits(word) for word in words}
    length = sqrt(sum(weight * weight for weight in bits.values())) or 1.0
    weights = {weight: weight / length for weight in bits.values()}
    return {word: weights[weight] for word, weight in bits.items()}
