"""Lines in capitals, as of a wire or a headline, in the case of other text."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from dossier.annotate.pipeline_words import pipeline_words
from dossier.annotate.surnames_in_capitals import name_case
from dossier.annotate.syntax.labels import PROPER_NOUN_TAGS
from dossier.annotate.tokenizing import tokenized
from dossier.text.names import is_body, is_trade
from dossier.text.place_names import places
from dossier.text.reading_text import Replacement

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NEIGHBOURS = re.compile(rf"[{_CAPITAL}]{{2}}[^\w\n]{{1,3}}[{_CAPITAL}]{{2}}")
"""Two words in capitals next to each other, of which each run has some."""
_NO_SMALL = r"[^\sa-zß-öø-ÿ]++"
_RUN = re.compile(rf"(?<!\S)(?:{_NO_SMALL}[ \t]+)*{_NO_SMALL}(?!\S)")
"""Words on one line without a small letter, as many as stand next to each other."""
_WORD = re.compile(rf"(?<!\w)[{_CAPITAL}][{_CAPITAL}'’]+(?!\w)")
_TAGGING = frozenset(("tok2vec", "transformer", "tagger"))
_SENTENCE_START = re.compile(r"(?:(?<!\.[A-Z])[.!?][\"”’)]*\s+|\n\s*)[\"“‘(]*[^\W\d_A-Z]")
_KNOWN_NAMES = places().known | places().by_adjective.keys()

_CONTEXT = 4
"""Characters before a run in which the end of the sentence before it stands: ".” (". Set by hand."""
_MIN_WORDS = 4
"""Words in capitals next to each other that are no list of acronyms, if one is a word of grammar. Set by hand."""


class Recaser:
    """Gives words in capitals the case of other text, by the tags that they have in small letters."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._words = pipeline_words(nlp)

    def recased(self, text: str) -> Iterator[Replacement]:
        """For each run of words in capitals what is read in its place, of the same length.

        Names keep a capital, and acronyms all; so does the first word of a sentence.
        """
        for run in _RUN.finditer(text) if _NEIGHBOURS.search(text) else ():
            if self._is_prose(run[0]) or _is_line(text, run):
                before = text[max(0, run.start() - _CONTEXT) : run.start()]
                yield Replacement(*run.span(), _with_sentence_starts(self._in_small_letters(run[0]), before or "\n"))

    def _in_small_letters(self, run: str) -> str:
        small = run.lower()
        letters = list(small)
        for token in self._tagged(small):
            end = token.idx + len(token)
            letters[token.idx : end] = self._in_case(token, run[token.idx : end])
        return "".join(letters)

    def _is_prose(self, words: str) -> bool:
        found = _WORD.findall(words)
        return len(found) >= _MIN_WORDS and any(word.lower() in self._nlp.Defaults.stop_words for word in found)

    def _tagged(self, text: str) -> Doc:
        with self._nlp.select_pipes(enable=[name for name in self._nlp.pipe_names if name in _TAGGING]):
            return self._nlp(tokenized(self._nlp, text))

    def _in_case(self, token: Token, word: str) -> str:
        """A word of the run (``token`` in lower case, ``word`` in capitals) as other text writes it."""
        if token.is_stop and token.tag_ not in PROPER_NOUN_TAGS:
            return "I" if word == "I" else token.text
        if self._words.is_acronym(word):
            return word
        return name_case(word) if self._is_name(token, word) else token.text

    def _is_name(self, token: Token, word: str) -> bool:
        """Whether the tag, a list or its rarity makes the word a name, or it is the noun of a body behind a name."""
        if token.tag_ in PROPER_NOUN_TAGS or name_case(word) in _KNOWN_NAMES or not self._words.is_common(word):
            return token.text[0].isalpha()
        before = token.nbor(-1) if token.i else None
        is_of_body = is_body(token.text) or is_trade(token.text)
        return is_of_body and before is not None and before.tag_ in PROPER_NOUN_TAGS


def _is_line(text: str, run: re.Match[str]) -> bool:
    """Whether the run is a line of its own, of two words or more: "KLARA BRANDT FREED"."""
    is_whole = text[run.start() - 1 : run.start()] in ("", "\n") and text[run.end() : run.end() + 1] in ("", "\r", "\n")
    return is_whole and len(_WORD.findall(run[0])) > 1


def _with_sentence_starts(words: str, before: str) -> str:
    """The words with a capital at the start of each sentence; ``before`` are the characters before them."""
    return _SENTENCE_START.sub(lambda found: found[0][:-1] + found[0][-1].upper(), before + words)[len(before) :]
