"""Make a build again from the store, into a folder aside, and say where the one that is there differs from it."""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from dossier import __version__
from dossier.codec import CHANGES, MANIFEST, ManifestForm, encode_manifest, encode_watchlist, what_it_was_made_of
from dossier.errors import StoreUnusable
from dossier.model import Issue, Stamp
from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.open_case import case_anew
from dossier.pipeline.planning.build_manifest import build_manifest
from dossier.pipeline.planning.build_plan import Target, plan_build
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.planning.manifest_inputs import leaves_out
from dossier.pipeline.planning.requested_dossiers import requested_dossiers
from dossier.pipeline.progress import Progress, silent
from dossier.pipeline.report import BuildReport
from dossier.pipeline.workers.workforce import Workforce
from dossier.pipeline.writing.write_dossiers import write_dossiers
from dossier.publish.differences import difference
from dossier.publish.earlier_build import EarlierBuild, earlier_build
from dossier.publish.manifest import sha256_of
from dossier.render import DEFAULT_PAGE, PageOptions
from dossier.render.index_context import StartFile
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Run, Store

_PAGES = ["*.html", "*.pdf"]
_AGAIN = "build again, or take it from a copy"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build that was made again proves: where the one that is there differs, and what could not be compared."""

    issues: tuple[Issue, ...]
    notes: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaking:
    """How a build is made again: with the judgements of files that it had; so many processes, or a cluster, print."""

    judgements: Sequence[StatedJudgement] = ()
    workers: int = 1
    cluster: str = ""
    progress: Progress = silent


def compare_with_rebuilt(
    folder: Path, manifest: ManifestForm, store: Store, remake: Remaking, at_hand: PageOptions = DEFAULT_PAGE
) -> Rebuilt:
    """Make the build in ``folder`` again: from the articles, annotations and judgements of the store, by its settings.

    ``at_hand`` has the user's templates and logo; where they are not those of the build, its pages are not compared.
    The case is resolved anew, whatever the store keeps of it, and each page is made and printed, so that what an
    earlier build left proves nothing.
    """
    run = next((run for run in store.runs() if _is_of(run, manifest)), None)
    if run is None:
        what = "the store holds no run with its articles, its names and its settings, so it cannot be made again"
        return Rebuilt((Issue(MANIFEST, what, _AGAIN),))
    earlier, is_whole = _earlier(folder, manifest)
    with tempfile.TemporaryDirectory(prefix="dossier-verify-") as aside:
        try:
            case = _case(manifest, run, store, remake)
        except StoreUnusable as error:
            return Rebuilt((Issue("the store", f"the build cannot be made again: {error}", error.advice),))
        made, unmade = _make(case, manifest, _target(manifest, earlier, at_hand), Path(aside), remake)
        passed_over = [] if is_whole else [CHANGES, *StartFile]
        passed_over += _PAGES if at_hand.lacks(manifest.settings) else []
        issues = (*unmade, *_manifest_difference(manifest, made), *_differences(folder, Path(aside), passed_over))
    return Rebuilt(issues, tuple(_notes(manifest, made, is_whole)))


def _is_of(run: Run, manifest: ManifestForm) -> bool:
    """Whether the build was made from this run."""
    asked = manifest.settings
    return (
        run.annotator == manifest.generator.config
        and sorted(run.articles) == [article.id for article in manifest.articles]
        and (run.as_of.edtf if run.as_of else None) == asked.get("as_of")
        and _sha256(encode_watchlist(run.watched) if run.watched else b"") == asked.get("watched_sha256")
        and _sha256(run.ontology.encode("utf-8", "surrogatepass")) == asked.get("ontology_sha256")
    )


def _sha256(data: bytes) -> str | None:
    return hashlib.sha256(data).hexdigest() if data else None


def _earlier(folder: Path, manifest: ManifestForm) -> tuple[EarlierBuild, bool]:
    """The edition before, which says what changed and since when; and whether it is there as it was.

    Otherwise the build itself says for which day each dossier speaks.
    """
    if manifest.previous is None:
        return (EarlierBuild(folder, {}, {}), True) if manifest.edition else (earlier_build(folder), True)
    before = folder.resolve().parent / f"{manifest.previous.edition:04}"
    is_whole = (before / MANIFEST).is_file() and sha256_of(before / MANIFEST) == manifest.previous.sha256
    return earlier_build(before if is_whole else folder), is_whole


def _case(manifest: ManifestForm, run: Run, store: Store, remake: Remaking) -> Case:
    with remake.progress("Resolving", 1) as advance:
        case = case_anew(store, run, remake.judgements, _outlets(manifest.settings.get("outlets")), manifest.marking)
        advance(1)
        return case


def _make(
    case: Case, manifest: ManifestForm, target: Target, aside: Path, remake: Remaking
) -> tuple[ManifestForm, list[Issue]]:
    """Make all files in the folder ``aside``; give the manifest that goes with them, and what could not be made."""
    report = BuildReport(skipped=list(case.run.skipped))
    top, hides = manifest.settings.get("top"), leaves_out(case, manifest.above_marking)
    requests = list(requested_dossiers(case, case.run.watched, top if isinstance(top, int) else None, report, hides))
    plan = plan_build(case, requests, target)
    plan = replace(plan, dossiers={key: replace(planned, kept=()) for key, planned in plan.dossiers.items()})
    report.issues.clear()  # names that nobody has are no fault of the files
    write_dossiers(plan, aside, Workforce(remake.workers, remake.cluster), report, remake.progress)
    return build_manifest(plan, manifest.settings, aside, manifest.previous), report.issues


def _target(manifest: ManifestForm, earlier: EarlierBuild, at_hand: PageOptions) -> Target:
    names, exports = manifest.settings.get("formats"), manifest.settings.get("exports")
    # without the user's templates the pages are not compared, and a section of the user's own is not known
    is_lacking = bool(at_hand.lacks(manifest.settings))
    asked = PageOptions.from_settings(manifest.settings).with_files_of(at_hand)
    return Target(
        formats=frozenset(one for one in Format if isinstance(names, list) and one in names),
        earlier=earlier,
        edition=manifest.edition,
        page=DEFAULT_PAGE if is_lacking else asked,
        stamp=Stamp(manifest.marking, manifest.status, manifest.selection),
        above_marking=manifest.above_marking,
        exports=exports if isinstance(exports, list) else (),
    )


def _outlets(listed: object) -> Mapping[str, str]:
    """The reliability of each outlet, as the settings of a manifest list it."""
    pairs = (one.rpartition(": ") for one in listed) if isinstance(listed, list) else ()
    return {name: grade for name, _, grade in pairs}


def _differences(folder: Path, aside: Path, passed_over: Sequence[str]) -> Iterator[Issue]:
    """An issue for each file that is there and was not made again so, and for each that was made again and is not.

    ``passed_over`` are patterns of paths that are not compared.
    """
    made = {path.relative_to(aside).as_posix() for path in aside.rglob("*") if path.is_file()}
    for name in sorted(name for name in made if not any(fnmatchcase(name, pattern) for pattern in passed_over)):
        try:
            found = (folder / name).read_bytes()
        except OSError:
            yield Issue(name, "the build makes it from the store, and it is not there", _AGAIN)
            continue
        if what := difference(name, found, (aside / name).read_bytes()):
            yield Issue(name, f"it is not what the build makes from the store: {what}", _AGAIN)


def _manifest_difference(found: ManifestForm, made: ManifestForm) -> Iterator[Issue]:
    """Issues with files that the build does not make, and with what the manifest says it was made from."""
    paths = {file.path for file in made.files}
    for file in found.files:
        if file.path not in paths:
            yield Issue(file.path, "the build does not make it from the store", _AGAIN)
    if what := difference(MANIFEST, *(encode_manifest(what_it_was_made_of(one)) for one in (found, made))):
        yield Issue(MANIFEST, f"it is not what the build makes from the store: {what}", _AGAIN)


def _notes(found: ManifestForm, made: ManifestForm, is_whole: bool) -> Iterator[Issue]:
    if not is_whole:
        what = "the edition before is gone: what changed since, and when each dossier changed last, is not proved"
        yield Issue(CHANGES, what)
    made_of = {dossier.entity: dossier.made_of for dossier in made.dossiers}
    if any(made_of.get(dossier.entity, dossier.made_of) != dossier.made_of for dossier in found.dossiers):
        yield Issue(MANIFEST, f"another program or another version made it (this is {__version__}): pages may differ")
