"""A watchlist as CSV: a header, then one entry a row."""

import csv
import io
from collections.abc import Iterator

from dossier.model import Watched
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlist_entry import entry

_FORM = "the first row names the columns: name, aliases, kind, and one for each register"
_ALIASES = "aliases"
_OWN = ("name", _ALIASES, "kind")


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """Each row with the line it ends in. Raises Unreadable when no column is called "name", or it is no CSV."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [_column(name.strip()) for name in next(rows, [])]
        if "name" not in header or len(set(header)) < len(header):
            raise Unreadable("its first row has not one column called 'name', or one column twice", _FORM)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _row(header, row)
    except csv.Error as error:
        raise Unreadable(f"it is not CSV (line {rows.line_num}): {error}", _FORM) from None


def _row(header: list[str], row: list[str]) -> Watched | Unreadable:
    if len(row) > len(header):
        return Unreadable(f"it has {len(row)} cells for {len(header)} columns", 'put a cell with a comma between "…"')
    cells = dict(zip(header, row, strict=False))
    aliases = cells.get(_ALIASES, "").replace("|", ";").split(";")
    registers = [(scheme, value) for scheme, value in cells.items() if scheme not in _OWN]
    try:
        return entry(cells.get("name"), aliases, cells.get("kind"), registers)
    except Unreadable as problem:
        return problem


def _column(name: str) -> str:
    """A column's name; that of a register as it is written."""
    return name.casefold() if name.casefold() in _OWN else name


def _delimiter(text: str) -> str:
    """A comma, unless the header has none and is cut by semicolons or tabs, as some spreadsheets write it."""
    header = text.partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in header), ",")
