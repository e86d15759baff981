"""Write dossiers to files, and the index over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier import render
from dossier.codec import IndexEntityForm, IndexEntryForm, IndexForm, IndexSkippedForm, encode_index, encode_timeline
from dossier.errors import PrintingUnavailable
from dossier.model import Actor, Issue, Timeline
from dossier.pipeline.case import Case
from dossier.pipeline.formats import Format
from dossier.pipeline.progress import Progress
from dossier.pipeline.report import BuildReport
from dossier.publish.staging import writable
from dossier.publish.whole_file import write
from dossier.render import date_wording, label_wording
from dossier.text.slugs import slug


@dataclass(frozen=True, slots=True)
class RequestedDossier:
    """A dossier to write. ``query`` is the name asked for, None for one of the most active actors.

    ``actor`` is None when no actor has the name. ``folder`` is the name of its folder, None for one made of its name.
    """

    query: str | None
    actor: Actor | None
    folder: str | None = None


def write_dossiers(
    case: Case,
    dossiers: Sequence[RequestedDossier],
    output: Path,
    formats: frozenset[Format],
    report: BuildReport,
    progress: Progress,
) -> None:
    """Write each dossier in each format, then ``index.html`` and ``index.json``, all below ``output``.

    When WeasyPrint cannot print pages, the other formats are still written and the report says so. Raises
    OutputUnusable when the folder cannot be written to.
    """
    with writable(output), progress("Writing", len(dossiers)) as advance:
        entries = []
        for dossier in dossiers:
            entries.append(_entry(case, dossier, output, formats, report))
            advance(1)
        _write_index(case, entries, output, report)


def _entry(
    case: Case, dossier: RequestedDossier, output: Path, formats: frozenset[Format], report: BuildReport
) -> IndexEntryForm:
    """Write the files of one dossier into a folder of its own, and return its entry of the index.

    Without an actor nothing is written, and the entry has no files.
    """
    actor = dossier.actor
    if actor is None:
        return IndexEntryForm(query=dossier.query, entity=None, files={}, counts={})
    timeline = case.timeline(actor)
    folder = dossier.folder or f"{slug(actor.name)}-{actor.id[:8]}"
    files: dict[str, str] = {}
    for format_, content in _rendered(case, timeline, formats, report):
        name = f"{folder}/{format_.file_name}"
        write(output / name, content)
        files[format_.value] = name
    report.dossiers += 1
    return IndexEntryForm(
        query=dossier.query,
        entity=IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind),
        files=files,
        counts={
            "events": len(timeline.events),
            "undated": len(timeline.undated),
            "articles": len(actor.articles),
            "mentions": actor.mentions,
        },
    )


def _rendered(
    case: Case, timeline: Timeline, formats: frozenset[Format], report: BuildReport
) -> Iterator[tuple[Format, bytes]]:
    """The content of each file of a dossier; no PDF, but an issue, when WeasyPrint cannot print pages."""
    if Format.JSON in formats:
        yield Format.JSON, encode_timeline(timeline, case.generator)
    if not formats & {Format.HTML, Format.PDF}:
        return
    page = render.render_html(timeline, _signature(case))
    if Format.HTML in formats:
        yield Format.HTML, page.encode("utf-8")
    if Format.PDF in formats:
        try:
            yield Format.PDF, render.render_pdf(page)
        except PrintingUnavailable as error:
            issue = Issue("PDF", str(error), error.advice)
            if issue not in report.issues:
                report.issues.append(issue)


def _write_index(case: Case, entries: list[IndexEntryForm], output: Path, report: BuildReport) -> None:
    """Write ``index.html``, then ``index.json``."""
    skipped = [IndexSkippedForm(ref=item.ref, reason=item.reason) for item in report.skipped]
    skipped += [IndexSkippedForm(ref=issue.where, reason=issue.what) for issue in case.contents.unread_languages]
    as_of = case.as_of.edtf if case.as_of else None
    index = IndexForm(as_of=as_of, generator=case.generator, dossiers=entries, skipped=skipped)
    page = render.render_index(_start_page(case, index))
    write(output / "index.html", page.encode("utf-8"))
    write(output / "index.json", encode_index(index))


def _start_page(case: Case, index: IndexForm) -> render.Index:
    """The values of the start page; names that nobody has and skipped inputs stand in one list."""
    entries = [
        render.IndexEntry(
            name=entry.entity.name,
            kind=label_wording.KIND_WORDS[entry.entity.kind],
            n_events=entry.counts["events"],
            n_undated=entry.counts["undated"],
            n_articles=entry.counts["articles"],
            files=tuple(render.File(kind.upper(), path) for kind, path in sorted(entry.files.items())),
        )
        for entry in index.dossiers
        if entry.entity
    ]
    nobody = [
        render.Refused(entry.query or "", "no actor in these articles has this name")
        for entry in index.dossiers
        if not entry.entity
    ]
    skipped = [render.Refused(item.ref, item.reason) for item in index.skipped]
    return render.Index(
        date_wording.when_words(case.as_of) if case.as_of else "",
        _signature(case),
        tuple(entries),
        (*nobody, *skipped),
    )


def _signature(case: Case) -> str:
    """The program and its pipeline, for the foot of a page."""
    generator = case.generator
    return f"Dossier {generator.version}, {generator.model}"
