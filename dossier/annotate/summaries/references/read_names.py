"""Last names that a reader of a line has read alone: another's full name behind one may be taken for the same."""

from collections.abc import Container, Iterable, Mapping

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COURTESY_TITLES


def titled_start(parse: FlatParse, start: int) -> int:
    """The first token of a name that begins at ``start``, with the "Mr" or "Ms." before it."""
    return start - (start > 0 and _is_courtesy(parse, start - 1))


def untitled_start(parse: FlatParse, start: int) -> int:
    """The first token of a name that begins at ``start`` without the "Mr" or "Ms." with which it may begin."""
    return start + _is_courtesy(parse, start)


def _is_courtesy(parse: FlatParse, token: int) -> bool:
    return parse.lowers[token].rstrip(".") in COURTESY_TITLES


class ReadNames:
    """The words of a line by token, and which of them are parts of a name of several words.

    ``names`` are the spans (half-open) of the names.
    """

    def __init__(self, words: Mapping[int, str], names: Iterable[tuple[int, int]]) -> None:
        self._words = words
        self._in_full = {i for start, end in names if end - start > 1 for i in range(start, end)}

    def may_be(self, name: str, place: int, replaced: Container[int]) -> bool:
        """Whether the last word of the ``name`` stands alone before the ``place``, perhaps for somebody else.

        Not where both names are full ("Peter Brandt saw [Ada Brandt]"), as those ``replaced`` are.
        """
        *others, last = name.split()
        return any(
            word == last and not (others and (i in self._in_full or i in replaced))
            for i, word in self._words.items()
            if i < place
        )
