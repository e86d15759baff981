"""Read plain text: the whole file is the text of the article."""

from dossier.sources import decode
from dossier.sources.draft import Draft


def read(data: bytes) -> Draft:
    """The text of a UTF-8 file. There is no title, since nothing marks a line as one.

    Raises Unreadable when the bytes are binary, in another encoding, or blank.
    """
    return Draft(text=decode.text(data))
