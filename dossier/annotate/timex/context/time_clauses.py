"""The clause that a time belongs to, as far as the words above it say."""

from itertools import islice

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_CLAUSES, VERB_POS

_MAX_ANCESTORS = 10
"""How many words above a time are looked at for its verb. Set by hand: it bounds the cost."""
_PREPOSITIONS_OF_A_TIME = frozenset(("during", "in", "throughout"))


def verb_above(token: Token) -> Token | None:
    """The nearest verb above a token; None where there is none."""
    return next((word for word in islice(token.ancestors, _MAX_ANCESTORS) if word.pos_ in VERB_POS), None)


def verb_of_time(token: Token) -> Token | None:
    """The verb behind the phrase in which a time stands, where that says when: "in 2016 …", "in the 2016 vote …"."""
    below = token
    for word in islice(token.ancestors, _MAX_ANCESTORS):
        if word.pos_ in VERB_POS:
            opens = below.dep_ == "prep" and below.lower_ in _PREPOSITIONS_OF_A_TIME and below.i < word.i
            return word if opens else None
        below = word
    return None


def is_in_remark(token: Token, verb: Token) -> bool:
    """Whether a token stands in a clause that says something of a noun of a verb's clause: "Brandt, jailed in 2016".

    What such a remark tells is of any time.
    """
    has_left_clause = False
    for word in islice(token.ancestors, _MAX_ANCESTORS):
        if word == verb:
            return has_left_clause
        has_left_clause |= word.dep_ in NOUN_CLAUSES
    return False


def coordinated_with(verb: Token) -> list[Token]:
    """The verb, and those before it in a chain of coordination: "ran" and "left" of "ran, left and came back"."""
    found = [verb]
    while found[-1].dep_ == "conj" and len(found) < _MAX_ANCESTORS:
        found.append(found[-1].head)
    return found
