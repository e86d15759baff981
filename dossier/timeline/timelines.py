"""One actor's timeline."""

from collections.abc import Iterable, Mapping

from dossier.model import Actor, Citation, Event, Timeline, When
from dossier.timeline.order import has_place_in_time, in_reading_order, ranked


def timeline(actor: Actor, events: Iterable[Event], articles: Mapping[str, Citation], as_of: When | None) -> Timeline:
    """The actor's timeline from the events that belong to it; ``articles`` are all that may be cited, by id."""
    own = list(events)
    cited = {piece.article for event in own for piece in event.evidence} | set(actor.articles)
    used = {key: articles[key] for key in sorted(cited)}
    return Timeline(
        actor,
        as_of,
        events=ranked(event for event in own if has_place_in_time(event)),
        undated=in_reading_order((event for event in own if not has_place_in_time(event)), used),
        articles=used,
    )
