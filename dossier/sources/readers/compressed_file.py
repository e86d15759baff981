"""A file that is compressed by itself (gzip, bzip2, xz): what it is then is for another reader."""

import bz2
import gzip
import lzma
from collections.abc import Iterator
from typing import Any

from dossier.sources.reader import Enclosed, InputFile, Part, Reader
from dossier.sources.unpacking import UnpackedStream, damaged

_OPENERS: dict[bytes, Any] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
_SHORT_FOR_TAR = dict.fromkeys((".tgz", ".tbz2", ".txz"), ".tar")


def _recognises(start: bytes) -> bool:
    return start.startswith(tuple(_OPENERS))


def _read(file: InputFile) -> Iterator[Part]:
    opener = next((_OPENERS[magic] for magic in _OPENERS if file.start().startswith(magic)), gzip.open)
    with opener(file.stream, "rb") as unpacked:
        stream = UnpackedStream(unpacked, file.allowance)
        yield Part(Enclosed(_name_inside(file.name), stream))
    if stream.is_damaged:
        raise damaged(is_begun=True)


def _name_inside(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return (stem or name) + _SHORT_FOR_TAR.get(dot + ending.lower(), "")


COMPRESSED_FILE = Reader(
    name="a compressed file",
    suffixes=(".gz", ".bz2", ".xz", *_SHORT_FOR_TAR),
    read=_read,
    recognises=_recognises,
)
