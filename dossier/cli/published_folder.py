"""Where the dossiers stand that readers see."""

from pathlib import Path


def published_folder(output: Path) -> Path:
    """The latest edition below ``output``; ``output`` itself where it has no editions."""
    from dossier.publish.editions import LATEST, latest

    return output / LATEST if latest(output) else output
