"""The stem by which a trigger is compared: one for all words that tell of one kind of act or happening."""

from collections.abc import Iterator

from dossier.resolve.events.mentions.content_words import stem
from dossier.text.word_lists import word_tables

_KINDRED = word_tables("dossier.resolve.events.mentions", "kindred_words.toml")["kindred"]


def trigger_stem(lemma: str) -> str:
    """The stem that a verb, the nouns made of it, and the words that news writers put for it have in common.

    >>> trigger_stem("quake"), trigger_stem("decision"), trigger_stem("resignation")
    ('earthquak', 'decid', 'resign')
    """
    return stem(_HEADS.get(lemma, lemma))


def _heads() -> Iterator[tuple[str, str]]:
    """Each word, and the one that stands for it."""
    for head, words in _KINDRED.items():
        yield from ((word.strip(), head) for word in words.split(","))


_HEADS = dict(_heads())
