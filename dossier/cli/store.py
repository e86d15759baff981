"""``dossier store``: check what is kept, carry it to another engine or machine, and make it smaller."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, terminal
from dossier.cli.parts.terminal import plural
from dossier.errors import SourceMissing, StoreUnusable, writable
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.store import Prunable

_COMPRESSION = 6
"""Of gzip, from 1 (fast) to 9. Of the lines of 295 news articles (61 MB), level 1 left 19.1 MB, 6 left 17.3 MB in twice
the time, and 9 left 17.2 MB in nine times the time: much is packed already."""


@click.group(short_help="Check, export, import or shrink a store.")
def store() -> None:
    """Look after a store: the file, or the database, in which articles, annotations and judgements are kept.

    \b
    Examples:
      dossier store check
      dossier store export case.jsonl.gz
      dossier store import case.jsonl.gz --store postgresql://ada@db.example/press
      dossier store vacuum --dry-run
    """


def _existing(given: StorePlace | None) -> StorePlace:
    """The place of the store that is looked into. Raises SourceMissing where there is none: looking makes none."""
    return options.known_store_path(options.store_path(given))


@store.command(short_help="Count its rows, and name the damaged ones.")
@options.store
@terminal.explained
def check(store: StorePlace | None) -> None:
    """Count what the store holds, and compare each row with its checksum. Damaged rows end it with code 1.

    \b
    Examples:
      dossier store check
      dossier store check --store postgresql://ada@db.example/press
    """
    from dossier.store import Store

    with Store(_existing(store)) as opened:
        counts, damaged, size = opened.counts(), opened.damage(), opened.size()
        judgements = len(opened.stored_judgements())
    held = [plural(counts["article"], "article"), f"annotations of {plural(counts['annotation'], 'article')}"]
    held += [plural(counts["run"], "run"), plural(judgements, "judgement")]
    click.echo(f"{opened.name}: {', '.join(held)}; {_bytes(size)}")
    terminal.list_problems("Damaged", [row.issue() for row in damaged])
    if damaged:
        terminal.fail(f"{plural(len(damaged), 'row')} of {opened.name} {'is' if len(damaged) == 1 else 'are'} damaged")


@store.command("export", short_help="Write all that it holds to one file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@options.store
@terminal.explained
def export_store(file: Path, store: StorePlace | None) -> None:
    """Write all rows of the store to FILE: JSON, a line each, packed by gzip (dossier/store/1; docs/formats.md).

    What others save meanwhile is not in it. The same store gives the same file. You alone can read it.

    \b
    Example:
      dossier store export case.jsonl.gz
    """
    from dossier.store import Store

    with Store(_existing(store)) as opened:
        count = _write(file, opened.dump())
    terminal.say(f"{plural(count - 1, 'row')} of {opened.name} written to {file}.")


@store.command("import", short_help="Fill a new store from such a file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@options.store
@terminal.explained
def import_store(file: Path, store: StorePlace | None) -> None:
    """Fill a store that holds nothing yet with what FILE holds: all of it, or nothing where FILE is not whole.

    \b
    Examples:
      dossier store import case.jsonl.gz --store new.db
      dossier store import case.jsonl.gz --store postgresql://ada@db.example/press
    """
    from dossier.store import Store

    if not file.is_file():
        raise SourceMissing(f"there is no file {file}", "'dossier store export' writes one")
    with Store(options.store_path(store)) as opened:
        try:
            with gzip.open(file, "rb") as lines:
                count = opened.fill(lines)
        except (OSError, EOFError, ValueError) as error:
            raise StoreUnusable(f"{file} is no whole export of a store: {error}", "nothing was imported") from None
    terminal.say(f"{plural(count, 'row')} imported into {opened.name}.")


@store.command(short_help="Remove what no build needs, and give back the room.")
@click.option(
    "--runs",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="Keep the N newest runs, and all that those have read.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and remove nothing.")
@options.store
@terminal.explained
def vacuum(runs: int, dry_run: bool, store: StorePlace | None) -> None:
    """Remove old runs, and what earlier versions or other models read in the articles; articles and judgements stay.

    A build of a run that is removed stays as it is, but 'dossier verify --rebuild' can no longer make it again.
    A file is written anew, for which its disk needs as much room once more.

    \b
    Examples:
      dossier store vacuum --dry-run
      dossier store vacuum --runs 1
    """
    from dossier.pipeline.destination import only_user
    from dossier.store import Store

    with Store(_existing(store)) as opened, only_user(opened):
        found, before = opened.prunable(runs), opened.size()
        if dry_run:
            terminal.say(f"Would be removed from {opened.name} ({_bytes(before)}): {_told(found)}.")
            return
        opened.prune(runs)
        terminal.say(
            f"Removed from {opened.name}: {_told(found)}; {_bytes(before)} before, {_bytes(opened.size())} now."
        )


def _told(found: "Prunable") -> str:
    by = f" by {plural(found.annotators, 'other annotator')}" if found.annotations else ""
    return f"{plural(found.runs, 'run')}, annotations of {plural(found.annotations, 'article')}{by}"


def _bytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


def _write(file: Path, lines: Iterable[bytes]) -> int:
    """Write the lines, packed, beside ``file`` and rename it; gives how many there were. Raises OutputUnusable."""
    count = 0
    with writable(file, "name another file"), NamedTemporaryFile(dir=file.parent, delete=False) as part:
        try:
            with gzip.GzipFile("", "wb", _COMPRESSION, part, mtime=0) as packed:
                for line in lines:
                    packed.write(line)
                    count += 1
            Path(part.name).replace(file)
        except BaseException:
            Path(part.name).unlink()
            raise
    return count
