"""Read what stands on standard input: JSON Lines as they come, or one file of a kind that its first bytes show."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dossier.sources.allowance import Allowance
from dossier.sources.opened import ReadItem, read_items
from dossier.sources.reader import MAX_FILE_BYTES, InputFile
from dossier.sources.readers import json_file
from dossier.sources.records import jsonl
from dossier.sources.registry import Readers
from dossier.sources.unreadable import Unreadable, explain_os_error

_PLACE = "stdin"
_NAME = f"{_PLACE}.txt"
"""Without signs of another kind it is a text."""


class _Joined(io.RawIOBase):
    """The head of a stream, which was read already, and the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes; the number of them, 0 at the end."""
        data = self._head.read(len(buffer))
        data += self._rest.read(len(buffer) - len(data))
        buffer[: len(data)] = data
        return len(data)


def from_stdin(stream: BinaryIO, readers: Readers) -> Iterator[ReadItem]:
    """The articles on standard input: JSON Lines if its first line begins an object, else one file."""
    try:
        lines = jsonl.lines(stream)
        head = _head(lines)
        if head and json_file.is_line(head[-1]):
            yield from (ReadItem(f"{_PLACE}{place}", found) for place, found in jsonl.read(chain(head, lines)))
        else:
            whole = _Joined(b"".join(head), stream)
            yield from read_items(InputFile.of(_NAME, whole, Allowance(0)), _PLACE, readers)
    except Unreadable as problem:
        yield ReadItem(_PLACE, problem)
    except OSError as error:
        yield ReadItem(_PLACE, explain_os_error(error))


def _head(lines: Iterator[bytes]) -> list[bytes]:
    """The lines up to the first that is not blank, or to ``MAX_FILE_BYTES`` of blank ones."""
    head: list[bytes] = []
    size = 0
    for line in lines:
        head.append(line)
        size += len(line)
        if line.strip() or size > MAX_FILE_BYTES:
            break
    return head
