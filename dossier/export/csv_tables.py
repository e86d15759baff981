"""The export ``csv``: tables for spreadsheets and databases."""

import csv
import io
import unicodedata

from dossier.export.export_result import Export
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.tables import Cell, tables

_FORMULA_STARTS = tuple("=+-@\t\r")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV Injection), in full-width forms, too."""
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060 \n\t\r\xa0"
"""What some programs drop before they look at a cell."""


def export(published: PublishedBuild) -> Export:
    """Tables of events, evidence, parts, disputes, actors and articles as CSV: UTF-8 with a byte order mark."""
    files = {}
    for table in tables(published):
        text = io.StringIO(newline="")
        writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
        files[f"{table.name}.csv"] = text.getvalue().encode("utf-8-sig", "replace")
    return Export(files, losses("csv"))


def safe_cell(cell: Cell) -> Cell:
    """The cell with an apostrophe before it where a spreadsheet would read it as a formula; without NUL.

    >>> [safe_cell(cell) for cell in ("=1+1", " @SUM(A1)", "2019", -1)]
    ["'=1+1", "' @SUM(A1)", '2019', -1]
    """
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "\ufffd")
    return f"'{text}" if is_like_a_formula(text) else text


def is_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet that opens the text as a file may read it as a formula."""
    first = unicodedata.normalize("NFKC", text.lstrip(_UNSEEN)[:1])
    return text.startswith(_FORMULA_STARTS) or first.startswith(_FORMULA_STARTS)
