"""Write the index over the dossiers of a build, as a page and as JSON."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier import render
from dossier.codec import (
    CASE,
    ChangesForm,
    DossierChangesForm,
    IndexCaseForm,
    IndexEntryForm,
    IndexForm,
    IndexSkippedForm,
    encode_index,
)
from dossier.errors import TemplatesUnusable
from dossier.model import WHOLE_CASE, Issue, When
from dossier.pipeline.build_plan import BuildPlan
from dossier.pipeline.case import signature
from dossier.pipeline.formats import Format
from dossier.pipeline.found_dossier import FoundDossier
from dossier.pipeline.page_rendering import PageRenderer
from dossier.pipeline.report import BuildReport
from dossier.publish.whole_file import write
from dossier.render import change_wording, date_wording, label_wording
from dossier.render.marking_line import marking_line


def write_index(
    plan: BuildPlan, files: Mapping[str, dict[str, str]], renderer: PageRenderer, output: Path, report: BuildReport
) -> None:
    """Write ``index.html``, then ``index.json``; ``files`` are those of each dossier, as in the plan.

    Where the user's templates make no start page, the report says so.
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
        above_marking=plan.target.above_marking,
    )
    changed = {key: planned.history for key, planned in plan.dossiers.items() if planned.history}
    try:
        page = renderer.index(start_page(index, plan.target.edition, plan.changes, changed))
        write(output / "index.html", page.encode("utf-8"))
    except TemplatesUnusable as error:
        report.issues.append(Issue("index.html: no page", str(error), error.advice))
    write(output / "index.json", encode_index(index))


def _of_case(plan: BuildPlan, files: Mapping[str, str]) -> IndexCaseForm:
    counts = _counts(plan.dossiers[WHOLE_CASE].found) | {"articles": len(plan.case.contents.citations)}
    return IndexCaseForm(files=dict(sorted(files.items())), counts=counts)


def _entries(plan: BuildPlan, files: Mapping[str, dict[str, str]]) -> Iterator[IndexEntryForm]:
    """An entry for each name that was asked for, and for each of the most active actors."""
    for request in plan.requests:
        if request.actor is None:
            yield IndexEntryForm(query=request.query, entity=None, files={}, counts={})
            continue
        found = plan.dossiers[request.actor.id].found
        yield IndexEntryForm(
            query=request.query,
            entity=found.entity,
            files=dict(sorted(files[request.actor.id].items())),
            counts=_counts(found) | {"articles": len(request.actor.articles), "mentions": request.actor.mentions},
        )


def _counts(found: FoundDossier) -> dict[str, int]:
    return {"events": found.counts.placed, "dated": found.counts.dated, "undated": found.counts.undated}


def start_page(
    index: IndexForm, edition: int | None, changes: ChangesForm | None, histories: Mapping[str, DossierChangesForm]
) -> render.Index:
    """The values of the start page of an index; names that nobody has and skipped inputs stand in one list.

    ``changes`` are those of the edition of this number, ``histories`` what each dossier said otherwise when it changed
    last, by the id of its entity or ``WHOLE_CASE``.
    """
    entries = [
        _index_entry(
            entry.entity.name, label_wording.KIND_WORDS[entry.entity.kind], entry, histories.get(entry.entity.id)
        )
        for entry in index.dossiers
        if entry.entity
    ]
    if index.case_dossier:
        entries.insert(0, _index_entry("The whole case", "Case", index.case_dossier, histories.get(WHOLE_CASE)))
    nobody = [
        render.Refused(entry.query or "", "no actor in these articles has this name")
        for entry in index.dossiers
        if not entry.entity
    ]
    skipped = [render.Refused(item.ref, item.reason) for item in index.skipped]
    return render.Index(
        date_wording.when_words(When.parse(index.as_of)) if index.as_of else "",
        signature(index.generator),
        tuple(entries),
        (*nobody, *skipped),
        edition,
        change_wording.case_changes(changes) if changes else None,
        _shown_files(index.case),
        marking_line(index.marking),
        str(index.status or "").capitalize(),
        index.above_marking,
    )


def _index_entry(
    name: str, kind: str, dossier: IndexEntryForm | IndexCaseForm, history: DossierChangesForm | None
) -> render.IndexEntry:
    counts = dossier.counts
    return render.IndexEntry(
        name=name,
        kind=kind,
        n_dated=counts["dated"],
        n_reported=counts["events"] - counts["dated"],
        n_undated=counts["undated"],
        n_articles=counts["articles"],
        files=_shown_files(dossier.files),
        changed=_changed(history),
    )


def _shown_files(files: Mapping[str, str]) -> tuple[render.File, ...]:
    return tuple(render.File(kind.upper(), path) for kind, path in sorted(files.items()))


def _changed(history: DossierChangesForm | None) -> str:
    return f"last changed in edition {history.now.edition}" if history else ""
