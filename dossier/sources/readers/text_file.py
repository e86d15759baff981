"""A text file: one article, or those that a press database exported."""

from collections.abc import Iterator

from dossier.sources import decode
from dossier.sources.draft import Draft
from dossier.sources.press.press_bundles import told_apart
from dossier.sources.reader import InputFile, Part, Reader, numbered


def _read(file: InputFile) -> Iterator[Part]:
    yield from numbered(told_apart(Draft(text=decode.text(file.content()))))


TEXT_FILE = Reader(name="a text", suffixes=(".txt", ".text"), read=_read)
