"""The walks of life that descriptions of a person name, such as sport, politics and law."""

from collections.abc import Iterable

from dossier.text.word_lists import word_tables

_TABLES = word_tables("dossier.resolve.actors", "actor_name_words.toml")
_WALK_OF_WORD = {word: walk for walk, words in _TABLES["walks_of_life"].items() for word in words.split()}
_NEIGHBOURS = _TABLES["neighbouring_walks"]


def walks_of_life(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life of the words (in lower case), and those that their people often have too.

    >>> sorted(walks_of_life(["mayor", "plumber", "young"])), sorted(walks_of_life(["lawyer"]))
    (['politics', 'trades'], ['law', 'politics'])
    """
    found = {_WALK_OF_WORD[role] for role in roles if role in _WALK_OF_WORD}
    return frozenset(found | {_NEIGHBOURS[walk] for walk in found if walk in _NEIGHBOURS})
