"""A workbook of Excel (Office Open XML): each row of each sheet is an article."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from io import BytesIO
from typing import Any

from dossier.sources.documents.document_archive import MAX_DOCUMENT_BYTES, opened
from dossier.sources.reader import InputFile, Part, Reader
from dossier.sources.records.table_rows import parts_of_rows
from dossier.sources.unreadable import Unreadable

MAX_COLUMNS = 200
"""Columns of a sheet that are looked at. Set by hand."""
MAX_BLANK_ROWS = 1_000
"""Blank rows behind which no further row is looked for. Set by hand."""
_SAVE_IT = "save each sheet as CSV"


def _recognises(start: bytes) -> bool:
    return start.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in start and b"xl/" in start


def _read(file: InputFile) -> Iterator[Part]:
    import openpyxl  # takes time to load, and many runs see no workbook

    data = file.content(MAX_DOCUMENT_BYTES, _SAVE_IT)
    with opened(data, file):  # refuses what would unpack to too much
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        except Exception as error:
            # a hostile file may make the library raise anything, which must not end the run
            raise Unreadable(f"not a workbook that can be read ({type(error).__name__})", _SAVE_IT) from error
        with closing(book):
            yield from _of_sheets(book, file.columns)


def _of_sheets(book: Any, columns: Mapping[str, str]) -> Iterator[Part]:
    """The articles of all sheets; a sheet without texts is a problem only where none has any."""
    problems = []
    found = 0
    for sheet in book.worksheets:
        place = f":{sheet.title}" if len(book.worksheets) > 1 else ""
        try:
            for part in parts_of_rows(_rows(sheet), columns):
                found += 1
                yield Part(part.outcome, f"{place}{part.place}")
        except Unreadable as problem:
            problems.append(problem)
    if problems and not found:
        raise problems[0]


def _rows(sheet: Any) -> Iterator[Sequence[str]]:
    try:
        blank = 0
        for row in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True):
            cells = [_words(value) for value in row]
            blank = 0 if any(cells) else blank + 1
            if blank > MAX_BLANK_ROWS:  # a cell far below may only have a format
                return
            yield cells
    except Exception as error:
        raise Unreadable(f"a sheet that cannot be read ({type(error).__name__})", _SAVE_IT) from error


def _words(value: object) -> str:
    """A cell as it would be written; a moment at midnight is a day."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


WORKBOOK = Reader(name="a workbook", suffixes=(".xlsx",), read=_read, recognises=_recognises)
