"""The page of all articles of a run, written as they come: never more than one article is held in memory."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from dossier.model import Annotations, Article
from dossier.render.article_page.article_view import reading
from dossier.render.article_page.page_context import Summary
from dossier.render.templates import template

if TYPE_CHECKING:
    from markupsafe import Markup


class ReadingPage:
    """Collects articles in a temporary file, for the list of contents that stands before them comes last.

    ``generator`` names the program and its version. Use it as a context manager: leaving it drops the temporary file.
    """

    def __init__(self, generator: str) -> None:
        self._generator = generator
        self._contents: list[Summary] = []
        self._sections = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed on leaving

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._sections.close()

    def add(self, article: Article, found: Annotations) -> None:
        """Add an article. Raises ValueError when the annotations are of another one."""
        shown = reading(article, found, len(self._contents) + 1)
        self._contents.append(shown.summary)
        self._sections.writelines(template("reading/article.html.j2").generate(reading=shown))

    def write(self, file: BinaryIO) -> int:
        """Write the whole page; gives the number of bytes written."""
        page = template("reading/page.html.j2").generate(
            contents=tuple(self._contents), sections=self._stored(), generator=self._generator
        )
        return sum(file.write(chunk.encode()) for chunk in page)

    def _stored(self) -> "Iterator[Markup]":
        from markupsafe import Markup

        self._sections.seek(0)
        for line in self._sections:
            yield Markup(line)  # noqa: S704 - what the template made, escaped by it
