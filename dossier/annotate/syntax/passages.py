"""Where a token stands: in which sentence and paragraph, and whether between quotation marks."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.clauses import verbs
from dossier.annotate.syntax.headings import heading_tokens
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_FIRST_AND_SECOND_PERSON = _WORDS["first_and_second_person"]
_OPENING_MARKS = frozenset(("`", "``", "«", "“", "„"))
_CLOSING_MARKS = frozenset(("”", "''", "»"))
_STRAIGHT_MARK = '"'
_MAX_SENTENCES_BETWEEN = 4
"""How many sentences on an interview may speak in the first or second person again. Set by hand; not measured."""


@dataclass(frozen=True, slots=True)
class Passages:
    """For each token: the token at which its sentence starts, numbers of sentence and paragraph, whether it is quoted.

    Quoted words stand between quotation marks, or in sentences in the first or second person and the few between them.
    Numbers count from 0. Headings and lines without a verb (datelines) have the number of the sentence before.
    """

    start: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    is_quoted: tuple[bool, ...]


def passages(doc: Parsed) -> Passages:
    """The passages of a Doc, in one pass."""
    breaks = {word for word in doc.words.distinct if "\n" in word}
    paragraph = _paragraphs(doc.words, breaks)
    spoken = _quoted_or_spoken(doc, _quoted(doc.words, breaks), paragraph)
    starts = tuple(sentence.start for sentence in doc.sents for _ in range(len(sentence)))
    return Passages(starts, _sentences(doc), paragraph, spoken)


def _sentences(doc: Parsed) -> tuple[int, ...]:
    headings = heading_tokens(doc)
    with_verb = frozenset(verbs(doc))
    numbers: list[int] = []
    current = -1
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        if start not in headings and not with_verb.isdisjoint(range(start, end)):
            current += 1
        numbers.extend([max(current, 0)] * (end - start))
    return tuple(numbers)


def _paragraphs(words: Sequence[str], breaks: Container[str]) -> tuple[int, ...]:
    numbers: list[int] = []
    current = 0
    for word in words:
        numbers.append(current)
        current += word in breaks
    return tuple(numbers)


def _quoted(words: Sequence[str], breaks: Container[str]) -> list[bool]:
    """Whether each word stands between quotation marks; the end of a paragraph ends a quotation left open."""
    marks: list[bool] = []
    inside = False
    for word in words:
        if word in _OPENING_MARKS:
            inside = True
        elif word in _CLOSING_MARKS or word in breaks:
            inside = False
        elif word == _STRAIGHT_MARK:
            inside = not inside
        marks.append(inside)
    return marks


def _quoted_or_spoken(doc: Parsed, quoted: list[bool], paragraph: Sequence[int]) -> tuple[bool, ...]:
    """Whether each token is quoted, or stands in an answer or a letter without quotation marks."""
    in_person = [
        word in _FIRST_AND_SECOND_PERSON and not marked for word, marked in zip(doc.lowers, quoted, strict=True)
    ]
    marks = list(quoted)
    last, behind = -1, 0
    for sentence in doc.sents:
        behind += 1
        start, end = sentence.start, sentence.end
        if any(in_person[start:end]):
            together = last >= 0 and behind <= _MAX_SENTENCES_BETWEEN and paragraph[last] == paragraph[start]
            first = last if together else start
            marks[first:end] = [True] * (end - first)
            last, behind = end - 1, 0
    return tuple(marks)
