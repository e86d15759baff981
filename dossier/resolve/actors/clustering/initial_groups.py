"""The groups to start from: chains of one name and broad kind. People are split further: see ``same_full_name``."""

from collections.abc import Iterable, Sequence

from dossier.model import Link
from dossier.resolve.actors.clustering.same_full_name import merge_namesakes
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.evidence.kind_votes import elected_kind, split_by_broad_kind
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup
from dossier.resolve.actors.traits.profiles import Profile
from dossier.resolve.rulings.rulings import ChainKey, Rulings

_Sides = frozenset[tuple[int, int]]
"""The sides of judgements that a chain is on: number of the judgement, and side in it (0 or 1)."""


def group_chains(profiles: Iterable[Profile], corpus: Corpus, rulings: Rulings) -> tuple[list[ChainGroup], list[Link]]:
    """The groups, sorted by canonical name, and the doubtful merges among people of one name.

    All chains of a group are on the same sides of all "different" and "unsure" judgements, or on none.
    """
    by_name: dict[str, list[Profile]] = {}
    for profile in profiles:
        by_name.setdefault(profile.key, []).append(profile)
    sides = _sides(rulings)
    groups: list[ChainGroup] = []
    doubts: list[Link] = []
    for key in sorted(by_name):
        is_surname = corpus.is_surname(key)
        for kind, same_kind in sorted(split_by_broad_kind(key, by_name[key], is_surname).items()):
            for same_side in _split_by_sides(sorted(same_kind, key=lambda profile: profile.member), sides):
                if kind is BroadKind.PERSON:
                    people, doubtful = merge_namesakes(key, same_side, corpus)
                    groups += people
                    doubts += doubtful
                else:
                    groups.append(ChainGroup(key, kind, elected_kind(key, same_side, is_surname), tuple(same_side)))
    return groups, doubts


def _sides(rulings: Rulings) -> dict[ChainKey, _Sides]:
    """For each chain that a judgement keeps apart from others, the sides that it is on."""
    sides: dict[ChainKey, set[tuple[int, int]]] = {}
    for number, pair in enumerate((*rulings.different, *rulings.unsure)):
        for side, members in enumerate(pair):
            for member in members:
                sides.setdefault(member, set()).add((number, side))
    return {member: frozenset(found) for member, found in sides.items()}


def _split_by_sides(profiles: Sequence[Profile], sides: dict[ChainKey, _Sides]) -> Iterable[list[Profile]]:
    """The profiles in groups that are on the same sides of all judgements."""
    found: dict[_Sides, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(sides.get(profile.member, frozenset()), []).append(profile)
    return found.values()
