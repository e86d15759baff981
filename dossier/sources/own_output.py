"""Tell the files that Dossier itself made from articles, by the manifests that stand in the folders above them."""

import os
from pathlib import Path

from dossier.codec import MANIFEST, decode_manifest
from dossier.model import Skipped


class OwnOutput:
    """Knows the manifests of the folders that it was asked about; make a new one for each reading."""

    def __init__(self) -> None:
        self._names: dict[Path, frozenset[str]] = {}

    def skipped(self, path: Path) -> Skipped | None:
        """What to report of a file that a build made, or of a link to the folder of one; None for any other.

        All files of one build are reported alike, by their folder.
        """
        real = Path(os.path.realpath(path))
        for folder in (real, *real.parents):
            names = self._made_in(folder)
            if names and (real == folder or real.relative_to(folder).as_posix() in names):
                return Skipped(str(folder), "dossiers of an earlier build, passed over", is_own=True)
        return None

    def _made_in(self, folder: Path) -> frozenset[str]:
        """The files that the manifest in the folder lists, and the manifest; empty where there is no manifest."""
        if folder not in self._names:
            self._names[folder] = _listed(folder / MANIFEST)
        return self._names[folder]


def _listed(manifest: Path) -> frozenset[str]:
    if not manifest.is_file():
        return frozenset()
    try:
        return frozenset((MANIFEST, *(file.path for file in decode_manifest(manifest.read_bytes()).files)))
    except (OSError, ValueError):
        return frozenset()
