"""The manifest of a folder of dossiers: written with it, and read again by whatever must know whose a file is."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dossier.codec import ManifestFileForm, ManifestForm, decode_manifest

MANIFEST = "manifest.json"
"""The name of the manifest in its folder."""


def file_forms(folder: Path, names: Iterable[str]) -> list[ManifestFileForm]:
    """The files of these names below the folder, as a manifest lists them, in the order of their names."""
    return [file_form(folder, name) for name in sorted(set(names))]


def file_form(folder: Path, name: str) -> ManifestFileForm:
    """One file below the folder, with its hash and size."""
    path = folder / name
    return ManifestFileForm(path=name, sha256=sha256_of(path), size=path.stat().st_size)


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
