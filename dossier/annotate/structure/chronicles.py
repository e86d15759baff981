"""Pages that call themselves a timeline: they are kept day by day, and go on after the day that they were put up."""

import re

from dossier.annotate.structure.words import OPT, any_of

_LABELLED = re.compile(rf"^\W*(?i:{any_of('names_of_a_chronicle')})\b{OPT}(?:[:–—-]|of\b|$)")


def is_called_chronicle(heading: str | None) -> bool:
    """Whether a title, or the first line of a text, says that what follows is a timeline.

    >>> is_called_chronicle("TIMELINE: The strike at the yard"), is_called_chronicle("Timeline talks fail")
    (True, False)
    """
    return heading is not None and bool(_LABELLED.search(heading.strip()))
