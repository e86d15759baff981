"""The stem by which a trigger is compared: one for all words that tell of one kind of act or happening."""

from collections.abc import Iterator
from functools import cache

from dossier.model import EventType
from dossier.resolve.events.content_words import stem
from dossier.text.word_lists import word_tables

_ANY = "any"
"""The table of the words that mean one thing in events of all types."""


def trigger_stem(lemma: str, kind: EventType) -> str:
    """The stem that a verb, the nouns made of it, and the words that news writers put for it have in common."""
    known = _heads()
    return stem(known.get((kind.name, lemma)) or known.get((_ANY, lemma)) or lemma)


@cache
def _heads() -> dict[tuple[str, str], str]:
    """The word that stands for each, by the type of event (or any) and the word."""
    return dict(_pairs())


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    for kind, words_by_head in word_tables("dossier.resolve.events", "kindred_words.toml").items():
        for head, words in words_by_head.items():
            yield from (((kind, word.strip()), head) for word in (head, *words.split(",")))
