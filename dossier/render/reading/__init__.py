"""An article with all that was read marked in its text: one page in one file, to see what was read and why."""

from dossier.render.reading.article import reading
from dossier.render.reading.page import ReadingPage

__all__ = ["ReadingPage", "reading"]
