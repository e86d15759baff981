"""What an earlier build left in a folder: the files that are its own, and the folder of each entity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.codec import CASE, EXPORTS, MANIFEST, IndexForm, ManifestDossierForm, ManifestForm, decode_index, is_inside
from dossier.model import WHOLE_CASE
from dossier.publish.manifest import read_manifest, sha256_of

_OF_THE_CASE = (CASE, "index.html", "reading.html", "index.json")


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The build that stands in ``folder``; empty where none does.

    ``files`` are those that it made, the manifest too: their paths, each with its SHA-256, or None where no manifest
    tells it. ``folders`` are the names of the dossiers' folders by the id of the entity, or ``WHOLE_CASE``.
    """

    folder: Path
    files: Mapping[str, str | None]
    folders: Mapping[str, str]
    manifest: ManifestForm | None = None
    index: IndexForm | None = None

    @property
    def dossiers(self) -> dict[str, ManifestDossierForm]:
        """What its manifest says of each dossier, by the id of the entity."""
        return {dossier.entity: dossier for dossier in self.manifest.dossiers} if self.manifest else {}

    @property
    def is_whole(self) -> bool:
        """Whether all its files are as its manifest says."""
        return all(_is_whole(self.folder / name, sha256) for name, sha256 in self.files.items() if name != MANIFEST)

    def whole_files(self, entity: str) -> list[str]:
        """The paths of the files of a dossier; none when one of them is not as the manifest says."""
        within = f"{self.folders.get(entity)}/"
        files = {name: sha256 for name, sha256 in self.files.items() if name.startswith(within)}
        return list(files) if all(_is_whole(self.folder / name, sha256) for name, sha256 in files.items()) else []


def earlier_build(folder: Path) -> EarlierBuild:
    """The build in ``folder``, by its manifest; by its index, where it has no manifest or a damaged one."""
    index, manifest = _read_index(folder), read_manifest(folder)
    files: dict[str, str | None] = {}
    if manifest:
        files = {MANIFEST: None, **{file.path: file.sha256 for file in manifest.files}}
    elif index:
        files = dict.fromkeys((MANIFEST, *_OF_THE_CASE, *_paths(index)))
    return EarlierBuild(folder, files, dict(_folders(index)) if index else {}, manifest, index)


def is_unchanged(new: Path, before: EarlierBuild) -> bool:
    """Whether the build in the folder ``new`` tells what the one before tells, made of the same things in the same way.

    The day that it speaks for, its number and the order of its dossiers say that it is another build, and no more.
    """
    now = earlier_build(new)
    return _told(now) == _told(before)


def _told(build: EarlierBuild) -> tuple[object, ...]:
    manifest, index = build.manifest, build.index
    if manifest is None or index is None:
        return (build.folder,)
    settings = {name: value for name, value in manifest.settings.items() if name != "as_of"}
    parts = [(file, file.path.split("/")[0]) for file in manifest.files if "/" in file.path]
    files = [file for file, folder in parts if folder != EXPORTS]  # which say nothing that the others do not
    made_of = manifest.articles, manifest.judgements, manifest.dossiers
    return manifest.generator, settings, *made_of, files, index.skipped


def _is_whole(path: Path, sha256: str | None) -> bool:
    return sha256 is not None and path.is_file() and not path.is_symlink() and sha256_of(path) == sha256


def _read_index(folder: Path) -> IndexForm | None:
    try:
        return decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError):
        return None


def _paths(index: IndexForm) -> Iterator[str]:
    """The files that the index names in the folders of its dossiers; none that lies elsewhere."""
    folders = dict(_folders(index))
    if WHOLE_CASE in folders and index.case_dossier:
        yield from (path for path in index.case_dossier.files.values() if _is_of_case(path))
    for entry in index.dossiers:
        if entry.entity and (folder := folders.get(entry.entity.id)):
            yield from (path for path in entry.files.values() if PurePosixPath(path).parts[0] == folder)


def _is_of_case(path: str) -> bool:
    return is_inside(path) and PurePosixPath(path).parts[0] == WHOLE_CASE


def _folders(index: IndexForm) -> Iterator[tuple[str, str]]:
    """The id of each entity with the folder of its files: one that ends as the build names it; that of the case."""
    if index.case_dossier:
        yield WHOLE_CASE, WHOLE_CASE
    for entry in index.dossiers:
        for path in entry.files.values():
            parts = PurePosixPath(path).parts
            if entry.entity and is_inside(path) and len(parts) > 1 and parts[0].endswith(f"-{entry.entity.id[:8]}"):
                yield entry.entity.id, parts[0]
