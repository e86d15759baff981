"""``dossier build``: articles in, dossiers out."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from dossier.cli.fetch import fetched
from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.build_options import BuildOptions, building
from dossier.cli.parts.notifying import notifying
from dossier.cli.parts.published_folder import published_folder
from dossier.cli.parts.run_record import RecordOptions, RunRecord, recorded, recording_run
from dossier.cli.parts.stopping import Stopped, stop_uncovered
from dossier.cli.parts.terminal import EXIT_CODES, plural
from dossier.errors import NothingRead
from dossier.model import Issue, Watched
from dossier.pipeline.report import BuildReport

_WHOLE_LIST = "the whole list: --report FILE, and what was skipped in index.json"


@click.command(short_help="Build dossiers from articles.", epilog=EXIT_CODES)
@building
@click.option("--explain", is_flag=True, help="Say why each article was read, and each dossier made or kept.")
@recorded
@terminal.explained
def build(building: BuildOptions, recording: RecordOptions, explain: bool) -> None:
    """Build a briefing (PDF, HTML) and a timeline (JSON) for each person, organisation or place that matters.

    SOURCES are files (text, web pages, JSON, feeds, mail, archives), folders, patterns in quotes, or - for standard
    input. Without SOURCES, build the project: what the nearest dossier.toml says ('dossier init' writes one).

    \b
    Examples:
      dossier build articles/ -o out
      dossier build article.txt --published 2025-03-14 -o out
      dossier build "wire/**/*.html" -o out --entity "Abu Khadija" --entity ISIS
      dossier build articles.jsonl -o out --watchlist names.txt --format json
      dossier build articles/ -o out --style one-page
      dossier build articles/ -o out --sections bottom-line,chronology,sources
      dossier build articles/ -o out --judgements judgements.yaml
      dossier build articles/ -o recent --since 2025-03 --outlet "Orlov Press"
      dossier build articles/ -o fire --affair articles/fire.txt
      dossier build                           # the project of this folder
      dossier build --project ~/cases/orlov   # another one
      dossier build --explain                 # why each dossier was made or kept
      dossier build --quiet --log-file build.log --report build.json   # by night
    """
    with recording_run(recording) as record, notifying(building, record):
        try:
            with stop_uncovered():
                output = _run(building, record)
        except Stopped as stop:
            stop.kept = _kept(record.report)
            raise
        if explain:
            _explain(record.report)
        _finish(record.report, output, recording.is_quiet)


def _run(building: BuildOptions, record: RunRecord) -> Path:
    """Build what the options say; the record gets what was done. Gives the folder of the dossiers."""
    from dossier.pipeline.planning.formats import Format
    from dossier.pipeline.run import Job
    from dossier.pipeline.run import build as run
    from dossier.store import Store

    _fetch_first(record.report)
    building.require_sources()
    output = building.require_output()
    watched, broken_entries = _watched(building.entities, building.watchlist)
    stated, broken_judgements = options.stated_judgements(building.judgements)
    record.report.issues += [*broken_entries, *broken_judgements]
    job = Job(
        intake=replace(
            building.reading.intake(building.sources, building.as_of, building.base),
            markings=settings.markings(),
            limit=building.tlp,
            wanted=building.wanted,
        ),
        output=output,
        watched=watched,
        judgements=stated,
        outlets=settings.outlets(),
        top=building.top,
        formats=frozenset(format_ for format_ in Format if format_ in building.formats),
        exports=building.exports,
        page=building.page,
        editions=building.edition_rules,
        stamp=building.stamp,
    )
    with Store(options.store_path(building.store)) as opened:
        run(job, opened, record.progress, record.report)
    return output


def _fetch_first(report: BuildReport) -> None:
    """Fetch, where the project's file says that each build does; what is not fetched is a problem of the build."""
    project = settings.current_project()
    if project and project.fetch and project.fetch.before_build:
        found = fetched(project.fetch, project.folder)
        report.issues.extend(found.issues)
        report.notes.extend(found.notes)


def _explain(report: BuildReport) -> None:
    """Write what was done with each article and each dossier, and why."""
    for one in report.explanations:
        click.echo(terminal.printable(f"{one.subject}: {one.reason}"))


def _kept(report: BuildReport) -> str:
    """What a build leaves that was stopped."""
    new = f"{plural(len(report.annotated), 'new article')} annotated and kept: the next build goes on from there."
    return f"{new} {'The new dossiers are in place.' if report.files else 'The dossiers stand as they were.'}"


def _watched(entities: tuple[str, ...], watchlist: Path | None) -> tuple[list[Watched], list[Issue]]:
    """The names, then the entries of the watchlist, each once; and an issue for each entry that is not understood."""
    from dossier.sources.watchlists.watchlist import read_watchlist

    entries = read_watchlist(watchlist) if watchlist else []
    watched = [*map(Watched, entities), *(entry for entry in entries if isinstance(entry, Watched))]
    return list(dict.fromkeys(watched)), [entry for entry in entries if isinstance(entry, Issue)]


def _finish(report: BuildReport, output: Path, is_quiet: bool) -> None:
    """List the problems, sum up what was done, and end with the exit code for it; if quiet, only the problems."""
    terminal.list_problems("Skipped", report.unread, _WHOLE_LIST)
    terminal.list_problems("Not done", report.issues)
    if not report.articles:
        raise NothingRead(*_why_nothing(report))
    if not is_quiet:
        _sum_up(report, output)
    if report.is_partial:
        sys.exit(terminal.PARTIAL)


def _why_nothing(report: BuildReport) -> tuple[str, str]:
    """The message and the advice for a build without any article."""
    if report.unwanted:
        return terminal.NONE_WANTED
    return terminal.ALL_WITHHELD if report.withheld else terminal.NO_ARTICLE


def _sum_up(report: BuildReport, output: Path) -> None:
    """Say what is no problem, what was done, and where to look."""
    duplicates = [skipped for skipped in report.skipped if skipped.duplicate_of]
    terminal.list_problems("Already there in another copy", duplicates)
    terminal.list_problems("To note", report.notes, _WHOLE_LIST)
    read = f"{plural(report.articles, 'article')} read, {len(report.annotated)} of them new"
    found = f"{plural(report.entities, 'entity', 'entities')}, {plural(report.events, 'event')}"
    terminal.say(f"{read}; {found}; {plural(report.dossiers, 'dossier')}, {report.made} of them made anew.")
    if report.unchanged_since:
        terminal.say(f"Nothing changed since edition {report.unchanged_since}: there is no new edition.")
    if report.files or report.unchanged_since:
        terminal.say(f"Look at {published_folder(output) / 'index.html'}")
