"""Write the dossiers of a build: those that must be made are rendered, the others keep the files that they have."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dossier import render
from dossier.codec import CASE, CHANGES, encode_changes, encode_dossier_changes, encode_timeline
from dossier.model import Issue
from dossier.pipeline.build_plan import BuildPlan, PlannedDossier
from dossier.pipeline.case import signature
from dossier.pipeline.formats import Format
from dossier.pipeline.printing import PageToPrint, PrintedPage, Printer
from dossier.pipeline.progress import Progress
from dossier.pipeline.report import BuildReport
from dossier.pipeline.write_index import write_index
from dossier.publish.staging import writable
from dossier.publish.whole_file import write
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


def write_dossiers(plan: BuildPlan, output: Path, workers: int, report: BuildReport, progress: Progress) -> None:
    """Write each dossier below ``output``; ``case.json``; ``changes.json`` if an edition has changes; and the index.

    So many ``workers`` print. When a page cannot be printed, the other files are still written and the report says so.
    Raises OutputUnusable when the folder cannot be written to.
    """
    written: dict[str, dict[str, str]] = {}
    workers = max(min(workers, sum(not planned.kept for planned in plan.dossiers.values())), 1)
    printer = Printer(workers, scratch=output.parent)  # beside what is made: the next build removes what was left
    with writable(output), progress("Writing", len(plan.dossiers)) as advance, printer:
        unprinted = (_written(plan, planned, output) for planned in plan.dossiers.values())
        for dossier, printed in printer.print(unprinted):
            _add_pdf(dossier, printed, output, report)
            written[dossier.planned.found.key] = dossier.files
            if dossier.planned.found.actor:  # each build has that of the case
                report.dossiers += 1
                report.made += not dossier.planned.kept
            advance(1)
        write(output / CASE, plan.case.encoded(plan.target.stamp))
        if plan.changes:
            write(output / CHANGES, encode_changes(plan.changes))
        write_index(plan, written, output, report)


def _written(plan: BuildPlan, planned: PlannedDossier, output: Path) -> tuple[WrittenDossier, PageToPrint | None]:
    """Write the files of one dossier into a folder of its own, but for the page to print; none if it is kept."""
    dossier, page = WrittenDossier(planned), None
    if planned.kept:
        for name in planned.kept:
            dossier.add(output, name, (plan.target.earlier.folder / name).read_bytes())
        return dossier, None
    for name, content in _rendered(plan, planned):
        path = f"{planned.folder}/{name}"
        if name == Format.PDF.file_name:
            data = encode_timeline(planned.found.timeline, plan.case.generator)
            page = PageToPrint(path, content.decode("utf-8"), data, plan.target.page.paper)
        else:
            dossier.add(output, path, content)
    return dossier, page


def _rendered(plan: BuildPlan, planned: PlannedDossier) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files of a dossier; for the PDF, the page that is to be printed."""
    formats, timeline = plan.target.formats, replace(planned.found.timeline, stamp=plan.target.stamp)
    if planned.history:
        yield CHANGES, encode_dossier_changes(planned.history)
    if Format.JSON in formats:
        yield Format.JSON.file_name, encode_timeline(timeline, plan.case.generator)
    name = signature(plan.case.generator)
    for format_, medium in ((Format.HTML, Medium.SCREEN), (Format.PDF, Medium.PAPER)):
        if format_ in formats:
            page = render.render_html(timeline, name, planned.history, planned.links, plan.target.page, medium)
            yield format_.file_name, page.encode("utf-8")


def _add_pdf(dossier: WrittenDossier, printed: PrintedPage | Issue | None, output: Path, report: BuildReport) -> None:
    """Write the PDF of a dossier; or report, once, why there is none."""
    if isinstance(printed, PrintedPage):
        dossier.add(output, printed.name, printed.pdf)
    elif printed and printed not in report.issues:
        report.issues.append(printed)
