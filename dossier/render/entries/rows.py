"""Make the rows of a timeline from its entries, and cite their evidence."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dossier.model import Basis, Choice, Citation, Event, Polarity, Qualifier
from dossier.render.entries import series_rows
from dossier.render.entries.cited_lines import cite, note_date, passage_of
from dossier.render.entries.date_signs import date_signs
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger, sources_noun
from dossier.render.entries.outcomes import outcomes
from dossier.render.entries.row_status import accusation_words, denier, judgement_words, row_status
from dossier.render.page_values.chart_context import ChartMark, Footing
from dossier.render.page_values.disagreement_context import Disagreement
from dossier.render.page_values.event_values import event_values
from dossier.render.page_values.row_context import Remark, Row
from dossier.render.wording import event_dates, label_wording, place_wording, prose
from dossier.render.wording.analyst_wording import corrected_fields, corrections_in_words
from dossier.render.wording.happening_words import happening_words
from dossier.render.wording.note_ranges import in_short, note_ranges

_ABOUT = (Qualifier.APPROXIMATE, Qualifier.BOTH)

EventWords = Callable[[Event], str]
"""A function that describes one property of an event in words; "" where there is nothing to say."""


def rows(
    groups: Iterable[EntryGroup],
    articles: Mapping[str, Citation],
    ledger: Ledger,
    support: EventWords,
    disputed: EventWords,
) -> tuple[Row, ...]:
    """Make a row for each entry, and cite its evidence in the ledger.

    ``support`` says how many sources an event has, ``disputed`` on which fields they disagree.
    """
    return tuple(_row(group, articles, ledger, support, disputed) for group in groups)


def with_disagreements(made: Iterable[Row], disagreements: Sequence[Disagreement]) -> tuple[Row, ...]:
    """The rows, each with what its sources disagree on."""
    return tuple(replace(row, sides=tuple(one for one in disagreements if one.row == row.number)) for row in made)


def with_overdue(
    made: Iterable[Row], groups: Iterable[EntryGroup], numbers: Collection[int], told: Sequence[EntryGroup]
) -> tuple[Row, ...]:
    """The rows of these entries, those with these numbers as overdue, each with the entries ``told`` of its time."""
    return tuple(
        replace(row, is_overdue=row.number in numbers, voices=(*row.voices, *_what_came(row, group, numbers, told)))
        for row, group in zip(made, groups, strict=True)
    )


def _what_came(
    row: Row, expected: EntryGroup, overdue: Collection[int], told: Sequence[EntryGroup]
) -> Iterator[Remark]:
    """Where a reader finds what came of it, or may find whether it came."""
    day = expected.events[0].day
    of_day = [group.number for group in told if day and group.dated[0].is_dated and group.dated[0].day == day]
    numbers = of_day if row.number in overdue else outcomes(expected, told)
    if numbers:
        heading = "told of that day:" if row.number in overdue else "see"
        yield Remark(f"{heading} {'no.' if len(numbers) == 1 else 'nos.'}\N{NO-BREAK SPACE}{in_short(numbers)}")


def marks(groups: Iterable[EntryGroup], subject: str | None) -> tuple[ChartMark, ...]:
    """A mark for each entry whose time is known at both ends, with the status of the events that have it.

    ``subject`` is the id of whom the page is about, None for a case.
    """
    return tuple(
        ChartMark(
            number=group.number,
            start=group.when.start,
            end=group.when.end,
            status=row_status(group),
            footing=_footing(group),
            label=happening_words(group.dated[0], group.line, subject),
            date=event_dates.short_date(group.dated[0]),
            importance=group.importance,
        )
        for group in groups
        if group.when and group.when.start and group.when.end
    )


def _footing(group: EntryGroup) -> Footing:
    first = group.dated[0]
    if first.is_only_reported:
        return Footing.REPORTED
    when = group.when
    is_about = when is not None and when.first is not None and when.first.qualifier in _ABOUT and when.is_within_a_day
    return Footing.ABOUT if is_about else Footing.DATED


def _row(
    group: EntryGroup, articles: Mapping[str, Citation], ledger: Ledger, support: EventWords, disputed: EventWords
) -> Row:
    events = group.events
    notes = cite(group, ledger)
    passage = passage_of(group, articles, ledger)
    if not group.going_on:
        note_date(group, ledger, _basis(group))
    intended = [event for event in events if _is_intended_by(event, events[0])]
    named = [
        event for event in events if _stands_in(event, group.line) and (event.dating.when or event not in intended)
    ]
    times = (
        *label_wording.remarks_with_triggers(named, partial(_bounds, group=group)),
        *label_wording.remarks_with_triggers(named, partial(_other_date, group=group)),
    )
    shown = (events[0], *(event for event in named if event is not events[0]))
    in_doubt = label_wording.without_objects([one for one in shown if one not in intended])
    certainties = label_wording.remarks_with_triggers(in_doubt, _how_sure)
    voices = (*times, *label_wording.remarks(shown, partial(label_wording.source_words, line=group.line)))
    places = label_wording.remarks(shown, partial(place_wording.where_else, line=group.line))
    remark_texts = [remark.about + remark.text for remark in (*certainties, *voices, *places)]
    heads, parts = group.heads, group.parts
    about = "" if group.going_on else label_wording.quoted_triggers(group.dated)
    lines = series_rows.other_lines(group, articles, ledger)
    noun = sources_noun(group.all_events, articles)
    told = series_rows.support(group, noun)
    return Row(
        number=group.number,
        date=series_rows.span(group) or _date(group),
        about=about,
        basis=series_rows.what_span_is_of(group) or _basis(group),
        signs=() if group.going_on else date_signs(group.dated),
        basis_in_full="" if group.going_on else event_dates.basis_in_full(group.dated[0]),
        passage=passage,
        status=row_status(group),
        labels=certainties,
        voices=voices,
        ended=(),
        places=places,
        support=told or label_wording.remarks(events, support),
        told_by=told[0].text if told else label_wording.support_words(max(events, key=_sources), noun),
        sources=group.sources,
        disputed=label_wording.remarks_with_triggers(group.all_events, disputed),
        sides=(),
        analyst=corrected_fields(heads, parts),
        corrections=corrections_in_words(heads, parts),
        notes=notes,
        note_ranges=note_ranges((*notes, *(note for line in lines if group.counts_all for note in line.notes))),
        figures=series_rows.older_figures(group, ledger),
        others=lines,
        others_name=series_rows.others_name(group),
        events=tuple(event_values(event) for event in group.all_events),
        is_overdue=False,
        is_long=prose.is_long([passage.text, about, *remark_texts, *(line.passage.text for line in lines)]),
    )


def _sources(event: Event) -> int:
    return event.independent_sources


def _stands_in(event: Event, line: str) -> bool:
    """Whether the word of the event stands in the line: a reader finds no other that a remark is about."""
    return prose.tidy(event.evidence[0].trigger.exact).casefold() in line.casefold()


def _is_intended_by(event: Event, head: Event) -> bool:
    """Whether the line says itself that the event was to come, by the fact that heads it: "agreed to sell it"."""
    value, on = event.factuality, event.evidence[0].hangs_on
    is_ahead = value.is_expected and value.polarity is Polarity.POSITIVE
    return is_ahead and head.factuality.is_fact and on is not None and on.span == head.evidence[0].trigger.span


def _how_sure(event: Event) -> str:
    """How sure the event is, in words, or who denies it; of a claim or a judgement, that it is one."""
    if by := denier(event):
        return f"denied by {by}"
    return label_wording.event_factuality_words(event) or accusation_words(event) or judgement_words(event)


def _bounds(event: Event, group: EntryGroup) -> str:
    """What other events say of the date of an event that has the date of its row."""
    return event_dates.order_bounds(event) if event in group.dated else ""


def _other_date(event: Event, group: EntryGroup) -> str:
    """The date of an event that does not have that of its row; empty where it says less than the row's."""
    if event in group.dated or _says_less(event, group):
        return ""
    return event_dates.date_and_basis(event) or "no date"


