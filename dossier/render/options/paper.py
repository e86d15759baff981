"""The sizes of paper that a PDF can have."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper; its value is the word on the command line and in CSS.

    The HTML names none, so a browser prints it on what lies in the printer.
    """

    A4 = "a4"
    LETTER = "letter"

    @property
    def rule(self) -> str:
        """The CSS that asks for it. A size in the page's own CSS wins over this one."""
        return f"@page {{ size: {self.value} }}"
