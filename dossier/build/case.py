"""All that is known from the articles of one run, put together anew each time."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier import __version__
from dossier.codec import Generator
from dossier.model import Actor, Citation, Event, Timeline
from dossier.resolve import resolve_actors, resolve_events
from dossier.store import Run, Store
from dossier.timeline import by_actor, timeline


@dataclass(frozen=True, slots=True)
class Case:
    """The actors of a run, the most mentioned first, their events by actor id, and what may be cited."""

    run: Run
    actors: Sequence[Actor]
    events: int
    _events: dict[str, list[Event]]
    _citations: dict[str, Citation]

    def timeline(self, actor: Actor) -> Timeline:
        """The timeline of one of the actors."""
        return timeline(actor, self.events_of(actor), self._citations, self.run.as_of)

    def events_of(self, actor: Actor) -> Sequence[Event]:
        """The events that belong to one of the actors."""
        return self._events.get(actor.id, [])

    @property
    def generator(self) -> Generator:
        """What wrote it, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


def open_case(store: Store, run: Run) -> Case:
    """Resolve the articles of ``run``, from the annotations in the store."""
    actors = resolve_actors(store.annotations(run.annotator, run.articles))
    read = zip(store.articles(run.articles), store.annotations(run.annotator, run.articles), strict=True)
    events = resolve_events(read, actors)
    citations = {article.id: article.citation for article in store.articles(run.articles)}
    return Case(run, actors.actors, len(events), by_actor(events), citations)
