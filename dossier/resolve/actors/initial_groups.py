"""The groups to compare: the chains of one name and sort, but people of one name only where more speaks for it."""

from collections.abc import Iterable, Sequence

from dossier.model import Link
from dossier.resolve.actors.chain_groups import Group, Sort
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.kind_votes import by_sort, elected
from dossier.resolve.actors.namesakes import namesakes
from dossier.resolve.actors.profiles import Profile
from dossier.resolve.rulings import Member, Rulings

_Sides = frozenset[tuple[int, int]]


def gather(profiles: Iterable[Profile], corpus: Corpus, rulings: Rulings) -> tuple[list[Group], list[Link]]:
    """The groups, sorted by name and first chain, and what is doubtful about people of one name.

    No group holds chains that a judgement keeps apart, or tells from those of the same name.
    """
    named: dict[str, list[Profile]] = {}
    for profile in profiles:
        named.setdefault(profile.key, []).append(profile)
    sides = _sides(rulings)
    groups: list[Group] = []
    doubts: list[Link] = []
    for key in sorted(named):
        for sort, same in sorted(by_sort(key, named[key]).items()):
            for judged in _judged(sorted(same, key=lambda profile: profile.member), sides):
                if sort is Sort.PERSON:
                    found, near = namesakes(key, judged, corpus)
                    groups += found
                    doubts += near
                else:
                    groups.append(Group(key, sort, elected(key, judged), tuple(judged)))
    return groups, doubts


def _sides(rulings: Rulings) -> dict[Member, _Sides]:
    """For each chain that a judgement tells from others the judgements and their sides."""
    sides: dict[Member, set[tuple[int, int]]] = {}
    for number, pair in enumerate((*rulings.different, *rulings.unsure)):
        for side, members in enumerate(pair):
            for member in members:
                sides.setdefault(member, set()).add((number, side))
    return {member: frozenset(found) for member, found in sides.items()}


def _judged(profiles: Sequence[Profile], sides: dict[Member, _Sides]) -> Iterable[list[Profile]]:
    """The profiles by the sides that judgements put them on."""
    found: dict[_Sides, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(sides.get(profile.member, frozenset()), []).append(profile)
    return found.values()
