"""What the analyst corrected in the reading of an event: the field, what was read, and who decided it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventField(StrEnum):
    """What of an event can be corrected, a field by its name in ``timeline.json``; in the order of a page."""

    EVENT = "event"
    """All of it: the analyst added the event, of words that tell it."""
    SUMMARY = "summary"
    WHEN = "when"
    TYPE = "type"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    REALIS = "realis"
    ATTRIBUTION = "attribution"
    PLACE = "place"
    PARTICIPANTS = "participants"
    MENTION = "mention"
    """Whom a word of its sentence means."""


INVOLVED = "involved"
"""Stands for the role of a participant of whom the analyst says only that he has a part."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one mention: ``value`` is the analyst's, ``read`` what was read in the article; both are words.

    Either is empty for none: no place, no part, or the article itself as the source. ``participant`` is the name of
    whom the value is the role, or ``INVOLVED`` where the analyst says only that he has a part; it is empty for other
    fields. ``judgement`` is the id of the decision, ``by`` and ``made`` say whose it
    is and of which day. One that ``is_telling_only`` changes nothing of the event but how this
    mention tells it: its line, and who says so.
    """

    field: EventField
    value: str
    read: str
    judgement: str
    by: str
    made: date | None = None
    participant: str = ""
    is_telling_only: bool = False
