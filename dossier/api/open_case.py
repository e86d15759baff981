"""A case that a program works with: the articles of one run, what was found in them, and the analyst's judgements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.codec import decode_case, decode_timeline_form, encode_timeline
from dossier.errors import NameUnclear, NothingRead, SourceMissing
from dossier.export import Export, PublishedBuild, find_exporter
from dossier.model import (
    KIND_FORMS,
    WHOLE_CASE,
    Actor,
    Article,
    Citation,
    DecisionKind,
    Event,
    Evidence,
    Issue,
    Judgement,
    Skipped,
    StorePlace,
    Timeline,
    Watched,
    When,
    store_place,
)
from dossier.pipeline.cases.case import signature
from dossier.pipeline.deciding.make_judgements import annotated_citations, parse_reference, save_stated
from dossier.pipeline.opened.open_case import open_case as resolved_case
from dossier.pipeline.references.name_matching import match_names
from dossier.pipeline.references.resolve_references import UnclearReference
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.render import DEFAULT_PAGE, Medium, PageOptions, render_html, render_pdf
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Run, Store, is_there


class OpenCase:
    """What was found in the articles of one run. ``read_case`` and ``open_case`` give one.

    Its values are frozen, and those of ``dossier.model``; offsets count code points of the article's text as it was
    given. A judgement changes the case at once: what was taken from it before stays as it was.
    """

    def __init__(self, store: Store, run: Run, report: BuildReport) -> None:
        """The case of a run in an open store; the report has what went wrong while its articles were read."""
        self._store = store
        self._run = run
        self._report = report
        self._case = resolved_case(store, run)

    @property
    def actors(self) -> Sequence[Actor]:
        """People, organisations and places, the most mentioned first."""
        return self._case.actors

    @property
    def as_of(self) -> When | None:
        """The day that the case speaks for: the one that was given, else the newest publication date."""
        return self._case.as_of

    @property
    def articles(self) -> Sequence[Citation]:
        """The articles, without their texts, in the order in which they were read."""
        return [self._case.contents.citations[key] for key in self._run.articles]

    @property
    def problems(self) -> Sequence[Issue | Skipped]:
        """What was not read or not done, each with what to do about it."""
        found = self._case.contents
        return [*self._report.unread, *self._report.issues, *found.unread_languages, *found.judgement_issues]

    @property
    def judgements(self) -> Sequence[Judgement]:
        """The judgements in the store that nobody has withdrawn, in the order in which they were made."""
        return self._store.judgements()

    def article(self, article: str) -> Article:
        """The article with this id, with its text. Raises KeyError when the case has none."""
        self._case.contents.citations[article]
        return next(iter(self._store.articles([article])))

    def named(self, name: str) -> Sequence[Actor]:
        """The actors with this name or alias, else the one that it fits loosely; empty where it is nobody's."""
        return match_names([Watched(name)], self.actors)[0].actors

    def actor(self, name: str) -> Actor:
        """The one actor with this name. Raises NameUnclear when nobody has it, or several."""
        match = match_names([Watched(name)], self.actors)[0]
        if len(match.actors) == 1:
            return match.actors[0]
        if match.rejected:
            raise NameUnclear(f"{name}: {match.why_nobody}", match.way_out)
        near = ", ".join(f"{one.name} ({one.kind}, id {one.id})" for one in match.actors) or ", ".join(match.near)
        raise NameUnclear(f"{len(match.actors)} actors are called {name!r}", f"near: {near}" if near else "")

    def timeline(self, who: Actor | str | None = None) -> Timeline:
        """The timeline of an actor, by itself or its name; of the whole case for None.

        Raises NameUnclear for a name that nobody has, or several.
        """
        return self._case.timeline(self._key(who))

    def evidence(self, event: Event) -> Sequence[tuple[Citation, Evidence]]:
        """What an event rests on: each mention with its sentence, and the article that it stands in."""
        return [(self._case.contents.citations[one.article], one) for one in event.evidence]

    def json(self, who: Actor | str | None = None) -> bytes:
        """The timeline as JSON (dossier/timeline/1), as a build writes it; ``who`` is as in ``timeline``."""
        return encode_timeline(self.timeline(who), self._case.generator)

    def case_json(self) -> bytes:
        """Every event and every actor once, as JSON (dossier/case/1)."""
        return b"".join(self._case.encoded())

    def html(self, who: Actor | str | None = None, options: PageOptions = DEFAULT_PAGE) -> str:
        """The dossier as one page for the screen, complete offline; ``who`` is as in ``timeline``."""
        return self._page(who, options, Medium.SCREEN)

    def pdf(self, who: Actor | str | None = None, options: PageOptions = DEFAULT_PAGE) -> bytes:
        """The dossier as PDF, its JSON inside. Raises PrintingUnavailable where Pango is missing."""
        return render_pdf(self._page(who, options, Medium.PAPER), self.json(who), options.paper)

    def export(self, name: str, who: Actor | str | None = None) -> Export:
        """The timeline in a form of other tools (docs/exports.md): files by name, and what they could not carry.

        ``name`` is that of the format; ``who`` is as in ``timeline``. Raises ExporterUnusable where it cannot be made.
        """
        timeline = decode_timeline_form(self.json(who))
        return find_exporter(name).export(PublishedBuild(decode_case(self.case_json()), {self._key(who): timeline}))

    def judge(
        self,
        kind: str,
        *about: str,
        value: str = "",
        values: Mapping[str, str] = MappingProxyType({}),
        by: str,
        on: date | None = None,
        why: str = "",
    ) -> Sequence[Judgement]:
        """Save a judgement, and apply it to this case; what was saved, empty where it was known already.

        ``kind`` and what it is ``about`` are those of ``dossier review`` (docs/judgements.md): an actor by NAME or
        NAME@ARTICLE, an event by ARTICLE:START-END; ``value`` is the new name, date or type, ``values`` are those of a
        decision with several, by their names. ``on`` is today by default.
        Raises NameUnclear where nothing, or several, fit what it is about, and ValueError for an unknown kind.
        """
        decided = DecisionKind(kind)
        first = next((form.name for form in KIND_FORMS[decided].values), "")
        stated = StatedJudgement(
            where="",
            kind=decided,
            about=tuple(parse_reference(one) for one in about),
            values=({first: value} if value and first else {}) | dict(values),
            by=by,
            made=on or _today(),
            why=why,
        )
        try:
            saved = save_stated(stated, self._store, annotated_citations(self._store, self._run))
        except UnclearReference as error:
            raise NameUnclear(str(error), error.advice) from None
        self._case = resolved_case(self._store, self._run)
        return saved.judgements

    def withdraw(self, judgement: Judgement, by: str, on: date | None = None) -> bool:
        """Withdraw a judgement, as if it had not been made; whether there was one to withdraw."""
        found = self._store.withdraw(judgement.id, by, on or _today())
        self._case = resolved_case(self._store, self._run)
        return found is not None

    def _key(self, who: Actor | str | None) -> str:
        if who is None:
            return WHOLE_CASE
        return (self.actor(who) if isinstance(who, str) else who).id

    def _page(self, who: Actor | str | None, options: PageOptions, medium: Medium) -> str:
        return render_html(self.timeline(who), signature(self._case.generator), options=options, medium=medium)


