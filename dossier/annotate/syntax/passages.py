"""Where a token stands: in which sentence and paragraph, and whether between quotation marks."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.clauses import verbs
from dossier.annotate.syntax.headings import heading_tokens
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_OPENING = _WORDS["opening"]
_CLOSING = frozenset(("”", "''", "»"))

_PLAIN = '"'
_SPEAKING = _WORDS["speaking"]
_GAP = 4


@dataclass(frozen=True, slots=True)
class Passages:
    """For each token the start of its sentence, the number of that and of its paragraph, and whether it is quoted.

    Quoted words stand between quotation marks, or in sentences in the first or second person and the few between them.

    Sentences are those of the report: headings and lines without a verb (datelines) have the number of the one before.
    """

    start: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    is_quoted: tuple[bool, ...]


def passages(doc: Parsed) -> Passages:
    """Read them off the Doc."""
    breaks = {word for word in doc.words.distinct if "\n" in word}
    paragraph = _paragraphs(doc.words, breaks)
    spoken = _spoken(doc, _quoted(doc.words, breaks), paragraph)
    starts = tuple(sentence.start for sentence in doc.sents for _ in range(len(sentence)))
    return Passages(starts, _sentences(doc), paragraph, spoken)


def _sentences(doc: Parsed) -> tuple[int, ...]:
    headings = heading_tokens(doc)
    telling = frozenset(verbs(doc))
    numbers: list[int] = []
    current = -1
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        if start not in headings and not telling.isdisjoint(range(start, end)):
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
    """Between quotation marks; a paragraph ends a quotation left open."""
    marks: list[bool] = []
    inside = False
    for word in words:
        if word in _OPENING:
            inside = True
        elif word in _CLOSING or word in breaks:
            inside = False
        elif word == _PLAIN:
            inside = not inside
        marks.append(inside)
    return marks


def _spoken(doc: Parsed, quoted: list[bool], paragraph: Sequence[int]) -> tuple[bool, ...]:
    """The quoted tokens, and an interview's answers and letters, which have no quotation marks."""
    speaking = [word in _SPEAKING and not marked for word, marked in zip(doc.lowers, quoted, strict=True)]
    marks = list(quoted)
    last, behind = -1, 0
    for sentence in doc.sents:
        behind += 1
        start, end = sentence.start, sentence.end
        if any(speaking[start:end]):
            together = last >= 0 and behind <= _GAP and paragraph[last] == paragraph[start]
            first = last if together else start
            marks[first:end] = [True] * (end - first)
            last, behind = end - 1, 0
    return tuple(marks)
