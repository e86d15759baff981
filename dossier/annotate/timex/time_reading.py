"""What an expression means, and how such meanings are made: written out, resting on another time, or left open."""

import re
from dataclasses import dataclass, replace

from dossier.annotate.timex.units import Slot, qualified
from dossier.model import Basis, Dating, Period, Qualifier, TimexType, When

PUBLISHED = "published"
"""The name of the publication as an anchor."""
UNDATED = Dating()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time that others rest on: its name (``"published"`` or the id of an earlier time), and the token it is at."""

    slot: Slot
    name: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; ``slot`` is the one calendar unit it names, where it names one."""

    type: TimexType
    value: str
    dating: Dating = UNDATED
    slot: Slot | None = None


def explicit(slot: Slot, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> Reading:
    """A time that is written out."""
    when = marked(_when(slot, suffix), mark)
    return Reading(_type(suffix), slot.value + suffix, Dating(when, Basis.EXPLICIT), slot)


def relative(slot: Slot, anchor: Anchor, suffix: str = "", mark: Qualifier = Qualifier.NONE) -> Reading:
    """A time that rests on another."""
    when = marked(_when(slot, suffix), mark)
    return Reading(_type(suffix), slot.value + suffix, Dating(when, Basis.RELATIVE, anchor.name), slot)


def _when(slot: Slot, suffix: str) -> When:
    """The minute that a clock time names; of a part of a day and of midnight, the day."""
    if not re.fullmatch("T[01][0-9]:[0-5][0-9]|T2[0-3]:[0-5][0-9]", suffix):
        return slot.when
    return When.of(Period.parse(slot.start.isoformat() + suffix))


def at_hour(reading: Reading, hour: str) -> Reading:
    """The hour (or part) of the day that the reading names, as sure as the day is."""
    if reading.slot is None or reading.dating.when is None or reading.dating.when.first is None:
        raise ValueError(f"{reading.value} is no day")
    when = marked(_when(reading.slot, hour), reading.dating.when.first.qualifier)
    return replace(reading, type=_type(hour), value=reading.value + hour, dating=replace(reading.dating, when=when))


def unresolved(value: str, kind: TimexType | None = None) -> Reading:
    """A time of no known place in the calendar."""
    return Reading(kind or _type("T" if re.search("[X0-9]T", value) else ""), value)


def marked(when: When, mark: Qualifier) -> When:
    """The time with the mark on each of its ends."""
    if mark is Qualifier.NONE:
        return when
    return When(*(qualified(period, mark) if period else None for period in (when.first, when.last)))


def _type(suffix: str) -> TimexType:
    return TimexType.TIME if suffix.startswith("T") else TimexType.DATE
