"""Write the dossiers of a build: those that must be made are rendered, the others keep the files that they have."""

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dossier.codec import CASE, CHANGES, encode_changes, encode_dossier_changes, encode_timeline
from dossier.errors import TemplatesUnusable, writable
from dossier.model import Issue, Timeline
from dossier.pipeline.cases.case import signature
from dossier.pipeline.planning.build_plan import BuildPlan, PlannedDossier
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.progress import Progress
from dossier.pipeline.report import BuildReport
from dossier.pipeline.workers.workforce import Workforce
from dossier.pipeline.writing.page_rendering import PageRenderer
from dossier.pipeline.writing.printing import PageToPrint, PrintedPage, Printer
from dossier.pipeline.writing.write_index import write_index
from dossier.publish.whole_file import write, write_pieces
from dossier.render import Medium


@dataclass(frozen=True, slots=True)
class WrittenDossier:
    """The files of a dossier that are written: their paths below the output, by format."""

    planned: PlannedDossier
    files: dict[str, str] = field(default_factory=dict)

    def add(self, output: Path, name: str, content: bytes) -> None:
        """Write a file of the dossier, which has this path below ``output``."""
        write(output / name, content)
        if format_ := Format.of_file(PurePosixPath(name).name):
            self.files[format_.value] = name


def write_dossiers(plan: BuildPlan, output: Path, force: Workforce, report: BuildReport, progress: Progress) -> None:
    """Write each dossier below ``output``; ``case.json``; ``changes.json`` if an edition has changes; and the index.

    The processes of ``force`` print. When a page cannot be printed, the other files are still written and the report
    says so. Raises OutputUnusable when the folder cannot be written to.
    """
    written: dict[str, dict[str, str]] = {}
    processes = max(min(force.processes, sum(not planned.kept for planned in plan.dossiers.values())), 1)
    force = replace(force, processes=processes)
    printer = Printer(force, scratch=output.parent)  # beside what is made: the next build removes what was left
    renderer = PageRenderer(plan.target.page)
    with writable(output), progress("Writing", len(plan.dossiers)) as advance, renderer, printer:
        unprinted = (_written(plan, planned, renderer, output, report) for planned in plan.dossiers.values())
        for dossier, printed in printer.print(unprinted):
            _add_pdf(dossier, printed, output, report)
            written[dossier.planned.found.key] = dossier.files
            if dossier.planned.found.actor:  # each build has that of the case
                report.dossiers += 1
                report.made += not dossier.planned.kept
            advance(1)
        write_pieces(output / CASE, plan.case.encoded(plan.target.stamp))
        if plan.changes:
            write(output / CHANGES, encode_changes(plan.changes))
        write_index(plan, written, renderer, output, report)


def _written(
    plan: BuildPlan, planned: PlannedDossier, renderer: PageRenderer, output: Path, report: BuildReport
) -> tuple[WrittenDossier, PageToPrint | None]:
    """Write all files of one dossier but its PDF, and give the page to print; None where there is nothing to print."""
    dossier = WrittenDossier(planned)
    if planned.kept:
        for name in planned.kept:
            dossier.add(output, name, (plan.target.earlier.folder / name).read_bytes())
        return dossier, None
    timeline = replace(planned.found.timeline, stamp=plan.target.stamp)
    data = encode_timeline(timeline, plan.case.generator)
    if planned.history:
        dossier.add(output, f"{planned.folder}/{CHANGES}", encode_dossier_changes(planned.history))
    if Format.JSON in plan.target.formats:
        dossier.add(output, f"{planned.folder}/{Format.JSON.file_name}", data)
    pages = _pages(plan, planned, timeline, renderer, report)
    if page := pages.get(Format.HTML):
        dossier.add(output, f"{planned.folder}/{Format.HTML.file_name}", page.encode("utf-8"))
    if page := pages.get(Format.PDF):
        name = f"{planned.folder}/{Format.PDF.file_name}"
        return dossier, PageToPrint(name, page, data, plan.target.page.paper)
    return dossier, None


def _pages(
    plan: BuildPlan, planned: PlannedDossier, timeline: Timeline, renderer: PageRenderer, report: BuildReport
) -> dict[Format, str]:
    """The pages of a dossier, as HTML; the report says where the user's templates make none."""
    name = signature(plan.case.generator)
    asked = {Format.HTML: Medium.SCREEN, Format.PDF: Medium.PAPER}
    try:
        return {
            format_: renderer.briefing(timeline, name, planned.history, planned.links, medium)
            for format_, medium in asked.items()
            if format_ in plan.target.formats
        }
    except TemplatesUnusable as error:
        report.issues.append(Issue(f"{planned.folder}: no page", str(error), error.advice))
        return {}


def _add_pdf(dossier: WrittenDossier, printed: PrintedPage | Issue | None, output: Path, report: BuildReport) -> None:
    """Write the PDF of a dossier, and report which letters it lacks; or report why there is none. Each is said once."""
    if isinstance(printed, PrintedPage):
        dossier.add(output, printed.name, printed.pdf)
        notes = (Issue("PDF", missing.words, missing.advice) for missing in printed.missing)
        report.notes.extend(note for note in notes if note not in report.notes)
    elif printed and printed not in report.issues:
        report.issues.append(printed)
