"""What a template gets of the chronology: its rows under headings, with the silences between them."""

from dataclasses import dataclass

from dossier.render.page_values.bottom_line_context import Silence
from dossier.render.page_values.row_context import Row


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """A row in its place: ``date`` leaves out the year that the heading says; ``silence`` is the one before it."""

    row: Row
    date: str
    silence: Silence | None


@dataclass(frozen=True, slots=True)
class ChronologyPart:
    """Rows that stand under one ``heading``: a month, a year, or years; empty where a heading would not help."""

    heading: str
    entries: tuple[ChronologyEntry, ...]
