"""``dossier verify``: compare every quote of the dossiers with the stored articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.page_settings import page_files
from dossier.cli.parts.published_folder import needed, published_folder
from dossier.cli.parts.terminal import plural
from dossier.errors import SourceMissing
from dossier.model import StorePlace
from dossier.pipeline.workers.workforce import cluster_of

if TYPE_CHECKING:
    from dossier.render import PageOptions


@click.command(short_help="Check dossiers against their manifest, their articles and the store.")
@click.argument(
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar=settings.variable("output"),
    metavar="[DIR]",
    required=False,
    callback=needed("behind 'dossier verify'"),
)
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make the whole build again from the store, aside, and compare it byte for byte. It takes as long as a build "
    "that annotates nothing.",
)
@options.judgements
@options.workers
@options.executor
@page_files
@options.store
@terminal.explained
def verify(
    folder: Path,
    rebuild: bool,
    judgements: tuple[Path, ...],
    workers: int,
    executor: str,
    at_hand: "PageOptions",
    store: StorePlace | None,
) -> None:
    """Check that the dossiers of DIR are as they were built, and rest on the articles in the store.

    Without DIR, those of the project; of editions, the latest. Every file must be the one that the manifest lists, and
    no other may lie among them. Every sentence, trigger, number, source and description must stand in its article, word
    for word. The pages must say what the JSON files say, and the index what is there. No row of the store may be
    damaged. With --rebuild, all must be what the store gives. docs/verify.md says what this proves, and what not.

    \b
    Examples:
      dossier verify out
      dossier verify
      dossier verify --rebuild
      dossier verify out --template house/   # pages that were made with your own templates
    """
    from dossier.pipeline.checking.rebuilding import Remaking
    from dossier.pipeline.checking.verified_build import verify_build
    from dossier.store import Store

    folder = published_folder(folder)
    if not folder.exists():
        raise SourceMissing(f"there is no folder {folder}", "'dossier build' makes it")
    stated, broken = options.stated_judgements(judgements) if rebuild else ([], [])
    remake = Remaking(judgements=stated, workers=workers, cluster=cluster_of(executor), progress=terminal.progress)
    with Store(options.known_store_path(store)) as opened:
        result = verify_build(folder, opened, remake if rebuild else None, at_hand)
    terminal.list_problems("Not as it was built", [*broken, *result.issues])
    terminal.list_problems("To note", result.notes)
    found = f"{plural(result.quotes, 'quote')} in {plural(result.dossiers, 'dossier')}, {plural(result.files, 'file')}"
    if result.issues or broken:
        terminal.fail(f"{plural(len(result.issues) + len(broken), 'problem')} among {found}")
    click.echo(f"{found}: each quote stands in its article, word for word, and each file is as the manifest says.")
    if result.are_pages_compared:
        click.echo(_PROVED if rebuild else _NOT_PROVED)
    elif rebuild:
        click.echo(_PROVED_BUT_PAGES)


_PROVED = "Made again from the store, every file is the same, byte for byte."
_NOT_PROVED = "The pages say what the JSON files say. That these say what the store gives is proved by --rebuild."
_PROVED_BUT_PAGES = "Made again from the store, every file but the pages is the same, byte for byte."
