"""Numbers of one day of a count that exclude each other, as conflicts: of other days they may have grown."""

from collections.abc import Iterator, Mapping

from dossier.model import Conflict, Event, Figure, Reading, Series
from dossier.timeline.quantity_ranges import QuantityRange, quantity_ranges

_Counted = tuple[str, tuple[str, str]]
"""A time (EDTF), and a field with its unit."""


def series_conflicts(entry: Event, series: Series) -> Iterator[Conflict]:
    """The conflicts of an entry that stands for a count; the field has the name of what is counted."""
    events = {event.id: event for event in (entry, *series.others)}
    numbers: dict[_Counted, dict[QuantityRange, Figure]] = {}
    for figure in series.figures:
        for counted, number in quantity_ranges([figure.number]).items():
            numbers.setdefault((figure.when.edtf, counted), {}).setdefault(number, figure)
    for (_, (field, _)), of_day in numbers.items():
        excluding = [one for number, one in of_day.items() if any(number.differs(other) for other in of_day)]
        if len({figure.number.quote.exact for figure in excluding}) > 1:
            yield Conflict(entry.id, field, tuple(_reading(figure, entry, events) for figure in excluding))


def _reading(figure: Figure, entry: Event, events: Mapping[str, Event]) -> Reading:
    words = figure.number.quote
    mentions = tuple(
        index
        for index, piece in enumerate(events[figure.event].evidence)
        if piece.article == figure.article and piece.quote.span.covers(words.span)
    )
    event = None if figure.event == entry.id else figure.event
    return Reading(" ".join(words.exact.split()), mentions, event=event)
