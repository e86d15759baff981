"""The words of an article that show two names of one actor, to be cited as evidence of an alias."""

import re
from collections.abc import Sequence

from dossier.model import Quote, Span

_MAX_PASSAGE_CHARACTERS = 300
"""Characters of the longest passage, both names included. Set by hand: what a reader takes in; nothing was measured."""
_MAX_MENTIONS_TRIED = 12
"""Mentions of the name, and of the alias, that are tried. Set by hand: bounds the cost."""
_END_OF_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")


def alias_quote(text: str, names: Sequence[Span], aliases: Sequence[Span], sentences: Sequence[Span]) -> Quote:
    """The passage of ``text`` to cite, with one of ``names`` and one of ``aliases`` (offsets into it).

    It is the shortest of ``sentences`` that holds a name and an alias. Else it is the shortest passage from one to the
    other, rather within a sentence than across two. Where all these passages are over 300 characters long, it is the
    first alias alone. Only the first twelve names and aliases are tried.
    """
    both = [_from_to(name, alias) for name in names[:_MAX_MENTIONS_TRIED] for alias in aliases[:_MAX_MENTIONS_TRIED]]
    around = [sentence for sentence in sentences if any(map(sentence.covers, both))]
    if around:
        return Quote.cut(text, min(around, key=lambda span: (span.length, span)))
    near = [span for span in both if span.length <= _MAX_PASSAGE_CHARACTERS]
    crosses = {span: bool(_END_OF_SENTENCE.search(text, span.start, span.end)) for span in near}
    return Quote.cut(text, min(near, key=lambda span: (crosses[span], span.length, span), default=min(aliases)))


def _from_to(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
