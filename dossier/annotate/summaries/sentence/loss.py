"""What a reader loses with a part of a sentence that a line leaves out."""

from enum import IntEnum

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import CONTRASTING_CONJUNCTIONS


class Loss(IntEnum):
    """What a reader loses with a part of a sentence, the least first.

    NOTHING: a word that ties it to another sentence, or a statement that has a line of its own. ASIDE: brackets, what
    stands between dashes, an age. DESCRIPTION: what a noun is said to be besides. STATEMENT: what else took place.
    NEWS: a contrast, or a clause that may be what the sentence was written for.
    """

    NOTHING = 0
    ASIDE = 1
    DESCRIPTION = 2
    STATEMENT = 3
    NEWS = 4


def coordination_loss(parse: FlatParse, token: int) -> Loss:
    """What a reader loses where only one of two clauses stays, the second being that of the verb ``token``.

    Nothing where each has its own date: then each has a line of its own.
    """
    if parse.lowers[parse.left[token] - 1] in CONTRASTING_CONJUNCTIONS:
        return Loss.NEWS
    return Loss.NOTHING if _have_own_dates(parse, token) else Loss.STATEMENT


def clause_loss(parse: FlatParse, start: int, end: int) -> Loss:
    """What a reader loses where of a sentence only the clause from ``start`` to ``end`` (half-open) stays.

    Nothing where it has its own date, or stands behind or before a semicolon.
    """
    marks = parse.words[start - 1 : start] + parse.words[end : end + 1]
    return Loss.NOTHING if ";" in marks or parse.has_date(start, end) else Loss.STATEMENT


def _have_own_dates(parse: FlatParse, token: int) -> bool:
    """Whether there is a date in the second clause, and another one in the first."""
    first, second = parse.left[parse.heads[token]], parse.left[token]
    return parse.has_date(first, second) and parse.has_date(second, parse.right[token] + 1)
