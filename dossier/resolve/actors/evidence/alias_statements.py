"""Aliases that articles state, as evidence for a merge; and which of several groups has most claim to an alias."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from math import log2

from dossier.model import Reason, Signal
from dossier.resolve.actors.evidence.body_names import acronym_letters
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.profiles import StatedAlias
from dossier.text.person_names import Fit, fit
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_STATED_ALIAS, _MAX_FOR_ALIAS = _WEIGHTS.bits("stated_alias"), _WEIGHTS.bits("stated_alias_at_most")
_ALIAS_OF_ANOTHER = _WEIGHTS.bits("alias_of_another")
_MAX_CLAIMANTS = _WEIGHTS.count("claimants_of_alias", "groups")
_NOT_ONE_PERSON = (Fit.NONE, Fit.RELATIVE)


class AliasStatements:
    """For each stated alias (canonical) its claimants, the groups to which articles give it, with the statements."""

    def __init__(self, groups: Iterable[ChainGroup]) -> None:
        self._claimants: dict[str, dict[ChainGroup, list[StatedAlias]]] = {}
        for group in groups:
            for alias in group.stated_aliases:
                self._claimants.setdefault(alias.key, {}).setdefault(group, []).append(alias)
        self._ranked = {key: _ranked(claimants) for key, claimants in self._claimants.items()}

    def reasons_between(self, left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
        """Evidence for one actor: an article gives one group the other's name as an alias, or both the same alias.

        An acronym of both says nothing: two bodies may have one acronym. With the evidence comes evidence against one
        actor, where another group has a stronger claim to the alias.
        """
        for one, other in ((left, right), (right, left)):
            if found := self._claimants.get(other.key, {}).get(one):
                yield from self._reasons(one, other.key, found)
                return
        for alias in left.stated_aliases:
            if not acronym_letters(alias.text) and (found := self._claimants[alias.key].get(right)):
                yield from self._reasons(right, alias.key, found)
                if not self.stronger_claimant(right, alias.key):
                    yield from self._reason_against(left, alias.key, alias.text)
                return

    def stronger_claimant(self, claimant: ChainGroup, key: str) -> ChainGroup | None:
        """The group to which the most articles give the alias, more than to the claimant; None where there is none.

        A group does not count if it may be the same actor: it has the same name, or both are people whose names fit.
        """
        ranked = self._ranked.get(key, ())
        own_articles = next((count for count, group in ranked if group is claimant), 0)
        stronger = takewhile(lambda one: one[0] > own_articles, ranked)
        return next((group for _, group in stronger if _have_unlike_names(group, claimant)), None)

    def _reasons(self, claimant: ChainGroup, key: str, found: Sequence[StatedAlias]) -> Iterator[Reason]:
        first = min(found, key=lambda alias: (alias.article, alias.quote))
        articles = _count_articles(found)
        often = f" in {articles} articles" if articles > 1 else ""
        signal = Signal.ACRONYM if acronym_letters(first.text) else Signal.STATEMENT
        weight = min(_MAX_FOR_ALIAS, _STATED_ALIAS + log2(articles))
        said = f"{claimant.name} is also called {first.text}{often}"
        yield Reason(signal, weight, said, article=first.article, quote=first.quote)
        yield from self._reason_against(claimant, key, first.text)

    def _reason_against(self, claimant: ChainGroup, key: str, text: str) -> Iterator[Reason]:
        if stronger := self.stronger_claimant(claimant, key):
            said = f"more articles give the name {text} to {stronger.name}"
            yield Reason(Signal.STATEMENT, _ALIAS_OF_ANOTHER, said)


def _ranked(claimants: Mapping[ChainGroup, Sequence[StatedAlias]]) -> list[tuple[int, ChainGroup]]:
    """The claimants with the number of articles that give them the alias, the most first, twenty at most."""
    counted = ((_count_articles(aliases), group) for group, aliases in claimants.items())
    return sorted(counted, key=lambda one: (-one[0], one[1].key, one[1].first))[:_MAX_CLAIMANTS]


def _count_articles(aliases: Iterable[StatedAlias]) -> int:
    return len({alias.article for alias in aliases})


def _have_unlike_names(left: ChainGroup, right: ChainGroup) -> bool:
    """Whether the names differ, and are not two names that one person may have."""
    if left is right or left.key == right.key:
        return False
    return not (left.is_person and right.is_person) or fit(left.key, right.key) in _NOT_ONE_PERSON
