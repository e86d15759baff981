"""The "n't" behind a verb, whatever its apostrophe has become: "did'nt", "wasn ’ t", "isn?t"; and a "not" in marks."""

import re
from collections.abc import Iterator

from dossier.text.reading_text import Replacement
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "repair_words.toml")
_VERBS = _WORDS["negated_verbs"]
ODD_APOSTROPHES = _WORDS["odd_apostrophes"]
_MARKS = "'’" + "".join(sorted(ODD_APOSTROPHES))
_SIGNS = r"[^a-z0-9\s]{1,2}"
"""What a broken conversion leaves of one apostrophe: one or two signs that are no letters of English."""
_NEGATION = re.compile(rf"(?:[{_MARKS}]n|n(?: ?[{_MARKS}] ?|{_SIGNS}|%27| (?=t [a-z])))t(?!\w)", re.IGNORECASE)
_IN_CAPITALS = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_VERBS)).upper()})N['’]?T(?!\w)")
_VERB = re.compile(r"(?<!\w)[a-z]{2,6}\Z", re.IGNORECASE)
_LONGEST_VERB = 8
"""Characters before the ending in which the verb is looked for: more than any verb of the list has."""
_SET_OFF = re.compile(
    r"(?<=[a-z] )(?:--? ?not ?--?|[–—] ?not ?[–—]|/not/|\(not\)|not,? repeat,? not,?)(?= [a-z])", re.IGNORECASE
)
"""A "not" between two marks, or said twice as wires do it: "was – not – held", "was not, repeat not, held"."""


def negations(text: str) -> Iterator[Replacement]:
    """What is read in place of an ending that is "n't" but for its apostrophe, behind a verb that has such a form.

    >>> [one.text for one in negations("They did‘nt. It isn't. She can ’t.")]
    ['n’t', 'n’t']
    """
    for found in _NEGATION.finditer(text):
        verb = _VERB.search(text, max(0, found.start() - _LONGEST_VERB), found.start())
        whole = "n't" if found[0].isascii() else "n’t"
        whole = whole.upper() if found[0].isupper() else whole
        if verb and verb[0].lower() in _VERBS and found[0] != whole:
            yield Replacement(*found.span(), whole)


def negations_set_off(text: str) -> Iterator[Replacement]:
    """The bare word in place of a "not" that stands between marks, or twice.

    >>> [one.text for one in negations_set_off("He was -- not -- held. She was not, repeat not, charged.")]
    ['not', 'not']
    """
    for found in _SET_OFF.finditer(text):
        start = found.start() + found[0].lower().index("not")
        yield Replacement(*found.span(), text[start : start + len("not")])


def negations_in_capitals(text: str) -> Iterator[Replacement]:
    """The small letters in place of a negated verb in capitals.

    >>> [one.text for one in negations_in_capitals("Ada WASN'T held. Grant DIDNT flee. KENT fled.")]
    ["wasn't", 'didnt']
    """
    return (Replacement(*found.span(), found[0].lower()) for found in _IN_CAPITALS.finditer(text))