@contextmanager
def read_case(
    sources: str | Path | Iterable[str | Path],
    *,
    store: str | StorePlace | None = None,
    published: str | None = None,
    language: str | None = None,
    as_of: str | None = None,
    model: str = DEFAULT_MODEL,
    workers: int = 1,
) -> Iterator[OpenCase]:
    """Read the articles of files, folders and patterns, and open the case of them.

    ``store`` is the file, or the address of a database (``postgresql://…``), that remembers articles, annotations and
    judgements; without one nothing is left behind.
    ``published`` and ``as_of`` are EDTF, ``language`` is a BCP 47 tag; all mean what the options of ``dossier build``
    mean. What cannot be read is among the ``problems``.
    Raises SourceMissing for a source that is not there, NothingRead when no article could be read, and ValueError for
    a date that is not EDTF.
    """
    listed = [sources] if isinstance(sources, str | Path) else sources
    intake = Intake(
        sources=[str(source) for source in listed],
        published=When.parse(published) if published else None,
        language=language,
        as_of=When.parse(as_of) if as_of else None,
        model=model,
        workers=workers,
    )
    with TemporaryDirectory(prefix="dossier-") as scratch:
        place = _place(store) if store else Path(scratch) / "case.db"
        with Store(place) as opened:
            report = BuildReport()
            run, _ = read_and_annotate(intake, opened, report)
            if not run.articles:
                raise NothingRead("no article could be read", "; ".join(map(str, report.skipped)))
            yield OpenCase(opened, run, report)


@contextmanager
def open_case(store: str | StorePlace) -> Iterator[OpenCase]:
    """Open the case of the last build in a store.

    Raises SourceMissing when there is no such file, NothingRead when it has no build, StoreUnusable when it is no
    store.
    """
    place = _place(store)
    if not is_there(place):
        raise SourceMissing(f"there is no store {place}", "'dossier build' makes one; 'dossier doctor' says where")
    with Store(place) as opened:
        run = opened.last_run()
        if run is None or not run.articles:
            raise NothingRead(f"there is no article in {place}", "build it first, or read_case the sources")
        yield OpenCase(opened, run, BuildReport())


def _place(store: str | StorePlace) -> StorePlace:
    return store_place(store) if isinstance(store, str) else store


def _today() -> date:
    """Today by the machine's clock: the day of a decision is no date of the news."""
    return datetime.now().astimezone().date()
