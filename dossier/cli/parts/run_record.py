"""What is kept of a run of ``dossier build`` beside its dossiers: the log, and the report as JSON."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import click

from dossier import __version__
from dossier.cli.parts import terminal
from dossier.cli.parts.gathered_options import Command, gathered
from dossier.cli.parts.run_log import run_log
from dossier.cli.parts.stopping import Stopped
from dossier.errors import DossierError, OutputUnusable, writable
from dossier.pipeline.progress import Advance, Progress, progress_into, silent
from dossier.pipeline.report import BuildReport


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOptions:
    """The values of --quiet, --log-file, --report and --progress, which ``recorded`` adds to a command."""

    is_quiet: bool
    log_file: Path | None
    report_file: Path | None
    progress_file: Path | None


@dataclass(slots=True)
class RunRecord:
    """A run that goes on: what it has done so far, its log, and how long each stage has taken."""

    log: logging.Logger
    shown: Progress
    report: BuildReport = field(default_factory=BuildReport)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def progress(self, label: str, steps: int | None) -> Iterator[Advance]:
        """Show the progress of a stage, take its time, and log its start and end."""
        self.log.info("%s: begun%s", label, "" if steps is None else f", {steps} to do")
        began = monotonic()
        try:
            with self.shown(label, steps) as advance:
                yield advance
        finally:
            took = monotonic() - began
            self.seconds[label.lower()] = round(took, 3)
        self.log.info("%s: done in %.1f s", label, took)


def recorded(command: Command) -> Command:
    """Add --quiet, --log-file, --report and --progress; the command gets their values as ``recording``."""
    return gathered(command, "recording", RecordOptions, (_QUIET, _LOG_FILE, _REPORT, _PROGRESS))


_QUIET = click.option(
    "-q",
    "--quiet",
    "is_quiet",
    is_flag=True,
    help="Write nothing when all is well; problems go to standard error. For cron.",
)
_LOG_FILE = click.option(
    "--log-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Append a line to FILE for each event of the run, with its time.",
)
_REPORT = click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write what the run did to FILE, as JSON (dossier/run-report/1), however it ends.",
)

_PROGRESS = click.option(
    "--progress",
    "progress_file",
    type=click.Path(dir_okay=False, path_type=Path),
    hidden=True,
    help="For the page of 'dossier serve'.",
)


@contextmanager
def recording_run(options: RecordOptions) -> Iterator[RunRecord]:
    """Keep the log of what is done inside the block, and write the report when it ends, however it ends.

    Raises OutputUnusable, before anything is done, when one of the two files cannot be written.
    """
    if options.report_file and not options.report_file.parent.is_dir():
        raise OutputUnusable(f"there is no folder {options.report_file.parent}", "make it, or name another --report")
    with run_log(options.log_file) as log:
        shown = silent if options.is_quiet else terminal.progress
        record = RunRecord(log, progress_into(options.progress_file, shown) if options.progress_file else shown)
        log.info("dossier %s: begun", __version__)
        began = monotonic()
        try:
            yield record
        finally:
            record.seconds["total"] = round(monotonic() - began, 3)
            _end(record, options.report_file, sys.exception())


def _end(record: RunRecord, file: Path | None, error: BaseException | None) -> None:
    """Log the problems and how the run ended, and write the report."""
    code = terminal.exit_code(error)
    for skipped in record.report.skipped:
        record.log.log(logging.INFO if skipped.duplicate_of else logging.WARNING, "skipped: %s", skipped)
    for issue in record.report.issues:
        record.log.warning("not done: %s", issue)
    for note in record.report.notes:
        record.log.info("to note: %s", note)
    if error and not isinstance(error, SystemExit):
        record.log.error("%s", error if isinstance(error, DossierError | Stopped) else type(error).__name__)
    record.log.info("dossier: ended with exit code %d in %.1f s", code, record.seconds["total"])
    if file:
        _write_report(record, file, code, error)


def _write_report(record: RunRecord, file: Path, code: int, error: BaseException | None) -> None:
    """Write the report. Raises OutputUnusable when that cannot be done."""
    from dossier.codec import IssueForm, Outcome, RunReportForm, RunSkippedForm, encode_run_report
    from dossier.publish.whole_file import replace

    report, ended = record.report, {0: Outcome.DONE, terminal.PARTIAL: Outcome.PARTIAL}
    form = RunReportForm(
        version=__version__,
        outcome=Outcome.STOPPED if isinstance(error, Stopped) else ended.get(code, Outcome.FAILED),
        exit_code=code,
        error=str(error) if isinstance(error, DossierError | Stopped) else None,
        read=report.articles,
        new=len(report.annotated),
        entities=report.entities,
        events=report.events,
        dossiers=report.dossiers,
        made=report.made,
        unchanged_since=report.unchanged_since,
        files=len(report.files),
        skipped=[RunSkippedForm.of(item) for item in report.skipped],
        issues=[IssueForm.of(item) for item in report.issues],
        notes=[IssueForm.of(item) for item in report.notes],
        seconds=record.seconds,
    )
    with writable(f"the report {file}", "name another file with --report"):
        replace(file, encode_run_report(form))
