"""People of one surname who are kept apart, shown because a reader might take them for one."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dossier.model import Link, Reason, Signal
from dossier.resolve.actors.evidence.group_fit import group_fit
from dossier.resolve.actors.evidence.shared_context import articles_naming_both
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.text.person_names import Fit
from dossier.text.weights import weight_table

_OTHER_GIVEN_NAME = weight_table("dossier.resolve.actors", "actor_weights.toml").bits("other_given_name")
_MAX_BEARERS = 12
"""Most people of one surname who are linked. Set by hand: a surname of more says nothing, and pairs would be many."""
_MAX_SHOWN = 3
"""Links shown for one actor. Set by hand, for a short list."""


def relative_links(groups: Sequence[ChainGroup], actors: Iterable[Sequence[int]]) -> Mapping[int, list[Link]]:
    """Links from each actor to relatives by name, three at most, by the number of the actor's first group.

    ``actors`` are the numbers of the groups of each actor. Those in the most articles with the actor come first, then
    those with the most mentions.
    """
    by_surname: dict[str, list[tuple[int, ChainGroup]]] = {}
    for numbers in actors:
        full_names = [groups[n] for n in numbers if groups[n].is_person and len(groups[n].words) > 1]
        if full_names:
            main = max(full_names, key=lambda group: (group.mentions, group.key))
            by_surname.setdefault(main.words[-1], []).append((numbers[0], main))
    found: dict[int, list[Link]] = {}
    for bearers in by_surname.values():
        if 1 < len(bearers) <= _MAX_BEARERS:
            for head, links in _links_among(bearers).items():
                found.setdefault(head, []).extend(links)
    return found


def _links_among(bearers: Sequence[tuple[int, ChainGroup]]) -> dict[int, list[Link]]:
    ranked: dict[int, list[tuple[int, int, Link]]] = {}
    for (one, left), (other, right) in combinations(bearers, 2):
        if group_fit(left, right) is not Fit.RELATIVE:
            continue
        shared = len(left.articles & right.articles)
        link = _link(left, right, shared)
        for head in (one, other):
            ranked.setdefault(head, []).append((shared, link.value, link))
    return {
        head: [link for _, _, link in sorted(links, key=lambda one: (-one[0], -one[1], repr(one[2])))[:_MAX_SHOWN]]
        for head, links in ranked.items()
    }


def _link(left: ChainGroup, right: ChainGroup, shared_articles: int) -> Link:
    beside = f"; {articles_naming_both(shared_articles)}" if shared_articles else ""
    said = f"they share a surname, but have other first names{beside}"
    return Link(
        left=left.pointer(),
        right=right.pointer(),
        reasons=(Reason(Signal.SPELLING, _OTHER_GIVEN_NAME, said),),
        is_merged=False,
        value=min(left.mentions, right.mentions),
    )
