"""From a timeline to what its page shows."""

from collections.abc import Callable, Iterable, Mapping

from dossier.model import (
    Actor,
    Citation,
    Conflict,
    Description,
    Event,
    Evidence,
    Polarity,
    QuantityKind,
    Reading,
    Timeline,
    When,
)
from dossier.render import date_words, highlights, labels, prose, summary
from dossier.render.context import Backlink, Briefing, Called, Described, Disagreement, Side
from dossier.render.entry_groups import Group, groups
from dossier.render.identity_evidence import joins, ties
from dossier.render.notes import Ledger, sources
from dossier.render.rows import marks, rows

_RUNNING = 70  # characters of a name that fit into a page's head

_FIELDS = {
    "when": "date",
    "order": "order",
    "polarity": "whether it happened",
    "place": "place",
    "role": "who did it",
    "life": "whether alive",
    **{kind.value: f"number {kind}" for kind in QuantityKind},
    QuantityKind.PEOPLE.value: "number of people",
    QuantityKind.MONEY.value: "amount",
    QuantityKind.PERCENT.value: "percentage",
}
_DATES = ("when", "life")
_POLARITIES = {Polarity.POSITIVE.value: "happened", Polarity.NEGATIVE.value: "did not happen"}


def briefing(timeline: Timeline, generator: str) -> Briefing:
    """Everything a template may show of a timeline; ``generator`` names the program and its version."""
    actor, articles = timeline.actor, timeline.articles
    listed = sources(articles)
    ledger = Ledger(articles, listed)
    descriptions = _descriptions(actor.descriptions, articles, ledger)
    same, apart = ties(actor, articles, ledger)
    told = groups(timeline)
    support = labels.support if summary.has_several(timeline) else labels.copies
    disputed = _disputed(timeline.conflicts)
    dated, undated, expected = (
        rows(part, articles, ledger, support, disputed) for part in (told.dated, told.undated, told.expected)
    )
    joins(timeline.all_events, ledger)
    placed = marks(told.dated)
    return Briefing(
        name=prose.tidy(actor.name),
        direction=prose.direction(actor.name),
        running=prose.short(actor.name, _RUNNING),
        kind=labels.KINDS[actor.kind],
        as_of=date_words.words(timeline.as_of) if timeline.as_of else "",
        created=_iso(timeline.as_of),
        generator=prose.tidy(generator),
        facts=tuple(summary.facts(timeline, told)),
        aliases=_aliases(actor),
        descriptions=descriptions,
        identifiers=tuple((prose.tidy(scheme), prose.tidy(value)) for scheme, value in actor.identifiers),
        same=same,
        apart=apart,
        highlights=highlights.highlights(told.dated + told.undated, dated + undated),
        rows=dated,
        undated=undated,
        expected=expected,
        disagreements=_disagreements(timeline.conflicts, told.all, ledger),
        notes=ledger.notes(),
        sources=tuple(listed.values()),
        marks=placed,
        unplaced=len(dated) - len(placed),
    )


def _disputed(conflicts: Iterable[Conflict]) -> Callable[[Event], str]:
    """Says of an event on what its sources disagree; nothing where they do not."""
    fields: dict[str, dict[str, None]] = {}
    for conflict in conflicts:
        fields.setdefault(conflict.event, {})[_field(conflict)] = None
    return lambda event: f"sources disagree ({', '.join(fields[event.id])})" if event.id in fields else ""


def _field(conflict: Conflict) -> str:
    return _FIELDS.get(conflict.field, prose.tidy(conflict.field))


def _iso(as_of: When | None) -> str:
    return as_of.latest.isoformat() if as_of and as_of.latest else ""


def _aliases(actor: Actor) -> tuple[Called, ...]:
    return tuple(Called(prose.tidy(a.text), a.mentions, len(a.articles)) for a in actor.aliases)


def _descriptions(
    said: Iterable[Description], articles: Mapping[str, Citation], ledger: Ledger
) -> tuple[Described, ...]:
    # What cannot be cited is not shown: a timeline promises the articles of its events alone.
    citable = (description for description in said if description.article in articles)
    return tuple(_described(n, d, articles[d.article], ledger) for n, d in enumerate(citable, 1))


def _described(number: int, said: Description, article: Citation, ledger: Ledger) -> Described:
    at = Backlink(f"d{number}", f"description\N{NO-BREAK SPACE}{number}")
    note = ledger.cite(said.article, said.quote, at)
    if prose.same_words(said.text, said.quote.exact):
        ledger.shown(said.article, said.quote, at)
    return Described(number, prose.plain(said.text, article.language), note)


def _disagreements(conflicts: Iterable[Conflict], groups: Iterable[Group], ledger: Ledger) -> tuple[Disagreement, ...]:
    numbers = {event.id: group.number for group in groups for event in group.events}
    events = {event.id: event for group in groups for event in group.events}
    return tuple(_disagreement(conflict, numbers[conflict.event], events, ledger) for conflict in conflicts)


def _disagreement(conflict: Conflict, row: int, events: Mapping[str, Event], ledger: Ledger) -> Disagreement:
    return Disagreement(
        row=row,
        about=labels.trigger(events[conflict.event]),
        field=_field(conflict),
        sides=tuple(_side(conflict, reading, events, ledger) for reading in conflict.readings),
    )


def _side(conflict: Conflict, reading: Reading, events: Mapping[str, Event], ledger: Ledger) -> Side:
    event = events[reading.event or conflict.event]
    pieces = [event.evidence[index] for index in reading.mentions]
    notes = dict.fromkeys(ledger.number(piece.article, piece.quote) for piece in pieces)
    return Side(_value(conflict.field, reading, event, pieces), tuple(notes))


def _value(field: str, reading: Reading, event: Event, pieces: Iterable[Evidence]) -> str:
    """A reading in words: dates come as EDTF, what follows from order with the reason, claim and denial with whose."""
    order = labels.relation(reading.relation, event.id) if reading.relation else ""
    if field == "order" and order:
        return order
    if field == "polarity":
        return _claimed(reading.value, dict.fromkeys(filter(None, map(labels.voice, pieces))))
    value = _date(reading.value) if field in _DATES else prose.tidy(reading.value)
    if field == "life":
        return f"{labels.trigger(event)}, {value}"
    return f"{value}, {order}" if order else value


def _claimed(polarity: str, voices: Iterable[str]) -> str:
    words, who = _POLARITIES.get(polarity, prose.tidy(polarity)), "; ".join(voices)
    return f"{words} ({who})" if who else words


def _date(edtf: str) -> str:
    try:
        return date_words.words(When.parse(edtf))
    except ValueError:
        return prose.tidy(edtf)
