"""A table as text, with commas, semicolons, tabs or bars between the cells: each row is an article."""

import codecs
import csv
from collections.abc import Iterator, Sequence

from dossier.sources.draft import MAX_CHARACTERS
from dossier.sources.reader import InputFile, Part, Reader
from dossier.sources.records.table_rows import parts_of_rows
from dossier.sources.unreadable import Unreadable

_SEPARATORS = "\t;|,"
"""In this order: a name of a column has none of the first three."""


def _read(file: InputFile) -> Iterator[Part]:
    yield from parts_of_rows(_rows(file), file.columns)


def _rows(file: InputFile) -> Iterator[Sequence[str]]:
    """The rows, one at a time. Raises Unreadable at what is not UTF-8, and at what is no table."""
    csv.field_size_limit(4 * MAX_CHARACTERS)  # of the process: a longer cell is refused as any long text is
    start = file.start().decode("utf-8-sig", "replace").splitlines()
    # also of "sep=;", which Excel writes above the table
    first = next((line for line in start if any(one in line for one in _SEPARATORS)), "")
    separator = max(_SEPARATORS, key=first.count)
    lines = codecs.getreader("utf-8-sig")(file.stream)
    try:
        yield from csv.reader(lines, delimiter=separator)
    except UnicodeDecodeError as error:
        way_out = "save the table as UTF-8, or: iconv -f CP1252 -t UTF-8 OLD > NEW"
        raise Unreadable(f"not UTF-8: {error.reason}; the rows before it are read", way_out) from error
    except csv.Error as error:
        raise Unreadable(f"no table that can be read: {error}", "save it again as CSV") from error


CSV_TABLE = Reader(name="a table", suffixes=(".csv", ".tsv"), read=_read)
