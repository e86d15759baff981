"""Whether two mentions count alike: what each counts, and the numbers of their sentences."""

from collections.abc import Sequence
from itertools import product

from dossier.model import Quantity
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import are_in_one_article
from dossier.resolve.events.shared.sentence_similarity import sentence_similarity


def comparable_quantities(one: MentionFeatures, other: MentionFeatures) -> list[tuple[Quantity, Quantity]]:
    """The pairs of numbers that count the same thing in the same unit, and are known at least from one side."""
    return [
        (left, right)
        for left, right in product(one.mention.evidence.quantities, other.mention.evidence.quantities)
        if (left.kind, left.unit) == (right.kind, right.unit) and _count(left) is not None and _count(right) is not None
    ]


def count_otherwise(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether what one counts the other does not count alike: "13,000 fell ill" of two days, a part and the whole."""
    told = (*one.mention.evidence.quantities, *other.mention.evidence.quantities)
    if all(_count(it) is None for it in told):
        return False
    pairs = comparable_quantities(one, other)
    return not pairs or greatest_differ(pairs)


def both_count(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each gives the number of something: "26 cases", "seven countries"."""
    told = (it.mention.evidence.quantities for it in (one, other))
    return all(any(_count(quantity) is not None for quantity in quantities) for quantities in told)


def greatest_differ(pairs: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether the greatest counts of the two sides differ: "killed 159 here and one there", "killed 176 and one"."""
    if not pairs:
        return False
    left = max((one for one, _ in pairs), key=lambda quantity: _count(quantity) or 0)
    right = max((other for _, other in pairs), key=lambda quantity: _count(quantity) or 0)
    # "up to 60" is said of 60, but "more than 60" is a later count
    if left.most is not None and right.most is not None:
        return left.most != right.most
    return (left.least, left.most) != (right.least, right.most)


def give_other_numbers(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the numbers near the triggers differ where the sentences are much alike: "rated it three of six"."""
    left, right = one.context.numbers, other.context.numbers
    if not (left - right and right - left) or sentence_similarity(one, other) < weights.MUCH_ALIKE:
        return False
    return not comparable_quantities(one, other)


def says_other_numbers(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether somebody says other numbers in each of two articles: two sayings, however alike their words."""
    if are_in_one_article(one, other):
        return False
    return one.mention.type.reporting and other.mention.type.reporting and one.numbers != other.numbers


def have_same_numbers(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one sentence has all the numbers of the other."""
    return one.numbers <= other.numbers or other.numbers <= one.numbers


def _count(quantity: Quantity) -> float | None:
    """The number that is given, be it exact or a bound: 60 of "at least 60" and of "up to 60"."""
    return quantity.most if quantity.least is None else quantity.least
