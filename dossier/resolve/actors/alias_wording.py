"""The words of an article that give someone another name, as a reader should see them."""

import re
from collections.abc import Sequence

from dossier.model import Quote, Span

_LONGEST = 300
_FIRST = 12
_END = re.compile(r"[.!?]['\"”’)]*\s|\n")


def wording(text: str, names: Sequence[Span], aliases: Sequence[Span], sentences: Sequence[Span]) -> Quote:
    """What is cited for the mentions ``aliases`` and ``names`` being of one: it says so, or comes nearest to it.

    The shortest of ``sentences`` that holds one of each; else from the one to the other, within a sentence if it can
    be; the first alias alone where more than three hundred characters lie between. Of many mentions the first twelve.
    """
    both = [_over(name, alias) for name in names[:_FIRST] for alias in aliases[:_FIRST]]
    around = [sentence for sentence in sentences if any(map(sentence.covers, both))]
    if around:
        return Quote.cut(text, min(around, key=lambda span: (span.length, span)))
    near = [span for span in both if span.length <= _LONGEST]
    breaks = {span: bool(_END.search(text, span.start, span.end)) for span in near}
    return Quote.cut(text, min(near, key=lambda span: (breaks[span], span.length, span), default=min(aliases)))


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
