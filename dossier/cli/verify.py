"""``dossier verify``: compare every quote of the dossiers with the stored articles."""

from pathlib import Path

import click

from dossier.cli import options, settings, terminal
from dossier.cli.published_folder import published_folder
from dossier.cli.terminal import plural
from dossier.errors import SourceMissing


@click.command(short_help="Check every quote against the stored articles.")
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), envvar=settings.variable("output"), metavar="[DIR]"
)
@options.store
@terminal.explained
def verify(folder: Path, store: Path | None) -> None:
    """Compare the dossiers of DIR with the articles in the store.

    Without DIR, those of the project; of editions, the latest. Every sentence, trigger, number, source and description
    must stand in its article, word for word.

    \b
    Examples:
      dossier verify out
      dossier verify
    """
    from dossier.pipeline.checks import verify as check
    from dossier.store import Store

    folder = published_folder(folder)
    if not folder.exists():
        raise SourceMissing(f"there is no folder {folder}", "'dossier build' makes it")
    with Store(options.known_store_path(store)) as opened:
        result = check(folder, opened)
    terminal.list_problems("Not as quoted", result.issues)
    found = f"{plural(result.quotes, 'quote')} in {plural(result.dossiers, 'dossier')}"
    if result.issues:
        terminal.fail(f"{plural(len(result.issues), 'problem')} among {found}")
    click.echo(f"{found}: each stands in its article, word for word.")
