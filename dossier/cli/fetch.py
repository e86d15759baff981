"""``dossier fetch``: get the pages that the project names."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.terminal import plural
from dossier.project import FetchSettings

if TYPE_CHECKING:
    from dossier.fetch import FetchReport


@click.command(short_help="Fetch the pages that the project names.")
@settings.project
@terminal.explained
def fetch() -> None:
    """Fetch the pages and the feeds that the project's file names under [fetch], and keep what is new.

    Each page is kept as a web archive of its own, with its address, its hash and the time. Sites are asked as rarely as
    they wish, and nothing that their robots.txt forbids; pages are asked for again only if they have changed. Only
    public addresses are fetched, also after redirects. docs/fetching.md says more.

    \b
    Examples:
      dossier fetch
      dossier fetch --project ~/cases/orlov
    """
    project = settings.current_project()
    if project is None or project.fetch is None:
        where = project.file if project else "no project is here or above, and so"
        terminal.fail(f"{where}: nothing is to be fetched", "write [fetch] with `feeds = [...]`", terminal.USAGE)
    report = fetched(project.fetch, project.folder)
    terminal.list_problems("Not fetched", report.issues)
    terminal.list_problems("To note", report.notes)
    click.echo(f"{plural(len(report.new), 'new page')}, {report.unchanged} as before, in {project.fetch.folder}/")
    if report.issues:
        sys.exit(terminal.PARTIAL)


def fetched(wanted: FetchSettings, folder: Path) -> "FetchReport":
    """Fetch what the project in this folder wants."""
    from dossier.fetch import Fetching

    fetching = Fetching(folder=folder / wanted.folder, pause=wanted.pause, hosts=wanted.hosts)
    with terminal.progress("Fetching", None) as advance:
        return fetching.fetch(wanted.pages, wanted.feeds, advance)
