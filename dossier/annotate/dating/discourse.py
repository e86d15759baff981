"""The lead of a report, and the mark of a day that is taken from elsewhere in it."""

from dossier.annotate.timex.units import approximate
from dossier.model import Basis, Dating, When

LEAD_SENTENCES = 3
"""How many sentences are the lead. Set by hand; no measurement of the number is recorded."""


def approximate_date(when: When, anchor: str) -> Dating:
    """Mark a single period approximate; an interval stays as it is.

    ``anchor`` is the id of the time that the date rests on, or "published".
    """
    first, last = when.first, when.last
    if first is not None and first == last:
        when = When.of(approximate(first))
    return Dating(when, Basis.RELATIVE, anchor)
