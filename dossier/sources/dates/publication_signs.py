"""What one place says of the publication date: the page's own words, its markup, its address, the name of its file.

A sign keeps what the place names, and the days on which the same moment falls elsewhere on Earth: "2025-03-20T02:30Z"
in the markup and "March 19, 2025" on the page do not contradict each other.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from dossier.model import Method, Period, Precision, PublicationWitness, When

_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
"""The zones furthest from UTC: Baker Island and the Line Islands (IANA time zone database)."""


@dataclass(frozen=True, slots=True)
class PublicationSign:
    """A date that one place gives as that of the publication.

    ``when`` is a day, a month or a year; of an update it is open at its start ("/2025-03-25"). ``moment`` is the moment
    with its zone, where the place names it. ``days`` are the days on which that moment falls in any zone; without a
    moment they are ``when``.
    """

    when: When
    method: Method
    days: When
    moment: datetime | None = None

    @classmethod
    def of(cls, when: When, method: Method) -> "PublicationSign":
        """A sign that names no moment."""
        return cls(when, method, when)

    @classmethod
    def at(cls, day: date, moment: datetime | None, method: Method) -> "PublicationSign":
        """A sign that names a day, and perhaps the moment.

        >>> evening = datetime.fromisoformat("2025-03-20T02:30Z")
        >>> PublicationSign.at(evening.date(), evening, Method.METADATA).days.edtf
        '2025-03-19/2025-03-20'
        """
        when = When.day(day)
        if moment is None:
            return cls(when, method, when)
        zones = (_WEST, _EAST) if _is_in_utc(moment, method) else (timedelta(),)
        days = sorted({day, *(moment.astimezone(timezone(zone)).date() for zone in zones)})
        return cls(when, method, When(When.day(days[0]).first, When.day(days[-1]).last), moment)

    @classmethod
    def by(cls, day: date, moment: datetime | None, method: Method) -> "PublicationSign":
        """A sign that names the day of an update, and perhaps the moment."""
        when = When.until(Period.of(day, Precision.DAY))
        return cls(when, method, when, moment)

    @classmethod
    def there_at(cls, moment: datetime, method: Method) -> "PublicationSign":
        """A sign that the article was there at a moment; where it was published the day may have been the next.

        >>> sign = PublicationSign.there_at(datetime.fromisoformat("2025-03-19T22:30Z"), Method.METADATA)
        >>> sign.when.edtf, sign.days.edtf
        ('/2025-03-19', '/2025-03-20')
        """
        last = moment.astimezone(timezone(_EAST)).date()
        when, days = (When.until(Period.of(day, Precision.DAY)) for day in (moment.date(), max(last, moment.date())))
        return cls(when, method, days)

    def in_zone_of(self, page: "PublicationSign | None") -> "PublicationSign":
        """A day in UTC as the day in the zone by which the words of the page live; any other sign as it is.

        >>> utc, update = (datetime.fromisoformat(text) for text in ("2025-03-20T02:30Z", "2025-03-22T09:00-06:00"))
        >>> page = PublicationSign.by(update.date(), update, Method.DATELINE)
        >>> PublicationSign.at(utc.date(), utc, Method.METADATA).in_zone_of(page).when.edtf
        '2025-03-19'
        """
        if page is None or page.moment is None or self.moment is None or not self.is_in_utc:
            return self
        local = self.moment.astimezone(page.moment.tzinfo)
        return PublicationSign.at(local.date(), local if local.utcoffset() else None, self.method)

    @property
    def is_in_utc(self) -> bool:
        """Whether it names the day in UTC, so that the page's own day may be another."""
        return self.moment is not None and _is_in_utc(self.moment, self.method)

    @property
    def witness(self) -> PublicationWitness:
        """The sign without its days elsewhere."""
        return PublicationWitness(self.when, self.method)

    @property
    def is_of_update(self) -> bool:
        """Whether it says only by which day the article had been published."""
        return self.when.first is None

    @property
    def definiteness(self) -> int:
        """How firm it is on the page's own day: 3 where it gives the page's hour and zone too, 2 where it names a day.

        1 where it names the day in UTC, 0 where it names none.
        """
        if self.when.precision is not Precision.DAY:
            return 0
        names_hour = self.method is Method.DATELINE and self.days != self.when
        return 1 if self.is_in_utc else 3 if names_hour else 2

    def agrees_with(self, other: "PublicationSign") -> bool:
        """Whether both can be true."""
        return self.days.overlaps(other.when) or other.days.overlaps(self.when)

    def refines(self, other: "PublicationSign") -> bool:
        """Whether it names the page's own day, which the other leaves open or counts in another zone."""
        may_be_one = other.days.contains(self.when) or self.days.contains(other.when)
        return self.definiteness > other.definiteness and may_be_one


def _is_in_utc(moment: datetime, method: Method) -> bool:
    # a page whose words say GMT lives by it
    return moment.utcoffset() == timedelta() and method is not Method.DATELINE
