"""``dossier annotate``: what each article says, as JSON lines."""

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import click

from dossier.cli import options, terminal
from dossier.model import Article, Issue, Skipped, When


@click.command(short_help="Write what each article says, as JSON lines.")
@options.sources(required=True)
@click.option(
    "-o",
    "--output",
    type=click.File("wb"),
    default="-",
    metavar="FILE",
    help="Where to write. Default: standard output.",
)
@options.published
@options.language
@options.model
@options.workers
@terminal.explained
def annotate(
    sources: tuple[str, ...],
    output: BinaryIO,
    published: When | None,
    language: str | None,
    model: str,
    workers: int,
) -> None:
    """Write the times, actors and events of each article, one JSON object a line, in the order of the input.

    \b
    Examples:
      dossier annotate article.txt --published 2025-03-14
      dossier annotate articles.jsonl -o annotations.jsonl --workers 2
    """
    from dossier.annotate.fingerprint import describe
    from dossier.build import engine
    from dossier.build.unread import unread_language
    from dossier.codec import decode_language
    from dossier.sources import read

    describe(model)
    skipped: list[Skipped] = []
    unread: list[Issue] = []
    count = 0
    with terminal.progress("Annotating", None) as advance, engine.executor(workers) as pool:
        articles = _articles(read(sources, published=published, language=language), skipped)
        for article, body in engine.annotate(articles, model, pool, workers):
            output.write(body + b"\n")
            issue = unread_language(article.ref, decode_language(body))
            unread += [issue] if issue else []
            count += 1
            advance(1)
    terminal.list_problems("Skipped", skipped)
    terminal.list_problems("Not done", unread)
    if not count:
        terminal.fail("no article could be read", "give .txt, .md, .html or .jsonl files, or a folder of them")
    if skipped or unread:
        sys.exit(terminal.PARTIAL)


def _articles(items: Iterable[Article | Skipped], skipped: list[Skipped]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item
