"""The precision of each sieve, and mentions that carry it."""

from dossier.annotate.doc import Mention
from dossier.model import Form, Sieve
from dossier.text.weights import weight_table

WEIGHTS = weight_table("dossier.annotate.actors", "link_weights.toml")
"""How sure a link is: the precision of each sieve, of links in doubt, and the weights of the features of others."""
_UNWEIGHED = (Sieve.NAME, Sieve.JUDGEMENT, Sieve.WATCHLIST)
"""Names, what the analyst says, and matches of the watchlist have confidence 1."""

LINK_PRECISION = {sieve: WEIGHTS.share(f"sieve.{sieve.name.lower()}") for sieve in Sieve if sieve not in _UNWEIGHED}
"""The share of right links of each sieve (0 to 1). Pronouns and descriptions that refer back get their own later."""


def linked_mention(start: int, end: int, head: int, form: Form, sieve: Sieve) -> Mention:
    """A mention with the precision of the sieve that links it as its confidence."""
    return Mention(start=start, end=end, head=head, form=form, sieve=sieve, confidence=LINK_PRECISION[sieve])
