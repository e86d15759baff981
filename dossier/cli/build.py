"""``dossier build``: articles in, dossiers out."""

import sys
from pathlib import Path

import click

from dossier.cli import options, terminal
from dossier.cli.terminal import plural
from dossier.model import Issue, Watched, When
from dossier.pipeline.formats import Format
from dossier.pipeline.report import BuildReport


class Formats(click.ParamType[frozenset[Format]]):
    """Formats separated by commas."""

    name = "formats"

    def convert(
        self, value: str | frozenset[Format], param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[Format]:
        """The formats; fails with the name that is none."""
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
    type=options.Name(),
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
@click.option("--format", "formats", type=Formats(), default="html,pdf,json", show_default=True, help="What to write.")
@options.published
@options.language
@click.option(
    "--as-of",
    type=options.EdtfDate(),
    metavar="DATE",
    help="The day the dossiers speak for. Default: the newest publication date among the articles.",
)
@options.model
@options.ontology
@options.workers
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
    published: When | None,
    language: str | None,
    as_of: When | None,
    model: str,
    ontology: str,
    workers: int,
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
    from dossier.pipeline.run import Intake, Job
    from dossier.pipeline.run import build as run
    from dossier.sources.watchlist import read_watchlist
    from dossier.store import Store

    listed = read_watchlist(watchlist) if watchlist else []
    watched = [*map(Watched, entities), *(one for one in listed if isinstance(one, Watched))]
    decided, unclear = options.stated(judgements)
    job = Job(
        intake=Intake(
            sources=sources,
            published=published,
            language=language,
            as_of=as_of,
            model=model,
            ontology=ontology,
            workers=workers,
        ),
        output=output,
        watched=list(dict.fromkeys(watched)),
        judgements=decided,
        top=top,
        formats=formats,
    )
    with Store(options.store_path(store)) as opened:
        report = run(job, opened, terminal.progress)
    report.issues[:0] = [*(one for one in listed if isinstance(one, Issue)), *unclear]
    _tell(report, output)


def _tell(report: BuildReport, output: Path) -> None:
    """The summary, and the exit code."""
    duplicates = [skipped for skipped in report.skipped if skipped.duplicate_of]
    terminal.list_problems("Skipped", report.unread)
    terminal.list_problems("Already there in another copy", duplicates)
    terminal.list_problems("Not done", report.issues)
    terminal.list_problems("To note", report.notes)
    if not report.articles:
        terminal.fail("no article could be read", "give .txt, .md, .html or .jsonl files, or a folder of them")
    read = f"{plural(report.articles, 'article')} read, {report.annotated} of them new"
    found = f"{plural(report.entities, 'entity', 'entities')}, {plural(report.events, 'event')}"
    terminal.say(f"{read}; {found}; {plural(report.dossiers, 'dossier')}, {plural(len(report.files), 'file')}.")
    terminal.say(f"Look at {output / 'index.html'}")
    if report.is_partial:
        sys.exit(terminal.PARTIAL)
