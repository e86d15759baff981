"""A build in its order: read articles, annotate the new ones, resolve them as a case, write dossiers."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.annotate.fingerprint import DEFAULT_MODEL, describe, fingerprint
from dossier.codec import Setting, decode_affairs, encode_watchlist
from dossier.model import NO_STAMP, Article, Issue, Marking, Skipped, Stamp, Watched, When
from dossier.pipeline.cases.case import Case
from dossier.pipeline.destination import EditionFolder, EditionRules, PlainFolder, only_build, write_manifest
from dossier.pipeline.intake import event_redaction
from dossier.pipeline.intake.article_filter import ALL_ARTICLES, ArticleFilter, Filtering, articles_of_affairs
from dossier.pipeline.intake.disputed_dates import disputed_dates
from dossier.pipeline.intake.kept_readings import KeptReadings
from dossier.pipeline.intake.redaction import SourceMarkings, Withheld, named_outlets, unnamed_judgements
from dossier.pipeline.intake.taking_in import take_in
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.planning.build_manifest import build_manifest
from dossier.pipeline.planning.build_plan import Target, plan_build
from dossier.pipeline.planning.explain import explain
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.planning.manifest_inputs import leaves_out
from dossier.pipeline.planning.requested_dossiers import RequestedDossier, answered, requested_dossiers
from dossier.pipeline.progress import Progress, silent
from dossier.pipeline.report import BuildReport
from dossier.pipeline.workers import engine
from dossier.pipeline.workers.workforce import Workforce
from dossier.pipeline.writing.write_dossiers import write_dossiers
from dossier.render import DEFAULT_PAGE, PageOptions
from dossier.sources import read
from dossier.sources.known_readings import NOTHING_KNOWN
from dossier.sources.place_markings import PlaceMarkings
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Run, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Which articles to read, and how.

    ``sources`` are files, folders, patterns, or "-" for standard input; they, and the refs of the articles, are
    relative to the folder ``base``. ``published`` and ``language`` (a BCP 47 tag) hold for articles that do not state
    their own. ``as_of`` is the date that the run speaks for. ``model`` names a spaCy pipeline, and ``ontology`` is the
    text of a file of event types that adds to the shipped ones. ``workers`` is the number of processes that annotate,
    and of those that print; ``cluster`` is the address of a Dask cluster that does both instead. ``columns`` names the
    parts of an article that columns of tables hold. ``markings`` are rules of the user, and what is marked above
    ``limit`` is left out. ``wanted`` says which of the articles are taken.
    """

    sources: Sequence[str]
    base: Path = Path()
    published: When | None = None
    language: str | None = None
    as_of: When | None = None
    model: str = DEFAULT_MODEL
    ontology: str = ""
    workers: int = 1
    cluster: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    markings: Mapping[str, Marking] = field(default_factory=dict)
    limit: Marking | None = None
    wanted: ArticleFilter = ALL_ARTICLES

    @property
    def workforce(self) -> Workforce:
        """Who annotates and prints."""
        return Workforce(self.workers, self.cluster)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One build: which articles, which dossiers, and where to write them.

    There is a dossier for each entry of ``watched``, then for the ``top`` most active actors; see
    ``requested_dossiers``. ``judgements`` are those of files: they come after those in the store, and are not saved
    there. ``outlets`` gives the reliability of an outlet by its name or host. With ``editions`` the build becomes the
    next edition below ``output``; without, it stands in ``output`` itself. ``page`` is what was chosen for its pages,
    ``stamp`` what stands on each of its documents. ``exports`` are formats of other tools, each once, in their order.
    """

    intake: Intake
    output: Path
    watched: Sequence[Watched] = ()
    judgements: Sequence[StatedJudgement] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)
    top: int | None = None
    formats: frozenset[Format] = frozenset(Format)
    exports: Sequence[str] = ()
    page: PageOptions = DEFAULT_PAGE
    editions: EditionRules | None = None
    stamp: Stamp = NO_STAMP

    @property
    def written_formats(self) -> frozenset[Format]:
        """The formats of the dossiers: JSON too where there are exports, which are made of it."""
        return self.formats | {Format.JSON} if self.exports else self.formats


def build(job: Job, store: Store, progress: Progress = silent, report: BuildReport | None = None) -> BuildReport:
    """Do the job, save articles, annotations and the run in the store, and report what was done.

    A ``report`` that is given is filled as the work goes on, so that it tells of a build that was stopped, too.

    The dossiers are made aside and put in place together: until then, and whatever goes wrong, the earlier ones stay.
    Writes nothing when no article could be read. Raises a DossierError when nothing can be done at all, AlreadyRunning
    when another build is using the store or the output; a problem with one article or one name is in the report.
    """
    report = report or BuildReport()
    destination = EditionFolder(job.output, job.editions) if job.editions else PlainFolder(job.output)
    with only_build(job.output, store) as stage:
        run, withheld = read_and_annotate(job.intake, store, report, progress, job.watched)
        if run.articles:
            job = replace(job, outlets=_outlets(job, run, withheld, store))
            run = _of_affairs(job, run, store, report)
            case = _resolved(job, run, store, report, progress)
            hides_nobody = leaves_out(case, withheld.count)
            requests = list(requested_dossiers(case, job.watched, job.top, report, hides_nobody))
            before = destination.before(job.stamp, replace(withheld, events=case.contents.withheld))
            target = Target(
                formats=job.written_formats,
                exports=job.exports,
                earlier=before.build,
                edition=before.number,
                page=job.page,
                stamp=job.stamp,
                above_marking=withheld.count,
            )
            plan = plan_build(case, requests, target)
            report.explanations.extend(explain(plan, report.annotated))
            write_dossiers(plan, stage.new, job.intake.workforce, report, progress)
            manifest = build_manifest(plan, _settings(job, requests), stage.new, before.previous)
            write_manifest(stage, manifest)
            destination.put(stage, manifest, store, report, before)
    return report


def _of_affairs(job: Job, run: Run, store: Store, report: BuildReport) -> Run:
    """The run with the articles of the affairs alone that were asked for; the whole where none was.

    Affairs are found by resolving all articles of the run. Raises NameUnclear for an article without an affair.
    """
    asked = job.intake.wanted.affairs
    if not asked:
        return run
    case = open_case(store, run, job.judgements, job.outlets, job.intake.limit)
    affairs = [affair.articles for affair in decode_affairs(case.encoded_findings())]
    refs = {key: citation.ref for key, citation in case.contents.citations.items()}
    chosen = articles_of_affairs(asked, affairs, refs)
    report.notes.append(Issue("--affair", f"{len(chosen):,} of {len(refs):,} articles tell of it, and are taken"))
    report.articles = len(chosen)
    wanted = replace(run, articles=tuple(key for key in run.articles if key in chosen))
    store.record_run(wanted)
    return wanted


def _outlets(job: Job, run: Run, withheld: Withheld, store: Store) -> Mapping[str, str]:
    """The grades of the outlets; where something is withheld, of those only that the articles of the run name."""
    if not (withheld.count and job.outlets):
        return job.outlets
    return named_outlets(job.outlets, {article.id: article.citation for article in store.articles(run.articles)})


def _resolved(job: Job, run: Run, store: Store, report: BuildReport, progress: Progress) -> Case:
    """The case of the run; the report gets its counts and problems."""
    with progress("Resolving", 1) as advance:
        case = open_case(store, run, job.judgements, job.outlets, job.intake.limit)
        advance(1)
    found = case.contents
    report.entities, report.events = len(found.actors), found.event_count
    report.issues.extend(found.unread_languages)
    report.notes.extend(disputed_dates(found.citations.values()))
    about_judgements = [*found.judgement_issues, *(row.issue() for row in store.damaged_judgements())]
    report.notes.extend(event_redaction.notes(found.withheld, job.intake.limit))
    report.issues.extend(event_redaction.issues(found.withheld, job.intake.limit))
    if leaves_out(case, report.withheld):
        report.notes.extend(unnamed_judgements(len(about_judgements) + len(found.judgement_notes)))
    else:
        report.issues.extend(about_judgements)
        report.notes.extend((*found.judgement_notes, *found.outlet_notes))
    return case


def _settings(job: Job, requests: Sequence[RequestedDossier]) -> dict[str, Setting]:
    """The options that shape the build, by name; of files that the user gave, a hash: no path of the machine.

    Names that were asked for stand there as the index answers them.
    """
    intake = job.intake
    asked = {request.query for request in answered(requests)}
    return (
        job.page.settings()
        | intake.wanted.settings
        | {
            "as_of": intake.as_of.edtf if intake.as_of else None,
            "exports": list(job.exports) or None,
            "formats": sorted(job.written_formats),
            "language": intake.language,
            "ontology_sha256": _sha256(intake.ontology.encode("utf-8", "surrogatepass")) if intake.ontology else None,
            "outlets": [f"{name}: {grade}" for name, grade in sorted(job.outlets.items())],
            "published": intake.published.edtf if intake.published else None,
            "top": job.top,
            "watched": [entry.name for entry in job.watched if entry.name in asked],
            "watched_sha256": _sha256(encode_watchlist(job.watched)) if job.watched else None,
        }
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_and_annotate(
    intake: Intake, store: Store, report: BuildReport, progress: Progress = silent, watched: Sequence[Watched] = ()
) -> tuple[Run, Withheld]:
    """Read the sources, annotate the articles that are new to the store, and record the run as the last one.

    Gives the run and what is withheld from it. A run without articles is not recorded. Counts and skipped inputs go
    into ``report``.
    """
    annotator = fingerprint(intake.model, intake.ontology)
    places = PlaceMarkings(intake.markings)
    with progress("Reading", None) as advance:
        markings = SourceMarkings(intake.limit, places)
        taken = take_in(_read(intake, places, store), markings, Filtering(intake.wanted), store, report, advance)
    _annotate(intake, store, annotator, taken.articles, report, progress)
    run = Run(
        annotator=annotator,
        model=describe(intake.model),
        as_of=intake.as_of,
        articles=taken.articles,
        watched=tuple(watched),
        ontology=intake.ontology,
        skipped=tuple(report.skipped),
    )
    if run.articles:
        store.record_run(run)
    return run, taken.withheld


def _read(intake: Intake, markings: PlaceMarkings, store: Store) -> Iterator[Article | Skipped]:
    """The articles that the sources lead to, and what is none."""
    return read(
        intake.sources,
        published=intake.published,
        language=intake.language,
        base=intake.base,
        markings=markings,
        columns=intake.columns,
        known=NOTHING_KNOWN if store.is_read_only else KeptReadings(store.readings),
    )


def _annotate(
    intake: Intake, store: Store, annotator: str, ids: Sequence[str], report: BuildReport, progress: Progress
) -> None:
    """Annotate the articles that the store has no annotations of, or damaged ones, and save each result at once."""
    dropped = store.drop_damaged_annotations(annotator, ids)
    report.notes += [row.issue("the article is annotated again") for row in dropped]
    new = store.unannotated(annotator, ids)
    if not new:
        return
    with progress("Annotating", len(new)) as advance, engine.team(intake.workforce) as team:
        annotated = engine.annotate(store.articles(new), intake.model, team, intake.ontology)
        for article, body in annotated:
            store.put_annotations(annotator, [(article.id, body)])
            report.annotated.append(article.id)
            advance(1)
