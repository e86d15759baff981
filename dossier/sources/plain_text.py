"""Plain text: the article is what the file says, to the last character."""

from dossier.sources import decode
from dossier.sources.draft import Draft


def read(data: bytes) -> Draft:
    """The text of a UTF-8 file; it has no title, since none of its lines says that it is one.

    Raises Unreadable when it is binary, in another encoding, or blank.
    """
    return Draft(text=decode.text(data))
