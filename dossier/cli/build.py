"""``dossier build``: articles in, dossiers out."""

import sys
from pathlib import Path

import click

from dossier.cli import options, terminal
from dossier.cli.terminal import plural
from dossier.model import Issue, Watched, When
from dossier.pipeline.formats import Format
from dossier.pipeline.report import BuildReport


class FormatsParam(click.ParamType[frozenset[Format]]):
    """An option that is a list of formats, separated by commas."""

    name = "formats"

    def convert(
        self, value: str | frozenset[Format], param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[Format]:
        """The formats; fails when one of the words is not a format, or when there is no word."""
        if isinstance(value, frozenset):
            return value
        names = [name.strip().lower() for name in value.split(",") if name.strip()]
        unknown = [name for name in names if name not in set(Format)]
        if unknown or not names:
            self.fail(f"{', '.join(unknown) or 'nothing'} is no format. Choose from html, pdf, json.", param, ctx)
        return frozenset(Format(name) for name in names)


@click.command(short_help="Build dossiers from articles.")
@options.sources(required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Folder for the dossiers; made if it is not there.",
)
@click.option(
    "--entity",
    "entities",
    type=options.NameParam(),
    multiple=True,
    metavar="NAME",
    help="A name or alias to build a dossier for.",
)
@click.option(
    "--watchlist",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Whom to build dossiers for: one name a line, or YAML, CSV or FollowTheMoney JSON with aliases, kinds and "
    "identifiers.",
)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help="Build dossiers for the N most active. Default: 20 when no name is given, else none.",
)
@click.option(
    "--format", "formats", type=FormatsParam(), default="html,pdf,json", show_default=True, help="What to write."
)
@click.option(
    "--as-of",
    type=options.EdtfParam(),
    metavar="DATE",
    help="The day the dossiers speak for. Default: the newest publication date among the articles.",
)
@options.reading
@options.judgements
@options.store
@terminal.explained
def build(
    sources: tuple[str, ...],
    output: Path,
    entities: tuple[str, ...],
    watchlist: Path | None,
    top: int | None,
    formats: frozenset[Format],
    as_of: When | None,
    reading: options.ReadingOptions,
    judgements: tuple[Path, ...],
    store: Path | None,
) -> None:
    """Build a briefing (PDF, HTML) and a timeline (JSON) for each person, organisation or place that matters.

    SOURCES are files (.txt, .md, .html, .jsonl), folders, patterns in quotes, or - for standard input.

    \b
    Examples:
      dossier build articles/ -o out
      dossier build article.txt --published 2025-03-14 -o out
      dossier build "wire/**/*.html" -o out --entity "Abu Khadija" --entity ISIS
      dossier build articles.jsonl -o out --watchlist names.txt --format json
      dossier build articles/ -o out --judgements judgements.yaml
    """
    from dossier.pipeline.run import Job
    from dossier.pipeline.run import build as run
    from dossier.store import Store

    watched, broken_entries = _watched(entities, watchlist)
    stated, broken_judgements = options.stated_judgements(judgements)
    job = Job(
        intake=reading.intake(sources, as_of),
        output=output,
        watched=watched,
        judgements=stated,
        top=top,
        formats=formats,
    )
    with Store(options.store_path(store)) as opened:
        report = run(job, opened, terminal.progress)
    report.issues[:0] = [*broken_entries, *broken_judgements]
    _finish(report, output)


def _watched(entities: tuple[str, ...], watchlist: Path | None) -> tuple[list[Watched], list[Issue]]:
    """The names, then the entries of the watchlist, each once; and an issue for each entry that is not understood."""
    from dossier.sources.watchlist import read_watchlist

    entries = read_watchlist(watchlist) if watchlist else []
    watched = [*map(Watched, entities), *(entry for entry in entries if isinstance(entry, Watched))]
    return list(dict.fromkeys(watched)), [entry for entry in entries if isinstance(entry, Issue)]


def _finish(report: BuildReport, output: Path) -> None:
    """List the problems, sum up what was done, and end with the exit code for it."""
    duplicates = [skipped for skipped in report.skipped if skipped.duplicate_of]
    terminal.list_problems("Skipped", report.unread)
    terminal.list_problems("Already there in another copy", duplicates)
    terminal.list_problems("Not done", report.issues)
    terminal.list_problems("To note", report.notes)
    if not report.articles:
        terminal.fail(*terminal.NO_ARTICLE)
    read = f"{plural(report.articles, 'article')} read, {report.annotated} of them new"
    found = f"{plural(report.entities, 'entity', 'entities')}, {plural(report.events, 'event')}"
    terminal.say(f"{read}; {found}; {plural(report.dossiers, 'dossier')}, {plural(len(report.files), 'file')}.")
    terminal.say(f"Look at {output / 'index.html'}")
    if report.is_partial:
        sys.exit(terminal.PARTIAL)
