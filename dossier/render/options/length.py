"""How long a briefing is."""

from enum import StrEnum


class Length(StrEnum):
    """How much of what was found a page tells; its value is the word on the command line."""

    SHORT = "short"
    """The first page, the key events, and what these cite."""
    STANDARD = "standard"
    """All entries, on paper three of those that are only possibly about the subject, and the strongest grounds."""
    FULL = "full"
    """All entries, on paper too all that are only possibly about the subject, and every ground."""

    @property
    def most_grounds(self) -> int | None:
        """The number of grounds that are given for one decision; None for all."""
        return None if self is Length.FULL else 3
