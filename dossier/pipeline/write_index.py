"""Write the index over the dossiers of a build, as a page and as JSON."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier import render
from dossier.codec import IndexEntryForm, IndexForm, IndexSkippedForm, encode_index
from dossier.pipeline.build_plan import BuildPlan, PlannedDossier
from dossier.pipeline.case import signature
from dossier.pipeline.report import BuildReport
from dossier.publish.whole_file import write
from dossier.render import change_wording, date_wording, label_wording


def write_index(plan: BuildPlan, files: Mapping[str, dict[str, str]], output: Path, report: BuildReport) -> None:
    """Write ``index.html``, then ``index.json``; ``files`` are those of each dossier, by the id of its actor."""
    case = plan.case
    skipped = [IndexSkippedForm(ref=item.ref, reason=item.reason) for item in report.skipped]
    skipped += [IndexSkippedForm(ref=issue.where, reason=issue.what) for issue in case.contents.unread_languages]
    as_of = case.as_of.edtf if case.as_of else None
    index = IndexForm(as_of=as_of, generator=case.generator, dossiers=list(_entries(plan, files)), skipped=skipped)
    page = render.render_index(_start_page(plan, index))
    write(output / "index.html", page.encode("utf-8"))
    write(output / "index.json", encode_index(index))


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
            counts={
                "events": len(found.timeline.events),
                "undated": len(found.timeline.undated),
                "articles": len(found.actor.articles),
                "mentions": found.actor.mentions,
            },
        )


def _start_page(plan: BuildPlan, index: IndexForm) -> render.Index:
    """The values of the start page; names that nobody has and skipped inputs stand in one list."""
    entries = [
        render.IndexEntry(
            name=entry.entity.name,
            kind=label_wording.KIND_WORDS[entry.entity.kind],
            n_events=entry.counts["events"],
            n_undated=entry.counts["undated"],
            n_articles=entry.counts["articles"],
            files=tuple(render.File(kind.upper(), path) for kind, path in sorted(entry.files.items())),
            changed=_changed(plan.dossiers[entry.entity.id]),
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
        date_wording.when_words(plan.case.as_of) if plan.case.as_of else "",
        signature(plan.case),
        tuple(entries),
        (*nobody, *skipped),
        plan.target.edition,
        change_wording.case_changes(plan.changes) if plan.changes else None,
    )


def _changed(planned: PlannedDossier) -> str:
    return f"last changed in edition {planned.history.now.edition}" if planned.history else ""
