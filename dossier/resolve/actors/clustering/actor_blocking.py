"""Blocking: only pairs of groups that share a key are compared at all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dossier.resolve.actors.evidence.body_names import (
    acronym_letters,
    name_core,
    party_stem,
    possible_acronyms,
    without_leading_article,
)
from dossier.resolve.actors.evidence.first_words import is_with_first_word, may_be_first_word
from dossier.resolve.actors.traits.canonical_names import sorted_content_words
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.text.acronyms import inner_capitals
from dossier.text.diminutives import given_name_initials
from dossier.text.spelling import skeleton
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MAX_BLOCK = _WEIGHTS.count("block", "groups")
_WORDS_OF_LONG_NAME = _WEIGHTS.count("words_of_long_name", "words")
BlockingKey = tuple[str, ...]
"""The kind of the key ("surname"), and the words or letters that must be equal."""


def candidate_pairs(groups: Sequence[ChainGroup]) -> Iterator[tuple[int, int]]:
    """The pairs of numbers of groups that share a key, each once, sorted. A key of too many groups is left out."""
    blocks: dict[BlockingKey, list[int]] = {}
    for number, group in enumerate(groups):
        for key in sorted(set(blocking_keys(group))):
            blocks.setdefault(key, []).append(number)
    pairs = {pair for block in blocks.values() if len(block) <= _MAX_BLOCK for pair in combinations(block, 2)}
    return iter(sorted(pairs))


def blocking_keys(group: ChainGroup) -> Iterable[BlockingKey]:
    """The keys of a group: its name, its stated aliases, and what other forms of its name may have in common."""
    yield "name", group.key
    for alias in group.stated_aliases:
        yield "name", alias.key
    yield "core", name_core(group.key)
    if letters := acronym_letters(group.name):
        yield "letters", letters
    for acronym in (*possible_acronyms(group.key), inner_capitals(group.name)):
        if acronym:
            yield "letters", acronym
    yield from _keys_of_person(group) if group.is_person else _keys_of_body(group)


def _keys_of_person(group: ChainGroup) -> Iterable[BlockingKey]:
    """Its last name by sound, alone and with the initials of its first name; its names in any order; two of them.

    It has a key too for a body called by its last name, and the consonants of all its names, however divided: "Jongsu".
    """
    names = group.words
    if not names:
        return
    surname = _skeleton_of_surname(names[-1])
    yield "surname", surname
    if len(names) > 1:
        for letter in given_name_initials(names[0]):
            yield "surname", surname, letter
        yield "parts", *sorted(names)
        yield "parts", *names[:2]
        yield "parts", *names[-2:]
        yield "tail", names[-1]
        yield "consonants", "".join(sorted(skeleton("".join(names).replace(" ", ""))))


def _skeleton_of_surname(surname: str) -> str:
    """The skeleton of its last word, a "g" at its start as "k": "Ben Salem", "Gaddafi" and "Kadhafi"."""
    heard = skeleton(surname.rsplit(maxsplit=1)[-1])
    return f"k{heard[1:]}" if heard.startswith("g") else heard


def _keys_of_body(group: ChainGroup) -> Iterable[BlockingKey]:
    """Its words by sound; its content words in any order; its party; the words before "of" and "and"; its last word.

    Its first word is one where it may be called by that. A name of several words has one, too, for all its words but
    one: that may have a misprint.
    """
    yield "heard", *(skeleton(word) for word in without_leading_article(group.key))
    yield "content", *sorted_content_words(group.key)
    if party := party_stem(group.key):
        yield "party", party
    head, of, _ = group.key.partition(" of ")
    yield "head", head if of else group.key
    yield "head", group.key.partition(" and ")[0]
    yield "tail", " ".join(group.key.split()[-1:])
    if may_be_first_word(group) or is_with_first_word(group):
        yield "first word", group.words[0]
    words = group.key.split()
    if len(words) >= _WORDS_OF_LONG_NAME:
        yield from (("but one", *words[:n], "", *words[n + 1 :]) for n in range(len(words)))
