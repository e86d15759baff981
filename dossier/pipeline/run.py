"""The one place that knows the order: read, annotate what is new, resolve, order, write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dossier.annotate.fingerprint import DEFAULT_MODEL, describe, fingerprint
from dossier.model import Article, Issue, Skipped, Watched, When
from dossier.pipeline import engine
from dossier.pipeline.case import Case, open_case
from dossier.pipeline.formats import Format
from dossier.pipeline.name_matching import Match, matches
from dossier.pipeline.progress import Advance, Progress, silent
from dossier.pipeline.report import Report
from dossier.pipeline.write_dossiers import Dossier, write
from dossier.sources import distinct, read
from dossier.sources.stated_judgements import Stated
from dossier.store import Run, Store

DEFAULT_TOP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Which articles, and how they are read; ``as_of`` is the day the run speaks for.

    ``ontology`` is the text of a file of event types that adds to the shipped ones.
    """

    sources: Sequence[str]
    published: When | None = None
    language: str | None = None
    as_of: When | None = None
    model: str = DEFAULT_MODEL
    ontology: str = ""
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a build is asked for. With neither ``watched`` nor ``top``, the most active actors are taken.

    ``judgements`` are those of files; they come after those in the store, and are not kept there.
    """

    intake: Intake
    output: Path
    watched: Sequence[Watched] = ()
    judgements: Sequence[Stated] = ()
    top: int | None = None
    formats: frozenset[Format] = frozenset(Format)


def build(job: Job, store: Store, progress: Progress = silent) -> Report:
    """Do the job, keep what was read in the store, and say what was done.

    Raises a DossierError when nothing can be done at all; what concerns one article or one name is in the report.
    """
    report = Report()
    run = take_in(job.intake, store, report, progress, job.watched)
    if not run.articles:
        return report
    case = open_case(store, run, job.judgements)
    report.entities, report.events = len(case.actors), case.events
    report.issues.extend((*case.unread, *case.undone))
    report.notes.extend(case.idle)
    write(case, list(_chosen(job, case, report)), job.output, job.formats, report, progress)
    return report


def take_in(
    intake: Intake, store: Store, report: Report, progress: Progress = silent, watched: Sequence[Watched] = ()
) -> Run:
    """Read the sources and annotate what the store does not know yet; the run, on ``watched``, recorded as the last.

    Without an ``as_of`` the run speaks for the newest publication date among its articles, never for the clock's.
    """
    annotator = fingerprint(intake.model, intake.ontology)
    ids: list[str] = []
    published: list[When] = []
    with progress("Reading", None) as advance:
        found = read(intake.sources, published=intake.published, language=intake.language)
        taken = _taken(distinct(found), report, advance)
        store.put_articles(_noted(taken, ids, published))
    _annotate(intake, store, annotator, ids, report, progress)
    as_of = intake.as_of or max(published, key=_last_moment, default=None)
    run = Run(annotator, describe(intake.model), as_of, tuple(ids), tuple(watched), intake.ontology)
    if ids:
        store.record_run(run)
    return run


def _taken(items: Iterable[Article | Skipped], report: Report, advance: Advance) -> Iterator[Article]:
    for item in items:
        advance(1)
        if isinstance(item, Skipped):
            report.skipped.append(item)
        else:
            report.articles += 1
            yield item


def _noted(articles: Iterable[Article], ids: list[str], published: list[When]) -> Iterator[Article]:
    for article in articles:
        ids.append(article.id)
        if article.published.when:
            published.append(article.published.when)
        yield article


def _last_moment(when: When) -> tuple[datetime, str]:
    return when.end or datetime.min, when.edtf


def _annotate(
    intake: Intake, store: Store, annotator: str, ids: Sequence[str], report: Report, progress: Progress
) -> None:
    new = store.unannotated(annotator, ids)
    if not new:
        return
    with progress("Annotating", len(new)) as advance, engine.executor(intake.workers) as pool:
        read = engine.annotate(store.articles(new), intake.model, pool, intake.workers, intake.ontology)
        for article, body in read:
            store.put_annotations(annotator, [(article.id, body)])
            report.annotated += 1
            advance(1)


def _chosen(job: Job, case: Case, report: Report) -> Iterator[Dossier]:
    """The dossiers asked for: one for each match of a name, then the most active, none twice."""
    done: set[str] = set()
    for match in matches(job.watched, case.actors):
        _note(match, report)
        if not match.actors:
            yield Dossier(match.query, None)
        for actor in match.actors:
            done.add(actor.id)
            yield Dossier(match.query, actor)
    top = DEFAULT_TOP if job.top is None and not job.watched else job.top or 0
    for actor in case.most_active(top):
        if actor.id not in done:
            yield Dossier(None, actor)


def _note(match: Match, report: Report) -> None:
    if not match.actors:
        near = f"near names: {', '.join(match.near)}" if match.near else "'dossier entities' lists all names"
        report.issues.append(Issue(match.query, "no actor in these articles has this name", near))
    elif match.is_loose:
        actor = match.actors[0]
        report.notes.append(Issue(match.query, f"taken for {actor.name} ({actor.kind}): nothing else comes near"))
    elif len(match.actors) > 1:
        kinds = ", ".join(f"{actor.name} ({actor.kind})" for actor in match.actors)
        what = f"names {len(match.actors)} actors, none is chosen, each has a dossier: {kinds}"
        report.notes.append(Issue(match.query, what, "say more of the name, or its kind"))
