"""What speaks for two groups being one person beside the name: company, roles, places, time, and life."""

from collections.abc import Iterator

from dossier.model import Reason, Signal
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.life_spans import conflict
from dossier.resolve.actors.walks_of_life import fields_of

_NEAR_DAYS = 31
_FAR_DAYS = 5 * 365
_NEAR, _FAR = 0.5, -1.0
_SAME_HOME, _OTHER_HOME = 0.75, -0.5
_ROLE = 4.0
_SAME_FIELD, _OTHER_FIELD = 1.0, -4.0
_OTHER_ROLE = -0.5
_STRANGERS = -1.0
_ENOUGH = 8


def context(left: Group, right: Group, corpus: Corpus) -> Iterator[Reason]:
    """The reasons that do not come from the names."""
    yield from _associates(left, right, corpus)
    yield from _place(left, right)
    yield from _time(left, right)
    if left.is_person or right.is_person:
        yield from _roles(left, right, corpus)
        yield from _life(left, right)


def naming_both(count: int) -> str:
    """That so many articles name both, in words.

    >>> naming_both(1), naming_both(3)
    ('one article names both', '3 articles name both')
    """
    return "one article names both" if count == 1 else f"{count} articles name both"


def _associates(left: Group, right: Group, corpus: Corpus) -> Iterator[Reason]:
    bits, names = corpus.shared(left, right)
    if names:
        yield Reason(Signal.ASSOCIATES, bits, f"both appear with {', '.join(names)}")
        return
    both = left.articles & right.articles
    if min(len(corpus.beside(group, both)) for group in (left, right)) >= _ENOUGH:
        yield Reason(Signal.ASSOCIATES, _STRANGERS, "no other name appears with both")


def _place(left: Group, right: Group) -> Iterator[Reason]:
    if not left.homes or not right.homes:
        return
    shared = sorted(set(left.homes) & set(right.homes), key=lambda home: (-left.homes[home], home))
    if shared:
        yield Reason(Signal.PLACE, _SAME_HOME, f"both appear in news about {shared[0].title()}")
    else:
        one, other = (max(sorted(group.homes), key=group.homes.__getitem__).title() for group in (left, right))
        yield Reason(Signal.PLACE, _OTHER_HOME, f"one appears in news about {one}, the other in news about {other}")


def _time(left: Group, right: Group) -> Iterator[Reason]:
    if left.days is None or right.days is None:
        return
    gap = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
    if gap <= _NEAR_DAYS:
        yield Reason(Signal.TIME, _NEAR, "both appear in the news at about the same time")
    elif gap > _FAR_DAYS:
        yield Reason(Signal.TIME, _FAR, f"their articles are {gap // 365} years apart")


def _roles(left: Group, right: Group, corpus: Corpus) -> Iterator[Reason]:
    if not left.roles or not right.roles:
        return
    bits, words = corpus.role_worth(left.roles & right.roles)
    if words:
        yield Reason(Signal.TITLE, min(_ROLE, bits), f"what both are called has in common: {', '.join(words)}")
    ours, others = fields_of(left.roles), fields_of(right.roles)
    if ours & others:
        if not words:
            yield Reason(Signal.TITLE, _SAME_FIELD, f"both are described as people in {min(ours & others)}")
    elif ours and others:
        yield Reason(Signal.TITLE, _OTHER_FIELD, f"one is described as in {min(ours)}, the other as in {min(others)}")
    elif not words:
        yield Reason(Signal.TITLE, _OTHER_ROLE, "their descriptions have no word in common")


def _life(left: Group, right: Group) -> Iterator[Reason]:
    found = conflict(left.dead, right.alive) or conflict(right.dead, left.alive)
    if found:
        yield found
