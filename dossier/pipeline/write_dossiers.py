"""Write dossiers to files, and the index over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier import render
from dossier.codec import IndexEntityForm, IndexEntryForm, IndexForm, IndexSkippedForm, encode_index, encode_timeline
from dossier.model import Actor, Issue, Timeline
from dossier.pipeline.case import Case
from dossier.pipeline.formats import Format
from dossier.pipeline.printing import PageToPrint, PrintedPage, Printer
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


@dataclass(frozen=True, slots=True)
class DossierFiles:
    """Which files are written: below ``output``, in these formats. So many processes print them as PDF."""

    output: Path
    formats: frozenset[Format]
    workers: int = 1


def write_dossiers(
    case: Case, dossiers: Sequence[RequestedDossier], files: DossierFiles, report: BuildReport, progress: Progress
) -> None:
    """Write each dossier in each format, then ``index.html`` and ``index.json``.

    When a page cannot be printed, the other files are still written and the report says so. Raises OutputUnusable when
    the folder cannot be written to.
    """
    entries: list[IndexEntryForm] = []
    workers = max(min(files.workers, len(dossiers)), 1)
    with writable(files.output), progress("Writing", len(dossiers)) as advance, Printer(workers) as printer:
        unprinted = (_written(case, dossier, files, report) for dossier in dossiers)
        for entry, printed in printer.print(unprinted):
            _add_pdf(entry, printed, files.output, report)
            entries.append(entry)
            advance(1)
        _write_index(case, entries, files.output, report)


def _written(
    case: Case, dossier: RequestedDossier, files: DossierFiles, report: BuildReport
) -> tuple[IndexEntryForm, PageToPrint | None]:
    """Write the files of one dossier into a folder of its own; give its entry of the index, and the page to print.

    Without an actor nothing is written, and the entry has no files.
    """
    actor = dossier.actor
    if actor is None:
        return IndexEntryForm(query=dossier.query, entity=None, files={}, counts={}), None
    timeline = case.timeline(actor)
    entry = _entry(dossier.query, actor, timeline)
    folder = dossier.folder or f"{slug(actor.name)}-{actor.id[:8]}"
    page = None
    for format_, content in _rendered(case, timeline, files.formats):
        name = f"{folder}/{format_.file_name}"
        if format_ is Format.PDF:
            page = PageToPrint(name, content)
        else:
            _add_file(entry, format_, name, content.encode("utf-8"), files.output)
    report.dossiers += 1
    return entry, page


def _entry(query: str | None, actor: Actor, timeline: Timeline) -> IndexEntryForm:
    """The entry of the index for a dossier that has no files yet."""
    return IndexEntryForm(
        query=query,
        entity=IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind),
        files={},
        counts={
            "events": len(timeline.events),
            "undated": len(timeline.undated),
            "articles": len(actor.articles),
            "mentions": actor.mentions,
        },
    )


def _rendered(case: Case, timeline: Timeline, formats: frozenset[Format]) -> Iterator[tuple[Format, str]]:
    """The text of each file of a dossier; for the PDF the page that is to be printed."""
    if Format.JSON in formats:
        yield Format.JSON, encode_timeline(timeline, case.generator).decode("utf-8")
    if formats & {Format.HTML, Format.PDF}:
        page = render.render_html(timeline, _signature(case))
        yield from ((format_, page) for format_ in (Format.HTML, Format.PDF) if format_ in formats)


def _add_file(entry: IndexEntryForm, format_: Format, name: str, content: bytes, output: Path) -> None:
    write(output / name, content)
    entry.files[format_.value] = name


def _add_pdf(entry: IndexEntryForm, printed: PrintedPage | Issue | None, output: Path, report: BuildReport) -> None:
    """Write the PDF of a dossier; or report, once, why there is none."""
    if isinstance(printed, PrintedPage):
        _add_file(entry, Format.PDF, printed.name, printed.pdf, output)
    elif printed and printed not in report.issues:
        report.issues.append(printed)


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
