"""Whom a reader might take for one: people of one surname, who are kept apart."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dossier.model import Link, Reason, Signal
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.shared_context import naming_both
from dossier.text.person_names import Fit, fit

_LARGEST = 12
_SHOWN = 3
_OTHER_GIVEN = -8.0


def relatives(groups: Sequence[Group], actors: Iterable[Sequence[int]]) -> Mapping[int, list[Link]]:
    """For each actor (the number of its first group) links to those of its surname, three at most.

    First those who are in the same articles, then the most mentioned. A surname that very many bear says nothing.
    """
    of_name: dict[str, list[tuple[int, Group]]] = {}
    for numbers in actors:
        full = [groups[n] for n in numbers if groups[n].is_person and len(groups[n].words) > 1]
        if full:
            main = max(full, key=lambda group: (group.mentions, group.key))
            of_name.setdefault(main.words[-1], []).append((numbers[0], main))
    found: dict[int, list[Link]] = {}
    for bearers in of_name.values():
        if 1 < len(bearers) <= _LARGEST:
            for head, links in _among(bearers).items():
                found.setdefault(head, []).extend(links)
    return found


def _among(bearers: Sequence[tuple[int, Group]]) -> dict[int, list[Link]]:
    ranked: dict[int, list[tuple[int, int, Link]]] = {}
    for (one, left), (other, right) in combinations(bearers, 2):
        if fit(left.key, right.key) is not Fit.RELATIVE:
            continue
        shared = len(left.articles & right.articles)
        beside = f"; {naming_both(shared)}" if shared else ""
        said = f"{left.name} and {right.name} share a surname, but have other given names{beside}"
        reason = Reason(Signal.SPELLING, _OTHER_GIVEN, said)
        link = Link(left.pointer(), right.pointer(), (reason,), False, min(left.mentions, right.mentions))
        for head in (one, other):
            ranked.setdefault(head, []).append((shared, link.value, link))
    return {
        head: [link for _, _, link in sorted(links, key=lambda one: (-one[0], -one[1], repr(one[2])))[:_SHOWN]]
        for head, links in ranked.items()
    }
