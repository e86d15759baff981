"""How the names of two groups of people are related, where news may have left out a suffix."""

from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.text.person_names import Fit, fit, generation, without_generation
from dossier.text.weights import weight_table

_SELDOM = weight_table("dossier.resolve.actors", "actor_weights.toml").share("suffix_left_out_beside")


def group_fit(left: ChainGroup, right: ChainGroup) -> Fit:
    """How the names are related; "Jr." and the like do not count where the other name may have left it out.

    "King Idris" is no Peter Idris: a style and one name fit only somebody with that first name, or of that style.
    """
    found = fit(left.key, right.key)
    if found is Fit.SHORT and _is_by_other_style(*sorted((left, right), key=lambda group: len(group.words))):
        return Fit.NONE
    if found is Fit.RELATIVE and _may_leave_out_a_suffix(left, right):
        return fit(without_generation(left.key), without_generation(right.key))
    return found


def _is_by_other_style(short: ChainGroup, full: ChainGroup) -> bool:
    """Whether a style that the full name never has stands before the one name, which is not the first of the full."""
    return bool(short.styles) and short.styles.isdisjoint(full.styles) and short.words != full.words[:1]


def _may_leave_out_a_suffix(left: ChainGroup, right: ChainGroup) -> bool:
    """Whether one name alone has a suffix, both are said to have one office, and articles seldom have both names.

    A parent and a child of one name stand side by side again and again, or are something else.
    """
    if bool(generation(left.key)) == bool(generation(right.key)) or left.roles.isdisjoint(right.roles):
        return False
    both = len(left.articles & right.articles)
    return both <= _SELDOM * min(len(left.articles), len(right.articles))
