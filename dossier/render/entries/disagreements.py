"""On what sources disagree, for the reader: the values that each gives, with the notes that have them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dossier.model import Conflict, Event, Evidence, Polarity, QuantityKind, Reading, When
from dossier.render.entries.entry_groups import EntryGroup, row_numbers
from dossier.render.entries.notes import Ledger
from dossier.render.page_values.disagreement_context import ConflictSide, Disagreement
from dossier.render.page_values.row_context import Row
from dossier.render.wording import date_wording, label_wording, prose
from dossier.render.wording.happening_words import happening_words
from dossier.text.content_words import UNINFORMATIVE

_WHETHER = "whether it happened"
_FIELD_WORDS = {
    "when": "date",
    "order": "order",
    "polarity": _WHETHER,
    "place": "place",
    "role": "who did it",
    "life": "whether alive",
    "whereabouts": "where on one day",
    "cause": "how it happened",
    **{kind.value: f"number {kind}" for kind in QuantityKind},
    QuantityKind.PEOPLE.value: "number of people",
    QuantityKind.MONEY.value: "amount",
    QuantityKind.PERCENT.value: "percentage",
}
_FIELDS_WITH_DATES = ("when", "life")
_FIELDS_OF_TWO_EVENTS = ("life", "whereabouts")
_POLARITY_WORDS = {Polarity.POSITIVE.value: "yes", Polarity.NEGATIVE.value: "no"}


def disputed(conflicts: Iterable[Conflict]) -> Callable[[Event], str]:
    """A function that says on which fields the sources of an event disagree; it gives "" where they agree."""
    fields: dict[str, dict[str, None]] = {}
    for conflict in conflicts:
        fields.setdefault(conflict.event, {})[_field(conflict)] = None
    return lambda event: f"sources disagree ({', '.join(fields[event.id])})" if event.id in fields else ""


def is_contested(row: Row) -> bool:
    """Whether sources disagree on that something which the row tells happened at all."""
    return any(_WHETHER in one.text for one in row.disputed)


def _field(conflict: Conflict) -> str:
    return _FIELD_WORDS.get(conflict.field, prose.tidy(conflict.field))


def disagreements(
    conflicts: Iterable[Conflict], groups: Sequence[EntryGroup], ledger: Ledger
) -> tuple[Disagreement, ...]:
    """The conflicts in their order; the evidence of each side is cited in the ledger."""
    numbers = row_numbers(groups)
    lines = {event.id: told.line for group in groups for told in group.tellings for event in told.events}
    events = {event.id: event for group in groups for event in group.all_events}
    return tuple(
        _disagreement(conflict, numbers[conflict.event], lines.get(conflict.event, ""), events, ledger)
        for conflict in conflicts
    )


def _disagreement(conflict: Conflict, row: int, line: str, events: Mapping[str, Event], ledger: Ledger) -> Disagreement:
    event = events[conflict.event]
    words = happening_words(event, line, None)
    return Disagreement(
        row=row,
        about=f"“{words}”" if words else label_wording.quoted_trigger(event),
        field=_field(conflict),
        sides=tuple(_side(conflict, reading, events, ledger) for reading in conflict.readings),
    )


def _side(conflict: Conflict, reading: Reading, events: Mapping[str, Event], ledger: Ledger) -> ConflictSide:
    event = events[reading.event or conflict.event]
    pieces = [event.evidence[index] for index in reading.mentions]
    notes = dict.fromkeys(ledger.number(piece.article, piece.quote) for piece in pieces)
    return ConflictSide(_value(conflict.field, reading, event, pieces), tuple(notes))


def _value(field: str, reading: Reading, event: Event, pieces: Iterable[Evidence]) -> str:
    """The value of a reading in words: a date, an order with its reason, a claim or denial with its source."""
    order = label_wording.relation_words(reading.relation, event.id) if reading.relation else ""
    if field == "order" and order:
        return order
    if field == "polarity":
        return _polarity(reading.value, dict.fromkeys(filter(None, map(label_wording.source_words, pieces))))
    value = _date(reading.value) if field in _FIELDS_WITH_DATES else _within_a_line(prose.tidy(reading.value))
    if field in _FIELDS_OF_TWO_EVENTS:
        return f"{label_wording.quoted_trigger(event)}, {value}"
    return f"{value}, {order}" if order else value


def _within_a_line(value: str) -> str:
    """A value that began a sentence of its source, as it stands within one.

    >>> _within_a_line("Eleven people"), _within_a_line("Officer Roth")
    ('eleven people', 'Officer Roth')
    """
    first = value.split()[:1]
    return value[0].lower() + value[1:] if first and first[0].lower() in UNINFORMATIVE else value


def _polarity(polarity: str, sources: Iterable[str]) -> str:
    words, who = _POLARITY_WORDS.get(polarity, prose.tidy(polarity)), "; ".join(sources)
    return f"{words}, {who}" if who else words


def _date(edtf: str) -> str:
    try:
        return date_wording.when_words(When.parse(edtf))
    except ValueError:
        return prose.tidy(edtf)
