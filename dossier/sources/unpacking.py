"""Streams of unpacked bytes: counted against the allowance of the user's file, and with words for what is damaged."""

import io
import lzma
import zlib
from gzip import BadGzipFile
from tarfile import TarError
from typing import Any, Protocol
from zipfile import BadZipFile

from dossier.sources.allowance import Allowance
from dossier.sources.unreadable import Unreadable

MAX_NESTED_BYTES = 200_000_000
"""Bytes of the largest file within a file that must lie in memory as a whole, such as a ZIP in a ZIP. Set by hand."""
UNPACK_IT = "unpack it, and name the folder"
_DAMAGED = (EOFError, zlib.error, lzma.LZMAError, BadGzipFile, BadZipFile, TarError)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class UnpackedStream(io.RawIOBase):
    """The bytes that come out of a decompressor, one after another.

    Reading raises AllowanceSpent when they are too many, and Unreadable when what was packed is cut off or damaged.
    """

    def __init__(self, packed: _Readable, allowance: Allowance) -> None:
        self._packed = packed
        self._allowance = allowance

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes; the number of them, 0 at the end."""
        try:
            data = self._packed.read(len(buffer))
        except _DAMAGED as error:
            raise damaged() from error
        except OSError as error:
            # bz2 says so of damaged data, without a number
            if error.errno is None:
                raise damaged() from error
            raise
        self._allowance.take_bytes(len(data))
        buffer[: len(data)] = data
        return len(data)


def damaged() -> Unreadable:
    """The error for packed data that ends too early or makes no sense."""
    return Unreadable("it is cut off or damaged; what came before is read", "get it again from where it came from")


def in_memory(stream: "io.BufferedReader[Any]") -> io.BufferedIOBase:
    """The same bytes, in a stream that can go back and forth: the stream itself where it is a file on the disk.

    Raises Unreadable when there are more than ``MAX_NESTED_BYTES``.
    """
    if isinstance(stream.raw, io.FileIO):
        return stream
    data = stream.read(MAX_NESTED_BYTES + 1)
    if len(data) > MAX_NESTED_BYTES:
        raise Unreadable(f"larger than {MAX_NESTED_BYTES:,} bytes within another file", UNPACK_IT)
    return io.BytesIO(data)
