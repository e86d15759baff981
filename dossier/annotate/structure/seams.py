"""Where a headline or caption runs on into the text with no mark between: "Talks fail The mayor left on Monday".

Only tags are read, since the parser comes later and must not join the two.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.doc import RoleSpan
from dossier.annotate.structure.title_case import named_start
from dossier.annotate.structure.words import BEFORE_A_NAME, DOERS, WORDS
from dossier.annotate.syntax.labels import (
    CLAUSE_END_TAGS,
    COMMON_NOUN_TAGS,
    FINITE_OR_MODAL_TAGS,
    LINKING_TAGS,
    NAME_TAGS,
    SEAM_TAGS,
    SUBJECT_TAGS,
    WH_TAGS,
)
from dossier.model import PassageRole
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS, SHORT_MONTHS, SHORT_WEEKDAYS
from dossier.text.names import SURNAME_PARTICLES

_OPENERS = WORDS["sentence_openers"]
_DETERMINERS = WORDS["opening_determiners"]
_BEFORE_A_LETTER = WORDS["words_before_a_letter"]
_SAYING = WORDS["words_of_saying"]
_CALENDAR = FULL_MONTHS.keys() | SHORT_MONTHS.keys() | FULL_WEEKDAYS.keys() | SHORT_WEEKDAYS.keys()
_SENTENCE_ENDS = frozenset((".", "!", "?", "…"))
_CLOSING = frozenset(('"', "”", "’", "'", ")", "''"))
_BRACKETS = (frozenset(("(", "[", "“", "``", "‘", "`")), frozenset((")", "]", "”", "''", "’", "'")))

# Set by hand; no measurement is recorded.
_MIN_TOKENS_BEFORE = 2
_MIN_TOKENS_BEHIND = 4  # of the sentence, behind a seam
_MAX_TOKENS = 110  # of a paragraph that are looked through
_MAX_TOKENS_FROM_SAYING = 4
"""From a word of saying to the clause that is said: "told two reporters Orlov had"."""
_MIN_TITLE_WORDS = 5
"""Words of four letters and more in title case that make a headline."""


@dataclass(frozen=True, slots=True)
class Seam:
    """The token at which the next part of the page begins; ``is_sure`` where nothing else can explain its capital."""

    token: int
    is_sure: bool


def page_seams(
    words: Sequence[str], tags: Sequence[str], paragraphs: Iterable[tuple[int, int]], *, has_headline: bool = False
) -> Iterator[RoleSpan]:
    """The passages at the head of ``paragraphs`` (token spans, half-open) that run on into the text.

    ``has_headline``: a heading stands before all of them, so no headline runs on into the first.
    """
    reader = SeamReader(words, tags)
    for number, (start, end) in enumerate(paragraphs):
        yield from reader.passages(start, end, is_first=not number and not has_headline)


def starts_behind_brackets(words: Sequence[str], tags: Sequence[str]) -> list[int]:
    """The tokens with which a sentence begins right behind brackets: "The race is on (picture) Sailors"."""
    return list(SeamReader(words, tags).starts_behind_brackets()) if ")" in words else []


class SeamReader:
    """Finds the seams of one text, given its words and their tags (Penn Treebank)."""

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        self._words = words
        self._tags = tags
        self._lower = [word.lower() for word in words]
        self._small = {word for word in words if word.islower()}

    def passages(self, start: int, end: int, *, is_first: bool) -> Iterator[RoleSpan]:
        """The headlines and captions that run on into a paragraph, and the sentence with a seam that is not sure."""
        part, role = start, PassageRole.HEADLINE
        found = list(self.seams(start, end, is_first=is_first))
        for seam in found:
            if seam.is_sure:
                yield RoleSpan(part, seam.token, role)
                part, role = seam.token, PassageRole.CAPTION
        if found and not found[-1].is_sure:
            yield RoleSpan(part, self._sentence_end(part, end), PassageRole.GLUED)

    def seams(self, start: int, end: int, *, is_first: bool) -> Iterator[Seam]:
        """The seams in the first sentence of the paragraph from ``start`` to ``end`` (token indices, half-open).

        ``is_first`` says that the paragraph opens the text, where seams are common. Elsewhere only sure ones are told.
        """
        end = self._sentence_end(start, min(end, start + _MAX_TOKENS))
        part = start
        title = self._title_end(start, end) if is_first else None
        for i in range(start + _MIN_TOKENS_BEFORE, end - _MIN_TOKENS_BEHIND):
            if i - part < _MIN_TOKENS_BEFORE or not self._may_be_seam(i, part):
                continue
            sure = self._is_sure_at_head(i, part, end) if is_first else self._is_sure(i, part, end)
            if sure or (is_first and self._is_likely(i, part, end)):
                yield Seam(i, sure)
                part = i
        if title is not None and part <= title:
            begin = named_start(self._words, self._tags, part, title, end)
            yield Seam(title if begin is None else begin, begin is not None)

    def starts_behind_brackets(self) -> Iterator[int]:
        """The tokens with which a sentence begins right behind brackets.

        A clause stands before and one behind, the brackets follow no name ("the Harbour Trust (HT) Chairman"), and the
        word in capitals has small letters elsewhere in the text.
        """
        closed = (i for i in range(2, len(self._words) - _MIN_TOKENS_BEHIND) if self._words[i - 1] == ")")
        for i in closed:
            first, last = max(0, i - _MAX_TOKENS), min(i + _MAX_TOKENS, len(self._words))
            start = next((j + 1 for j in range(i - 1, first - 1, -1) if self._ends_part(j)), first)
            end = next((j for j in range(i, last) if self._ends_part(j)), last)
            opened = next((j for j in range(i - 1, start, -1) if self._words[j] == "("), 0)
            if (
                opened
                and self._words[opened - 1].islower()
                and self._begins_clause(i)
                and self._are_two_clauses(i, start, end)
            ):
                yield i

    def _ends_part(self, i: int) -> bool:
        return self._words[i] in _SENTENCE_ENDS or "\n" in self._words[i]

    def _begins_clause(self, i: int) -> bool:
        """Whether a word that has small letters elsewhere has a capital before small letters; no preposition has."""
        is_small = self._words[i + 1][0].islower() and self._lower[i] in self._small
        return is_small and self._words[i].istitle() and self._tags[i] != "IN"

    def _sentence_end(self, start: int, end: int) -> int:
        return next((i + 1 for i in range(start, end) if self._words[i] in _SENTENCE_ENDS), end)

    def _may_be_seam(self, i: int, part: int) -> bool:
        """Whether a capital stands behind a word with which a headline may end, outside brackets and quotations."""
        word, before = self._words[i], self._words[i - 1]
        follows_mark = before in _CLOSING
        return (
            word[0].isupper()
            and self._lower[i].rstrip(".") not in _CALENDAR
            and (follows_mark or (before[-1].isalnum() and self._tags[i - 1] in SEAM_TAGS))
            and not (word == "A" and before.lower() in _BEFORE_A_LETTER)
            and before not in SURNAME_PARTICLES
            and not self._is_between_marks(part, i)
        )

    def _is_between_marks(self, part: int, i: int) -> bool:
        inside = self._words[part:i]
        opened, closed = (sum(word in marks for word in inside) for marks in _BRACKETS)
        return opened > closed or inside.count('"') % 2 == 1

    def _is_sure(self, i: int, part: int, end: int) -> bool:
        """Away from the head of the text: two clauses, and a determiner or pronoun in capitals between them."""
        return self._is_opener(i, _DETERMINERS) and self._are_two_clauses(i, part, end)

    def _is_sure_at_head(self, i: int, part: int, end: int) -> bool:
        if self._is_opener(i, _DETERMINERS) and (self._words[i] != "A" or self._words[i - 1][0].islower()):
            return True
        if self._is_opener(i, _OPENERS) or self._is_common_word(i):
            return self._has_finite(i + 1, end)
        begins_anew = self._words[i] in self._words[part:i] or self._lower[i] in _DETERMINERS
        return begins_anew and self._may_end_clause(i - 1) and self._are_two_clauses(i, part, end)

    def _is_opener(self, i: int, openers: frozenset[str]) -> bool:
        """Whether a function word with a capital stands before a word in small letters: "hard The mayor"."""
        following = self._words[i + 1]
        if self._lower[i] not in openers or not (following[0].islower() or following[0].isdigit()):
            return False
        if self._tags[i] == "PRP" and not self._words[i - 1].islower():
            return False
        return self._words[i] == "A" or (self._words[i].istitle() and self._tags[i] not in NAME_TAGS)

    def _is_common_word(self, i: int) -> bool:
        """Whether the word stands in small letters elsewhere in the text, and its next word is in small letters."""
        return (
            self._lower[i] in self._small
            and self._lower[i] not in _OPENERS
            and self._words[i].istitle()
            and self._words[i + 1][0].islower()
            and self._may_end_clause(i - 1)
        )

    def _may_end_clause(self, i: int) -> bool:
        """Whether the word can end a clause: a common noun behind which no name is expected, an adverb, a number."""
        return (
            self._words[i][0].islower()
            and self._tags[i] in CLAUSE_END_TAGS
            and self._words[i - 1] != ","
            and self._lower[i] not in _SAYING
            and self._lower[i].removesuffix("s") not in BEFORE_A_NAME
            and not self._lower[i].removesuffix("s").endswith(DOERS)
        )

    def _is_likely(self, i: int, part: int, end: int) -> bool:
        """Whether two clauses seem to stand side by side; what comes before ends with a common noun."""
        may_be_seam = self._tags[i - 1] in COMMON_NOUN_TAGS and self._may_end_clause(i - 1)
        if not (may_be_seam or self._lower[i] in _DETERMINERS) or not self._are_two_clauses(i, part, end):
            return False
        subject = range(i + 1, next(j for j in range(i, end) if self._tags[j] in FINITE_OR_MODAL_TAGS))
        return all(self._tags[j] in SUBJECT_TAGS for j in subject) and self._tags[subject.stop - 1] not in LINKING_TAGS

    def _title_end(self, start: int, end: int) -> int | None:
        """The last word of a run in title case that opens the sentence and goes on in small letters; None without one.

        Such a run is a headline and the first name of the text: where the one ends, ``named_start`` may tell.
        """
        long = [j for j in range(start, end) if len(self._words[j]) > 3 and self._words[j][0].isalpha()]
        small = next((n for n, j in enumerate(long) if self._words[j].islower()), len(long))
        run = long[:small]
        if small == len(long) or len(run) < _MIN_TITLE_WORDS:
            return None
        common = [j for j in run[1:] if self._tags[j] not in NAME_TAGS and self._words[j].istitle()]
        return run[-1] if common and any(self._lower[j] in self._small for j in run[1:]) else None

    def _are_two_clauses(self, i: int, part: int, end: int) -> bool:
        """Whether a finite verb stands before and behind, and the second clause is neither said nor relative."""
        verb_behind = next((j for j in range(i, end) if self._tags[j] in FINITE_OR_MODAL_TAGS), None)
        if verb_behind is None or verb_behind == i or not self._has_finite(part, i):
            return False
        is_said = any(self._lower[j] in _SAYING for j in range(max(part, i - _MAX_TOKENS_FROM_SAYING), i))
        return not is_said and not any(self._tags[j] in WH_TAGS for j in range(max(part, i - 2), i))

    def _has_finite(self, start: int, end: int) -> bool:
        return any(self._tags[j] in FINITE_OR_MODAL_TAGS for j in range(start, end))
