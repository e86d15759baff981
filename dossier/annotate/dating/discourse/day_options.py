"""The days on which an event without a day of its own may have happened, and what the text shows of each.

An option is the day of the report, the day before, a day that the text names nearby, or "some other time" (None).
Its signals are names of rows in ``likely_day_weights.toml``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.annotate.dating.discourse.background import Background
from dossier.annotate.dating.discourse.dated_agents import DatedAgents
from dossier.annotate.dating.discourse.dated_neighbours import DatedNeighbours
from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.named_days import NamedDays
from dossier.annotate.dating.discourse.telling import Telling
from dossier.model import When

_ONE_DAY = timedelta(days=1)
_ONE_WEEK = timedelta(days=7)


_NOT_PLAIN = frozenset(("own_time", "reported", "subordinate"))
"""Signals of a verb in the simple past that all the same tells no plain happening."""


@dataclass(frozen=True, slots=True)
class DayOption:
    """A day, None for some other time, and the names of the signals that bear on it.

    ``is_plain``: a verb of a main clause tells the event in the simple past; of other events days are known less well.
    ``is_named``: the text names the day or, of the day of the report and the eve, one of the two.
    ``is_background``: the event is told as such.
    """

    day: date | None
    signals: tuple[str, ...]
    is_plain: bool = True
    is_named: bool = True
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class DayOptions:
    """Lists the options of the events of one Doc."""

    telling: Telling
    named: NamedDays
    dated: DatedNeighbours
    agents: DatedAgents
    background: Background

    def of(self, event: DiscourseEvent, report: date, limit: When | None) -> tuple[DayOption, ...]:
        """The options of an event that an article of the day ``report`` tells; none lies outside ``limit``."""
        told = ("always", *self.telling.signals(event))
        is_plain = "verb_past" in told and _NOT_PLAIN.isdisjoint(told)
        days = {report, report - _ONE_DAY, *self._near_days(event, report)}
        possible = sorted(day for day in days if limit is None or When.day(day).overlaps(limit))
        signals = {
            day: (*self._signals(event, report, day, told), *self._shown(event, day, is_plain)) for day in possible
        }
        is_dated = not self.named.all.isdisjoint((report, report - _ONE_DAY))
        is_background = self.background.holds(event)
        options = [
            DayOption(day, signals[day], is_plain, is_dated or day < report - _ONE_DAY, is_background)
            for day in possible
        ]
        other = tuple(
            f"other.{name}" for name in (*told, *self.telling.other_signals(event), *self._around(event, report))
        )
        return *options, DayOption(None, other, is_plain)

    def _signals(self, event: DiscourseEvent, report: date, day: date, told: tuple[str, ...]) -> Iterator[str]:
        place = "report" if day == report else "eve" if day == report - _ONE_DAY else "earlier"
        yield from (f"{place}.{name}" for name in told)
        if place == "earlier":
            yield "earlier.within_a_week" if report - day <= _ONE_WEEK else "earlier.older"
        else:
            yield from (f"{place}.{name}" for name in self._around(event, report))

    def _shown(self, event: DiscourseEvent, day: date, is_plain: bool) -> Iterator[str]:
        """What the text shows of a day. It weighs differently for what no plain statement tells."""
        found = (*self.named.signals(event.token, day), *self.dated.signals(event, day))
        yield from found
        if is_plain:
            yield from self.agents.signals(event, day)
        else:
            yield from (f"loose.{name}" for name in found)

    def _around(self, event: DiscourseEvent, report: date) -> Iterator[str]:
        """What the days that the text names say, whichever day is asked about."""
        if not any(timedelta(0) <= report - day <= _ONE_WEEK for day in self.named.all):
            yield "no_near_day"
        if self.named.names_other_time(event.token, report):
            yield "other_time_in_sentence"
        last = self.named.last_before(event.token)
        if last is not None and report - last.day > _ONE_WEEK:
            yield "last_day_is_old"

    def _near_days(self, event: DiscourseEvent, report: date) -> Iterator[date]:
        """The days that the text names near an event, up to its report."""
        yield from (day for day in self.named.near(event.token) if day <= report)
