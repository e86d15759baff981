"""Text by others as a template gets it: in runs, some of them marked as triggers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text. ``is_trigger`` says whether the page marks it as the trigger of an event."""

    text: str
    is_trigger: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words by somebody else, in runs.

    ``direction`` (ltr, rtl) is empty where the text has neither right-to-left letters nor controls of direction.
    ``language`` (a BCP 47 tag) is empty for "en" and where it is not known.
    """

    segments: tuple[TextRun, ...]
    direction: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(segment.text for segment in self.segments)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Passage":
        """The passage that was made plain data (``plain_data.plain``)."""
        runs = tuple(TextRun(str(run["text"]), bool(run["is_trigger"])) for run in plain["segments"])
        return cls(runs, str(plain["direction"]), str(plain["language"]))
