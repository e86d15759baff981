"""The spaCy components that say where sentences begin, before anything is parsed: at each part of the page.

So no sentence and no name runs over their ends. The first finds paragraphs, headings, and what the layout shows to be
no body; the second reads tags, and finds where a headline or a caption runs on into the text. No sentence begins within
short square brackets: what an editor supplies ("the [harbour] fund") belongs to the words around it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.doc import PageItem, RoleSpan
from dossier.annotate.sentence_starts import NO_START, OPEN, START, deny_impossible_starts, set_starts
from dossier.annotate.structure.item_labels import Grain, LabelForm
from dossier.annotate.structure.items import LabelledItem, labelled_items, labels, without_entries
from dossier.annotate.structure.layout import layout
from dossier.annotate.structure.seams import page_seams, starts_behind_brackets
from dossier.annotate.structure.stretch import Stretch, in_the_gaps
from dossier.annotate.token_columns import strings_of
from dossier.annotate.word_classes import SENTENCE_END_MARKS
from dossier.text.segments import Segment, segments

_MAX_INSERTION_TOKENS = 20
"""The longest text in square brackets that is kept within its sentence. Set by hand; no measurement is recorded."""


@Language.factory(
    "dossier_segments", assigns=["token.is_sent_start", "doc._.headings", "doc._.passages", "doc._.items"]
)
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
    """Starts a sentence at each paragraph, heading and passage, and at each dated item and the words behind its date.

    The token spans of headings, passages and items (half-open) are kept on the Doc.
    """

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the Doc and return it."""
        page = _PageTokens(doc)
        parts = segments(page.text)
        items = labelled_items(page.text, parts)
        doc._.headings = tuple(page.headings(without_entries(parts, items)))
        row = layout(page.text, filed_as_opinion=doc._.filed_as_opinion)
        doc._.passages = tuple(page.passages(in_the_gaps(row, labels(items))))
        doc._.items = tuple(page.items(items))
        page.keep_brackets_together()
        deny_impossible_starts(doc, page.words, page.starts)
        set_starts(doc, page.starts)
        return doc


class _PageTokens:
    """The words of a Doc and where they start in its text, and for each token whether a sentence begins with it."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc._.as_written or doc.text
        self.words = strings_of(doc, "ORTH")
        self.starts = [OPEN] * len(doc)
        self._offsets: list[int] = doc.to_array("IDX").tolist()

    def headings(self, parts: Iterable[Segment]) -> Iterator[tuple[int, int]]:
        """The tokens of headings; a sentence starts at each part."""
        i = 0
        for part in parts:
            i = max(i, bisect_left(self._offsets, part.start))
            while i < len(self.words) and self.words[i].isspace():
                i += 1
            if i == len(self.words):
                return
            self.starts[i] = START
            if part.heading:
                yield i, max(i, bisect_left(self._offsets, part.end))
            i += 1

    def passages(self, stretches: Iterable[Stretch]) -> Iterator[RoleSpan]:
        """The tokens of stretches that are no body; a sentence starts at each, and behind it."""
        for stretch in stretches:
            start, end = bisect_left(self._offsets, stretch.start), bisect_left(self._offsets, stretch.end)
            if start < end:
                self._start_sentence(start)
                self._start_sentence(end)
                yield RoleSpan(start, end, stretch.role)

    def items(self, found: Iterable[LabelledItem]) -> Iterator[PageItem]:
        """The tokens of dated items; a sentence starts at each, at each cell of a table row, and behind each."""
        around = 0
        for item in found:
            label = item.label
            start, end, first, last = (
                bisect_left(self._offsets, place) for place in (item.start, item.end, label.start, label.end)
            )
            if first < last:
                self._start_sentences_of_item(item, start, end)
                yield PageItem(
                    start,
                    end,
                    (first, last),
                    is_post=label.is_post,
                    has_clock=label.grain is Grain.CLOCK,
                    is_below_title=item.is_below_title,
                    is_nested=start < around,
                )
                around = max(around, end)

    def _start_sentences_of_item(self, item: LabelledItem, start: int, end: int) -> None:
        for i in (start, bisect_left(self._offsets, item.label.body or item.label.end), end):
            self._start_sentence(i)
        if item.label.form is LabelForm.ROW:
            for bar in (i for i in range(start, end) if self.words[i] == "|"):
                self._start_sentence(bar)
                self._start_sentence(bar + 1)

    def keep_brackets_together(self) -> None:
        """Let no sentence begin within short square brackets, or with them unless a mark before them ends a sentence.

        Brackets in which a paragraph or heading starts are left alone.
        """
        for opened, closed in pairwise(self.words.where(("[", "]"))):
            is_pair = (self.words[opened], self.words[closed]) == ("[", "]")
            inside = range(opened + 1, closed + 1)
            if not is_pair or len(inside) > _MAX_INSERTION_TOKENS or any(self.starts[i] == START for i in inside):
                continue
            self.starts[inside.start : inside.stop] = [NO_START] * len(inside)
            if self.starts[opened] != START and opened and self.words[opened - 1] not in SENTENCE_END_MARKS:
                self.starts[opened] = NO_START

    def _start_sentence(self, i: int) -> None:
        if i < len(self.starts):
            self.starts[i] = START


class SeamMarker:
    """Starts a sentence at each seam in a paragraph. What stands before a sure seam becomes a passage.

    Where a seam is not sure, the sentence around it becomes one: it is not read.
    """

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the Doc and return it."""
        known = sorted((*doc._.headings, *((passage.start, passage.end) for passage in doc._.passages)))
        words = strings_of(doc, "ORTH")
        opened = bool(doc._.headings) and all(word.isspace() for word in words[: doc._.headings[0][0]])
        paragraphs = _paragraphs(doc, words, known)
        tags = strings_of(doc, "TAG")
        found = list(page_seams(words, tags, paragraphs, has_headline=opened))
        _start_sentences(doc, starts_behind_brackets(words, tags))
        for passage in found:
            doc[passage.start].is_sent_start = True
            if passage.end < len(doc):
                doc[passage.end].is_sent_start = True
        doc._.passages = tuple(sorted((*doc._.passages, *found), key=lambda passage: passage.start))
        return doc


def _start_sentences(doc: Doc, tokens: Iterable[int]) -> None:
    """Let a sentence begin at each of the tokens, unless that is denied."""
    starts: list[int] = doc.to_array("SENT_START").view("int64").tolist()
    open_tokens = [i for i in tokens if starts[i] == OPEN]
    for i in open_tokens:
        starts[i] = START
    if open_tokens:
        set_starts(doc, starts)


def _paragraphs(doc: Doc, words: Sequence[str], known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The token spans between marked sentence starts that lie in none of the ``known`` spans, which are in order."""
    marks = doc.to_array("SENT_START").tolist()
    starts = [
        i for i, (mark, word) in enumerate(zip(marks, words, strict=True)) if mark == START and not word.isspace()
    ]
    todo = iter([*known, (len(doc), len(doc))])
    taken = next(todo)
    for start, end in pairwise([*starts, len(doc)]):
        while taken[1] <= start < len(doc):
            taken = next(todo)
        if start < taken[0]:
            yield start, end
