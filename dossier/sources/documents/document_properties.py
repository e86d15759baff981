"""What a document says of itself, in the terms of Dublin Core."""

from dossier.sources.documents.document_archive import DocumentArchive
from dossier.sources.documents.document_xml import parsed
from dossier.sources.unreadable import Unreadable

_DC = "{http://purl.org/dc/elements/1.1/}"


def title_in_text(archive: DocumentArchive, member: str, text: str) -> str | None:
    """The title that a member of the document states, if the text has it, too: many are those of a template.

    The days on which a document was made and changed are none of its publication, so nobody asks for them.
    """
    try:
        stated = parsed(archive.member(member)).find(f".//{_DC}title")
    except Unreadable:
        return None
    title = " ".join((stated.text or "").split()) if stated is not None else ""
    return title if title and title.casefold() in " ".join(text.split()).casefold() else None
