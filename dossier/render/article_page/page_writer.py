"""Write a page of articles one by one, so that only one article at a time is in memory."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from dossier.model import SURE_LINK, Annotations, Article
from dossier.render.article_page import page_wording
from dossier.render.article_page.article_view import article_view
from dossier.render.article_page.page_context import ContentsLine
from dossier.render.templating.templates import template

if TYPE_CHECKING:
    from markupsafe import Markup


class ArticlePage:
    """Collects articles in a temporary file, since the list of contents before them is known last.

    ``generator`` names the program and its version. Use it as a context manager: leaving it drops the temporary file.
    """

    def __init__(self, generator: str) -> None:
        self._generator = generator
        self._contents: list[ContentsLine] = []
        self._sections = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed on leaving

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._sections.close()

    def add(self, article: Article, annotations: Annotations) -> None:
        """Add an article. Raises ValueError when the annotations belong to another article."""
        shown = article_view(article, annotations, len(self._contents) + 1)
        self._contents.append(shown.contents_line)
        self._sections.writelines(template("reading/article.html.j2").generate(reading=shown))

    def write(self, file: BinaryIO) -> int:
        """Write the whole page; returns the number of bytes written."""
        page = template("reading/page.html.j2").generate(
            contents=tuple(self._contents),
            sections=self._stored(),
            generator=self._generator,
            sure_share=page_wording.share_words(SURE_LINK),
        )
        return sum(file.write(chunk.encode()) for chunk in page)

    def _stored(self) -> "Iterator[Markup]":
        from markupsafe import Markup

        self._sections.seek(0)
        for line in self._sections:
            yield Markup(line)  # noqa: S704 - what the template made, escaped by it
