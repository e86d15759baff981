"""The editions of a project, for the commands that look at them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import settings
from dossier.cli.parts.published_folder import needed
from dossier.errors import EditionMissing

if TYPE_CHECKING:
    from dossier.publish.editions import Edition

editions_folder = click.option(
    "-o",
    "--output",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    envvar=settings.variable("output"),
    callback=needed("with -o"),
    metavar="DIR",
    help="The folder with the editions. Default: that of the project.",
)


def latest_edition(root: Path) -> "Edition":
    """The latest edition below ``root``. Raises EditionMissing when there is none."""
    from dossier.publish.editions import latest

    found = latest(root)
    if found is None:
        raise EditionMissing(f"there is no edition in {root}", "'dossier build' makes the first")
    return found
