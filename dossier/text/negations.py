"""The "n't" behind a verb, whatever its apostrophe has become: "did'nt", "wasn ’ t", "isn?t"."""

import re
from collections.abc import Iterator

from dossier.text.reading_text import Replacement
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "repair_words.toml")
_VERBS = _WORDS["negated_verbs"]
ODD_APOSTROPHES = _WORDS["odd_apostrophes"]
_MARKS = "'’" + "".join(sorted(ODD_APOSTROPHES))
_NEGATION = re.compile(rf"(?:[{_MARKS}]n|n(?: ?[{_MARKS}] ?|[?\ufffd]))t(?!\w)", re.IGNORECASE)
_VERB = re.compile(r"(?<!\w)[a-z]{2,6}\Z", re.IGNORECASE)
_SPLIT = ("'n", "’n", "n?", " '", " ’", "' ", "’ ", "n\ufffd")
"""One of these stands in each negation that is not whole, before its "t", unless its mark is an odd one."""
_SUSPECTS = (*(f"{two}t" for two in _SPLIT), *(f"{two}t".upper() for two in _SPLIT), *ODD_APOSTROPHES)
_LONGEST_VERB = 8
"""Characters before the ending in which the verb is looked for: more than any verb of the list has."""


def negations(text: str) -> Iterator[Replacement]:
    """What is read in place of an ending that is "n't" but for its apostrophe, behind a verb that has such a form.

    >>> [one.text for one in negations("They did‘nt. It isn't. She can ’t.")]
    ['n’t', 'n’t']
    """
    if not any(suspect in text for suspect in _SUSPECTS):
        return
    for found in _NEGATION.finditer(text):
        verb = _VERB.search(text, max(0, found.start() - _LONGEST_VERB), found.start())
        whole = "n't" if found[0].isascii() else "n’t"
        whole = whole.upper() if found[0].isupper() else whole
        if verb and verb[0].lower() in _VERBS and found[0] != whole:
            yield Replacement(*found.span(), whole)
