"""The line breaks of a text."""

from dossier.annotate.parsed import Parsed


def line_breaks(doc: Parsed) -> list[int]:
    """The indices of the tokens that hold a line break."""
    return [i for i in doc.pos.where(("SPACE",)) if "\n" in doc.words[i]]
