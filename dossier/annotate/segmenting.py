"""The spaCy component that starts a sentence at each paragraph and heading, before anything is parsed.

So no sentence and no name runs over their ends. Nor does a sentence begin within short square brackets: what an editor
supplies ("the [harbour] fund") belongs to the words around it.
"""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.sentence_starts import deny_impossible_starts
from dossier.annotate.word_classes import SENTENCE_END_MARKS
from dossier.text.segments import segments

_MAX_INSERTION_TOKENS = 20
"""The longest text in square brackets that is kept within its sentence. Set by hand; no measurement is recorded."""


@Language.factory("dossier_segments", assigns=["token.is_sent_start", "doc._.headings"])
def create(nlp: Language, name: str) -> "SegmentMarker":
    """The component; it goes before the tagger and the parser."""
    return SegmentMarker()


class SegmentMarker:
    """Starts a sentence at each paragraph and heading, and keeps the token spans of headings (half-open) on the Doc."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the Doc and return it."""
        headings: list[tuple[int, int]] = []
        todo = iter(segments(doc._.as_written or doc.text))
        segment = next(todo, None)
        for token in doc:
            if segment is None:
                break
            if token.idx < segment.start or token.is_space:
                continue
            token.is_sent_start = True
            if segment.heading:
                headings.append((token.i, _end_token(doc, token.i, segment.end)))
            segment = next(todo, None)
        doc._.headings = tuple(headings)
        _keep_together(doc)
        deny_impossible_starts(doc)
        return doc


def _keep_together(doc: Doc) -> None:
    """Let no sentence begin within short square brackets, or with them unless a mark before them ends a sentence.

    Brackets in which a paragraph or heading starts are left alone.
    """
    brackets = [token for token in doc if token.text in ("[", "]")]
    for opened, closed in pairwise(brackets):
        if (opened.text, closed.text) != ("[", "]") or closed.i - opened.i > _MAX_INSERTION_TOKENS:
            continue
        inside = doc[opened.i + 1 : closed.i + 1]
        if any(token.is_sent_start for token in inside):
            continue
        for token in inside:
            token.is_sent_start = False
        if not opened.is_sent_start and opened.i and doc[opened.i - 1].text not in SENTENCE_END_MARKS:
            opened.is_sent_start = False


def _end_token(doc: Doc, start: int, end: int) -> int:
    """The first token from ``start`` on that begins at or after the character ``end``."""
    return next((token.i for token in doc[start:] if token.idx >= end), len(doc))
