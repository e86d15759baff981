"""The form ``dossier/manifest/1``: what one build consists of, and what it was made from."""

from pathlib import PurePosixPath

import msgspec

from dossier.codec.shared_forms import JsonObject, indented
from dossier.codec.timeline_forms import Generator
from dossier.model import DocumentStatus, Marking

MANIFEST = "manifest.json"
"""The name of the manifest in its folder."""
Setting = str | int | list[str] | None


class ManifestFileForm(JsonObject):
    """A file of the build: its path below the folder of the manifest, the SHA-256 of its bytes, and their number."""

    path: str
    sha256: str
    size: int


class ManifestArticleForm(JsonObject):
    """An article that the build read; ``sha256`` is that of its text in UTF-8, ``ref`` its id, URL or path as given.

    ``url`` is its address, null where it states none.
    """

    id: str
    ref: str
    sha256: str
    url: str | None


class ManifestJudgementForm(JsonObject):
    """A judgement in effect: its id, and in words what it decides, who made it and when."""

    id: str
    text: str


class ManifestDossierForm(JsonObject):
    """One dossier of the build, by the id of its entity, and what it was made of.

    ``as_of`` is the date (EDTF) that it speaks for, ``edition`` the number of the edition in which it changed last;
    null outside editions. ``content`` is the SHA-256 of what was found about the entity, ``made_of`` that of all that
    its files depend on, the program and the formats too: where it is as in the build before, the files were kept.
    """

    entity: str
    as_of: str | None
    edition: int | None
    content: str
    made_of: str


class PreviousForm(JsonObject):
    """The edition before: its number, and the SHA-256 of its ``manifest.json``."""

    edition: int
    sha256: str


class ManifestForm(JsonObject, tag_field="schema", tag="dossier/manifest/1"):
    """All files of a build but the manifest itself, by their path, and all that shaped them.

    ``as_of`` is the date (EDTF) that it speaks for. ``edition`` is its number, null for a build that is no edition;
    ``previous`` is the edition before, null where there is none. ``settings`` are the options that shaped the build, by
    name. ``articles`` are in the order of their ids, ``judgements`` are those in effect, in the order of their ids.
    ``dossiers`` are in the order of the ids of their entities. ``marking``, ``status``, ``selection``,
    ``above_marking`` and ``events_above_marking`` are as in the index.
    """

    generator: Generator
    as_of: str | None
    edition: int | None
    previous: PreviousForm | None
    settings: dict[str, Setting]
    articles: list[ManifestArticleForm]
    judgements: list[ManifestJudgementForm]
    dossiers: list[ManifestDossierForm]
    files: list[ManifestFileForm]
    marking: Marking | None = None
    status: DocumentStatus | None = None
    selection: str | None = None
    above_marking: int = 0
    events_above_marking: int = 0


_decoder = msgspec.json.Decoder(ManifestForm)


def encode_manifest(manifest: ManifestForm) -> bytes:
    """The manifest as indented JSON in UTF-8."""
    return indented(manifest)


def decode_manifest(data: bytes) -> ManifestForm:
    """What ``encode_manifest`` wrote. Raises ValueError for anything else, and for a file outside its folder."""
    manifest = _decoder.decode(data)
    for file in manifest.files:
        if not is_inside(file.path):
            raise ValueError(f"the manifest names a file outside its folder: {file.path!r}")
    return manifest


def what_it_was_made_of(manifest: ManifestForm) -> ManifestForm:
    """The manifest without the files, and without the hashes that depend on the version of the program."""
    dossiers = [msgspec.structs.replace(dossier, made_of="") for dossier in manifest.dossiers]
    return msgspec.structs.replace(manifest, files=[], dossiers=dossiers)


def is_inside(path: str) -> bool:
    """Whether a path with forward slashes stays below the folder that it starts from.

    >>> [is_inside(path) for path in ("ada/briefing.pdf", "../ada", "/etc/passwd", "ada/../..", "", ".")]
    [True, False, False, False, False, False]
    """
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/") and "\0" not in path
