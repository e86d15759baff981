"""The parse of a Doc as plain lists. Drawing lines asks many times for the same properties of a token."""

from itertools import accumulate

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.quotation_spans import QuotationSpans, quotation_spans
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, FINITE_OR_MODAL_TAGS, VERB_POS
from dossier.model import TimexType

_DATES = (TimexType.DATE, TimexType.TIME)
MAX_PATH_TOKENS = 40
"""Longest path to the root that is followed. Set by hand, above the depth of clauses: it bounds the cost."""


class FlatParse:
    """The properties of each token, by its index.

    words, lowers, lemmas: its spelling, its spelling in lower case, its lemma.
    deps, tags, pos: its dependency relation, part-of-speech tag and part of speech.
    heads, children: its governor (its own index for a root), and the tokens that it governs.
    left, right: the first and the last token of its subtree, both inclusive.
    gaps: whether a space follows it.
    word_marks: 1 if it is a word, 0 if it is a mark or blank.
    quotations: where the text is quoted.
    """

    def __init__(self, doc: Parsed) -> None:
        self.words, self.lowers, self.lemmas = doc.words, doc.lowers, doc.lemmas
        self.deps, self.tags, self.pos = doc.deps, doc.tags, doc.pos
        self.heads, self.left, self.right = doc.heads, doc.left, doc.right
        self.gaps = [bool(token.whitespace_) for token in doc]
        self.children = [tuple([child.i for child in token.children]) for token in doc]
        self.word_marks = bytes(map(str.isalnum, doc.words))
        self._words_before = [0, *accumulate(self.word_marks)]
        self.quotations: QuotationSpans = quotation_spans(doc)
        self._dates = {i for timex in doc._.timexes if timex.type in _DATES for i in range(timex.start, timex.end)}

    def count_words(self, start: int, end: int) -> int:
        """How many of the tokens from ``start`` to ``end`` (half-open) are words."""
        return self._words_before[end] - self._words_before[start]

    def has_date(self, start: int, end: int) -> bool:
        """Whether a word of a date or a time of day is among the tokens from ``start`` to ``end`` (half-open)."""
        return not self._dates.isdisjoint(range(start, end))

    def child(self, token: int, relations: frozenset[str]) -> int | None:
        """The first child of the token in one of the ``relations``; None where there is none."""
        return next((child for child in self.children[token] if self.deps[child] in relations), None)

    def is_verb(self, token: int) -> bool:
        """Whether the token is a verb or auxiliary."""
        return self.pos[token] in VERB_POS

    def is_finite(self, token: int) -> bool:
        """Whether the verb or one of its auxiliaries is finite or a modal."""
        auxiliaries = (child for child in self.children[token] if self.deps[child] in AUXILIARIES)
        return self.tags[token] in FINITE_OR_MODAL_TAGS or any(
            self.tags[child] in FINITE_OR_MODAL_TAGS for child in auxiliaries
        )

    def is_negated(self, token: int) -> bool:
        """Whether a negation hangs on the token."""
        return any(self.deps[child] == "neg" for child in self.children[token])

    def has_subject(self, token: int) -> bool:
        """Whether the verb has a subject of its own."""
        return self.child(token, ANY_SUBJECTS) is not None

    def above(self, token: int, limit: int = MAX_PATH_TOKENS) -> list[int]:
        """The token and its ancestors, the nearest first, up to the root of its sentence: at most ``limit`` tokens."""
        path = [token]
        while self.heads[token] != token and len(path) < limit:
            token = self.heads[token]
            path.append(token)
        return path
