"""Judgements on actors alone: their names, kinds, descriptions, and names that are nobody's."""

from collections.abc import Mapping

from dossier.model import (
    DescriptionChoice,
    DescriptionRejection,
    Judgement,
    Kind,
    NameRejection,
    Reclassification,
    Rejection,
    Renaming,
)
from dossier.resolve.interpreting.pointer_reading import PointerReader
from dossier.resolve.rulings.consistency import ConsistentIdentities
from dossier.resolve.rulings.rulings import ChainKey
from dossier.text.repair import folded_words

ActorDecision = Renaming | Rejection | Reclassification | NameRejection | DescriptionRejection | DescriptionChoice
"""A decision on an actor alone."""


class ActorRulings:
    """Collects the judgements on actors, in the order in which they were made."""

    def __init__(self, pointers: PointerReader) -> None:
        """No ruling yet; what means nothing is reported to ``pointers``."""
        self._pointers = pointers
        self._names: list[tuple[frozenset[ChainKey], str]] = []
        self._of_actors: dict[ChainKey, list[Judgement]] = {}
        self.rejected: set[ChainKey] = set()
        self.kinds: dict[ChainKey, Kind] = {}

    def add(self, judgement: Judgement, decision: ActorDecision) -> None:
        """Note what the judgement says of the chains of its actor."""
        chains = frozenset(named.key for named in self._pointers.chains(judgement, decision.actor))
        match decision:
            case Rejection():
                self.rejected |= chains
                return
            case Renaming():
                self._names.append((chains, decision.name))
            case Reclassification():
                self.kinds |= dict.fromkeys(chains, decision.kind)
            case NameRejection():
                if chains and not self._pointers.claims.chains_with_name(decision.name):
                    self._pointers.without_effect(judgement, f"'{decision.name}' is read as nobody's name")
                    return
            case DescriptionRejection():
                if chains and not self._pointers.claims.has_description(decision.description):
                    self._pointers.without_effect(judgement, f"'{decision.description}' is read of nobody")
                    return
        for chain in chains:
            self._of_actors.setdefault(chain, []).append(judgement)

    def of_actors(self) -> Mapping[ChainKey, tuple[Judgement, ...]]:
        """What stands at the head of a dossier by judgement, by chain; reports what contradicts itself."""
        for judgements in {tuple(found) for found in self._of_actors.values()}:
            self._report_disputes(judgements)
        return {key: tuple(self._of_actors[key]) for key in sorted(self._of_actors)}

    def names(self, actors: ConsistentIdentities[ChainKey]) -> Mapping[ChainKey, str]:
        """The new name of each renamed chain, and of all chains judged the same as one; of two the later."""
        group_of = {chain: group for group in actors.groups for chain in group}
        names: dict[ChainKey, str] = {}
        for chains, name in self._names:
            for group in {group_of.get(chain, frozenset([chain])) for chain in chains}:
                names.update(dict.fromkeys(group, name))
        return dict(sorted(names.items()))

    def _report_disputes(self, judgements: tuple[Judgement, ...]) -> None:
        chosen = {
            folded_words(one.decision.description): one
            for one in judgements
            if isinstance(one.decision, DescriptionChoice)
        }
        for one in judgements:
            if isinstance(one.decision, DescriptionRejection):
                other = chosen.get(folded_words(one.decision.description))
                if other:
                    self._pointers.dispute([one, other], "the description that is chosen stands")
