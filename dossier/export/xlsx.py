"""The export ``xlsx``: the tables as one workbook, for Excel, LibreOffice and the like."""

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dossier.export.csv_tables import is_like_a_formula
from dossier.export.export_result import Export
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.tables import Cell, ExportTable, tables
from dossier.export.xml_text import xml_text

_MADE = datetime(1980, 1, 1)
"""When the workbook says that it was made: the clock would change its bytes, and tell nothing."""
_MAX_CHARACTERS = 32_767
"""Characters of the longest text in a cell, by the format."""
_MAX_ROWS = 1_048_575
"""Rows of a sheet below its head, by the format."""
_WIDTHS = {"line": 60, "quote": 60, "title": 40}
_WIDTH = 14
"""Widths of columns in characters. Set by hand."""


def export(published: PublishedBuild) -> Export:
    """The tables of the export csv as a workbook, a sheet each; no text in it is a formula or a link."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        marking = published.case.marking.value if published.case.marking else ""
        book.set_properties({"title": "Dossier", "comments": marking, "created": _MADE})
        verbatim = book.add_format({"quote_prefix": True})
        for table in tables(published):
            sheet = book.add_worksheet(table.name)
            sheet.set_header(f"&L{table.name}&R{marking}")
            _fill(sheet, table, verbatim)
    return Export({"dossier.xlsx": written.getvalue()}, losses("xlsx"))


def _fill(sheet: Worksheet, table: ExportTable, verbatim: Format) -> None:
    """Write the head and the rows. Raises ValueError where there are more than a sheet holds."""
    if len(table.rows) > _MAX_ROWS:
        raise ValueError(f"{table.name} has more than {_MAX_ROWS:,} rows: take csv")
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name)
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, verbatim)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, verbatim: Format) -> None:
    """Write a cell as what it is; a text that looks like a formula keeps Excel's mark that it is none."""
    if isinstance(cell, str):
        text = xml_text(cell)
        shown = text if len(text) <= _MAX_CHARACTERS else text[: _MAX_CHARACTERS - 1] + "…"
        sheet.write_string(row, column, shown, verbatim if is_like_a_formula(shown) else None)
    elif cell is not None:
        sheet.write_number(row, column, cell)
