"""The words that a spaCy pipeline has seen in training, in the case in which it has seen them."""

import json
from functools import lru_cache
from pathlib import Path

from spacy.language import Language

from dossier.text.word_lists import word_lists

_ACRONYMS = word_lists("dossier.annotate", "recasing_words.toml")["acronyms"]
_VOWELS = frozenset("AEIOUY")
_SHORT = 3
"""Letters of a word in capitals that counts as an acronym if nothing is known of it. Set by hand: "ECB"."""


class PipelineWords:
    """Words as the pipeline knows them from its training. What it reads later adds nothing to them."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words

    def is_common(self, word: str) -> bool:
        """Whether the word was seen, in whatever case."""
        return word.lower() in self._words

    def is_acronym(self, word: str) -> bool:
        """Whether the word (in capitals) is an acronym, as far as its letters and the training show.

        It is listed, or was seen in capitals and never with one capital ("FBI"), or was not seen and has no vowel, or
        at most three letters.
        """
        if word in _ACRONYMS:
            return True
        if word in self._words:
            return word.title() not in self._words
        return not self.is_common(word) and (_VOWELS.isdisjoint(word) or len(word) <= _SHORT)


def pipeline_words(nlp: Language) -> PipelineWords:
    """The words of the pipeline; none where it was never saved in a folder. They are read once."""
    return _saved_words(nlp.path)


@lru_cache
def _saved_words(folder: Path | None) -> PipelineWords:
    file = folder / "vocab" / "strings.json" if folder else None
    return PipelineWords(frozenset(json.loads(file.read_bytes()) if file and file.exists() else ()))
