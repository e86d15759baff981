"""Where a project's store is when the user names no other, and whether there is one at a place."""

import hashlib
from pathlib import Path

import platformdirs

from dossier.model import StorePlace
from dossier.store.database import has_layout
from dossier.text.slugs import slug


def default_path(project: Path) -> Path:
    """The path of the store for the folder ``project``, in the user's data folder; nothing is created.

    The folder's name makes the file recognisable, and a hash of its full path makes it unique.
    """
    folder = project.resolve()
    digest = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return Path(platformdirs.user_data_dir("dossier")) / f"{slug(folder.name)}-{digest}.db"


def is_there(place: StorePlace) -> bool:
    """Whether there is a store at this place, or a file; nothing is created. Raises StoreUnusable."""
    return place.exists() if isinstance(place, Path) else has_layout(place)
