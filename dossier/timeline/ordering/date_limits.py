"""How far a date limits when an event begins and ends."""

from dataclasses import dataclass, replace
from datetime import datetime

from dossier.model import Basis, Event, Evidence, Period, Qualifier, Relation


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of a point in time: as a lower limit, the point is at or after ``moment``; as an upper limit, before it.

    ``period`` is of the date of the event ``anchor`` (an id); ``relation`` is the last step from there, None at the
    anchor itself. ``gives_place`` is true where the date stands in a text and a connective tells each step: such a
    limit gives an event its place in time. A limit that rests on publication or on tense alone does not.
    """

    moment: datetime
    period: Period
    anchor: str
    gives_place: bool
    relation: Relation | None = None

    def after_step(self, relation: Relation | None) -> "Limit":
        """The same limit, one step of the network on; the step from an event's start to its end has no relation."""
        if relation is None:
            return self
        return replace(self, relation=relation, gives_place=self.gives_place and relation.is_said)


def date_limits(event: Event) -> tuple[Limit | None, Limit | None]:
    """The lower limit that the event's date sets to its start, and the upper limit that it sets to its end.

    An event lies within its date, whether it fills the date ("from 2019 to 2021") or the date is not known better
    ("some time in 2019"): both limits hold in both cases, and nothing more is taken from the date. An uncertain date
    ("17 March?") limits nothing. Where no text gives a date, the tightest of the bounds from publication counts.
    """
    stated = event.dating.is_stated
    dates = [event.dating.when] if stated else [piece.dating.when for piece in event.evidence if _is_inferred(piece)]
    firsts = [when.first for when in dates if when and when.first and _is_certain(when.first)]
    lasts = [when.last for when in dates if when and when.last and _is_certain(when.last)]
    first = max(firsts, key=lambda period: (not_before(period), period.edtf), default=None)
    last = min(lasts, key=lambda period: (not_after(period), period.edtf), default=None)
    return (
        Limit(not_before(first), first, event.id, stated) if first else None,
        Limit(not_after(last), last, event.id, stated) if last else None,
    )


def _is_inferred(piece: Evidence) -> bool:
    return piece.dating.basis is Basis.INFERRED


def _is_certain(period: Period) -> bool:
    return period.qualifier in (Qualifier.NONE, Qualifier.APPROXIMATE)


def not_before(period: Period) -> datetime:
    """The moment before which the period does not begin; "about 2019" may be the year before too.

    >>> not_before(Period.parse("2019")), not_before(Period.parse("2019~"))
    (datetime.datetime(2019, 1, 1, 0, 0), datetime.datetime(2018, 1, 1, 0, 0))
    """
    if period.qualifier is Qualifier.NONE:
        return period.start
    length = period.end - period.start
    return period.start - length if period.start - datetime.min >= length else datetime.min


def not_after(period: Period) -> datetime:
    """The first moment after the period; "about 2019" may be the year after too."""
    if period.qualifier is Qualifier.NONE:
        return period.end
    length = period.end - period.start
    return period.end + length if datetime.max - period.end >= length else datetime.max
