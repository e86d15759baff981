"""Surnames that stand in capitals in a text that else does not: "Omar HADDAD", and "HADDAD, Omar"."""

import re
from collections.abc import Iterator

from dossier.annotate.actors.nouns.noun_lexicon import given_names
from dossier.annotate.pipeline_words import PipelineWords
from dossier.text.names import HONORIFICS, SURNAME_PARTICLES, without_titles
from dossier.text.reading_text import ReadingText, Replacement
from dossier.text.word_lists import word_lists

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]*(?:-[A-ZÀ-ÖØ-Þ'’]{2,})*"
_SURNAME = rf"(?:{_CAPITALS} ){{0,2}}[A-ZÀ-ÖØ-Þ'’-]{{3,}}"
_GIVEN = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?"
_AFTER_GIVEN = re.compile(rf"(?<!\w)(?P<given>{_GIVEN}) (?P<surname>{_SURNAME})(?![\w])")
_INVERTED = re.compile(
    rf"(?P<surname>{_SURNAME}), (?P<given>{_GIVEN}(?: {_GIVEN})?)(?P<comma>,?)(?= [a-z(]|$)", re.MULTILINE
)
_LAST_BEFORE_FIRST = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}, [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]")
"""What each of these has in it, and few other texts."""
_OPENING = re.compile(r"(?:\A|[.!?:;] |[\n(•*-] ?)\Z")
"""What stands before the first word of a sentence or of an entry in a list."""
_WORD_IN_CAPITALS = re.compile(rf"(?<![\w]){_CAPITALS}(?![\w])")
_EMPHASISED = word_lists("dossier.annotate", "recasing_words.toml")["emphasised_words"]
_LETTERS = re.compile(r"[^\W\d_]+")


def with_surnames_in_one_case(read: ReadingText, words: PipelineWords) -> ReadingText:
    """The text with surnames as other texts write them, and behind the given name.

    Words in capitals are a surname behind a given name, or before it with a comma between; and where they stand alone,
    if the text has them so elsewhere.
    """
    names = _Surnames(read.text, words)
    in_order = read.replaced(names.inverted())
    return in_order.replaced(_in_one_case(in_order.text, names.parts))


class _Surnames:
    """The surnames in capitals of a text, by their words."""

    def __init__(self, text: str, words: PipelineWords) -> None:
        self._words = words
        self._text = text
        behind = {match["surname"] for match in _AFTER_GIVEN.finditer(text) if self._is_name(match)}
        inverted = _INVERTED.finditer(text) if _LAST_BEFORE_FIRST.search(text) else ()
        self._inverted = [match for match in inverted if self._is_inverted(match, behind)]
        names = behind | {match["surname"] for match in self._inverted}
        self.parts = frozenset(part for name in names for part in name.split())

    def inverted(self) -> Iterator[Replacement]:
        """The given name put before the surname, without the commas of that order."""
        for match in self._inverted:
            yield Replacement(match.start("surname"), match.end("given"), f"{match['given']} {match['surname']}")
            if match["comma"]:
                yield Replacement(*match.span("comma"), "")

    def _is_inverted(self, match: re.Match[str], behind: set[str]) -> bool:
        """Whether the words before the comma are the surname: "HADDAD, Omar, was", and not "TUNIS, Omar was"."""
        if not _OPENING.search(self._text[max(0, match.start() - 2) : match.start()]):
            return False
        is_set_off = bool(match["comma"]) or match["surname"] in behind or name_case(match["surname"]) in self._text
        return is_set_off and self._is_name(match)

    def _is_name(self, match: re.Match[str]) -> bool:
        """Whether both are names of a person: behind a known given name or a title, or where both are rare words."""
        first, last = match["given"].split()[0].split("-")[0].lower(), match["surname"].split()[-1]
        if self._words.is_acronym(last) or last in _EMPHASISED:
            return False
        is_rare = not self._words.is_common(last)
        is_after_title = first in HONORIFICS or (is_rare and without_titles(f"{first} x") == "x")
        return first in given_names() or is_after_title or (is_rare and not self._words.is_common(first))


def _in_one_case(text: str, parts: frozenset[str]) -> Iterator[Replacement]:
    for found in _WORD_IN_CAPITALS.finditer(text) if parts else ():
        if found[0] in parts:
            is_particle = found[0].lower() in SURNAME_PARTICLES
            yield Replacement(*found.span(), found[0].lower() if is_particle else name_case(found[0]))


def name_case(word: str) -> str:
    """A word in capitals as a name is written.

    >>> name_case("AL-MASRI"), name_case("O'BRIEN")
    ('Al-Masri', "O'Brien")
    """
    return _LETTERS.sub(lambda letters: letters[0].capitalize(), word)
