"""``dossier init``: start a project."""

from pathlib import Path

import click

from dossier.cli.parts import terminal


@click.command(short_help="Start a project: a folder with its settings.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@terminal.explained
def init(folder: Path) -> None:
    """Write a commented dossier.toml into DIR (made if it is not there; default: here), and make DIR/articles.

    Put articles there, and 'dossier build', in DIR or below it, builds the project. A file that is there stays.

    \b
    Examples:
      dossier init
      dossier init cases/orlov
    """
    from dossier.project import start_project

    file = start_project(folder)
    where = "here" if folder == Path() else f"in {folder}"
    terminal.say(f"{file} written. Put articles into {folder / 'articles'}, then run 'dossier build' {where}.")
