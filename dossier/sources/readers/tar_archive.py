"""A tar archive: each file in it goes to the reader of its kind. Nothing is unpacked on the disk."""

import tarfile
from collections.abc import Iterator
from typing import Self

from dossier.sources.allowance import Allowance
from dossier.sources.member_names import is_hidden, own_name, shown_name
from dossier.sources.reader import Enclosed, InputFile, Part, Reader
from dossier.sources.unpacking import UNPACK_IT, UnpackedStream, damaged
from dossier.sources.unreadable import Unreadable

_MAGIC, _MAGIC_PLACE = b"ustar", 257
_MAX_HEADER_BYTES = 1_000_000
"""Bytes of the longest header with a long name or further fields, which tarfile takes into memory. Set by hand."""


class _LimitedHeader(tarfile.TarInfo):
    """The header of a member. Raises Unreadable for one that says that it goes on and on."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The header in these bytes."""
        found = super().frombuf(buf, encoding, errors)
        if found.type not in tarfile.REGULAR_TYPES and found.size > _MAX_HEADER_BYTES:
            raise Unreadable(f"a header of more than {_MAX_HEADER_BYTES:,} bytes", UNPACK_IT)
        return found


def _recognises(start: bytes) -> bool:
    return start[_MAGIC_PLACE:].startswith(_MAGIC)


def _read(file: InputFile) -> Iterator[Part]:
    is_begun = False
    try:
        with tarfile.open(fileobj=file.stream, mode="r|", tarinfo=_LimitedHeader) as archive:
            for member in archive:
                is_begun = True
                # the archive would keep all headers
                archive.members.clear()  # type: ignore[attr-defined]
                yield from _part(archive, member, file.allowance)
    except tarfile.TarError as error:
        raise damaged(is_begun=is_begun) from error


def _part(archive: tarfile.TarFile, member: tarfile.TarInfo, allowance: Allowance) -> Iterator[Part]:
    place = f"/{shown_name(member.name)}"
    if member.isdir() or is_hidden(member.name):
        return
    if member.issym() or member.islnk():
        yield Part(Unreadable("a link, which is not followed in an archive", UNPACK_IT), place)
    elif stream := archive.extractfile(member):
        unpacked = UnpackedStream(stream, allowance)
        yield Part(Enclosed(own_name(member.name), unpacked), place)
        if unpacked.is_damaged or unpacked.is_unreadable:
            # what comes behind cannot be found: the archive would look for it byte by byte
            raise damaged(is_begun=True)


TAR_ARCHIVE = Reader(name="a tar archive", suffixes=(".tar",), read=_read, recognises=_recognises)
