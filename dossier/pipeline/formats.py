"""What a dossier can be written as."""

from enum import StrEnum


class Format(StrEnum):
    """A kind of file, and the name that each dossier's file of that kind has."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"

    @property
    def file_name(self) -> str:
        """The file's name in the dossier's folder."""
        return "timeline.json" if self is Format.JSON else f"briefing.{self.value}"
