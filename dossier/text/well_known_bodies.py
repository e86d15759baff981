"""Share indices, exchanges and bodies that everybody knows by several names."""

from collections.abc import Sequence

from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.text", "well_known_bodies.toml")

INDEX_NOUNS = _WORDS["index_nouns"]
WORDS_BEFORE_INDEX_NOUNS = _WORDS["words_before_index_nouns"]
_OTHER_NAMES = word_tables("dossier.text", "well_known_bodies.toml")["other_names_of_bodies"]
FULL_NAMES = {name: full for full, names in _OTHER_NAMES.items() for name in (full, *names.split(", "))}
"""The full name of each body, by that and by each of its other names, all folded: "s&p 500"."""


def without_index_noun(words: Sequence[str]) -> list[str]:
    """The words of a share index's name (folded) without those that say only that it is one; the first always stays.

    >>> without_index_noun(["nikkei", "stock", "index"]), without_index_noun(["orlov", "market"])
    (['nikkei'], ['orlov', 'market'])
    """
    if len(words) < 2 or words[-1] not in INDEX_NOUNS:
        return list(words)
    end = len(words) - 1
    while end > 1 and words[end - 1] in WORDS_BEFORE_INDEX_NOUNS:
        end -= 1
    return list(words[:end])


def is_with_index_noun(name: str) -> bool:
    """Whether the last word of the name says that it is a share index.

    >>> is_with_index_noun("Nikkei stock index"), is_with_index_noun("Nikkei 225")
    (True, False)
    """
    words = name.casefold().split()
    return len(words) > 1 and words[-1] in INDEX_NOUNS
