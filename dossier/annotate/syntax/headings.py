"""The tokens of headings, and of the headline among them."""

from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import SUBJECTS

_LONGEST_LABEL = 9
"""The tokens of a heading up to which it may be a mere label: "Frequently asked questions". Set by hand."""


def heading_tokens(doc: Parsed) -> set[int]:
    """The indices of the tokens in headings, the headline included."""
    return {i for start, end in doc._.headings for i in range(start, end)}


def headline(doc: Parsed) -> range:
    """The token indices of the headline: the heading that opens the text, if it has a verb with a subject, or is long.

    The range is empty where there is none. Headings within a text are titles of its parts.
    """
    opening = opening_heading(doc)
    if len(opening) > _LONGEST_LABEL:
        return opening
    subjects = (doc[i] for i in opening if doc[i].dep_ in SUBJECTS)
    return opening if any(subject.head.pos_ == "VERB" for subject in subjects) else range(0)


def opening_heading(doc: Parsed) -> range:
    """The token indices of the heading that opens the text, whatever it says; empty where there is none."""
    start, end = doc._.headings[0] if doc._.headings else (0, 0)
    return range(start, end) if all(doc[i].is_space for i in range(start)) else range(0)
