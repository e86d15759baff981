"""``dossier approve``: keep an edition for good."""

from pathlib import Path

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.editions_folder import editions_folder, latest_edition


@click.command(short_help="Approve an edition: no later build removes it.")
@click.argument("number", type=click.IntRange(min=1), required=False, metavar="[EDITION]")
@editions_folder
@settings.project
@terminal.explained
def approve(number: int | None, root: Path) -> None:
    """Approve an edition of the project: no later build removes it, however old it is.

    Without EDITION, the latest.

    \b
    Examples:
      dossier approve
      dossier approve 12
    """
    from dossier.publish import editions

    edition = editions.approve(root, latest_edition(root).number if number is None else number)
    click.echo(f"Edition {edition.number} is approved: {terminal.printable(str(edition.folder))}")
