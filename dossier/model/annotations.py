"""All that was read out of one article, with a check that every reference resolves."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model.attribution import Attribution, Quotation
from dossier.model.mentions import ActorChain, EventMention, RefusedLink, TimeMention, UnnamedChain
from dossier.model.passage import ArticlePassage
from dossier.model.relation import RelationMention


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything read out of one article; ``article`` is its id. Ids within are unique and references resolve.

    ``passages`` are no body of the article; ``unnamed`` take part in the events and are none of the actors.
    ``runs_on``: it tells as past what came after the day of its publication, so that day dates nothing.
    ``gathers_days``: it holds the posts of many days up to that of its publication, so that day only comes after them.
    ``language`` is the tag (BCP 47) of the language it was read in, stated or detected; None where nobody asked.
    """

    article: str
    times: tuple[TimeMention, ...] = ()
    actors: tuple[ActorChain, ...] = ()
    events: tuple[EventMention, ...] = ()
    language: str | None = None
    relations: tuple[RelationMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    refused: tuple[RefusedLink, ...] = ()
    passages: tuple[ArticlePassage, ...] = ()
    unnamed: tuple[UnnamedChain, ...] = ()
    runs_on: bool = False
    gathers_days: bool = False

    @property
    def told(self) -> tuple[EventMention, ...]:
        """The events of which the article tells something: all but the bare ones."""
        return tuple(event for event in self.events if not event.is_bare)

    def __post_init__(self) -> None:
        times = _unique(t.id for t in self.times)
        actors = _unique(a.id for a in self.actors)
        events = _unique(e.id for e in self.events)
        for actor in self.actors:
            _known(actor.id, actor.related, actors)
        for refused in self.refused:
            _known(f"the refused {refused.quote.exact!r}", refused.candidates, actors)
        for quotation in self.quotations:
            _known(quotation.id, _sources(quotation.attribution), actors)
        for event in self.events:
            _known(event.id, [event.time], times)
            _known(event.id, _actors_of(event), actors)
            _known(event.id, [event.hangs_on], events)
        for relation in self.relations:
            _known(f"a relation {relation.type}", (relation.source, relation.target), events)


def _actors_of(event: EventMention) -> Iterable[str | None]:
    yield from (p.actor for p in event.participants)
    yield event.place.actor if event.place else None
    yield from _sources(event.attribution)


def _sources(said: Attribution | None) -> Iterable[str | None]:
    while said:
        yield said.actor
        said = said.via


def _unique(ids: Iterable[str]) -> frozenset[str]:
    listed = list(ids)
    if len(set(listed)) != len(listed):
        raise ValueError(f"ids are not unique: {listed}")
    return frozenset(listed)


def _known(who: str, ids: Iterable[str | None], known: frozenset[str]) -> None:
    missing = [i for i in ids if i is not None and i not in known]
    if missing:
        raise ValueError(f"{who} refers to {', '.join(missing)}, which the article does not have")
