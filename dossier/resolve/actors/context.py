"""What speaks for two groups being one person beside the name: company, roles, places, time, and life."""

from collections.abc import Iterator

from dossier.model import Reason, Signal
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.fields import fields_of
from dossier.resolve.actors.groups import Group
from dossier.resolve.actors.lives import conflict

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


def _associates(left: Group, right: Group, corpus: Corpus) -> Iterator[Reason]:
    bits, names = corpus.shared(left, right)
    if names:
        yield Reason(Signal.ASSOCIATES, bits, f"both named beside {', '.join(names)}")
        return
    both = left.articles & right.articles
    if min(len(corpus.beside(group, both)) for group in (left, right)) >= _ENOUGH:
        yield Reason(Signal.ASSOCIATES, _STRANGERS, "nobody is named beside both")


def _place(left: Group, right: Group) -> Iterator[Reason]:
    if not left.homes or not right.homes:
        return
    shared = sorted(set(left.homes) & set(right.homes), key=lambda home: (-left.homes[home], home))
    if shared:
        yield Reason(Signal.PLACE, _SAME_HOME, f"both in news of {shared[0].title()}")
    else:
        homes = (max(sorted(group.homes), key=group.homes.__getitem__).title() for group in (left, right))
        yield Reason(Signal.PLACE, _OTHER_HOME, f"news of {' and of '.join(homes)}")


def _time(left: Group, right: Group) -> Iterator[Reason]:
    if left.days is None or right.days is None:
        return
    gap = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
    if gap <= _NEAR_DAYS:
        yield Reason(Signal.TIME, _NEAR, "in the news within a month")
    elif gap > _FAR_DAYS:
        yield Reason(Signal.TIME, _FAR, f"{gap // 365} years between the articles")


def _roles(left: Group, right: Group, corpus: Corpus) -> Iterator[Reason]:
    if not left.roles or not right.roles:
        return
    bits, words = corpus.role_worth(left.roles & right.roles)
    if words:
        yield Reason(Signal.TITLE, min(_ROLE, bits), f"both described as {', '.join(words)}")
    ours, others = fields_of(left.roles), fields_of(right.roles)
    if ours & others:
        if not words:
            yield Reason(Signal.TITLE, _SAME_FIELD, f"both in {min(ours & others)}")
    elif ours and others:
        yield Reason(Signal.TITLE, _OTHER_FIELD, f"the one in {min(ours)}, the other in {min(others)}")
    elif not words:
        yield Reason(Signal.TITLE, _OTHER_ROLE, "no word of their descriptions is the same")


def _life(left: Group, right: Group) -> Iterator[Reason]:
    found = conflict(left.dead, right.alive) or conflict(right.dead, left.alive)
    if found:
        yield found
