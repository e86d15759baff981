"""Rows of a table as articles: the first row names the columns, as keys of JSON name the parts of an article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from dossier.sources.draft import Draft
from dossier.sources.reader import Part
from dossier.sources.records.article_record import draft_of_object
from dossier.sources.records.record_text import record_text
from dossier.sources.unreadable import Unreadable

_ROWS_ABOVE = 10
"""Rows in which the names of the columns are looked for: titles and notes stand above them. Set by hand."""


def parts_of_rows(rows: Iterable[Sequence[str]], columns: Mapping[str, str]) -> Iterator[Part]:
    """An article for each row that is not blank below that with the names of columns; its place is its number (":2").

    ``columns`` gives the part of an article that a column holds, where its name does not say so.
    Raises Unreadable where no column can be that of the texts.
    """
    numbered = enumerate(rows, start=1)
    names = _names_of_columns((row for _, row in numbered), columns)
    for number, row in numbered:
        record = {name: value for name, value in zip(names, row, strict=False) if name and value}
        if record:
            yield Part(_outcome(record), f":{number}")


def _names_of_columns(rows: Iterator[Sequence[str]], columns: Mapping[str, str]) -> Sequence[str]:
    """The first row with a column of texts among those at the head of the table; the rows behind it stay to be read."""
    above: list[str] = []
    for row in islice(filter(any, rows), _ROWS_ABOVE):
        names = [columns.get(name, name) for name in row]
        if any(name and record_text({name: "text"}) for name in names):
            return names
        above = above or [name for name in names if name]
    shown = ", ".join(above)[:200] or "none has a name"
    raise Unreadable(f"a table without a column of texts ({shown})", "name it: --columns text=COLUMN")


def _outcome(record: Mapping[str, object]) -> Draft | Unreadable:
    if record_text(record) is None:
        return Unreadable(
            "a row without a text", "fill its cell, or name the column of the texts: --columns text=COLUMN"
        )
    try:
        return draft_of_object(record)
    except Unreadable as problem:
        return problem
