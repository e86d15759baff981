"""Where a build goes: into a plain folder, or as the next of the numbered editions of a folder."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from dossier.codec import MANIFEST, ManifestForm, PreviousForm, encode_manifest
from dossier.errors import writable
from dossier.model import Issue, Stamp
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.intake.redaction import Withheld
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.report import BuildReport
from dossier.publish.earlier_build import EarlierBuild, earlier_build, is_unchanged
from dossier.publish.edition_checks import FLOOR, check_files, check_floors
from dossier.publish.editions import hold, newest_marked, next_number, previous_form, publish
from dossier.publish.lock import held
from dossier.publish.placing import place, staging
from dossier.publish.staging import Staging, aside
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


@dataclass(frozen=True, slots=True)
class Before:
    """What a build is compared with: ``build``, empty where there is nothing; and what its manifest says of it.

    ``number`` is the build's own as an edition, None for none; ``previous`` is the edition that it is compared with.
    """

    build: EarlierBuild
    number: int | None = None
    previous: PreviousForm | None = None


class Destination(Protocol):
    """Takes a build that was made aside."""

    def before(self, stamp: Stamp, withheld: Withheld) -> Before:
        """What a build with this stamp may be compared with.

        Not a build of another marking, nor one that has anything of what is withheld now: the changes would tell of it.
        Nor one of other articles that were chosen: what lacks there is no news.
        """

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport, before: Before) -> None:
        """Put the whole build where readers find it; the report gets its files, or why it is not there."""


@dataclass(frozen=True, slots=True)
class PlainFolder:
    """The build stands in ``output`` itself, in place of the one before."""

    output: Path

    def before(self, stamp: Stamp, withheld: Withheld) -> Before:
        """The build in ``output``, if it may be compared; a build in a plain folder is no edition."""
        found = earlier_build(self.output)
        return Before(found if _is_comparable(found, stamp, withheld) else _nothing(self.output))

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport, before: Before) -> None:
        """Put the build in place; the report gets its files, and a note for each that somebody changed."""
        changed = place(stage)
        if before.build.manifest is not None or manifest.marking is None:
            report.notes.extend(changed)
        else:
            report.issues.extend(_unnamed(changed, self.output))
        report.files.extend(_files(self.output, manifest))


@dataclass(frozen=True, slots=True)
class EditionFolder:
    """The build becomes the next edition below ``root``, if it passes the checks; else it is held."""

    root: Path
    rules: EditionRules

    def before(self, stamp: Stamp, withheld: Withheld) -> Before:
        """The latest edition, or the newest of this marking where that has another; if it may be compared."""
        number = next_number(self.root)
        found = newest_marked(self.root, stamp.marking)
        build = earlier_build(found.folder) if found else _nothing(self.root)
        if found is None or not _is_comparable(build, stamp, withheld):
            return Before(_nothing(self.root), number)
        return Before(build, number, previous_form(found))

    def put(self, stage: Staging, manifest: ManifestForm, store: Store, report: BuildReport, before: Before) -> None:
        """Publish the build, or hold it and report which checks it failed.

        One that tells nothing otherwise than the edition before is not published, unless that is damaged.
        """
        then = before.build
        if then.manifest and is_unchanged(stage.new, then) and then.is_whole:
            report.unchanged_since = then.manifest.edition
            return
        faults = list(self._faults(stage.new, manifest, store, then))
        if faults:
            where = hold(stage.new, self.root)
            what = f"not published, because {len(faults)} of its checks failed; 'latest' stays as it was"
            report.issues.extend((Issue(str(where), what, "see what follows, and build again"), *faults))
        else:
            edition = publish(stage.new, self.root, self.rules.keep)
            report.files.extend(_files(edition.folder, manifest))

    def _faults(self, folder: Path, manifest: ManifestForm, store: Store, before: EarlierBuild) -> Iterator[Issue]:
        """What is wrong with the build: damaged files; if there are none, wrong quotes, and counts below the floor.

        Quotes are checked where there is JSON, which says where they stand.
        """
        damaged = list(check_files(folder))
        yield from damaged
        if not damaged:
            if any(PurePosixPath(file.path).name == Format.JSON.file_name for file in manifest.files):
                yield from verify(folder, store).issues
            if before.manifest:
                yield from check_floors(folder, before.folder, self.rules.floor)


def _nothing(folder: Path) -> EarlierBuild:
    return EarlierBuild(folder, {}, {})


def _is_comparable(build: EarlierBuild, stamp: Stamp, withheld: Withheld) -> bool:
    """Whether the build has this marking and selection, and nothing of what is withheld.

    One without a manifest has no marking.
    """
    then = build.manifest
    if then is None:
        return stamp.marking is None
    is_like = (then.marking, then.selection) == (stamp.marking, stamp.selection)
    return is_like and not withheld.stood_in(build.folder, then)


def _unnamed(changed: Sequence[Issue], output: Path) -> Iterator[Issue]:
    """How many files of a build of another marking somebody had changed: their names may tell what it was about."""
    if changed:
        files = "1 file" if len(changed) == 1 else f"{len(changed)} files"
        what = (
            f"somebody changed {files} of the build before, which has another marking: it stays if it is not made now"
        )
        yield Issue(str(output), what, "remove what may not be handed on, or build into another folder")


def write_manifest(stage: Staging, manifest: ManifestForm) -> None:
    """Write the manifest of a build that is otherwise made."""
    with writable(stage.output):
        write(stage.new / MANIFEST, encode_manifest(manifest))


def only_user(store: Store) -> AbstractContextManager[None]:
    """Keep every build away from the store, inside the block. Raises AlreadyRunning when one is using it."""
    return held(store.lock_file, f"the store {store.name}") if store.lock_file else store.reserved()


@contextmanager
def only_build(output: Path, store: Store) -> Iterator[Staging]:
    """A folder aside to make a build in, with ``store`` and ``output`` locked for it.

    Raises AlreadyRunning when another build is using one of the two.
    """
    with (
        only_user(store),
        held(aside(output, "lock"), f"the folder {output}"),
        staging(output) as stage,
    ):
        yield stage


def _files(folder: Path, manifest: ManifestForm) -> Iterator[Path]:
    yield from (folder / file.path for file in manifest.files)
    yield folder / MANIFEST
