"""What a template gets of the changes from one edition to the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangedField:
    """What is otherwise in an entry: its name for the reader, as it was, and as it is; "none" where it has no value."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """One entry that is otherwise: how (a word), its date and line, and the number of its row; 0 where it has none."""

    how: str
    date: str
    line: str
    fields: tuple[ChangedField, ...]
    row: int


@dataclass(frozen=True, slots=True)
class DossierChanges:
    """What a dossier said otherwise when it changed last: a sentence, some entries, and how many more there are."""

    summary: str
    entries: tuple[ChangedEntry, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What an edition says otherwise than the one before: a sentence, and lists (a heading, and what stands in it)."""

    summary: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
