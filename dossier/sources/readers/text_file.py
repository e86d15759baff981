"""A text file: one article, or those that a press database exported."""

from collections.abc import Iterator

from dossier.sources import factiva, nexis, plain_text
from dossier.sources.reader import InputFile, Part, Reader, numbered


def _read(file: InputFile) -> Iterator[Part]:
    draft = plain_text.read(file.content())
    yield from numbered(nexis.drafts(draft.text) or factiva.drafts(draft.text) or [draft])


TEXT_FILE = Reader(name="a text", suffixes=(".txt", ".text"), read=_read)
