"""An event of a report with the date of its own words."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.model import Dating, EventType


@dataclass(frozen=True, slots=True)
class DiscourseEvent:
    """An event with the date that its own words give.

    ``dating`` is None where no time is linked to it, and empty where that time has no calendar value. ``time`` is the
    id of that time. ``is_bound``: the date is one side of the event only ("since Monday").
    """

    token: Token
    type: EventType
    is_fact: bool
    dating: Dating | None = None
    time: str | None = None
    is_bound: bool = False
