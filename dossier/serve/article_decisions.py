"""What the analyst decided on the words and events of an article: a list, and marks in the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import EventPointer, Hiding, Judgement, Span, WordsPointer, pointers_of
from dossier.render.article_page.marking import Layer, TextMark
from dossier.render.decisions.decision_wording import decision_words
from dossier.render.wording import prose
from dossier.render.wording.analyst_wording import SIGN, author_words
from dossier.resolve import effective_judgements
from dossier.serve.readings import words_address
from dossier.serve.served_case import CaseSnapshot


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """A decision on an article: its id and words, who made it, why, and the address of the place that it is about."""

    id: str
    words: str
    author: str
    why: str
    address: str


def article_decisions(held: CaseSnapshot, key: str) -> tuple[ArticleDecision, ...]:
    """The decisions in effect that are about a place in the article with this id, in the order of the text."""
    citations = held.case.contents.citations
    return tuple(
        ArticleDecision(
            judgement.id,
            decision_words(judgement, citations),
            author_words(judgement.by, judgement.made),
            prose.tidy(judgement.why),
            words_address(key, span),
        )
        for span, judgement in sorted(_placed(held, key), key=lambda one: (one[0], one[1].id))
    )


def decision_marks(held: CaseSnapshot, key: str) -> Iterator[TextMark]:
    """A mark on each place of the article that a decision is about; what is left out of all dossiers is struck."""
    for span, judgement in _placed(held, key):
        look = "judged hidden" if isinstance(judgement.decision, Hiding) else "judged"
        title = f"The analyst: {decision_words(judgement, held.case.contents.citations)}"
        yield TextMark(span=span, layer=Layer.JUDGED, look=look, code=SIGN, title=title)


def _placed(held: CaseSnapshot, key: str) -> Iterator[tuple[Span, Judgement]]:
    for judgement in effective_judgements(held.store.judgements()):
        for pointer in pointers_of(judgement.decision):
            if isinstance(pointer, EventPointer) and pointer.article == key:
                yield pointer.trigger.span, judgement
            elif isinstance(pointer, WordsPointer) and pointer.article == key:
                yield pointer.quote.span, judgement
