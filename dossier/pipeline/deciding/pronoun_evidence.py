"""The evidence on whether words mean an actor: the text from the last name of the actor to the words."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model import ActorMention, Annotations, Article, Form, Span
from dossier.pipeline.deciding.doubt_queue import PronounDoubt

_MAX_BEFORE, _LEAST_BEFORE, _MAX_BEHIND = 700, 350, 160
"""Characters that are shown before the sentence of the words: back to the last name, where that is so near, else some;
and behind it. Set by hand: a paragraph, some lines, and one line."""


class EvidencePart(StrEnum):
    """What a piece of the text is."""

    TEXT = "text"
    ACTOR = "actor"
    """A mention of the actor that is asked about."""
    WORDS = "words"
    """The words in doubt."""


@dataclass(frozen=True, slots=True)
class PronounEvidence:
    """A stretch of an article (its id, and ``ref``) in pieces; ``span`` is the place of the words in doubt.

    ``doubt`` is what makes the link less than sure (a LinkDoubt), None where that is not known.
    """

    article: str
    ref: str
    span: Span
    pieces: tuple[tuple[EvidencePart, str], ...]
    doubt: str | None


def pronoun_evidence(doubt: PronounDoubt, article: Article, found: Annotations) -> PronounEvidence:
    """What the article says around the words, with the mentions of the actor by name or description marked."""
    words, sentence = doubt.words.quote.span, doubt.sentence.span
    chains = [chain for chain in found.actors if any(one.quote.span == words for one in chain.mentions)]
    own = [one for chain in chains if chain.name == doubt.called.name for one in chain.mentions]
    named = [one.quote.span for one in own if one.form is not Form.PRONOUN and one.quote.span != words]
    start = _start(article.text, [span for span in named if span.end <= words.start], sentence)
    end = _without_cut_word(article.text, min(len(article.text), sentence.end + _MAX_BEHIND), sentence.end)
    marks = [(EvidencePart.ACTOR, span) for span in named if start <= span.start and span.end <= end]
    marks = sorted([*marks, (EvidencePart.WORDS, words)], key=_place)
    return PronounEvidence(
        article=article.id,
        ref=article.ref,
        span=words,
        pieces=tuple(
            _pieces(article.text, Span(start, end), sorted([*marks, (EvidencePart.WORDS, words)], key=_place))
        ),
        doubt=next((one.doubt for one in _at(words, found)), None),
    )


def _at(words: Span, found: Annotations) -> list[ActorMention]:
    """The mentions at a place, those with a doubt first."""
    here = [one for chain in found.actors for one in chain.mentions if one.quote.span == words]
    return sorted(here, key=lambda one: one.doubt is None)


def _start(text: str, before: list[Span], sentence: Span) -> int:
    """Where to begin: with the line or sentence of the last name before, if that is near; else some way before."""
    last = max((span.start for span in before), default=0)
    near = min(last, sentence.start) if sentence.start - last <= _MAX_BEFORE else sentence.start - _LEAST_BEFORE
    start = max(0, near)
    opening = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1, 0)
    return opening + len(text[opening:start]) - len(text[opening:start].lstrip())


def _without_cut_word(text: str, end: int, least: int) -> int:
    """The end, moved back to the end of a word."""
    while least < end < len(text) and not text[end].isspace():
        end -= 1
    return end


def _place(mark: tuple[EvidencePart, Span]) -> tuple[int, int]:
    return mark[1].start, -mark[1].end


def _pieces(text: str, span: Span, marks: list[tuple[EvidencePart, Span]]) -> list[tuple[EvidencePart, str]]:
    pieces, at = [], span.start
    for part, mark in marks:
        if at <= mark.start:  # of two marks that overlap the first one stands
            pieces += [(EvidencePart.TEXT, text[at : mark.start]), (part, text[mark.start : mark.end])]
            at = mark.end
    return [piece for piece in (*pieces, (EvidencePart.TEXT, text[at : span.end])) if piece[1]]
