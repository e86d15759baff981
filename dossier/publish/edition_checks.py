"""What an edition must pass before it is published: its files are whole, and it has not lost half of its content."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.codec import CASE, ManifestForm, decode_case, decode_index, decode_timeline
from dossier.model import Issue
from dossier.publish.manifest import read_manifest, sha256_of
from dossier.publish.pdf_pages import page_count

FLOOR = 0.5
"""The least share of the articles, dossiers and events of the edition before: a night that has fewer is held. Set by
hand; no measurement is recorded."""
_FORMS = {CASE: decode_case, "index.json": decode_index, "timeline.json": decode_timeline}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a build holds; ``events`` are those of all its dossiers, with and without a date."""

    articles: int
    dossiers: int
    events: int


def check_files(folder: Path) -> Iterator[Issue]:
    """Issues with files that are missing, not as the manifest says, or not what their name says."""
    manifest = read_manifest(folder)
    if manifest is None:
        yield Issue(str(folder), "it has no manifest", "build again")
        return
    for file in manifest.files:
        path = folder / file.path
        if not path.is_file():
            yield Issue(file.path, "the manifest names it, and it is not there", "build again")
        elif sha256_of(path) != file.sha256:
            yield Issue(file.path, "it is not as the manifest says", "build again")
        elif fault := _fault(path):
            yield Issue(file.path, fault, "build again")


def check_floors(folder: Path, before: Path, floor: float = FLOOR) -> Iterator[Issue]:
    """An issue for each count of the build in ``folder`` that is below its share of the one in ``before``."""
    now, then = counts(folder), counts(before)
    for name in Counts.__dataclass_fields__:
        left, had = getattr(now, name), getattr(then, name)
        if left < floor * had:
            yield Issue(name, f"{left}, where the edition before has {had}", "look at what is missing from the sources")


def counts(folder: Path) -> Counts:
    """The counts of a whole build."""
    manifest: ManifestForm | None = read_manifest(folder)
    index = decode_index((folder / "index.json").read_bytes())
    told = {entry.entity.id: entry.counts for entry in index.dossiers if entry.entity}
    return Counts(
        articles=len(manifest.articles) if manifest else 0,
        dossiers=len(told),
        events=sum(counted["events"] + counted["undated"] for counted in told.values()),
    )


def _fault(path: Path) -> str:
    """What is wrong with a file, judged by its name; empty for nothing."""
    try:
        if decode := _FORMS.get(path.name):
            decode(path.read_bytes())
        elif path.suffix == ".pdf" and not page_count(path.read_bytes()):
            return "it has no pages"
    except ValueError as error:
        return f"it cannot be read: {error}"
    return ""
