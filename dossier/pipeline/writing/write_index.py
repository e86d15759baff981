"""Write the index over the dossiers of a build, as a page and as JSON."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.codec import (
    CASE,
    IndexCaseForm,
    IndexEntryForm,
    IndexForm,
    IndexSkippedForm,
    IndexUnmatchedForm,
    encode_index,
)
from dossier.errors import TemplatesUnusable
from dossier.model import WHOLE_CASE, Issue
from dossier.pipeline.planning.build_plan import BuildPlan
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.planning.found_dossier import FoundDossier
from dossier.pipeline.planning.requested_dossiers import UNMATCHED, answered, unmatched_names
from dossier.pipeline.report import BuildReport
from dossier.pipeline.writing.exporting import write_exports
from dossier.pipeline.writing.page_rendering import PageRenderer
from dossier.pipeline.writing.start_page import case_of_plan, start_page
from dossier.publish.whole_file import write
from dossier.render.index_context import StartFile


def write_index(
    plan: BuildPlan, files: Mapping[str, dict[str, str]], renderer: PageRenderer, output: Path, report: BuildReport
) -> None:
    """Write the exports, ``index.html``, ``reading.html``, then ``index.json``; ``files`` are those of the dossiers.

    Where an export cannot be made, or the user's templates make no start page, the report says so.
    """
    case = plan.case
    skipped = [IndexSkippedForm(ref=item.ref, reason=item.reason) for item in report.skipped]
    skipped += [IndexSkippedForm(ref=issue.where, reason=issue.what) for issue in case.contents.unread_languages]
    as_of = case.as_of.edtf if case.as_of else None
    index = IndexForm(
        as_of=as_of,
        generator=case.generator,
        dossiers=list(_entries(plan, files)),
        skipped=skipped,
        case={Format.JSON: CASE},
        case_dossier=_of_case(plan, files[WHOLE_CASE]),
        marking=plan.target.stamp.marking,
        status=plan.target.stamp.status,
        selection=plan.target.stamp.selection,
        above_marking=plan.target.above_marking,
        events_above_marking=case.contents.withheld.count,
    )
    if names := unmatched_names(plan.requests):
        index.unmatched = IndexUnmatchedForm(count=len(names), file=UNMATCHED)
        write(output / UNMATCHED, "".join(f"{' '.join(name.split())}\n" for name in names).encode("utf-8"))
    index.exports, unmade = write_exports(plan.target.exports, index, output)
    report.issues += unmade
    values = start_page(index, plan.target.edition, case_of_plan(plan))
    for name in StartFile:
        try:
            write(output / name, renderer.start_file(name, values).encode("utf-8"))
        except TemplatesUnusable as error:
            report.issues.append(Issue(f"{name}: no page", str(error), error.advice))
    write(output / "index.json", encode_index(index))


def _of_case(plan: BuildPlan, files: Mapping[str, str]) -> IndexCaseForm:
    counts = _counts(plan.dossiers[WHOLE_CASE].found) | {"articles": len(plan.case.contents.citations)}
    return IndexCaseForm(files=dict(sorted(files.items())), counts=counts)


def _entries(plan: BuildPlan, files: Mapping[str, dict[str, str]]) -> Iterator[IndexEntryForm]:
    """An entry for each name that was asked for, and for each of the most active actors."""
    for request in answered(plan.requests):
        if request.actor is None:
            yield IndexEntryForm(query=request.query, entity=None, files={}, counts={}, reason=request.why_nobody)
            continue
        found = plan.dossiers[request.actor.id].found
        yield IndexEntryForm(
            query=request.query,
            entity=found.entity,
            files=dict(sorted(files[request.actor.id].items())),
            counts=_counts(found) | {"articles": len(request.actor.articles), "mentions": request.actor.mentions},
        )


def _counts(found: FoundDossier) -> dict[str, int]:
    counts = found.glance.counts
    return {"events": counts.placed, "dated": counts.dated, "undated": counts.undated}
