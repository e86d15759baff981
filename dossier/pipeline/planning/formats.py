"""The formats in which a dossier is written."""

from enum import StrEnum


class Format(StrEnum):
    """A format of a dossier; its value is the word on the command line and the key in the index."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"

    @classmethod
    def of_file(cls, name: str) -> "Format | None":
        """The format of a dossier's file of this name; None for a file of another kind."""
        return next((format_ for format_ in cls if format_.file_name == name), None)

    @property
    def file_name(self) -> str:
        """The name of the file of this format in a dossier's folder."""
        return "timeline.json" if self is Format.JSON else f"briefing.{self.value}"
