"""Units of time that the publication cuts in two: "earlier this month", "later this year", "last week" on a Sunday."""

from dataclasses import replace
from datetime import date, timedelta

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.values.time_reading import TimeReading
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.model import Period, Precision, When


def up_to_now(reading: TimeReading, found: RuleMatch, context: AnchorContext) -> TimeReading:
    """Earlier this month: up to the publication; later this month: from the day after it. Other readings as they are.

    On the first day of a unit "earlier this week" may mean the days before, so it stays as vague as it is. On a weekend
    "last week" may be the week that ends, or the one before: it is both.
    """
    today, slot = context.published, reading.slot
    if today is None or slot is None or reading.dating.anchor != context.day_name:
        return reading
    if (
        slot.unit is Unit.WEEK
        and found.step == -1
        and Slot.of(Unit.WEEKEND, today).holds(today)
        and not found.has("edge")
    ):
        return replace(reading, dating=replace(reading.dating, when=_days(slot.start, today)))
    if not slot.holds(today):
        return reading
    edge, last_day = found.text("edge"), slot.shift(1).start - timedelta(days=1)
    if edge == "earlier" and slot.start < today:
        first, last = slot.start, today
    elif edge == "later" and today < last_day:
        first, last = today + timedelta(days=1), last_day
    else:
        return reading
    return replace(reading, dating=replace(reading.dating, when=_days(first, last)))


def _days(first: date, last: date) -> When:
    return When(Period.of(first, Precision.DAY), Period.of(last, Precision.DAY))
