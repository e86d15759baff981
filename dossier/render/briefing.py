"""Make what the template of a briefing gets from a timeline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from dossier.codec import DossierChangesForm
from dossier.model import (
    Conflict,
    Event,
    Evidence,
    Polarity,
    QuantityKind,
    Reading,
    Timeline,
    When,
)
from dossier.render import change_wording, date_wording, highlights, label_wording, prose, summary
from dossier.render.cast import cast
from dossier.render.context import Briefing, ConflictSide, Disagreement
from dossier.render.entry_groups import EntryGroup, entry_groups
from dossier.render.identity_evidence import note_merged_evidence
from dossier.render.notes import Ledger, sources
from dossier.render.possible_entries import possible_entries
from dossier.render.rows import marks, rows
from dossier.render.subject import subject

_FIELD_WORDS = {
    "when": "date",
    "order": "order",
    "polarity": "whether it happened",
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
_POLARITY_WORDS = {Polarity.POSITIVE.value: "happened", Polarity.NEGATIVE.value: "did not happen"}


def briefing(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
) -> Briefing:
    """What the template may show of a timeline. ``generator`` names the program and its version.

    ``history`` is what the dossier said otherwise when it changed last. ``links`` lead from the dossier of a case to
    those of its actors, by their ids.
    """
    articles, overview = timeline.articles, timeline.overview
    source_entries = sources(articles)
    ledger = Ledger(articles, source_entries)
    about = subject(timeline.actor, articles, ledger)
    entries = entry_groups(timeline)
    members = cast(overview.actors, entries.all, articles, ledger, links) if overview else ()
    support = (
        label_wording.support_words if summary.has_event_of_several_sources(timeline) else label_wording.copies_words
    )
    disputed = _disputed(timeline.conflicts)
    placed, undated, expected = (
        rows(part, articles, ledger, support, disputed) for part in (entries.placed, entries.undated, entries.expected)
    )
    note_merged_evidence(timeline.told, ledger)
    chart_marks = marks(entries.placed)
    return Briefing(
        name=about.name,
        direction=prose.direction(about.name),
        running=about.running,
        kind=about.kind,
        as_of=date_wording.when_words(timeline.as_of) if timeline.as_of else "",
        created=_iso(timeline.as_of),
        generator=prose.tidy(generator),
        facts=tuple(summary.facts(timeline, entries)),
        aliases=about.aliases,
        descriptions=about.descriptions,
        identifiers=about.identifiers,
        same=about.same,
        apart=about.apart,
        highlights=highlights.highlights(entries.placed + entries.undated, placed + undated),
        rows=placed,
        undated=undated,
        expected=expected,
        possible=possible_entries(timeline.possible, timeline.actor, source_entries) if timeline.actor else (),
        left_out=len(timeline.left_out),
        disagreements=_disagreements(timeline.conflicts, entries.all, ledger),
        notes=ledger.notes(),
        sources=tuple(source_entries.values()),
        marks=chart_marks,
        unplaced=len(placed) - len(chart_marks),
        changes=change_wording.dossier_changes(history, _row_numbers(entries.all)) if history else None,
        cast=members,
        untold=overview.events - len(timeline.told) if overview else None,
    )


def _disputed(conflicts: Iterable[Conflict]) -> Callable[[Event], str]:
    """A function that says on which fields the sources of an event disagree; it gives "" where they agree."""
    fields: dict[str, dict[str, None]] = {}
    for conflict in conflicts:
        fields.setdefault(conflict.event, {})[_field(conflict)] = None
    return lambda event: f"sources disagree ({', '.join(fields[event.id])})" if event.id in fields else ""


def _field(conflict: Conflict) -> str:
    return _FIELD_WORDS.get(conflict.field, prose.tidy(conflict.field))


def _iso(as_of: When | None) -> str:
    return as_of.latest.isoformat() if as_of and as_of.latest else ""


def _row_numbers(groups: Iterable[EntryGroup]) -> dict[str, int]:
    """The number of the row that tells each event, by its id."""
    return {event.id: group.number for group in groups for event in group.events}


def _disagreements(
    conflicts: Iterable[Conflict], groups: Sequence[EntryGroup], ledger: Ledger
) -> tuple[Disagreement, ...]:
    numbers = _row_numbers(groups)
    events = {event.id: event for group in groups for event in group.events}
    return tuple(_disagreement(conflict, numbers[conflict.event], events, ledger) for conflict in conflicts)


def _disagreement(conflict: Conflict, row: int, events: Mapping[str, Event], ledger: Ledger) -> Disagreement:
    return Disagreement(
        row=row,
        about=label_wording.quoted_trigger(events[conflict.event]),
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
    value = _date(reading.value) if field in _FIELDS_WITH_DATES else prose.tidy(reading.value)
    if field in _FIELDS_OF_TWO_EVENTS:
        return f"{label_wording.quoted_trigger(event)}, {value}"
    return f"{value}, {order}" if order else value


def _polarity(polarity: str, sources: Iterable[str]) -> str:
    words, who = _POLARITY_WORDS.get(polarity, prose.tidy(polarity)), "; ".join(sources)
    return f"{words} ({who})" if who else words


def _date(edtf: str) -> str:
    try:
        return date_wording.when_words(When.parse(edtf))
    except ValueError:
        return prose.tidy(edtf)
