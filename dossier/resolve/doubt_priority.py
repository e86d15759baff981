"""How much an analyst gains by deciding on a doubt."""

from dossier.model import Link


def priority_key(link: Link, bits_to_merge: float) -> tuple[float, str]:
    """A sort key that puts the most valuable doubt first.

    The value of a doubt is its uncertainty times the mentions that depend on it. The uncertainty is 1 at
    ``bits_to_merge`` and falls with the distance in bits from it. A merge against the evidence is wholly uncertain.
    Doubts of equal value are sorted by their two sides.
    """
    is_against_evidence = link.is_merged and link.weight < 0
    uncertainty = 1.0 if is_against_evidence else 1 / (1 + abs(link.weight - bits_to_merge))
    return round(-uncertainty * link.value, 9), repr((link.left, link.right))
