"""Other names that articles give someone, and which of several who are given one bears it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from math import log2

from dossier.model import Reason, Signal
from dossier.resolve.actors.body_names import letters
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.profiles import Stated
from dossier.text.person_names import Fit, fit

_SAID = 6.0
_MOST = 10.0
_CONTESTED = -12.0
_RIVALS = 20
_STRANGERS = (Fit.NONE, Fit.RELATIVE)


class Statements:
    """For each name (canonical) the groups that articles give it to, and where they do."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._holders: dict[str, dict[Group, list[Stated]]] = {}
        for group in groups:
            for said in group.stated:
                self._holders.setdefault(said.key, {}).setdefault(group, []).append(said)
        self._ranked = {key: _ranked(holders) for key, holders in self._holders.items()}

    def between(self, left: Group, right: Group) -> Iterator[Reason]:
        """What the articles say for the two being one: the one is given the name of the other, or both one name."""
        for one, other in ((left, right), (right, left)):
            if found := self._holders.get(other.key, {}).get(one):
                yield from self._reasons(one, other.key, found)
                return
        for said in left.stated:
            if found := self._holders[said.key].get(right):
                yield from self._reasons(right, said.key, found)
                if not self.rival(right, said.key):
                    yield from self._contest(left, said.key, said.text)
                return

    def rival(self, holder: Group, key: str) -> Group | None:
        """Whoever else is given that name by more articles, and can not be the same by name."""
        ranked = self._ranked.get(key, ())
        ours = next((count for count, group in ranked if group is holder), 0)
        more = takewhile(lambda one: one[0] > ours, ranked)
        return next((group for _, group in more if _are_strangers(group, holder)), None)

    def _reasons(self, holder: Group, key: str, found: Sequence[Stated]) -> Iterator[Reason]:
        first = min(found, key=lambda said: (said.article, said.quote))
        articles = _articles(found)
        often = f" in {articles} articles" if articles > 1 else ""
        signal = Signal.ACRONYM if letters(first.text) else Signal.STATEMENT
        weight = min(_MOST, _SAID + log2(articles))
        yield Reason(signal, weight, f"{holder.name} is also called {first.text}{often}", first.article, first.quote)
        yield from self._contest(holder, key, first.text)

    def _contest(self, holder: Group, key: str, text: str) -> Iterator[Reason]:
        if rival := self.rival(holder, key):
            yield Reason(Signal.STATEMENT, _CONTESTED, f"more articles give the name {text} to {rival.name}")


def _ranked(holders: Mapping[Group, Sequence[Stated]]) -> list[tuple[int, Group]]:
    """How many articles give the name to each, the most first."""
    counted = ((_articles(said), group) for group, said in holders.items())
    return sorted(counted, key=lambda one: (-one[0], one[1].key, one[1].first))[:_RIVALS]


def _articles(found: Iterable[Stated]) -> int:
    return len({said.article for said in found})


def _are_strangers(left: Group, right: Group) -> bool:
    if left is right or left.key == right.key:
        return False
    return not (left.is_person and right.is_person) or fit(left.key, right.key) in _STRANGERS
