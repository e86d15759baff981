"""Read a watchlist in CSV: a header, then one entry a row."""

import csv
import io
from collections.abc import Iterator

from dossier.model import Watched
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlists.watchlist_entry import entry

_ADVICE = "the first row names the columns: name, aliases, kind, and one for each register"
_ALIASES = "aliases"
_KNOWN_COLUMNS = ("name", _ALIASES, "kind")


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """The line in which each row ends, with its entry or why it has none.

    Raises Unreadable when no column is called "name", two columns have one name, or the text is no CSV.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [_column(name.strip()) for name in next(rows, [])]
        if "name" not in header or len(set(header)) < len(header):
            raise Unreadable("its first row has not one column called 'name', or one column twice", _ADVICE)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _row(header, row)
    except csv.Error as error:
        raise Unreadable(f"it is not CSV (line {rows.line_num}): {error}", _ADVICE) from None


def _row(header: list[str], row: list[str]) -> Watched | Unreadable:
    if len(row) > len(header):
        return Unreadable(f"it has {len(row)} cells for {len(header)} columns", 'put a cell with a comma between "…"')
    cells = dict(zip(header, row, strict=False))
    aliases = cells.get(_ALIASES, "").replace("|", ";").split(";")
    registers = [(scheme, value) for scheme, value in cells.items() if scheme not in _KNOWN_COLUMNS]
    try:
        return entry(cells.get("name"), aliases, cells.get("kind"), registers)
    except Unreadable as problem:
        return problem


def _column(name: str) -> str:
    """The name of a column: a known one in lower case, that of a register as it is written."""
    return name.casefold() if name.casefold() in _KNOWN_COLUMNS else name


def _delimiter(text: str) -> str:
    """The mark between columns: a comma or, where the header has none, a semicolon or tab, as in some spreadsheets."""
    header = text.partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in header), ",")
