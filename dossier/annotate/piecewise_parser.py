"""The parse of a long text, made piece by piece: the same parse, in a quarter of the memory.

spaCy's parser takes 4 kB for each token while it works. It goes from left to right and forgets what lies a few
sentences back, so a piece with some sentences before it and behind it is parsed as the whole is.
"""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

Integers = NDArray[np.int64]

PIECE_TOKENS = 20_000
"""The tokens of a piece: 80 MB while they are parsed. Set by hand; shorter texts are one piece."""
MARGIN_TOKENS = 500
"""How much text on each side is parsed with a piece. Set by hand; at the seams of real texts 50 gave the same parse."""
_PARSE = ("HEAD", "DEP", "SENT_START")


def parse_in_pieces(nlp: Language) -> None:
    """Let the parser of the pipeline take a long text piece by piece."""
    parser = nlp.get_pipe("parser")
    cast(PiecewiseParser, nlp.replace_pipe("parser", "dossier_piecewise_parser")).take(parser)


@Language.factory("dossier_piecewise_parser", assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
class PiecewiseParser:
    """Parses a Doc with one of spaCy's parsers."""

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def take(self, parser: Any) -> None:
        """Use this parser."""
        self._spacys = parser

    def __call__(self, doc: Doc) -> Doc:
        """Set the heads, labels and sentences of the Doc."""
        if len(doc) <= PIECE_TOKENS + MARGIN_TOKENS:
            return cast(Doc, self._spacys(doc))
        parse: Integers = np.zeros((len(doc), len(_PARSE)), dtype=np.int64)
        start = 0
        while start < len(doc):
            first = max(start - MARGIN_TOKENS, 0)
            end = min(start + PIECE_TOKENS, len(doc))
            found = self._parse(doc, first, min(end + MARGIN_TOKENS, len(doc)))
            if end < len(doc):
                end = _sentence_start(found, start - first, end - first) + first
            parse[start:end] = found[start - first : end - first]
            start = end
        return doc.from_array(list(_PARSE[:2]), cast(Any, parse[:, :2].astype(np.uint64)))

    def _parse(self, doc: Doc, first: int, end: int) -> Integers:
        piece: Doc = self._spacys(doc[first:end].as_doc())
        return piece.to_array(list(_PARSE)).view(np.int64)


def _sentence_start(parse: Integers, start: int, end: int) -> int:
    """The last token up to ``end`` with which a sentence begins; ``end`` where none does behind ``start``."""
    starts = np.flatnonzero(parse[start + 1 : end + 1, 2] == 1)
    return start + 1 + int(starts[-1]) if len(starts) else end
