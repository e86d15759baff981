"""Make the pages of a build again from its JSON files, which takes no resolving, and compare them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from dossier.codec import (
    CHANGES,
    DossierChangesForm,
    IndexForm,
    ManifestForm,
    decode_changes,
    decode_dossier_changes,
    decode_timeline,
)
from dossier.errors import TemplatesUnusable
from dossier.model import Issue, Timeline
from dossier.pipeline.cases.case import signature
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.writing.page_rendering import PageRenderer
from dossier.pipeline.writing.start_page import case_of_folder, start_page
from dossier.publish.differences import difference
from dossier.render import START_PAGE
from dossier.render.index_context import StartFile

_AGAIN = "build again, or take it from a copy"


def check_pages(folder: Path, index: IndexForm, manifest: ManifestForm, renderer: PageRenderer) -> Iterator[Issue]:
    """An issue for each page that does not say what the timeline beside it says, and for such a start page.

    ``renderer`` makes the pages by the options of the manifest.

    A file that cannot be read is passed over: whoever checks the files says so.
    """
    listed = {file.path for file in manifest.files}
    histories = dict(_histories(folder, index, listed))
    yield from _check_histories(histories, index, manifest)
    links = {START_PAGE: "../index.html"} | {
        key: f"../{entry.files[Format.HTML]}" for key, entry in index.written if Format.HTML in entry.files
    }
    for key, dossier in index.written:
        if {Format.JSON, Format.HTML} <= dossier.files.keys():
            page = partial(renderer.briefing, history=histories.get(key), links=links)
            yield from _check_page(folder, dossier.files[Format.JSON], dossier.files[Format.HTML], page)
    yield from _check_start_page(folder, index, manifest, histories, renderer)


def _check_histories(
    histories: Mapping[str, DossierChangesForm], index: IndexForm, manifest: ManifestForm
) -> Iterator[Issue]:
    """An issue for each history of another dossier than the one that it lies in, or of editions of another marking."""
    entities = {entry.entity.id: entry.entity for entry in index.dossiers if entry.entity}
    for key, history in histories.items():
        if {one.marking for one in (history.now, history.since) if one} != {manifest.marking}:
            yield Issue(CHANGES, f"that of {key} compares editions of another marking than the manifest's", _AGAIN)
        if history.entity != entities.get(key):
            yield Issue(CHANGES, f"that of {key} is of another dossier than the one that it lies in", _AGAIN)


def _check_page(folder: Path, json: str, html: str, page_of: Callable[[Timeline, str], str]) -> Iterator[Issue]:
    try:
        timeline, generator = decode_timeline((folder / json).read_bytes())
        found = (folder / html).read_bytes()
    except (OSError, ValueError):
        return
    try:
        page = page_of(timeline, signature(generator))
    except (ValueError, TemplatesUnusable) as error:  # a date in the history that is none; a style that is not ours
        yield Issue(html, f"what stands beside it makes no page: {error}", _AGAIN)
        return
    if what := difference(html, found, page.encode("utf-8")):
        yield Issue(html, f"it does not say what {json} says: {what}", _AGAIN)


def _check_start_page(
    folder: Path,
    index: IndexForm,
    manifest: ManifestForm,
    histories: Mapping[str, DossierChangesForm],
    renderer: PageRenderer,
) -> Iterator[Issue]:
    has_changes = CHANGES in {file.path for file in manifest.files}
    try:
        changes = decode_changes((folder / CHANGES).read_bytes()) if has_changes else None
        case = case_of_folder(folder, index, changes, histories)
        values = start_page(index, manifest.edition, case) if case else None
    except (OSError, ValueError):
        return
    if values is None:  # without JSON of the dossiers they can only be made again from the store
        return
    for name in StartFile:
        yield from _check_start_file(folder, name, partial(renderer.start_file, name, values))


def _check_start_file(folder: Path, name: str, page_of: Callable[[], str]) -> Iterator[Issue]:
    try:
        found, page = (folder / name).read_bytes(), page_of()
    except (OSError, ValueError):
        return
    except TemplatesUnusable as error:
        yield Issue(name, f"what stands beside it makes no page: {error}", _AGAIN)
        return
    if what := difference(name, found, page.encode("utf-8")):
        yield Issue(name, f"it does not say what index.json and the timelines say: {what}", _AGAIN)


def _histories(folder: Path, index: IndexForm, listed: set[str]) -> Iterator[tuple[str, DossierChangesForm]]:
    """What each dossier said otherwise when it changed last, by the id of its entity or ``WHOLE_CASE``."""
    for key, dossier in index.written:
        name = str(PurePosixPath(next(iter(dossier.files.values()), "")).parent / CHANGES)
        if name in listed:
            try:
                yield key, decode_dossier_changes((folder / name).read_bytes())
            except (OSError, ValueError):
                continue
