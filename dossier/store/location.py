"""Where a project's store lies when the user names no other place."""

import hashlib
from pathlib import Path

import platformdirs

from dossier.text.slugs import slug


def default_path(project: Path) -> Path:
    """The store file of the project in that folder, in the user's data folder; nothing is created."""
    folder = project.resolve()
    digest = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return Path(platformdirs.user_data_dir("dossier")) / f"{slug(folder.name)}-{digest}.db"
