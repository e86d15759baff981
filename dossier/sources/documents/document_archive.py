"""The members of a document that is a ZIP archive of XML: of a word processor, of a table, an e-book."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from dossier.sources.allowance import MAX_MEMBERS, Allowance
from dossier.sources.reader import InputFile
from dossier.sources.unpacking import UnpackedStream, damaged
from dossier.sources.unreadable import Unreadable

MAX_DOCUMENT_BYTES = 64_000_000
"""Bytes of the largest document; its pictures are most of it. Set by hand."""
MAX_UNPACKED_BYTES = 200_000_000
"""Bytes that a document may unpack to. Set by hand: the XML of a million characters takes some 20 million."""


class DocumentArchive:
    """A document's members, each unpacked within what the user's file may unpack to."""

    def __init__(self, archive: zipfile.ZipFile, allowance: Allowance) -> None:
        self._archive = archive
        self._allowance = allowance
        self.names = frozenset(archive.namelist())

    def member(self, name: str) -> bytes:
        """The bytes of a member. Raises Unreadable when there is none, it is damaged, or unpacks to too much."""
        if name not in self.names:
            raise Unreadable(f"it has no {name}", "open it in the program that it is of, and save it again")
        with self._archive.open(name) as packed:
            data = UnpackedStream(packed, self._allowance)
            return data.read(MAX_UNPACKED_BYTES) or b""


@contextmanager
def opened(data: bytes, file: InputFile) -> Iterator[DocumentArchive]:
    """The members of a document.

    Raises Unreadable when it is no ZIP archive, is damaged, or it would unpack to more than ``MAX_UNPACKED_BYTES``.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise Unreadable(f"it unpacks to more than {MAX_UNPACKED_BYTES:,} bytes", "split it into several files")
            yield DocumentArchive(archive, file.allowance)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise damaged() from error
