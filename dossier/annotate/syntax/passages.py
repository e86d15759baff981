"""Where a token stands: in which sentence and paragraph, and whether between quotation marks."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.clauses import verbs
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.quotation_marks import marked_spans
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_FIRST_AND_SECOND_PERSON = _WORDS["first_and_second_person"]
_MAX_SENTENCE_DISTANCE = 4
"""How many sentences after one in the first or second person the next may come, with all between them spoken too.

Set by hand; no measurement is recorded.
"""


@dataclass(frozen=True, slots=True)
class Passages:
    """For each token its sentence, its paragraph, and whether it is quoted. Numbers count from 0."""

    sentence_start: tuple[int, ...]
    """The index of the first token of its sentence."""
    sentence_number: tuple[int, ...]
    """Headings and lines without a verb (datelines) are not counted: they have the number of the sentence before."""
    paragraph_number: tuple[int, ...]
    is_quoted: tuple[bool, ...]
    """Whether it stands between quotation marks, or in words spoken without them.

    Those are sentences in the first or second person, and the few between two of them in one paragraph.
    """


def passages(doc: Parsed) -> Passages:
    """The passages of a Doc, in time linear in the length of the text."""
    breaks = {word for word in doc.words.distinct if "\n" in word}
    paragraph_number = _paragraph_numbers(doc.words, breaks)
    return Passages(
        sentence_start=tuple(sentence.start for sentence in doc.sents for _ in range(len(sentence))),
        sentence_number=_sentence_numbers(doc),
        paragraph_number=paragraph_number,
        is_quoted=_quoted_or_spoken(doc, _quoted(doc), paragraph_number),
    )


def _sentence_numbers(doc: Parsed) -> tuple[int, ...]:
    """For each token the number of its sentence; before the first counted sentence it is 0, too."""
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


def _paragraph_numbers(words: Sequence[str], breaks: Container[str]) -> tuple[int, ...]:
    """For each token the number of its paragraph; a token with line breaks ends one."""
    numbers: list[int] = []
    current = 0
    for word in words:
        numbers.append(current)
        current += word in breaks
    return tuple(numbers)


def _quoted(doc: Parsed) -> list[bool]:
    """Whether each token stands between quotation marks, the marks left out."""
    marks = [False] * len(doc)
    for span in marked_spans(doc):
        marks[span.start : span.end] = [True] * (span.end - span.start)
    return marks


def _quoted_or_spoken(doc: Parsed, quoted: list[bool], paragraph_number: Sequence[int]) -> tuple[bool, ...]:
    """Whether each token is quoted, or stands in an answer or a letter without quotation marks."""
    in_person = [
        word in _FIRST_AND_SECOND_PERSON and not marked for word, marked in zip(doc.lowers, quoted, strict=True)
    ]
    is_quoted = list(quoted)
    last_spoken, distance = -1, 0
    for sentence in doc.sents:
        distance += 1
        start, end = sentence.start, sentence.end
        if any(in_person[start:end]):
            is_near = last_spoken >= 0 and distance <= _MAX_SENTENCE_DISTANCE
            goes_on = is_near and paragraph_number[last_spoken] == paragraph_number[start]
            first = last_spoken if goes_on else start
            is_quoted[first:end] = [True] * (end - first)
            last_spoken, distance = end - 1, 0
    return tuple(is_quoted)
