"""Blocking: which groups are compared at all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dossier.resolve.actors.body_names import bare, content, core, initials, letters, stem
from dossier.resolve.actors.chain_groups import Group
from dossier.text.diminutives import given_name_initials
from dossier.text.spelling import skeleton

_LARGEST = 30
Key = tuple[str, ...]


def candidates(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of groups that share a key, each once, sorted; what more than thirty share says nothing."""
    blocks: dict[Key, list[int]] = {}
    for number, group in enumerate(groups):
        for key in sorted(set(keys(group))):
            blocks.setdefault(key, []).append(number)
    pairs = {pair for block in blocks.values() if len(block) <= _LARGEST for pair in combinations(block, 2)}
    return iter(sorted(pairs))


def keys(group: Group) -> Iterable[Key]:
    """What the group shares with those that it may be one with."""
    yield "name", group.key
    for said in group.stated:
        yield "name", said.key
    yield "core", core(group.key)
    short = letters(group.name)
    if short:
        yield "letters", short
    for acronym in initials(group.key):
        yield "letters", acronym
    yield from _personal(group) if group.is_person else _impersonal(group)


def _personal(group: Group) -> Iterator[Key]:
    names = group.words
    if not names:
        return
    yield "surname", skeleton(names[-1])
    if len(names) > 1:
        for letter in given_name_initials(names[0]):
            yield "surname", skeleton(names[-1]), letter
        yield "parts", *sorted(names)
        yield "parts", *names[:2]
        yield "parts", *names[-2:]


def _impersonal(group: Group) -> Iterator[Key]:
    yield "heard", *(skeleton(word) for word in bare(group.key))
    yield "content", *content(group.key)
    if party := stem(group.key):
        yield "party", party
    head, of, _ = group.key.partition(" of ")
    yield "head", head if of else group.key
    yield "tail", " ".join(group.key.split()[-1:])
