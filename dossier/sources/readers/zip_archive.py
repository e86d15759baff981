"""A ZIP archive: each file in it goes to the reader of its kind. Nothing is unpacked on the disk."""

import stat
import zipfile
from collections.abc import Iterator

from dossier.sources.allowance import Allowance
from dossier.sources.member_names import is_hidden, own_name, shown_name
from dossier.sources.reader import Enclosed, InputFile, Part, Reader
from dossier.sources.unpacking import UNPACK_IT, UnpackedStream, damaged, in_memory
from dossier.sources.unreadable import Unreadable

_MAGIC = b"PK\x03\x04"
_NAME_PLACE = 30
"""The byte at which the name of the first member begins (APPNOTE 4.3.7)."""
_DOCUMENT_STARTS = (b"mimetype", b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"customXml/")
"""The first members of word processors' documents, tables and e-books."""
_ENCRYPTED = 1
"""The bit of a member's flags (APPNOTE 4.4.4)."""


def _recognises(start: bytes) -> bool:
    return start.startswith(_MAGIC) and not start.startswith(_DOCUMENT_STARTS, _NAME_PLACE)


def _read(file: InputFile) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(in_memory(file.stream)) as archive:
            for member in archive.infolist():
                if not (member.is_dir() or is_hidden(member.filename)):
                    yield from _part(archive, member, file.allowance)
    except zipfile.BadZipFile as error:
        raise damaged() from error


def _part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: Allowance) -> Iterator[Part]:
    place = f"/{shown_name(member.filename)}"
    if stat.S_ISLNK(member.external_attr >> 16):
        yield Part(Unreadable("a link, which is not followed in an archive", UNPACK_IT), place)
    elif member.flag_bits & _ENCRYPTED:
        yield Part(Unreadable("it is encrypted", "unpack it with its password, and name the folder"), place)
    else:
        try:
            stream = archive.open(member)
        except (NotImplementedError, zipfile.BadZipFile) as error:
            yield Part(Unreadable(f"it cannot be unpacked: {error}", UNPACK_IT), place)
            return
        with stream:
            unpacked = UnpackedStream(stream, allowance)
            yield Part(Enclosed(own_name(member.filename), unpacked), place)
            if unpacked.is_damaged:
                yield Part(damaged(is_begun=True), place)


ZIP_ARCHIVE = Reader(name="a ZIP archive", suffixes=(".zip",), read=_read, recognises=_recognises)
