"""From a Doc to letters: one for each token that can be part of a time."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import BARE_OR_MODAL_TAGS, NAME_ENTITIES, NOUN_POS
from dossier.annotate.timex.grammar import OTHER, Alphabet
from dossier.annotate.timex.lexicon import MANY_UNITS, MONTHS, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS

_SAME = {"–": "-", "—": "-", "’s": "'s", "’": "'", "‘": "'", "`": "'", "o’clock": "o'clock"}
_PARAGRAPH = 2
_REMEMBERED = 100_000


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
        self._known: dict[str, tuple[str, str]] = {}

    def spell(self, doc: Parsed) -> Letters:
        """The letters of the Doc."""
        letters, words, tokens = [], [], []
        for i, lower in enumerate(doc.lowers):
            letter, word = self._known.get(lower) or self._learnt(lower)
            if letter != OTHER and word in AMBIGUOUS and not AMBIGUOUS[word](doc[i]):
                letter = OTHER
            if letter:
                letters.append(letter)
                words.append(word)
                tokens.append(i)
        return Letters("".join(letters), tuple(words), tuple(tokens))

    def _learnt(self, word: str) -> tuple[str, str]:
        """The letter of a word and how it is spelled, remembered."""
        spelled = _SAME.get(word, word)
        letter = _blank(word) if word.isspace() else self._alphabet.letter(spelled)
        if len(self._known) < _REMEMBERED:
            self._known[word] = letter, spelled
        return letter, spelled


def _blank(word: str) -> str:
    return OTHER if word.count("\n") >= _PARAGRAPH else ""


def _in_name(token: Token) -> bool:
    """Whether it is part of a longer name: Friday Harbor, June Harrow."""
    named = (
        token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.head.i == token.i + 1 and token.head.is_alpha
    )
    if named:
        return True
    if token.ent_type_ not in NAME_ENTITIES:
        return False
    return token.ent_iob_ == "I" or _continues(token)


def _continues(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).ent_iob_ == "I"


def _is_date_name(token: Token) -> bool:
    if token.i and token.nbor(-1).lower_ in ("easter", "palm"):
        return True
    if token.lower_ == "may" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "day":
        return True
    return token.text[0].isupper() and token.tag_ not in BARE_OR_MODAL_TAGS and not _in_name(token)


def _is_season(token: Token) -> bool:
    return token.pos_ in NOUN_POS and not _in_name(token)


def _is_unit(token: Token) -> bool:
    """A unit is a common noun; "60 Minutes" is a title, and a minute crack is small."""
    return (token.text[0].islower() or bool(token.is_sent_start)) and (token.pos_ != "ADJ" or token.lower_ != "minute")


_NAMED = frozenset(("day", "week", "year"))
"""Units in the names of days: Election Day, Holy Week, New Year."""
AMBIGUOUS: dict[str, Callable[[Token], bool]] = {
    **dict.fromkeys((*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS), _is_date_name),
    **dict.fromkeys(SEASONS, _is_season),
    **dict.fromkeys({*UNITS, *MANY_UNITS} - _NAMED, _is_unit),
}
"""Words that can be something else, and when they are of a time."""
