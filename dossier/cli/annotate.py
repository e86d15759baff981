"""``dossier annotate``: everything read out of each article, as JSON lines or as a page."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dossier.cli.parts import options, settings, terminal
from dossier.errors import OutputUnusable, writable
from dossier.model import Article, Issue, Skipped

if TYPE_CHECKING:
    from dossier.render.article_page import ArticlePage

SLOW_PAGE_BYTES = 10_000_000
"""A larger page is slow in a browser, and the user is told so. Set by hand; no measurement is recorded."""


@click.command(short_help="Write what each article says, as JSON lines or as a page.")
@options.sources(required=True)
@click.option(
    "-o",
    "--output",
    type=click.File("wb"),
    metavar="FILE",
    help="Where to write the JSON lines. Default: standard output; with --html, nowhere.",
)
@click.option(
    "--html",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write a page that shows what was read in the text of each article, and why.",
)
@options.reading
@settings.project
@terminal.explained
def annotate(
    sources: tuple[str, ...],
    output: BinaryIO | None,
    html: Path | None,
    reading: options.ReadingOptions,
) -> None:
    """Write the times, actors and events of each article, one JSON object a line, in the order of the input.

    With --html, mark them in its text instead, on one page that needs no network and no script; with --html and
    -o, do both.

    \b
    Examples:
      dossier annotate article.txt --published 2025-03-14
      dossier annotate articles.jsonl -o annotations.jsonl --workers 2
      dossier annotate article.txt --published 2025-03-14 --html article.html
    """
    from dossier.annotate.fingerprint import describe
    from dossier.codec import decode_language
    from dossier.pipeline.intake.disputed_dates import disputed_dates
    from dossier.pipeline.intake.unread_languages import unread_language

    _refuse_overwriting(sources, output, html)
    lines = output if output or html else sys.stdout.buffer
    skipped: list[Skipped] = []
    unread: list[Issue] = []
    disputed: list[Issue] = []
    count = 0
    with _page(html, describe(reading.model)) as page:
        for article, body in _annotated(sources, reading, skipped):
            _write_article(article, body, lines, page)
            issue = unread_language(article.ref, decode_language(body))
            unread += [issue] if issue else []
            disputed += disputed_dates([article])
            count += 1
        if page and html and count:
            _write_page(page, html)
    terminal.list_problems("To note", [*(item for item in skipped if item.is_note), *disputed])
    _finish(count, skipped, unread)


def _annotated(
    sources: tuple[str, ...], reading: options.ReadingOptions, skipped: list[Skipped]
) -> Iterator[tuple[Article, bytes]]:
    """Each article with its annotations as JSON, in the order of the sources; what is skipped goes into ``skipped``."""
    from dossier.pipeline.workers import engine
    from dossier.sources import read

    ontology = reading.event_types()
    with terminal.progress("Annotating", None) as advance, engine.team(reading.workforce) as team:
        articles = _articles(
            read(
                sources,
                published=reading.published,
                language=reading.language,
                columns=reading.part_by_column,
            ),
            skipped,
        )
        for found in engine.annotate(articles, reading.model, team, ontology):
            yield found
            advance(1)


def _finish(count: int, skipped: list[Skipped], unread: list[Issue]) -> None:
    """List the problems, and end with the exit code for them."""
    unread_inputs = [item for item in skipped if not item.is_note]
    terminal.list_problems("Skipped", unread_inputs)
    terminal.list_problems("Not done", unread)
    if not count:
        terminal.fail(*terminal.NO_ARTICLE)
    if unread or not all(item.is_own for item in unread_inputs):
        sys.exit(terminal.PARTIAL)


def _refuse_overwriting(sources: Iterable[str], output: BinaryIO | None, html: Path | None) -> None:
    """Raise OutputUnusable when an output file is one of the articles, or when both outputs are one file."""
    lines_file = getattr(output, "name", None)  # a stream need not have a name
    named = [Path(path) for path in (lines_file, html) if isinstance(path, str | Path)]
    if len({path.resolve() for path in named}) < len(named):
        raise OutputUnusable(f"-o and --html both name {html}", "name two files")
    read = [Path(source) for source in sources if Path(source).is_file()]
    for path in named:
        if path.is_file() and any(path.samefile(source) for source in read):
            raise OutputUnusable(f"{path} is one of the articles", "name another file to write")


def _articles(items: Iterable[Article | Skipped], skipped: list[Skipped]) -> Iterator[Article]:
    """The articles among the inputs; the others go into ``skipped``."""
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item


def _write_article(article: Article, body: bytes, lines: BinaryIO | None, page: "ArticlePage | None") -> None:
    """Write the annotations as a line of JSON, and add the article to the page, where these are asked for."""
    from dossier.codec import decode_annotations

    if lines:
        lines.write(body + b"\n")
    if page:
        page.add(article, decode_annotations(body))


def _page(path: Path | None, model: str) -> "AbstractContextManager[ArticlePage | None]":
    """An empty page to fill; None when no page is asked for.

    Raises OutputUnusable when there is no folder for it: now, not after minutes of reading.
    """
    if path is None:
        return nullcontext()
    from dossier import __version__
    from dossier.render.article_page import ArticlePage

    if not path.parent.is_dir():
        raise OutputUnusable(f"there is no folder {path.parent}", "make it, or name another file with --html")
    return ArticlePage(f"Dossier {__version__}, {model}")


def _write_page(page: "ArticlePage", path: Path) -> None:
    """Write the page; raises OutputUnusable when its file cannot be written."""
    with writable(path, "name another file with --html"), path.open("wb") as file:
        size = page.write(file)
    if size > SLOW_PAGE_BYTES:
        terminal.say(f"{path} has {size / 1e6:.0f} MB, slow in a browser: give fewer articles for a lighter page")
