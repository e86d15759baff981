"""Which events of an actor are worth a line of their own, and why the others are not."""

from collections.abc import Sequence

from dossier.model import Event, EventTypes, LeftOutReason


def left_out_reasons(actor: str, events: Sequence[Event], types: EventTypes) -> dict[str, LeftOutReason]:
    """The reason of each event, by id, that gets no line in the timeline of the actor (an id)."""
    return {}
