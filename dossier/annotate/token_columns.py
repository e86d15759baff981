"""What all tokens of a Doc have, as lists by the index of the token: one attribute, or the ends of the subtrees."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache, cached_property
from itertools import chain

from spacy.tokens import Doc
from spacy.vocab import Vocab


class Column(list[str]):
    """One attribute of all tokens of a Doc, by their indices."""

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The values, each once."""
        return frozenset(self)

    def where(self, wanted: Collection[str]) -> list[int]:
        """The indices of the tokens that have one of the wanted values, in order."""
        return sorted(chain.from_iterable(self._indices[value] for value in self._indices.keys() & wanted))

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        """For each value the indices of the tokens that have it, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, value in enumerate(self):
            found[value].append(i)
        return found


def strings_of(doc: Doc, attribute: str) -> Column:
    """An attribute of all tokens, by spaCy's name for it: "ORTH" is the words."""
    return Column(map(strings_by_number(doc.vocab).__getitem__, doc.to_array(attribute).tolist()))


def subtree_edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The indices of the first and of the last token of each token's subtree.

    ``heads`` holds the index of each token's head. Each index is set once at most, so the time is linear.
    """
    left, right = list(range(len(heads))), list(range(len(heads)))
    for place, head in enumerate(heads):
        token = head
        while left[token] > place:
            left[token] = place
            token = heads[token]
    for place in range(len(heads) - 1, -1, -1):
        token = heads[place]
        while right[token] < place:
            right[token] = place
            token = heads[token]
    return left, right


@cache
def strings_by_number(vocab: Vocab) -> "_Strings":
    """The strings of a vocabulary by their numbers; one and the same mapping for each call."""
    return _Strings(vocab)


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each looked up once in a process."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, key: int) -> str:
        self[key] = text = self._vocab.strings[key]
        return text
