"""Where the sentence begins behind a headline in title case: "Mayor Shuts Harbour President Ada Brandt said"."""

from collections.abc import Sequence

from dossier.annotate.syntax.labels import FINITE_OR_MODAL_TAGS, NAME_TAGS, TAGS_BEFORE_MORE
from dossier.text.names import TITLES
from dossier.text.word_lists import word_tables

_MOST_NAME_TOKENS = 5
"""Tokens of the name with which the sentence begins. Set by hand."""
_LEAST_HEADLINE_TOKENS = 3
"""Tokens that stay for the headline. Set by hand."""
_ARTICLES = frozenset(("The", "A", "An"))
_GIVEN_NAMES = frozenset(
    name
    for names in word_tables("dossier.annotate.actors", "given_names.toml")["given_names"].values()
    for name in names.split()
)


def named_start(words: Sequence[str], tags: Sequence[str], start: int, title: int, end: int) -> int | None:
    """The token with which the sentence begins; None where nothing tells.

    The run in title case reaches from ``start`` to the token ``title`` and a little beyond. It ends with the longest
    name that the text behind the sentence (which ends at ``end``) has again, with its article, title or given name; or
    with a participle ("Harbour to Close Citing the strike").
    """
    stop = next((i for i in range(title + 1, end) if not words[i][0].isupper()), end)
    if not any(tag in FINITE_OR_MODAL_TAGS for tag in tags[stop:end]):
        return None
    if tags[stop - 1] == "VBG" and words[stop - 1].istitle():
        return stop - 1
    first = max(start + _LEAST_HEADLINE_TOKENS, stop - _MOST_NAME_TOKENS)
    names = (i for i in range(first, stop) if words[i][0].isupper() and tags[i] in NAME_TAGS)
    begin = next((i for i in names if _occurs(words, i, stop, end)), None)
    while begin is not None and begin - 1 >= first and _leads_in(words[begin - 1]):
        begin -= 1
    # behind "in" a name goes on, and with "when" a clause begins
    return begin if begin is not None and tags[begin - 1] not in TAGS_BEFORE_MORE else None


def _occurs(words: Sequence[str], first: int, stop: int, end: int) -> bool:
    """Whether the tokens from ``first`` to ``stop`` stand together in the text behind ``end``, too."""
    sought = tuple(words[first:stop])
    return any(
        tuple(words[i : i + len(sought)]) == sought
        for i in range(end, len(words) - len(sought))
        if words[i] == sought[0]
    )


def _leads_in(word: str) -> bool:
    """Whether the word may stand before a name as a part of it."""
    folded = word.casefold().rstrip(".")
    return word in _ARTICLES or folded in TITLES or folded in _GIVEN_NAMES
