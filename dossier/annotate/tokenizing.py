"""Tokens of any text in time that grows with its length alone."""

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

_LONGEST = 200
_RUN = re.compile(rf"\S{{{_LONGEST + 1},}}")


def tokenized(nlp: Language, text: str) -> Doc:
    """The text as a Doc of the pipeline's tokens.

    spaCy takes time with the square of the length of a run without blanks, of commas or brackets say; such a run is
    cut into pieces of 200 characters, each of them tokenized by itself.
    """
    cuts = [start for run in _RUN.finditer(text) for start in range(run.start(), run.end(), _LONGEST)]
    cuts += [run.end() for run in _RUN.finditer(text)]
    if not cuts:
        return nlp.make_doc(text)
    edges = sorted({0, *cuts, len(text)})
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise(edges)]
    words = [token.text for piece in pieces for token in piece]
    blanks = [bool(token.whitespace_) for piece in pieces for token in piece]
    return Doc(nlp.vocab, words=words, spaces=blanks)
