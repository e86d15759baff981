"""Cut a text into tokens, in time that is linear in its length whatever the text is."""

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from dossier.text.person_names import GENERATIONS

_MAX_RUN_CHARACTERS = 200
"""Longer runs without blanks are cut. Set by hand: no word is so long, and 200 characters are tokenized at once."""
_VOWELS = frozenset("aeiou")
"""A suffix with one is no abbreviation: "Junior", "II"."""
_LONG_RUN = re.compile(rf"\S{{{_MAX_RUN_CHARACTERS + 1},}}")
_FOOTNOTE_MARK = re.compile(
    r"""(?<=[^\s\[]) (?= \[ (?: [0-9]{1,3} | [a-z] | note\ [0-9]{1,3} | citation\ needed ) \] )
    | (?<=[0-9]{4}) (?= [¹²³⁰⁴-⁹†‡§] )""",
    re.VERBOSE,
)
"""Where a mark begins that is glued to the word before it: "2019[3]", "2019¹"."""


def keep_suffixes_whole(nlp: Language) -> None:
    """Let the suffix of a generation keep its full stop ("Sr."), so that no name has a stop for its head.

    A tokenizer without special cases stays as it is.
    """
    add_case = getattr(nlp.tokenizer, "add_special_case", None)
    for suffix in sorted(GENERATIONS):
        if add_case is not None and _VOWELS.isdisjoint(suffix):
            add_case(f"{suffix.title()}.", [{"ORTH": f"{suffix.title()}."}])


def tokenized(nlp: Language, text: str) -> Doc:
    """The text as a Doc of the pipeline's tokens.

    spaCy needs time that grows with the square of the length of a run without blanks, as of commas or brackets. Such a
    run is cut into pieces of 200 characters, and each is tokenized by itself. So is what begins with the mark of a
    footnote: "2019[3]" is a year.
    """
    cuts = [start for run in _LONG_RUN.finditer(text) for start in range(run.start(), run.end(), _MAX_RUN_CHARACTERS)]
    cuts += [run.end() for run in _LONG_RUN.finditer(text)]
    cuts += [mark.start() for mark in _FOOTNOTE_MARK.finditer(text)]
    if not cuts:
        return nlp.make_doc(text)
    edges = sorted({0, *cuts, len(text)})
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise(edges)]
    words = [token.text for piece in pieces for token in piece]
    blanks = [bool(token.whitespace_) for piece in pieces for token in piece]
    return Doc(nlp.vocab, words=words, spaces=blanks)
