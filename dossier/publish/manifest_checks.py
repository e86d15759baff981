"""Whether a build is as its manifest says: no file beside those it lists, and the editions in one chain."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dossier.codec import MANIFEST, ManifestForm, encode_manifest
from dossier.model import Issue
from dossier.publish.editions import Edition, approval_mark, editions
from dossier.publish.manifest import read_manifest, sha256_of

_ADVICE = "build again"
_HIDDEN = ".dossier-"
"""How the names begin of what a build that is at work keeps in its folder."""


def check_form(folder: Path, manifest: ManifestForm) -> Iterator[Issue]:
    """An issue when the manifest holds something that Dossier does not write."""
    if encode_manifest(manifest) != (folder / MANIFEST).read_bytes():
        yield Issue(MANIFEST, "it is not written as Dossier writes it", _ADVICE)


def check_links(folder: Path, manifest: ManifestForm) -> Iterator[Issue]:
    """An issue for each file that is a symbolic link, or lies behind one: what it leads to can change unseen."""
    steps = {step for file in manifest.files for step in (PurePosixPath(file.path), *PurePosixPath(file.path).parents)}
    for step in sorted(steps - {PurePosixPath()} | {PurePosixPath(MANIFEST)}):
        if (folder / step).is_symlink():
            yield Issue(str(step), "it is a symbolic link, and no build makes one", "remove it, and build again")


def check_unlisted(folder: Path, manifest: ManifestForm) -> tuple[list[Issue], list[Issue]]:
    """Issues for files that the manifest does not list: those in the build's own folders, and those beside them.

    In the folder of a dossier, or of an edition, nobody else has anything; beside the dossiers a user may.
    """
    listed = {PurePosixPath(file.path) for file in manifest.files}
    own = {parent for path in listed for parent in path.parents} - {PurePosixPath()}
    within: list[Issue] = []
    beside: list[Issue] = []
    for path in sorted(_all_files(folder)):
        if path not in listed and path.parts != (MANIFEST,) and not path.parts[0].startswith(_HIDDEN):
            if manifest.edition is not None or own.intersection(path.parents):
                within.append(Issue(str(path), "the manifest does not list it", "look who put it there, and remove it"))
            else:
                beside.append(Issue(str(path), "no build made it: it is not looked at"))
    return within, beside


def check_chain(folder: Path, manifest: ManifestForm) -> Iterator[Issue]:
    """Issues with the number of the edition in ``folder``, and with the chain of all editions beside it.

    Each manifest holds the hash of the one before, and the mark of an approved edition that of its own.
    """
    place = folder.resolve()
    if place.parent.name != "editions" or manifest.edition is None:
        return
    if int(place.name) != manifest.edition if place.name.isdigit() else True:
        yield Issue(MANIFEST, f"it is that of edition {manifest.edition}, in the folder {place.name}", _ADVICE)
    by_number = {edition.number: edition for edition in editions(place.parent.parent)}
    for edition in by_number.values():
        yield from _check_link(edition, by_number)


def _check_link(edition: Edition, by_number: dict[int, Edition]) -> Iterator[Issue]:
    name = f"edition {edition.number}"
    manifest = read_manifest(edition.folder)
    if manifest is None:
        yield Issue(name, "its manifest cannot be read", "take it from a copy")
        return
    before = by_number.get(manifest.previous.edition) if manifest.previous else None
    if before and manifest.previous and _hash(before) != manifest.previous.sha256:
        what = f"its manifest was changed since edition {edition.number} was made from it"
        yield Issue(f"edition {before.number}", what, "take it from a copy")
    if edition.is_approved and approval_mark(edition) != _hash(edition):
        yield Issue(name, "its manifest was changed since it was approved", "take it from a copy, or approve it again")


def _hash(edition: Edition) -> str:
    path = edition.folder / MANIFEST
    return sha256_of(path) if path.is_file() else ""


def _all_files(folder: Path) -> Iterator[PurePosixPath]:
    """The paths of all that is in a folder and is no folder itself; links are not followed."""
    for where, folders, names in os.walk(folder):
        here = Path(where)
        for name in (*names, *(one for one in folders if (here / one).is_symlink())):
            yield PurePosixPath((here / name).relative_to(folder).as_posix())
