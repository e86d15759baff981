"""From a Doc to letters: one for each token that can be part of a time."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dossier.annotate.timex.grammar import OTHER, Alphabet
from dossier.annotate.timex.lexicon import MANY_UNITS, UNITS

_SAME = {"–": "-", "—": "-", "’s": "'s", "’": "'", "‘": "'", "`": "'", "--": OTHER, "o’clock": "o'clock"}
_PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Letters:
    """The text as letters, with the word and the token index of each."""

    letters: str
    words: tuple[str, ...]
    tokens: tuple[int, ...]


class Lexer:
    """Spells Docs in the letters of one alphabet; a line break within a paragraph is no letter."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._known: dict[str, str] = {}

    def spell(self, doc: Doc) -> Letters:
        """The letters of the Doc."""
        letters, words, tokens = [], [], []
        for token in doc:
            word = token.lower_
            letter = self._known.get(word)
            if letter is None:
                letter = self._letter(word, token)
            if letter != OTHER and word in AMBIGUOUS and not AMBIGUOUS[word](token):
                letter = OTHER
            if letter:
                letters.append(letter)
                words.append(_SAME.get(word, word))
                tokens.append(token.i)
        return Letters("".join(letters), tuple(words), tuple(tokens))

    def _letter(self, word: str, token: Token) -> str:
        if token.is_space:
            letter = OTHER if word.count("\n") >= _PARAGRAPH else ""
        else:
            letter = self._alphabet.letter(_SAME.get(word, word))
        if len(self._known) < 100_000:
            self._known[word] = letter
        return letter


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.tag_ not in ("MD", "VB", "VBP")


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.text.islower() or token.pos_ == "NOUN"


def _is_common(token: Token) -> bool:
    return token.text[0].islower() or bool(token.is_sent_start)


AMBIGUOUS: dict[str, Callable[[Token], bool]] = {
    **{word: _is_name for word in "may march mar mar. jan dec sun sun. sat sat. mon wed fri april june august".split()},
    **{word: _is_noun for word in "fall spring".split()},
    **{word: _is_common for word in (*UNITS, *MANY_UNITS) if word not in ("day", "week")},
}
"""Words that are more often something else, and when they can be of a time."""
