"""On what the lines of one entry exclude each other, as conflicts.

They are numbers of one day of a count, since of other days they may have grown, and the days of an act that is told
again.
"""

from collections.abc import Iterator, Mapping

from dossier.model import Conflict, Event, Figure, Reading, Series, SeriesKind, When
from dossier.timeline.conflicts.contradictions import firm_date
from dossier.timeline.conflicts.quantity_ranges import QuantityRange, quantity_ranges

_Counted = tuple[str, tuple[str, str]]
"""A time (EDTF), and a field with its unit."""


def series_conflicts(entry: Event, series: Series) -> Iterator[Conflict]:
    """The conflicts of an entry that stands for a count or an act; the field is what is counted, or ``when``."""
    if series.kind is SeriesKind.RETOLD:
        yield from _other_days(entry, series)
    events = {event.id: event for event in (entry, *series.others)}
    numbers: dict[_Counted, dict[QuantityRange, Figure]] = {}
    for figure in series.figures:
        for counted, number in quantity_ranges([figure.number]).items():
            numbers.setdefault((figure.when.edtf, counted), {}).setdefault(number, figure)
    for (_, (field, _)), of_day in numbers.items():
        excluding = [one for number, one in of_day.items() if any(number.differs(other) for other in of_day)]
        if len({figure.number.quote.exact for figure in excluding}) > 1:
            yield Conflict(entry.id, field, tuple(_reading(figure, entry, events) for figure in excluding))


def _other_days(entry: Event, series: Series) -> Iterator[Conflict]:
    """The day of the entry and those that other lines give for the act, where these are other days.

    For when it was foretold is not for when it was.
    """
    own, others = _days(entry), (other for other in series.others if not other.factuality.is_expected)
    told = [(day, mentions, other.id) for other in others for day, mentions in _days(other).items()]
    against = [
        Reading(day.edtf, mentions, event=key)
        for day, mentions, key in told
        if any(one.before(day) or day.before(one) for one in own)
    ]
    if against:
        yield Conflict(entry.id, "when", (*(Reading(day.edtf, mentions) for day, mentions in own.items()), *against))


def _days(event: Event) -> dict[When, tuple[int, ...]]:
    """The firm dates that its mentions give, each with the indices of these."""
    found: dict[When, tuple[int, ...]] = {}
    for index, piece in enumerate(event.evidence):
        if when := firm_date(piece.dating, piece.dated_by):
            found[when] = (*found.get(when, ()), index)
    return found


def _reading(figure: Figure, entry: Event, events: Mapping[str, Event]) -> Reading:
    words = figure.number.quote
    mentions = tuple(
        index
        for index, piece in enumerate(events[figure.event].evidence)
        if piece.article == figure.article and piece.quote.span.covers(words.span)
    )
    event = None if figure.event == entry.id else figure.event
    return Reading(" ".join(words.exact.split()), mentions, event=event)
