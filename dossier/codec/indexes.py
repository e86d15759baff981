"""The form ``dossier/index/1``: what a build wrote, and what it skipped."""

import msgspec

from dossier.codec.shared_forms import Form
from dossier.codec.timeline_forms import Generator
from dossier.model import Kind


class IndexEntity(Form):
    """Whom a dossier is about."""

    id: str
    name: str
    kind: Kind


class IndexEntry(Form):
    """One dossier: the watchlist line it answers, its files relative to the folder, and how much is in it.

    A line that matched nobody has no entity and no files.
    """

    query: str | None
    entity: IndexEntity | None
    files: dict[str, str]
    counts: dict[str, int]


class IndexSkipped(Form):
    """Something offered as an article that was not taken, and why."""

    ref: str
    reason: str


class Index(Form, tag_field="schema", tag="dossier/index/1"):
    """What a build wrote."""

    as_of: str | None
    generator: Generator
    dossiers: list[IndexEntry]
    skipped: list[IndexSkipped]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Index)


def encode_index(index: Index) -> bytes:
    """The index as indented JSON in UTF-8."""
    return msgspec.json.format(_encoder.encode(index), indent=1) + b"\n"


def decode_index(data: bytes) -> Index:
    """What ``encode_index`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)
