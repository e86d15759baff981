"""Where the dossiers stand that readers see."""

from collections.abc import Callable
from pathlib import Path

import click


def published_folder(output: Path) -> Path:
    """The latest edition below ``output``; ``output`` itself where it has no editions."""
    from dossier.publish.editions import LATEST, latest

    return output / LATEST if latest(output) else output


def needed(way_out: str) -> Callable[[click.Context, click.Parameter, Path | None], Path]:
    """A callback for the folder of the dossiers: where nobody names one, it says how to (``way_out``)."""

    def check(_context: click.Context, _option: click.Parameter, folder: Path | None) -> Path:
        if folder is None:
            raise click.UsageError(f"No project is here or above: name the folder of the dossiers {way_out}.")
        return folder

    return check
