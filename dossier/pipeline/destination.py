"""Where a build goes: into a plain folder, or as the next of the numbered editions of a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from dossier.codec import MANIFEST, ManifestForm, PreviousForm, encode_manifest
from dossier.model import Issue
from dossier.pipeline.checks import verify
from dossier.pipeline.formats import Format
from dossier.pipeline.report import BuildReport
from dossier.publish.earlier_build import EarlierBuild, earlier_build, is_unchanged
from dossier.publish.edition_checks import FLOOR, check_files, check_floors
from dossier.publish.editions import hold, latest, next_edition, publish
from dossier.publish.lock import held
from dossier.publish.placing import place, staging
from dossier.publish.staging import Staging, aside, writable
from dossier.publish.whole_file import write
from dossier.store import Store


@dataclass(frozen=True, slots=True)
class EditionRules:
    """How editions are published: the ``keep`` newest stay, and those that were approved.

    An edition is held back when it has less than the share ``floor`` of the articles, dossiers or events of the one
    before; 0 asks nothing.
    """

    keep: int
    floor: float = FLOOR


class Destination(Protocol):
    """Takes a build that was made aside."""

    @property
    def earlier(self) -> EarlierBuild:
        """The build that readers see now."""

    def edition(self) -> tuple[int | None, PreviousForm | None]:
        """The number of the edition that is being made, and the edition before; None where there is none."""

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport) -> None:
        """Put the whole build where readers find it; the report gets its files, or why it is not there."""


@dataclass(frozen=True, slots=True)
class PlainFolder:
    """The build stands in ``output`` itself, in place of the one before."""

    output: Path

    @property
    def earlier(self) -> EarlierBuild:
        """The build in ``output``."""
        return earlier_build(self.output)

    def edition(self) -> tuple[int | None, PreviousForm | None]:
        """A build in a plain folder is no edition."""
        return None, None

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport) -> None:
        """Put the build in place; the report gets its files, and a note for each that somebody changed."""
        report.notes.extend(place(stage))
        report.files.extend(_files(self.output, manifest))


@dataclass(frozen=True, slots=True)
class EditionFolder:
    """The build becomes the next edition below ``root``, if it passes the checks; else it is held."""

    root: Path
    rules: EditionRules

    @property
    def earlier(self) -> EarlierBuild:
        """The latest edition."""
        before = latest(self.root)
        return earlier_build(before.folder) if before else EarlierBuild(self.root, {}, {})

    def edition(self) -> tuple[int | None, PreviousForm | None]:
        """The next number, and the latest edition."""
        return next_edition(self.root)

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport) -> None:
        """Publish the build, or hold it and report which checks it failed.

        One that tells nothing otherwise than the latest edition is not published, unless that is damaged.
        """
        before = self.earlier
        if before.manifest and is_unchanged(stage.new, before) and before.is_whole:
            report.unchanged_since = before.manifest.edition
            return
        faults = list(self._faults(stage.new, manifest, store))
        if faults:
            where = hold(stage.new, self.root)
            what = f"not published, because {len(faults)} of its checks failed; 'latest' stays as it was"
            report.issues.extend((Issue(str(where), what, "see what follows, and build again"), *faults))
        else:
            edition = publish(stage.new, self.root, self.rules.keep)
            report.files.extend(_files(edition.folder, manifest))

    def _faults(self, folder: Path, manifest: ManifestForm, store: Store) -> Iterator[Issue]:
        """What is wrong with the build: damaged files; if there are none, wrong quotes, and counts below the floor.

        Quotes are checked where there is JSON, which says where they stand.
        """
        damaged = list(check_files(folder))
        yield from damaged
        if not damaged:
            if any(PurePosixPath(file.path).name == Format.JSON.file_name for file in manifest.files):
                yield from verify(folder, store).issues
            if before := latest(self.root):
                yield from check_floors(folder, before.folder, self.rules.floor)


def write_manifest(stage: Staging, manifest: ManifestForm) -> None:
    """Write the manifest of a build that is otherwise made."""
    with writable(stage.output):
        write(stage.new / MANIFEST, encode_manifest(manifest))


@contextmanager
def only_build(output: Path, store: Store) -> Iterator[Staging]:
    """A folder aside to make a build in, with ``store`` and ``output`` locked for it.

    Raises AlreadyRunning when another build is using one of the two.
    """
    store_lock = store.path.with_name(f".{store.path.name}.lock")
    with (
        held(store_lock, f"the store {store.path}"),
        held(aside(output, "lock"), f"the folder {output}"),
        staging(output) as stage,
    ):
        yield stage


def _files(folder: Path, manifest: ManifestForm) -> Iterator[Path]:
    yield from (folder / file.path for file in manifest.files)
    yield folder / MANIFEST
