"""The likely day of an event as its date, where it is likely enough and no text gives another."""

from dataclasses import replace

from dossier.model import Basis, Choice, Dating, Event, LikelyDay, Period, Precision, Qualifier, When


def day_certainty(event: Event) -> float:
    """How sure the date of an event is, from 0 to 1: 1 where a text gives it, else the chance of its likely day."""
    if event.dating.is_stated:
        return 1.0
    return event.likely.chance_within_a_day if event.likely else 0.0


def is_dated(event: Event) -> bool:
    """Whether a text gives its date, or its likely day is likely enough to be told."""
    return event.dating.is_stated or (event.likely is not None and event.likely.is_about)


def with_likely_day(event: Event) -> Event:
    """The event with its likely day as its date ("about 27 September") where that is likely enough, else as it was.

    A date that a text or the analyst gives stays, a bound too. So does the date of what is still to come. A likely day
    that the bounds of the event exclude is dropped. To the order of events such a date says nothing: it is inferred.
    """
    likely = event.likely
    if likely is None or event.dating == _about(likely):
        return event
    if not likely.refines(event.dating.when):
        return replace(event, likely=None)
    if event.dating.is_stated or event.factuality.is_expected or not likely.is_about:
        return event
    return replace(event, dating=_about(likely), choice=Choice.LIKELY)


def _about(likely: LikelyDay) -> Dating:
    day = replace(Period.of(likely.day, Precision.DAY), qualifier=Qualifier.APPROXIMATE)
    return Dating(When.of(day), Basis.INFERRED, "published")
