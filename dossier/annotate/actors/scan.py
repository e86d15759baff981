"""Where words of a kind stand in a Doc, by its arrays: a Token for every word of a text is slow to make."""

from collections.abc import Iterable

from dossier.annotate.parsed import Parsed


def where(doc: Parsed, attribute: str, words: Iterable[str]) -> list[int]:
    """The indices of the tokens whose attribute ("LOWER", "POS", …) is one of the words."""
    strings = doc.vocab.strings
    wanted = {int(strings[word]) for word in words}
    return [i for i, word in enumerate(doc.to_array(attribute).tolist()) if word in wanted]


def line_breaks(doc: Parsed) -> list[int]:
    """The indices of the tokens that hold a line break."""
    return [i for i in where(doc, "POS", ("SPACE",)) if "\n" in doc[i].text]
