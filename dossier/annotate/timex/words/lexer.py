"""Spell a Doc in letters, one for each token but white space within a paragraph."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import BARE_OR_MODAL_TAGS, NOUN_POS
from dossier.annotate.timex.words.calendar_names import is_in_longer_name, person_tokens
from dossier.annotate.timex.words.grammar import OTHER, Alphabet
from dossier.annotate.timex.words.lexicon import DEICTIC, MONTHS, PLURAL_UNITS, SEASONS, UNITS, WEEKDAYS
from dossier.text.calendar_words import SHORT_WEEKDAYS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_LONG_WORD = 4
"""Letters from which on a word of a headline has a capital too: not "with". Set by hand."""
_POINTING = ("this", "last", "next")
_FEAST_WORDS = _WORDS["feast_words"]
_PLAIN_SPELLINGS = {"–": "-", "—": "-", "’s": "'s", "’": "'", "‘": "'", "`": "'", "o’clock": "o'clock"}
_PARAGRAPH_NEWLINES = 2
"""White space with so many line breaks ends a paragraph."""
_MAX_REMEMBERED_WORDS = 100_000
"""Bounds the memory of a long run. Set by hand."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The text as letters, with the word and the token index of each letter."""

    letters: str
    words: tuple[str, ...]
    tokens: tuple[int, ...]


class Lexer:
    """Spells Docs in the letters of one alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._known = _SpelledWords(alphabet)

    def spell(self, doc: Parsed) -> Letters:
        """The letters of the Doc. A word such as "May" or "second" gets the letter of a time only where it is one."""
        spelled = list(map(self._known.__getitem__, doc.lowers))
        for i in _no_times(doc):
            spelled[i] = OTHER, spelled[i][1]
        words = tuple([word for letter, word in spelled if letter])
        tokens = tuple([i for i, (letter, _) in enumerate(spelled) if letter])
        return Letters("".join([letter for letter, _ in spelled]), words, tokens)


class _SpelledWords(dict[str, tuple[str, str]]):
    """For words in lower case the letter, and the spelling with plain marks; each is worked out once in a process."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet

    def __missing__(self, word: str) -> tuple[str, str]:
        spelled = _PLAIN_SPELLINGS.get(word, word)
        letter = _letter_of_space(word) if word.isspace() else self._alphabet.letter(spelled)
        if len(self) < _MAX_REMEMBERED_WORDS:
            self[word] = letter, spelled
        return letter, spelled


def _letter_of_space(word: str) -> str:
    """OTHER for the end of a paragraph, so that no rule matches across it; empty for other white space."""
    return OTHER if word.count("\n") >= _PARAGRAPH_NEWLINES else ""


def _is_date_name(token: Token) -> bool:
    """Whether the token is a month or weekday: capitalised, no verb ("May I …"), in no other name.

    After a word such as "Easter", and in "May Day", it always is.
    """
    if token.i and token.nbor(-1).lower_ in _FEAST_WORDS:
        return True
    if token.lower_ == "may" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "day":
        return True
    return token.text[0].isupper() and token.tag_ not in BARE_OR_MODAL_TAGS and not is_in_longer_name(token)


def _is_season(token: Token) -> bool:
    """Whether the token is a noun in no other name: not the verb "fall"."""
    return token.pos_ in NOUN_POS and not is_in_longer_name(token)


def _is_unit(token: Token) -> bool:
    """Whether the token is a unit of time: not in a title with capitals ("60 Minutes"), nor in "a minute crack"."""
    return (token.text[0].islower() or bool(token.is_sent_start)) and (token.pos_ != "ADJ" or token.lower_ != "minute")


def _is_in_no_title(token: Token) -> bool:
    """Whether no title ends with the token: "told Orlov This Week".

    "This Week" may open a sentence, and a headline may have capitals throughout.
    """
    if token.text[0].islower() or token.text.isupper() or not token.i:
        return True
    before = token.nbor(-1)
    if before.lower_ not in _POINTING or before.text[0].islower() or before.is_sent_start:
        return True
    return not any(word.text.islower() and len(word.text) >= _LONG_WORD for word in token.sent)


def _is_deictic(token: Token) -> bool:
    """Whether the token is a day near the publication: not "USA Today", "the Today programme"."""
    return token.text[0].islower() or token.text.isupper() or bool(token.is_sent_start) or not _stands_by_name(token)


def _stands_by_name(token: Token) -> bool:
    """Whether "the" or a name with a capital stands directly before the token."""
    before = token.nbor(-1)
    return before.lower_ == "the" or (before.pos_ == "PROPN" and before.is_alpha and before.text[0].isupper())


_TIME_TESTS: dict[str, Callable[[Token], bool]] = {
    **dict.fromkeys((*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS), _is_date_name),
    **dict.fromkeys(SEASONS, _is_season),
    **dict.fromkeys(DEICTIC, _is_deictic),
    **dict.fromkeys({*UNITS, *PLURAL_UNITS} - _WORDS["units_in_names"], _is_unit),
    **dict.fromkeys(_WORDS["units_in_names"], _is_in_no_title),
}
"""Words of time that can mean something else, each with the test of whether a token is a time."""


def _no_times(doc: Parsed) -> frozenset[int]:
    """The indices of words of time that stand for a person, or for something else that is no time."""
    return person_tokens(doc).union(i for i in doc.lowers.where(_TIME_TESTS) if not _TIME_TESTS[doc.lowers[i]](doc[i]))
