"""What ``dossier build`` does about notices: nothing, unless the project's file has ``[notices]``."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from click.core import ParameterSource

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.build_options import BuildOptions
from dossier.cli.parts.run_record import RunRecord
from dossier.cli.parts.stopping import Stopped
from dossier.errors import DossierError
from dossier.model import Issue

if TYPE_CHECKING:
    from dossier.pipeline.notifier import Notifier


@contextmanager
def notifying(building: BuildOptions, record: RunRecord) -> Iterator[None]:
    """Tell of the build inside the block when it has ended; nobody is told of one that somebody stopped.

    A notice that an address did not take becomes an issue of the report, and turns the exit code "done" into "done in
    part". Raises NoticesUnusable, before anything is done, when an address is none.
    """
    notifier = _notifier(building)
    if notifier is None:
        yield
        return
    try:
        yield
    finally:
        error = sys.exception()
        if not isinstance(error, Stopped):
            _tell(notifier, record, error)


def _notifier(building: BuildOptions) -> "Notifier | None":
    """Whom the project tells; None where it tells nobody, and for a build into another folder than the project's."""
    project = settings.current_project()
    is_elsewhere = settings.source_of("output") is ParameterSource.COMMANDLINE
    if project is None or project.notices is None or building.output is None or is_elsewhere:
        return None
    from dossier.pipeline.notifier import open_notifier

    has_editions = building.edition_rules is not None
    return open_notifier(project.notices, project.folder, building.output, has_editions, os.environ)


def _tell(notifier: "Notifier", record: RunRecord, error: BaseException | None) -> None:
    problems = notifier.run_ended(record.report, _failure(error))
    record.report.issues += problems
    terminal.list_problems("Not told", problems)
    if problems and error is None:
        sys.exit(terminal.PARTIAL)


def _failure(error: BaseException | None) -> Issue | None:
    """What ended the build, where that was no good end."""
    code = terminal.exit_code(error)
    if code in {0, terminal.PARTIAL}:
        return None
    if isinstance(error, DossierError):
        return Issue("build", str(error), error.advice)
    what = f"it ended with exit code {code}" if isinstance(error, SystemExit) else f"{type(error).__name__}"
    return Issue("build", what, "'dossier build' in the folder of the project says more")
