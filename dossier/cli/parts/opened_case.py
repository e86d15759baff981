"""The case that a listing command shows: from sources that it reads, or from the last run in the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.cli.parts import options, settings, terminal
from dossier.model import StorePlace
from dossier.pipeline.report import BuildReport

if TYPE_CHECKING:
    from dossier.pipeline.cases.case import Case
    from dossier.pipeline.run import Intake
    from dossier.store import Run, Store


@contextmanager
def opened_case(
    intake: "Intake | None", judgements: tuple[Path, ...], store: StorePlace | None
) -> "Iterator[tuple[Case, BuildReport]]":
    """The case, with its store open, and the report on what was read; ends the program when there is no article.

    Without an ``intake`` it is the case of the last run in the store.
    """
    from dossier.pipeline.intake.disputed_dates import disputed_dates
    from dossier.pipeline.opened.open_case import open_case
    from dossier.store import Store

    stated, broken_judgements = options.stated_judgements(judgements)
    place = options.store_path(store) if intake else options.known_store_path(store)
    report = BuildReport(issues=broken_judgements)
    with Store(place) as opened:
        run = _read(intake, opened, report) if intake else opened.last_run()
        if run is None or not run.articles:
            terminal.list_problems("Skipped", report.skipped)
            if intake:
                terminal.fail(*terminal.NO_ARTICLE)
            terminal.fail(f"there is no article in {place}", "run 'dossier build' first, or name its --store")
        case = open_case(opened, run, stated, settings.outlets())
        report.issues.extend((*case.contents.unread_languages, *case.contents.judgement_issues))
        report.issues.extend(row.issue() for row in opened.damaged_judgements())
        report.notes.extend((*disputed_dates(case.contents.citations.values()), *case.contents.judgement_notes))
        yield case, report


def _read(intake: "Intake", store: "Store", report: BuildReport) -> "Run":
    from dossier.pipeline.run import read_and_annotate

    run, _ = read_and_annotate(intake, store, report, terminal.progress)
    return run
