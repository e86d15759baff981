"""All that is known from the articles of one run, put together anew each time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier import __version__
from dossier.annotate.ontology import ontology
from dossier.codec import Generator
from dossier.model import Actor, Article, Citation, Event, EventTypes, Issue, Link, Timeline
from dossier.pipeline.apply_judgements import judged
from dossier.pipeline.claims import claims_of
from dossier.pipeline.collection_paused import kept
from dossier.pipeline.unread_languages import unread_language
from dossier.resolve import find_origins, most_valuable_first, resolve_actors, resolve_events, resolve_relations
from dossier.sources.stated_judgements import Stated
from dossier.store import Run, Store
from dossier.timeline import Chronology, by_actor, most_active


@dataclass(frozen=True, slots=True)
class Case:
    """The actors of a run, the most mentioned first, their events by actor id, and what may be cited.

    ``unread`` are the articles in languages that are not read in full, ``doubts`` the pairs of actors and of events
    that an analyst should look at. ``undone`` are judgements that came to nothing, ``idle`` those about articles that
    are not among these.
    """

    run: Run
    actors: Sequence[Actor]
    events: int
    unread: Sequence[Issue]
    doubts: Sequence[Link]
    undone: Sequence[Issue]
    idle: Sequence[Issue]
    _types: EventTypes
    _chronology: Chronology
    _events: dict[str, list[Event]]
    _citations: dict[str, Citation]

    def timeline(self, actor: Actor) -> Timeline:
        """The timeline of one of the actors."""
        return self._chronology.timeline(actor, self.events_of(actor), self._citations, self.run.as_of)

    def events_of(self, actor: Actor) -> Sequence[Event]:
        """The events that belong to one of the actors."""
        return self._events.get(actor.id, [])

    def most_active(self, count: int) -> Sequence[Actor]:
        """The first ``count`` of the actors by what they do and undergo."""
        return most_active(self.actors, self._events, self._citations, self._types, count)

    @property
    def citations(self) -> Mapping[str, Citation]:
        """The articles of the run, without their texts, by id."""
        return self._citations

    @property
    def generator(self) -> Generator:
        """What wrote it, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


@kept()
def open_case(store: Store, run: Run, stated: Sequence[Stated] = ()) -> Case:
    """Resolve the articles of ``run``, from the annotations in the store, under the judgements kept there.

    ``stated`` are judgements that come after those in the store.
    """
    annotations = claims_of(store, run)
    types = ontology(run.ontology).types
    citations: dict[str, Citation] = {}
    origins = find_origins(_cited(store.articles(run.articles), citations))
    citations |= {copy: replace(citations[copy], copy_of=origins.of(copy)) for copy in origins.copies}
    read = [(citations[found.article], found) for found in annotations]
    ruled = judged(store.judgements(), stated, read)
    articles = store.articles(run.articles)
    actors = resolve_actors(zip(articles, annotations, strict=True), types, ruled.rulings, run.watched)
    articles = store.articles(run.articles)
    resolved = resolve_events(zip(articles, annotations, strict=True), actors, types, origins, ruled.rulings)
    events = resolved.events
    doubts = most_valuable_first((*actors.doubts, *resolved.doubts))
    unread = [unread_language(citations[said.article].ref, said.language) for said in annotations]
    issues = [issue for issue in unread if issue]
    chronology = Chronology(events, types, resolve_relations(annotations, events))
    return Case(
        run,
        actors.actors,
        len(events),
        issues,
        doubts,
        ruled.issues,
        ruled.notes,
        types,
        chronology,
        by_actor(chronology.events, types),
        citations,
    )


def _cited(articles: Iterable[Article], citations: dict[str, Citation]) -> Iterator[Article]:
    """The articles as they come, their citations kept: texts need not be held."""
    for article in articles:
        citations[article.id] = article.citation
        yield article
