"""The values of the start page of a build: from its index, its case and its dossiers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier import render
from dossier.codec import (
    ChangesForm,
    DossierChangesForm,
    IndexCaseForm,
    IndexEntryForm,
    IndexForm,
    decode_timeline,
    glance_at_articles,
    glance_at_subject,
)
from dossier.model import WHOLE_CASE, Actor, Citation, Kind, MainActor, Timeline, When
from dossier.pipeline.cases.case import signature
from dossier.pipeline.planning.build_plan import BuildPlan
from dossier.pipeline.planning.formats import Format
from dossier.render import case_outline
from dossier.render.wording import change_wording, date_wording, label_wording, prose
from dossier.render.wording.marking_line import marking_line

_MAX_ALIASES = 3
"""Other names of somebody on the start page; all stand in the dossier. Set by hand."""


@dataclass(frozen=True, kw_only=True)
class CaseAtHand:
    """What the start page needs beside the index.

    ``timeline`` is that of the case, ``articles`` are all of it by id. ``subjects`` are the actors with a dossier, by
    id. ``changes`` are those of the edition, ``histories`` what each dossier said otherwise when it changed last, by
    the id of its entity or ``WHOLE_CASE``.
    """

    timeline: Timeline
    articles: Mapping[str, Citation]
    subjects: Mapping[str, Actor]
    changes: ChangesForm | None = None
    histories: Mapping[str, DossierChangesForm] = field(default_factory=dict)


def case_of_plan(plan: BuildPlan) -> CaseAtHand:
    """What a build knows of its case."""
    found = (planned.found.glance.subject for planned in plan.dossiers.values())
    return CaseAtHand(
        timeline=plan.dossiers[WHOLE_CASE].found.timeline,
        articles=plan.case.contents.citations,
        subjects={actor.id: actor for actor in found if actor},
        changes=plan.changes,
        histories={key: planned.history for key, planned in plan.dossiers.items() if planned.history},
    )


def case_of_folder(
    folder: Path, index: IndexForm, changes: ChangesForm | None, histories: Mapping[str, DossierChangesForm]
) -> CaseAtHand | None:
    """What the files of a build say of its case; None where its dossiers were not written as JSON too.

    Raises OSError or ValueError where a file is missing or damaged.
    """
    written = {key: dossier.files.get(Format.JSON) for key, dossier in index.written}
    names = {key: name for key, name in written.items() if name}
    if len(names) < len(written) or WHOLE_CASE not in names:
        return None
    found = (glance_at_subject((folder / name).read_bytes()) for key, name in names.items() if key != WHOLE_CASE)
    return CaseAtHand(
        timeline=decode_timeline((folder / names[WHOLE_CASE]).read_bytes())[0],
        articles=glance_at_articles((folder / index.case[Format.JSON]).read_bytes()),
        subjects={actor.id: actor for actor in found if actor},
        changes=changes,
        histories=histories,
    )


def start_page(index: IndexForm, edition: int | None, case: CaseAtHand) -> render.Index:
    """The values of the start page of an index, which is that of the edition of this number."""
    whole = index.case_dossier
    return render.Index(
        as_of=date_wording.when_words(When.parse(index.as_of)) if index.as_of else "",
        generator=signature(index.generator),
        groups=tuple(_groups(index, case)),
        skipped=tuple(render.Refused(item.ref, item.reason) for item in index.skipped),
        edition=edition,
        changes=change_wording.case_changes(case.changes) if case.changes else None,
        case=_shown_files(index.case),
        marking=marking_line(index.marking),
        status=str(index.status or "").capitalize(),
        selection=index.selection or "",
        above_marking=index.above_marking,
        events_above_marking=index.events_above_marking,
        nobody=tuple(_nobody(index)),
        whole=_entry("The whole case", whole, case.histories.get(WHOLE_CASE)) if whole else None,
        whole_page=whole.files.get(Format.HTML, "") if whole else "",
        events=case_outline.case_events(case.timeline),
        outlets=case_outline.outlets(case.articles),
        articles=len(case.articles),
    )


def _nobody(index: IndexForm) -> Iterator[render.Refused]:
    for entry in index.dossiers:
        if not entry.entity:
            yield render.Refused(entry.query or "", entry.reason or "no actor in these articles has this name")
    if index.unmatched:
        what = f"no actor in these articles has one of these; {index.unmatched.file} lists them"
        yield render.Refused(f"{index.unmatched.count:,} names", what)


def _groups(index: IndexForm, case: CaseAtHand) -> Iterator[render.IndexGroup]:
    """Who is who, by kind: those with a dossier in the order of the index, then the other main actors of the case."""
    of_kind: dict[Kind, list[render.IndexEntry]] = {kind: [] for kind in Kind}
    with_dossier = {entry.entity.id: entry for entry in index.dossiers if entry.entity}
    for key, dossier in with_dossier.items():
        if dossier.entity:
            entry = _entry(dossier.entity.name, dossier, case.histories.get(key), case.subjects.get(key))
            of_kind[dossier.entity.kind].append(entry)
    for number, actor in enumerate(case.timeline.overview.actors if case.timeline.overview else (), 1):
        if actor.id not in with_dossier:
            of_kind[actor.kind].append(_without_dossier(actor, number))
    for kind, entries in of_kind.items():
        if entries:
            yield render.IndexGroup(label_wording.KIND_HEADINGS[kind], tuple(entries))


def _entry(
    name: str,
    dossier: IndexEntryForm | IndexCaseForm,
    history: DossierChangesForm | None,
    actor: Actor | None = None,
) -> render.IndexEntry:
    counts = dossier.counts
    said = next(iter(actor.descriptions), None) if actor else None
    return render.IndexEntry(
        name=prose.tidy(name),
        n_dated=counts["dated"],
        n_reported=counts["events"] - counts["dated"],
        n_undated=counts["undated"],
        n_articles=counts["articles"],
        files=_shown_files(dossier.files),
        changed=f"last changed in edition {history.now.edition}" if history else "",
        aliases=tuple(prose.tidy(alias.text) for alias in actor.aliases[:_MAX_ALIASES]) if actor else (),
        description=prose.begun_small(prose.tidy(said.text)) if said else "",
    )


def _without_dossier(actor: MainActor, number: int) -> render.IndexEntry:
    said = next(iter(actor.descriptions), None)
    return render.IndexEntry(
        name=prose.tidy(actor.name),
        n_dated=0,
        n_reported=0,
        n_undated=0,
        n_articles=actor.articles,
        files=(),
        aliases=tuple(map(prose.tidy, actor.aliases[:_MAX_ALIASES])),
        description=prose.begun_small(prose.tidy(said.text)) if said else "",
        in_cast=number,
    )


def _shown_files(files: Mapping[str, str]) -> tuple[render.File, ...]:
    return tuple(render.File(kind.upper(), path) for kind, path in sorted(files.items()))
