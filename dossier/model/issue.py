"""Problems as values: they travel to the report instead of ending the run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong with one thing while the rest went on.

    ``where`` is the file, line, name or option it is about; ``what`` says what is wrong with it; ``advice``
    is the way out.
    """

    where: str
    what: str
    advice: str = ""

    def __post_init__(self) -> None:
        if not self.where or not self.what:
            raise ValueError("an issue says where and what")

    def __str__(self) -> str:
        """One line for a terminal or a report."""
        return f"{self.where}: {self.what}" + (f" ({self.advice})" if self.advice else "")
