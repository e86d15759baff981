"""What a reader loses with a part of a sentence that a line leaves out."""

from enum import IntEnum

from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import CONTRASTING_CONJUNCTIONS
from dossier.annotate.syntax.labels import FRONTED_RELATIONS


class Loss(IntEnum):
    """What a reader loses with a part of a sentence, the least first.

    NOTHING: a word that ties it to another sentence, or a statement that has a line of its own. ASIDE: brackets, what
    stands between dashes, an age. DESCRIPTION: what a noun is said to be besides. STATEMENT: what else the subject did.
    NEWS: a contrast, or a clause that may be what the sentence was written for.
    """

    NOTHING = 0
    ASIDE = 1
    DESCRIPTION = 2
    STATEMENT = 3
    NEWS = 4


def coordination_loss(parse: FlatParse, token: int) -> Loss:
    """What a reader loses where only one of two clauses stays, the second being that of the verb ``token``.

    Nothing where each has its own subject, or its own date: then each has a line of its own. Not so where one phrase
    opens both: "In Varna, the dam broke and people fled".
    """
    if parse.lowers[parse.left[token] - 1] in CONTRASTING_CONJUNCTIONS:
        return Loss.NEWS
    if _have_own_dates(parse, token):
        return Loss.NOTHING
    return Loss.NOTHING if parse.has_subject(token) and not _opens_with_phrase(parse, token) else Loss.STATEMENT


def _opens_with_phrase(parse: FlatParse, token: int) -> bool:
    """Whether a phrase stands before the subject of the first of two clauses, and none before that of the second."""
    first = parse.heads[token]
    opens = [parse.deps[min(parse.children[verb], default=verb)] in FRONTED_RELATIONS for verb in (first, token)]
    return opens == [True, False]


def _have_own_dates(parse: FlatParse, token: int) -> bool:
    """Whether there is a date in the second clause, and another one in the first."""
    first, second = parse.left[parse.heads[token]], parse.left[token]
    return parse.has_date(first, second) and parse.has_date(second, parse.right[token] + 1)
