"""How much is gained from deciding on a doubt."""

from dossier.model import Link


def worth(link: Link, needed: float) -> tuple[float, str]:
    """A sort key, the most valuable first: how much hangs on it by how far it is from the bits that are ``needed``.

    What was made one against all evidence is as doubtful as can be.
    """
    is_against = link.is_merged and link.weight < 0
    uncertainty = 1.0 if is_against else 1 / (1 + abs(link.weight - needed))
    return round(-uncertainty * link.value, 9), repr((link.left, link.right))
