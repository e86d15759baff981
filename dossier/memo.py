"""What pure steps gave, by all that they were given: so a case that is resolved again does only what has changed.

Most values of a case are large and made of others, so they are known by identity: a step that is given the very objects
that it was given before need not be done again. Objects of the last pass come back where what they rest on is the same.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class MemoTable(Generic[T]):
    """What one step gave in this pass and in the one before."""

    def __init__(self, is_kept: bool) -> None:
        self._is_kept = is_kept
        self._now: dict[Hashable, tuple[T, object]] = {}
        self._before: dict[Hashable, tuple[T, object]] = {}

    def recall(self, key: Hashable, make: Callable[[], T], held: object = None) -> T:
        """What ``make`` gives; asked only where it was not asked with this key before.

        The key must say all that ``make`` rests on. ``held`` are the objects that the key knows by their ids, so that
        no other object gets such an id.
        """
        if not self._is_kept:
            return make()
        entry = self._now.get(key)
        if entry is None:
            entry = self._before.get(key) or (make(), held)
            self._now[key] = entry
        return entry[0]

    def same(self, key: Hashable, value: T) -> T:
        """The object that had the key last, if it is equal to the value; else the value, which has it now."""
        if not self._is_kept:
            return value
        last = self._now.get(key) or self._before.get(key)
        entry = last if last is not None and last[0] == value else (value, None)
        self._now[key] = entry
        return entry[0]

    def get(self, key: Hashable) -> T | None:
        """What has the key; None where nothing has."""
        entry = self._now.get(key) or self._before.get(key)
        return entry[0] if entry else None

    def put(self, key: Hashable, value: T, held: object = None) -> None:
        """Give the key to the value, in place of the one that had it. ``held`` is as in ``recall``."""
        if self._is_kept:
            self._now[key] = value, held

    def __contains__(self, key: Hashable) -> bool:
        """Whether ``recall`` need not make what has the key."""
        return key in self._now or key in self._before

    def next_pass(self) -> None:
        """Forget what was not asked for in this pass; a step that was not taken in it forgets nothing."""
        if self._now:
            self._before, self._now = self._now, {}


class Memo:
    """The tables of all steps, by name. What a pass does not ask for is forgotten, so it holds no more than a case."""

    def __init__(self, is_kept: bool = True) -> None:
        """``is_kept`` is false for a case that is resolved once: then nothing is remembered."""
        self.is_kept = is_kept
        self._tables: dict[str, MemoTable[Any]] = {}

    def table(self, step: str) -> MemoTable[Any]:
        """The table of a step."""
        if not self.is_kept:
            return _EMPTY
        return self._tables.setdefault(step, MemoTable(is_kept=True))

    def count(self, step: str, parts: Mapping[str, Collection[Hashable]]) -> Counter[Hashable]:
        """How many of the parts have each thing; each part has its things once, and is known by its identity.

        Only parts that are others than in the last pass are counted.
        """
        known: MemoTable[tuple[Mapping[str, Collection[Hashable]], Counter[Hashable]]] = self.table(step)
        last = known.get("counts")
        counts = _recounted(parts, *last) if last else Counter(thing for things in parts.values() for thing in things)
        known.put("counts", (parts, counts))
        return counts

    def next_pass(self) -> None:
        """Forget what the pass that ends here has not asked for."""
        for table in self._tables.values():
            table.next_pass()


def _recounted(
    parts: Mapping[str, Collection[Hashable]],
    before: Mapping[str, Collection[Hashable]],
    counts: Counter[Hashable],
) -> Counter[Hashable]:
    """The counts of the parts, by those of the parts ``before``."""
    counts = counts.copy()
    gone = [things for key, things in before.items() if parts.get(key) is not things]
    come = [things for key, things in parts.items() if before.get(key) is not things]
    counts.update(thing for things in come for thing in things)
    for thing in (thing for things in gone for thing in things):
        counts[thing] -= 1
        if not counts[thing]:
            del counts[thing]
    return counts


def ids(objects: Iterable[object]) -> tuple[int, ...]:
    """The identities of the objects, for a key that knows them by these; the objects must be held beside it."""
    return tuple(map(id, objects))


_EMPTY: MemoTable[Any] = MemoTable(is_kept=False)
NO_MEMO = Memo(is_kept=False)
"""Remembers nothing."""
