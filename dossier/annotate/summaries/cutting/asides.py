"""What stands in brackets or between dashes, and may go from a line."""

from collections.abc import Iterator

from dossier.annotate.summaries.sentence.commas import RemovablePart
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss
from dossier.annotate.summaries.summary_words import DASHES
from dossier.annotate.syntax.labels import SIDE_RELATIONS


def asides(parse: FlatParse, start: int, end: int) -> Iterator[RemovablePart]:
    """Parts in round brackets; the part between the only two dashes of a sentence, unless it holds the main verb.

    Nor where the second dash closes what a comma opened: "Hadley, which owns a yard -- Orlov Docks -- sold ships".
    """
    dashes = [token for token in range(start, end) if parse.words[token] in DASHES]
    removable = len(dashes) == 2 and not any(parse.heads[token] == token for token in range(*dashes))
    if removable and not _stands_after_comma(parse, *dashes):
        yield RemovablePart(dashes[0], dashes[1] + 1, loss=Loss.ASIDE)
    opened: int | None = None
    for token in range(start, end):
        if parse.words[token] == "(":
            opened = token
        elif parse.words[token] == ")" and opened is not None:
            if not _is_letter(parse.words[opened - 1]):
                yield RemovablePart(opened, token + 1, loss=Loss.ASIDE)
            opened = None


def _stands_after_comma(parse: FlatParse, opening: int, closing: int) -> bool:
    """Whether a clause or apposition behind a comma ends with the part between the dashes, and no mark follows it."""
    around = (step for step in parse.above(opening - 1) if parse.deps[step] in SIDE_RELATIONS)
    opened = any(parse.words[parse.left[step] - 1] == "," and parse.right[step] <= closing for step in around)
    return opened and parse.words[closing + 1 : closing + 2] not in ([","], ["."])


def _is_letter(word: str) -> bool:
    """Whether the word is one capital, which is half a name without the brackets behind it: "influenza A (H1N1)"."""
    return len(word) == 1 and word.isupper()
