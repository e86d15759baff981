"""What a reader of one kind of file gets and gives: the interface that plug-ins are written to.

A reader is a value in the entry-point group ``dossier.readers``, where the shipped ones are found, too.
docs/extending.md shows how one is written.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, BinaryIO, cast

from dossier.model import Marking
from dossier.sources.allowance import Allowance
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

MAX_FILE_BYTES = 8_000_000
"""Bytes of the largest file of one article; ``MAX_CHARACTERS`` in UTF-8 take at most half of it. Set by hand."""
ByteStream = BinaryIO | io.RawIOBase | io.BufferedIOBase
"""Bytes that are read one after another."""
START_BYTES = 4096
"""Bytes by which a reader recognises a file of its kind. Set by hand."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file, or a member of one: its ``name`` without folders, and its bytes, which can be read once.

    ``allowance`` is what may still come out of the user's file, for readers that unpack. ``columns`` are those that the
    user named for the parts of an article, for readers of tables: the part by the column.
    """

    name: str
    stream: "io.BufferedReader[Any]"
    allowance: Allowance
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, name: str, stream: ByteStream, allowance: Allowance, columns: Mapping[str, str] = MappingProxyType({})
    ) -> "InputFile":
        """The file with this name and this stream, which stands at its start."""
        if not isinstance(stream, io.BufferedReader):
            stream = io.BufferedReader(cast("Any", stream))
        return cls(name, stream, allowance, columns)

    def start(self) -> bytes:
        """The first ``START_BYTES``, which stay to be read."""
        return self.stream.peek(START_BYTES)[:START_BYTES]

    def content(self, limit: int = MAX_FILE_BYTES, way_out: str = "split it into several articles") -> bytes:
        """All bytes. Raises Unreadable when there are more than ``limit``; ``way_out`` is what to do then."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(f"larger than {limit:,} bytes", way_out)
        return data


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file within a file, for the reader of its own kind. It is read before the next part is asked for.

    ``name`` says of what kind it is, as names of files do; it never becomes a path. Where they are known, ``url`` is
    its address, ``marking`` the marking of what it lies in, and ``by`` a moment with its zone at which it was there
    already: when a mail that carries it was sent, when a crawler was given it. It may be much older.
    """

    name: str
    stream: ByteStream
    url: str | None = None
    marking: Marking | None = None
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What a file holds at one place: an article, why there is none, or a file of its own.

    ``place`` stands behind the ref of the file: ":3" for its third article, "/a/b.txt" for a member of that name. It is
    empty where the file is one article.
    """

    outcome: Draft | Unreadable | Enclosed
    place: str = ""


def _by_its_name_alone(_start: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A kind of file: how it is told, and how it is read.

    ``name`` is what messages call it ("an email"). ``suffixes`` are the endings of its names, in lower case with the
    dot (".tar.gz"). ``recognises`` says whether the first bytes (``START_BYTES``) can be of no other kind: such a file
    is read whatever its name. ``read`` gives the parts, one at a time; what it raises as Unreadable becomes a problem
    of the file, behind the parts so far.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[InputFile], Iterable[Part]]
    recognises: Callable[[bytes], bool] = _by_its_name_alone


def one_article(read: Callable[[bytes], Draft]) -> Callable[[InputFile], Iterator[Part]]:
    """The ``read`` of a kind whose files are one article each."""

    def parts(file: InputFile) -> Iterator[Part]:
        yield Part(read(file.content()))

    return parts


def numbered(outcomes: Sequence[Draft | Unreadable]) -> Iterator[Part]:
    """The articles of one file: of several each has its number as its place (":2")."""
    if len(outcomes) == 1:
        yield Part(outcomes[0])
    else:
        yield from (Part(outcome, f":{number}") for number, outcome in enumerate(outcomes, start=1))
