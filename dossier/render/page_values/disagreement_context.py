"""What a template gets of a matter on which sources disagree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values on which sources disagree, with the numbers of the notes that have it."""

    value: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The values that sources give for one field of one event; ``about`` has in few words what happened, in its row."""

    row: int
    about: str
    field: str
    sides: tuple[ConflictSide, ...]
