"""The forms ``dossier/store/1`` and ``dossier/store-row/1``: the lines of an exported store."""

import base64

import msgspec

from dossier.codec.shared_forms import JsonObject

Cell = bytes | int | str | None
"""What a cell of the store holds."""


class StoreForm(JsonObject, tag_field="schema", tag="dossier/store/1"):
    """The first line: the layout of the tables, the version of Dossier, and the number of rows of each table."""

    layout: int
    version: str
    rows: dict[str, int]


class BytesForm(JsonObject):
    """A cell of bytes: as ``text`` where they are UTF-8, as most are, else as ``base64``."""

    text: str | None = None
    base64: str | None = None


class StoreRowForm(JsonObject, tag_field="schema", tag="dossier/store-row/1"):
    """Each further line: a row, its table, and its cells by the names of their columns."""

    table: str
    cells: dict[str, BytesForm | int | str | None]


_head_decoder = msgspec.json.Decoder(StoreForm)
_row_decoder = msgspec.json.Decoder(StoreRowForm)
_encoder = msgspec.json.Encoder()


def encode_store_head(head: StoreForm) -> bytes:
    """The first line of an exported store."""
    return _encoder.encode(head) + b"\n"


def decode_store_head(line: bytes) -> StoreForm:
    """The first line of an exported store. Raises ValueError when it is none."""
    return _head_decoder.decode(line)


def encode_store_row(table: str, cells: dict[str, Cell]) -> bytes:
    """A row as a line."""
    written = {name: _as_form(cell) if isinstance(cell, bytes) else cell for name, cell in cells.items()}
    return _encoder.encode(StoreRowForm(table, written)) + b"\n"


def decode_store_row(line: bytes) -> tuple[str, dict[str, Cell]]:
    """The table and the cells of a row. Raises ValueError when the line is none."""
    row = _row_decoder.decode(line)
    return row.table, {
        name: _as_bytes(cell) if isinstance(cell, BytesForm) else cell for name, cell in row.cells.items()
    }


def _as_form(cell: bytes) -> BytesForm:
    try:
        return BytesForm(text=cell.decode("utf-8"))
    except UnicodeDecodeError:
        return BytesForm(base64=base64.b64encode(cell).decode("ascii"))


def _as_bytes(form: BytesForm) -> bytes:
    if form.text is not None:
        return form.text.encode("utf-8")
    return base64.b64decode(form.base64 or "", validate=True)
