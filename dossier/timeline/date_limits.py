"""How far the date of one event limits another: moments that are not before, or not after."""

from dataclasses import dataclass, replace
from datetime import datetime

from dossier.model import Basis, Event, Evidence, Period, Qualifier, Relation


@dataclass(frozen=True, slots=True)
class Limit:
    """A moment that a point in time does not lie before, or does not lie at or behind.

    ``period`` is of the date of the event ``anchor``; ``relation`` is the last step from there, None at the anchor
    itself. ``places`` says that the date stands in a text and each step is told by a connective: such a limit gives an
    event its place in time, one that rests on publication or on tense alone does not.
    """

    moment: datetime
    period: Period
    anchor: str
    places: bool
    relation: Relation | None = None

    def by(self, relation: Relation | None) -> "Limit":
        """The limit one step on."""
        return replace(self, relation=relation, places=self.places and relation.is_said) if relation else self


def own(event: Event) -> tuple[Limit | None, Limit | None]:
    """The limits that the event's own date sets to its start and to its end.

    An event lies within its date, whether it fills it ("from 2019 to 2021") or the date is not known better
    ("some time in 2019"): the limits hold in both cases, and nothing more is taken from the date. What is uncertain
    ("17 March?") limits nothing. A bound from publication is taken from all the articles that tell the event.
    """
    stated = is_stated(event)
    dates = [event.dating.when] if stated else [piece.dating.when for piece in event.evidence if not _is_open(piece)]
    firsts = [when.first for when in dates if when and when.first and _is_certain(when.first)]
    lasts = [when.last for when in dates if when and when.last and _is_certain(when.last)]
    first = max(firsts, key=lambda period: (not_before(period), period.edtf), default=None)
    last = min(lasts, key=lambda period: (not_after(period), period.edtf), default=None)
    return (
        Limit(not_before(first), first, event.id, stated) if first else None,
        Limit(not_after(last), last, event.id, stated) if last else None,
    )


def is_stated(event: Event) -> bool:
    """Whether a text gives its date, or what it is worked out from."""
    return event.dating.basis in (Basis.EXPLICIT, Basis.RELATIVE)


def _is_open(piece: Evidence) -> bool:
    return piece.dating.basis is not Basis.INFERRED


def _is_certain(period: Period) -> bool:
    return period.qualifier in (Qualifier.NONE, Qualifier.APPROXIMATE)


def not_before(period: Period) -> datetime:
    """Where the period begins; "about 2019" may as well be the year before.

    >>> not_before(Period.parse("2019")), not_before(Period.parse("2019~"))
    (datetime.datetime(2019, 1, 1, 0, 0), datetime.datetime(2018, 1, 1, 0, 0))
    """
    if period.qualifier is Qualifier.NONE:
        return period.start
    length = period.end - period.start
    return period.start - length if period.start - datetime.min >= length else datetime.min


def not_after(period: Period) -> datetime:
    """The first moment after the period; "about 2019" may as well be the year after."""
    if period.qualifier is Qualifier.NONE:
        return period.end
    length = period.end - period.start
    return period.end + length if datetime.max - period.end >= length else datetime.max
