"""Compare the index of a build with its manifest and with the timelines that it counts."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dossier.codec import CHANGES, IndexCaseForm, IndexEntryForm, IndexForm, ManifestForm, decode_timeline
from dossier.model import EntryCounts, Issue, Stamp, Timeline
from dossier.pipeline.planning.formats import Format
from dossier.render.index_context import StartFile

_BUILD_AGAIN = "build again"
_START = (*StartFile, "index.json")


def check_index(folder: Path, index: IndexForm, manifest: ManifestForm) -> Iterator[Issue]:
    """Issues with what the index says otherwise than the manifest, or than the timelines that it leads to."""
    if (index.as_of, index.generator) != (manifest.as_of, manifest.generator):
        yield _issue("its day or its program is not that of the manifest")
    if _stamp(index) != _stamp(manifest):
        yield _issue("its marking, its status or its selection is not that of the manifest")
    watched, asked = manifest.settings.get("watched"), [entry.query for entry in index.dossiers if entry.query]
    if list(dict.fromkeys(asked)) != list(dict.fromkeys(watched if isinstance(watched, list) else [])):
        yield _issue("the names it answers are not those that were asked for")
    yield from _check_files(index, manifest)
    for _, dossier in index.written:
        name = dossier.files.get(Format.JSON)
        try:
            timeline = decode_timeline((folder / name).read_bytes())[0] if name else None
        except (OSError, ValueError):
            continue  # whoever checks the quotes says so
        if timeline and _shown(dossier) != _told(timeline):
            yield _issue(f"what it says of {_name(dossier)} is not what {name} says")
        if timeline and timeline.stamp != Stamp(index.marking, index.status, index.selection):
            yield _issue(f"{name} has another marking, status or selection")


def _check_files(index: IndexForm, manifest: ManifestForm) -> Iterator[Issue]:
    """Issues with files that the index lacks or names, and the manifest does not; and with formats that are missing."""
    listed = {file.path for file in manifest.files}
    named = {
        path for files in (index.case, *(dossier.files for _, dossier in index.written)) for path in files.values()
    } | {path for export in index.exports.values() for path in export.files}
    named |= {index.unmatched.file} if index.unmatched else set()
    folders = {PurePosixPath(path).parent for path in named} | {PurePosixPath()}
    own = {*_START, *(str(folder / CHANGES) for folder in folders)}
    for path in sorted(listed - named - own):
        yield _issue(f"it does not lead to {path}, which the manifest lists")
    for path in sorted(named - listed):
        yield _issue(f"it leads to {path}, which the manifest does not list")
    formats = manifest.settings.get("formats")
    for _, dossier in index.written:
        if isinstance(formats, list):
            for format_ in sorted(
                {*formats} - {Format.PDF.value} - dossier.files.keys()
            ):  # no PDF where none can be made
                yield _issue(f"{_name(dossier)} has no {format_.upper()}")


def _stamp(form: IndexForm | ManifestForm) -> tuple[object, ...]:
    return form.marking, form.status, form.selection, form.above_marking, form.events_above_marking


def _name(dossier: IndexEntryForm | IndexCaseForm) -> str:
    if isinstance(dossier, IndexCaseForm):
        return "the whole case"
    return dossier.entity.name if dossier.entity else str(dossier.query)


def _shown(dossier: IndexEntryForm | IndexCaseForm) -> tuple[object, ...]:
    entity = dossier.entity if isinstance(dossier, IndexEntryForm) else None
    return entity and (entity.id, entity.name, entity.kind), dossier.counts


def _told(timeline: Timeline) -> tuple[object, ...]:
    actor = timeline.actor
    return actor and (actor.id, actor.name, actor.kind), counts_of(timeline)


def counts_of(timeline: Timeline) -> dict[str, int]:
    """The numbers that an index gives of a dossier."""
    entries = EntryCounts.of(timeline)
    counts = {"events": entries.placed, "dated": entries.dated, "undated": entries.undated}
    if timeline.actor:
        return counts | {"articles": len(timeline.actor.articles), "mentions": timeline.actor.mentions}
    return counts | {"articles": timeline.overview.articles if timeline.overview else 0}


def _issue(what: str) -> Issue:
    return Issue("index.json", what, _BUILD_AGAIN)
