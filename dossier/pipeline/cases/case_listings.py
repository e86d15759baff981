"""What becomes of the events of each actor of a case."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from dossier.memo import Memo, ids
from dossier.model import Actor, Citation, Event, EventTypes
from dossier.timeline import (
    NOBODY,
    Listing,
    MainStatements,
    SeriesFinder,
    interests,
    listing,
    of_little_interest,
    with_statements,
)


class CaseListings:
    """Makes the listings of the actors of a case; ``citations`` are its articles by id."""

    def __init__(
        self,
        citations: Mapping[str, Citation],
        types: EventTypes,
        series: SeriesFinder,
        statements: MainStatements,
        memo: Memo,
    ) -> None:
        days = {key: citation.published.when.latest for key, citation in citations.items() if citation.published.when}
        self._published = {key: day.year for key, day in days.items() if day}
        self._citations = citations
        self._types = types
        self._series = series
        self._statements = statements
        self._before_series = memo.table("listing before series")
        self._listing = memo.table("listing")

    def of(
        self, actors: Iterable[Actor], events_by_actor: Mapping[str, Sequence[Event]], nobodys: Sequence[Event] = ()
    ) -> dict[str, Listing]:
        """The listing of each actor that has events, by its id, and under ``NOBODY`` that of those without an actor."""
        found = {actor.id: self._of_actor(actor, own) for actor in actors if (own := events_by_actor.get(actor.id))}
        scores = interests(None, nobodys, self._citations, self._types)
        of_nobody = listing(None, nobodys, self._types, interest=scores)
        return {**found, NOBODY: with_statements(of_nobody, self._statements.above(nobodys, None))}

    def _of_actor(self, actor: Actor, own: Sequence[Event]) -> Listing:
        cited = dict.fromkeys(piece.article for event in own for piece in event.evidence)
        held = actor, self._types, *own, *(self._citations[key] for key in cited)
        listed: Listing = self._before_series.recall(ids(held), partial(self._listed, actor, own), held)
        whole = with_statements(self._series.with_series(listed), self._statements.above(own, actor.id))
        return self._listing.same(actor.id, whole)  # type: ignore[no-any-return]

    def _listed(self, actor: Actor, own: Sequence[Event]) -> Listing:
        scores = interests(actor, own, self._citations, self._types)
        unwanted = of_little_interest(actor, own, scores, self._types)
        return listing(actor.id, own, self._types, unwanted, self._published, scores)
