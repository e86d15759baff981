"""What an earlier build left in a folder: the files that are its own, and the folder of each entity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.codec import MANIFEST, IndexForm, decode_index, is_inside
from dossier.publish.manifest import read_manifest

INDEX_FILES = ("index.html", "index.json")


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The build that stands in a folder; empty where none does.

    ``files`` are those that it made, the manifest too: their paths, each with its SHA-256, or None where no manifest
    tells it. ``folders`` are the names of the dossiers' folders by the id of the entity.
    """

    files: Mapping[str, str | None]
    folders: Mapping[str, str]


def earlier_build(folder: Path) -> EarlierBuild:
    """The build in ``folder``, by its manifest; by its index, where it has no manifest or a damaged one."""
    index, manifest = _read_index(folder), read_manifest(folder)
    files: dict[str, str | None] = {}
    if manifest:
        files = {MANIFEST: None, **{file.path: file.sha256 for file in manifest.files}}
    elif index:
        files = dict.fromkeys((MANIFEST, *INDEX_FILES, *_paths(index)))
    return EarlierBuild(files, dict(_folders(index)) if index else {})


def _read_index(folder: Path) -> IndexForm | None:
    try:
        return decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError):
        return None


def _paths(index: IndexForm) -> Iterator[str]:
    """The files that the index names in the folders of its dossiers; none that lies elsewhere."""
    folders = dict(_folders(index))
    for entry in index.dossiers:
        if entry.entity and (folder := folders.get(entry.entity.id)):
            yield from (path for path in entry.files.values() if PurePosixPath(path).parts[0] == folder)


def _folders(index: IndexForm) -> Iterator[tuple[str, str]]:
    """The id of each entity with the folder of its files: one that ends as the build names it."""
    for entry in index.dossiers:
        for path in entry.files.values():
            parts = PurePosixPath(path).parts
            if entry.entity and is_inside(path) and len(parts) > 1 and parts[0].endswith(f"-{entry.entity.id[:8]}"):
                yield entry.entity.id, parts[0]
