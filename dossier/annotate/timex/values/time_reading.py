"""What an expression means: a time that is written out, that rests on another time, or that stays open."""

import re
from dataclasses import dataclass, replace

from dossier.annotate.timex.values.units import Slot, qualified
from dossier.model import Basis, Dating, Period, Qualifier, TimexType, When

PUBLISHED = "published"
"""The name of the publication date as an anchor."""
UNDATED = Dating()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time that others rest on: its name (PUBLISHED or the id of an earlier time), and its first token."""

    slot: Slot
    name: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class TimeReading:
    """The meaning of an expression: TIMEX3 type and value, calendar time, and the one slot that it names, if any."""

    type: TimexType
    value: str
    dating: Dating = UNDATED
    slot: Slot | None = None


def explicit(slot: Slot, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> TimeReading:
    """A time that is written out. ``suffix`` is the TIMEX3 value of an hour or part of the day, with its T."""
    when = with_qualifier(_when(slot, suffix), mark)
    return TimeReading(_type(suffix), slot.value + suffix, Dating(when, Basis.EXPLICIT), slot)


def relative(slot: Slot, anchor: Anchor, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> TimeReading:
    """A time that rests on ``anchor``; ``suffix`` as in ``explicit``."""
    when = with_qualifier(_when(slot, suffix), mark)
    return TimeReading(_type(suffix), slot.value + suffix, Dating(when, Basis.RELATIVE, anchor.name), slot)


def _when(slot: Slot, suffix: str) -> When:
    """The minute of a clock time; the day for a part of the day and for midnight (T24:00)."""
    if not re.fullmatch("T[01][0-9]:[0-5][0-9]|T2[0-3]:[0-5][0-9]", suffix):
        return slot.when
    return When.of(Period.parse(slot.start.isoformat() + suffix))


def at_hour(reading: TimeReading, hour: str) -> TimeReading:
    """The hour, or part of the day, on the day of the reading, as sure as the day. ValueError if there is no day."""
    if reading.slot is None or reading.dating.when is None or reading.dating.when.first is None:
        raise ValueError(f"{reading.value} is no day")
    when = with_qualifier(_when(reading.slot, hour), reading.dating.when.first.qualifier)
    return replace(reading, type=_type(hour), value=reading.value + hour, dating=replace(reading.dating, when=when))


def unresolved(value: str) -> TimeReading:
    """A time whose place in the calendar is not known; its type follows from the value."""
    return TimeReading(_type("T" if re.search("[X0-9]T", value) else ""), value)


def with_qualifier(when: When, mark: Qualifier) -> When:
    """The time with the qualifier added to each of its ends."""
    if mark is Qualifier.NONE:
        return when
    return When(*(qualified(period, mark) if period else None for period in (when.first, when.last)))


def _type(suffix: str) -> TimexType:
    """TIME where the value has an hour or a part of the day, else DATE."""
    return TimexType.TIME if suffix.startswith("T") else TimexType.DATE
