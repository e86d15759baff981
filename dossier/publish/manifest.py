"""The manifest of a folder of dossiers: written with it, and read again by whatever must know whose a file is."""

import hashlib
from pathlib import Path

from dossier.codec import MANIFEST, ManifestFileForm, ManifestForm, decode_manifest


def file_forms(folder: Path) -> list[ManifestFileForm]:
    """All files below the folder but a manifest right in it, as a manifest lists them, in the order of their paths."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    paths.pop(MANIFEST, None)
    return [
        ManifestFileForm(path=name, sha256=sha256_of(path), size=path.stat().st_size)
        for name, path in sorted(paths.items())
    ]


def sha256_of(path: Path) -> str:
    """The SHA-256 of the bytes of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> ManifestForm | None:
    """The manifest of a folder; None where there is none, or a file of that name that is no manifest."""
    try:
        return decode_manifest((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