def _says_less(event: Event, group: EntryGroup) -> bool:
    """Whether the time of an event only contains that of its row. A likely day is no bound, a report is one after."""
    own, of_row, head = event.stands_at, group.when, group.dated[0]
    if own and of_row and event.is_only_reported and own.end and of_row.end and not head.is_only_reported:
        return of_row.end <= own.end  # by its report it had happened
    if own is None or of_row is None or own == of_row or head.choice is Choice.LIKELY:
        return False
    return own.contains(of_row) and (own.start is None or not head.is_only_reported)


def _date(group: EntryGroup) -> str:
    """The date in words with a capital; empty where there is none."""
    words = event_dates.short_date(group.dated[0])
    return words[:1].upper() + words[1:]


def _basis(group: EntryGroup) -> str:
    """What ``_date_basis_and_choice`` says of the dated events, with their triggers where it differs between them."""
    remarks = label_wording.remarks(group.dated, _date_basis_and_choice)
    return "; ".join(f"{remark.about}: {remark.text}" if remark.about else remark.text for remark in remarks)


def _date_basis_and_choice(event: Event) -> str:
    """How the date is known unless a text has it, and how it was chosen if the sources give several."""
    basis = "" if event.dating.basis is Basis.EXPLICIT else event_dates.date_basis(event)
    return "; ".join(filter(None, (basis, event_dates.date_choice(event))))
