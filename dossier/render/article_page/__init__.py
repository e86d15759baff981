"""An article with all that was read marked in its text: one page in one file, to see what was read and why."""

from dossier.render.article_page.article_view import reading
from dossier.render.article_page.page_writer import ReadingPage

__all__ = ["ReadingPage", "reading"]
