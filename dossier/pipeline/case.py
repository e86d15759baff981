"""The case: everything known from the articles of one run, put together anew each time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dossier import __version__
from dossier.annotate.ontology import ontology
from dossier.codec import Generator
from dossier.model import Actor, Article, Citation, Event, EventTypes, Issue, Judgement, Link, Timeline
from dossier.pipeline.apply_judgements import apply_judgements
from dossier.pipeline.claims import claims_of
from dossier.pipeline.collection_paused import collection_paused
from dossier.pipeline.outlet_grades import grade_outlets
from dossier.pipeline.unread_languages import unread_language
from dossier.resolve import find_origins, most_valuable_first, resolve_actors, resolve_events, resolve_relations
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Run, Store
from dossier.timeline import Chronology, Listing, by_actor, listing, most_active, of_little_interest


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The actors of a run with their timelines, and the problems met.

    ``actors`` come with the most mentioned first, ``event_count`` counts the events of all. ``citations`` are the
    articles of the run, without their texts, by id. ``unread_languages`` are the articles in languages that Dossier
    does not read in full. ``doubts`` are pairs of actors and pairs of events that an analyst should look at, the most
    valuable first. ``judgements`` are those that no later one overrides; ``judgement_issues`` are judgements that had
    no effect or contradict each other, ``judgement_notes`` are judgements on articles that are not in the run, and
    judgements that a later one overrides. ``outlet_notes`` name outlets of which the run has no article.
    ``event_types`` are the shipped types with those of the run. ``chronology`` holds the events of all, in their order
    in time. ``events_by_actor`` are the events that belong to each actor, by its id, and ``listings`` say what becomes
    of them in its timeline.
    """

    run: Run
    actors: Sequence[Actor]
    event_count: int
    citations: Mapping[str, Citation]
    unread_languages: Sequence[Issue]
    doubts: Sequence[Link]
    judgements: Sequence[Judgement]
    judgement_issues: Sequence[Issue]
    judgement_notes: Sequence[Issue]
    outlet_notes: Sequence[Issue]
    event_types: EventTypes
    chronology: Chronology
    events_by_actor: Mapping[str, Sequence[Event]]
    listings: Mapping[str, Listing]

    def timeline(self, actor: Actor) -> Timeline:
        """The timeline of an actor of the case."""
        return self.chronology.timeline(actor, self.listing_of(actor), self.citations, self.run.as_of)

    def listing_of(self, actor: Actor) -> Listing:
        """What becomes of the actor's events in its timeline."""
        return self.listings.get(actor.id, Listing())

    def most_active(self, count: int) -> Sequence[Actor]:
        """The ``count`` actors who do and undergo most, the most active first."""
        told = {actor: listed.told for actor, listed in self.listings.items()}
        return most_active(self.actors, told, self.citations, self.event_types, count)

    @property
    def generator(self) -> Generator:
        """The program, the pipeline and the fingerprint, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


@collection_paused()
def open_case(
    store: Store, run: Run, stated: Sequence[StatedJudgement] = (), outlets: Mapping[str, str] = MappingProxyType({})
) -> Case:
    """Resolve the articles of ``run`` from the stored annotations and judgements.

    ``stated`` are judgements from files. They come after those in the store. The articles are read anew for each
    step, so that their texts need not be held. ``outlets`` gives the reliability of an outlet by its name or host.
    """
    annotations = claims_of(store, run)
    types = ontology(run.ontology).types
    citations: dict[str, Citation] = {}
    origins = find_origins(_recorded(store.articles(run.articles), citations))
    citations |= {copy: replace(citations[copy], copy_of=origins.of(copy)) for copy in origins.copies}
    graded = grade_outlets(citations, outlets)
    citations |= graded.citations
    cited = [(citations[found.article], found) for found in annotations]
    judged = apply_judgements(store.judgements(), stated, cited)
    articles = store.articles(run.articles)
    actors = resolve_actors(zip(articles, annotations, strict=True), types, judged.rulings, run.watched)
    articles = store.articles(run.articles)
    events = resolve_events(zip(articles, annotations, strict=True), actors, types, origins, judged.rulings)
    chronology = Chronology(events.events, types, resolve_relations(annotations, events.events))
    events_by_actor = by_actor(chronology.events, types)
    return Case(
        run=run,
        actors=actors.actors,
        event_count=len(events.events),
        citations=citations,
        unread_languages=[
            issue for citation, found in cited if (issue := unread_language(citation.ref, found.language))
        ],
        doubts=most_valuable_first((*actors.doubts, *events.doubts)),
        judgements=judged.in_effect,
        judgement_issues=judged.issues,
        judgement_notes=judged.notes,
        outlet_notes=graded.notes,
        event_types=types,
        chronology=chronology,
        events_by_actor=events_by_actor,
        listings=dict(_listings(actors.actors, events_by_actor, citations, types)),
    )


def _listings(
    actors: Iterable[Actor],
    events_by_actor: Mapping[str, Sequence[Event]],
    citations: Mapping[str, Citation],
    types: EventTypes,
) -> Iterator[tuple[str, Listing]]:
    """What becomes of the events of each actor that has any, by its id."""
    days = {key: citation.published.when.latest for key, citation in citations.items() if citation.published.when}
    published = {key: day.year for key, day in days.items() if day}
    for actor in actors:
        own = events_by_actor.get(actor.id)
        if own:
            unwanted = of_little_interest(actor, own, citations, types)
            yield actor.id, listing(actor.id, own, types, unwanted, published)


def _recorded(articles: Iterable[Article], citations: dict[str, Citation]) -> Iterator[Article]:
    """The articles as they come; each one's citation is put into ``citations``, so that no text need be held."""
    for article in articles:
        citations[article.id] = article.citation
        yield article
