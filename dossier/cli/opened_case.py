"""The case that a listing command is about: freshly read sources, or the last run in the store."""

from pathlib import Path
from typing import TYPE_CHECKING

from dossier.cli import options, terminal
from dossier.model import When
from dossier.pipeline.report import BuildReport

if TYPE_CHECKING:
    from dossier.pipeline.case import Case


def opened_case(
    sources: tuple[str, ...],
    published: When | None,
    language: str | None,
    model: str,
    ontology: str,
    workers: int,
    judgements: tuple[Path, ...],
    store: Path | None,
) -> "tuple[Case, BuildReport]":
    """The case, and the report on the sources read; ends the program when there is no article."""
    from dossier.pipeline.case import open_case
    from dossier.pipeline.run import Intake, read_and_annotate
    from dossier.store import Store

    decided, unclear = options.stated(judgements)
    path = options.store_path(store) if sources else options.known_store_path(store)
    report = BuildReport(issues=unclear)
    with Store(path) as opened:
        intake = Intake(
            sources=sources,
            published=published,
            language=language,
            model=model,
            ontology=ontology,
            workers=workers,
        )
        run = read_and_annotate(intake, opened, report, terminal.progress) if sources else opened.last_run()
        if run is None or not run.articles:
            terminal.list_problems("Skipped", report.skipped)
            terminal.fail(f"there is no article in {path}", "name files or folders, or run 'dossier build' first")
        case = open_case(opened, run, stated=decided)
        report.issues.extend((*case.unread_languages, *case.judgement_issues))
        report.notes.extend(case.judgement_notes)
        return case, report
