"""The spaCy components that say where sentences begin, before anything is parsed: at each part of the page.

So no sentence and no name runs over their ends. The first finds paragraphs, headings, and what the layout shows to be
no body; the second reads tags, and finds where a headline or a caption runs on into the text. No sentence begins within
short square brackets: what an editor supplies ("the [harbour] fund") belongs to the words around it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.doc import RoleSpan
from dossier.annotate.sentence_starts import deny_impossible_starts
from dossier.annotate.structure.layout import layout
from dossier.annotate.structure.seams import page_seams
from dossier.annotate.word_classes import SENTENCE_END_MARKS
from dossier.text.segments import segments

_MAX_INSERTION_TOKENS = 20
"""The longest text in square brackets that is kept within its sentence. Set by hand; no measurement is recorded."""


@Language.factory("dossier_segments", assigns=["token.is_sent_start", "doc._.headings", "doc._.passages"])
def create(nlp: Language, name: str) -> "SegmentMarker":
    """The component; it goes before the tagger and the parser."""
    return SegmentMarker()


@Language.factory(
    "dossier_seams",
    requires=["token.tag", "doc._.headings", "doc._.passages"],
    assigns=["token.is_sent_start", "doc._.passages"],
)
def create_seams(nlp: Language, name: str) -> "SeamMarker":
    """The component; it goes behind the tagger and before the parser."""
    return SeamMarker()


class SegmentMarker:
    """Starts a sentence at each paragraph, heading and passage.

    The token spans of headings and passages (half-open) are kept on the Doc.
    """

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
        doc._.passages = tuple(_marked_passages(doc))
        _keep_together(doc)
        deny_impossible_starts(doc)
        return doc


class SeamMarker:
    """Starts a sentence at each seam in a paragraph. What stands before a sure seam becomes a passage.

    Where a seam is not sure, the sentence around it becomes one: it is not read.
    """

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the Doc and return it."""
        known = sorted((*doc._.headings, *((passage.start, passage.end) for passage in doc._.passages)))
        found = list(page_seams([token.text for token in doc], [token.tag_ for token in doc], _paragraphs(doc, known)))
        for passage in found:
            doc[passage.start].is_sent_start = True
            if passage.end < len(doc):
                doc[passage.end].is_sent_start = True
        doc._.passages = tuple(sorted((*doc._.passages, *found), key=lambda passage: passage.start))
        return doc


def _marked_passages(doc: Doc) -> Iterator[RoleSpan]:
    """The passages that the layout shows; a sentence starts at each, and behind it."""
    starts = [token.idx for token in doc]
    for stretch in layout(doc._.as_written or doc.text, filed_as_opinion=doc._.filed_as_opinion):
        start, end = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        if start < end:
            doc[start].is_sent_start = True
            if end < len(doc):
                doc[end].is_sent_start = True
            yield RoleSpan(start, end, stretch.role)


def _paragraphs(doc: Doc, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The token spans between marked sentence starts that lie in none of the ``known`` spans, which are in order."""
    starts = [token.i for token in doc if token.is_sent_start and not token.is_space]
    todo = iter([*known, (len(doc), len(doc))])
    taken = next(todo)
    for start, end in pairwise([*starts, len(doc)]):
        while taken[1] <= start < len(doc):
            taken = next(todo)
        if start < taken[0]:
            yield start, end


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
