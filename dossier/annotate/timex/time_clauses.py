"""The clause that a time belongs to, as far as the words above it say."""

from itertools import islice

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import VERB_POS

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


def coordinated_with(verb: Token) -> list[Token]:
    """The verb, and those before it in a chain of coordination: "ran" and "left" of "ran, left and came back"."""
    found = [verb]
    while found[-1].dep_ == "conj" and len(found) < _MAX_ANCESTORS:
        found.append(found[-1].head)
    return found
