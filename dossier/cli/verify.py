"""``dossier verify``: compare every quote of the dossiers with the stored articles."""

from pathlib import Path

import click

from dossier.cli import options, settings, terminal
from dossier.cli.published_folder import published_folder
from dossier.cli.terminal import plural
from dossier.errors import SourceMissing


@click.command(short_help="Check dossiers against their manifest, their articles and the store.")
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), envvar=settings.variable("output"), metavar="[DIR]"
)
@options.store
@terminal.explained
def verify(folder: Path, store: Path | None) -> None:
    """Check that the dossiers of DIR are as they were built, and rest on the articles in the store.

    Without DIR, those of the project; of editions, the latest. Every file must be the one that the manifest lists, and
    no other may lie among them. Every sentence, trigger, number, source and description must stand in its article, word
    for word. The index must count what is there, and no row of the store may be damaged. docs/verify.md says what this
    proves, and what it does not.

    \b
    Examples:
      dossier verify out
      dossier verify
    """
    from dossier.pipeline.verified_build import verify_build
    from dossier.store import Store

    folder = published_folder(folder)
    if not folder.exists():
        raise SourceMissing(f"there is no folder {folder}", "'dossier build' makes it")
    with Store(options.known_store_path(store)) as opened:
        result = verify_build(folder, opened)
    terminal.list_problems("Not as it was built", result.issues)
    terminal.list_problems("To note", result.notes)
    found = f"{plural(result.quotes, 'quote')} in {plural(result.dossiers, 'dossier')}, {plural(result.files, 'file')}"
    if result.issues:
        terminal.fail(f"{plural(len(result.issues), 'problem')} among {found}")
    click.echo(f"{found}: each quote stands in its article, word for word, and each file is as the manifest says.")
