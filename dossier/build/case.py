"""All that is known from the articles of one run, put together anew each time."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dossier import __version__
from dossier.build.unread import unread_language
from dossier.codec import Generator
from dossier.model import Actor, Article, Citation, Event, Issue, Link, Timeline, Watched
from dossier.resolve import Rulings, find_origins, resolve_actors, resolve_events, resolve_relations
from dossier.store import Run, Store
from dossier.timeline import Chronology, by_actor


@dataclass(frozen=True, slots=True)
class Case:
    """The actors of a run, the most mentioned first, their events by actor id, and what may be cited.

    ``unread`` are the articles in languages that are not read in full, ``doubts`` the pairs of actors and of events
    that an analyst should look at.
    """

    run: Run
    actors: Sequence[Actor]
    events: int
    unread: Sequence[Issue]
    doubts: Sequence[Link]
    _chronology: Chronology
    _events: dict[str, list[Event]]
    _citations: dict[str, Citation]

    def timeline(self, actor: Actor) -> Timeline:
        """The timeline of one of the actors."""
        return self._chronology.timeline(actor, self.events_of(actor), self._citations, self.run.as_of)

    def events_of(self, actor: Actor) -> Sequence[Event]:
        """The events that belong to one of the actors."""
        return self._events.get(actor.id, [])

    @property
    def generator(self) -> Generator:
        """What wrote it, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


@contextmanager
def _kept() -> Iterator[None]:
    """What is made meanwhile is made to stay: the search for circles of garbage is left out, and spares it later on.

    Millions of values come, none in a circle. Going through them again and again would cost two fifths of the time.
    """
    gc.unfreeze()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@_kept()
def open_case(store: Store, run: Run, watched: Sequence[Watched] = ()) -> Case:
    """Resolve the articles of ``run``, from the annotations in the store; ``watched`` say which names are one."""
    annotations = list(store.annotations(run.annotator, run.articles))
    citations: dict[str, Citation] = {}
    origins = find_origins(_cited(store.articles(run.articles), citations))
    citations |= {copy: replace(citations[copy], copy_of=origins.of(copy)) for copy in origins.copies}
    read = [(citations[found.article], found) for found in annotations]
    rulings = Rulings()
    actors = resolve_actors(read, rulings, watched)
    articles = store.articles(run.articles)
    resolved = resolve_events(zip(articles, annotations, strict=True), actors, origins, rulings)
    events = resolved.events
    doubts = (*actors.doubts, *resolved.doubts)
    unread = [unread_language(citations[said.article].ref, said.language) for said in annotations]
    issues = [issue for issue in unread if issue]
    chronology = Chronology(events, resolve_relations(annotations, events))
    return Case(run, actors.actors, len(events), issues, doubts, chronology, by_actor(chronology.events), citations)


def _cited(articles: Iterable[Article], citations: dict[str, Citation]) -> Iterator[Article]:
    """The articles as they come, their citations kept: texts need not be held."""
    for article in articles:
        citations[article.id] = article.citation
        yield article
