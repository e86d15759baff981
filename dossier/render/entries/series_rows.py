"""What a row says of the further lines that it stands for."""

from collections.abc import Iterator, Mapping

from dossier.model import Citation, Figure, SeriesKind
from dossier.render.entries.cited_lines import cite, passage_of
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger
from dossier.render.options.length import Length
from dossier.render.page_values.row_context import OtherLine, Remark, ShownFigure
from dossier.render.wording import date_wording, event_dates
from dossier.render.wording.prose import tidy


def span(group: EntryGroup) -> str:
    """The time from the first to the last line of what goes on, for the column of dates; empty for any other entry."""
    series = group.going_on
    if series is None or series.first is None or series.last is None:
        return ""
    return _capital(date_wording.shortened(date_wording.span_words(series.first, series.last)))


def what_span_is_of(group: EntryGroup) -> str:
    """What that time is; empty for any other entry."""
    return "first and last telling" if group.going_on else ""


def support(group: EntryGroup, noun: str) -> tuple[Remark, ...]:
    """How often, and by how many sources at least, called by the ``noun``, a series is told; nothing for other entries.

    Of a count how many figures it has: no two sources tell one thing where each gives a figure of its own.
    """
    if len(group.tellings) < 2 or _is_occasion(group):
        return ()
    if group.figures > 1:
        return (Remark(f"one count, newest figure first: {group.figures} figures, each with its own sources"),)
    times = sum(len(line.events[0].evidence) for line in group.tellings)
    sources = f"by at least {group.sources} {noun}" if group.sources > 1 else "each time by a single source"
    return (Remark(f"told {times} times, {sources}"),)


def others_name(group: EntryGroup) -> str:
    """What one of its further lines is: another telling of it, or another statement of the occasion."""
    return "other statement" if _is_occasion(group) else "other telling"


def _is_occasion(group: EntryGroup) -> bool:
    return group.series is not None and group.series.kind is SeriesKind.OCCASION


def older_figures(group: EntryGroup, ledger: Ledger) -> tuple[ShownFigure, ...]:
    """The figures of a count but those of the line itself; those of the same words and date are one.

    Raises KeyError where the further lines have not been cited.
    """
    shown: dict[tuple[str, str], list[int]] = {}
    for figure in group.series.figures if group.series else ():
        if figure.event != group.events[0].id:
            notes = shown.setdefault(
                (tidy(figure.number.quote.exact), date_wording.shortened(date_wording.when_words(figure.when))), []
            )
            notes += (note for note in _notes(figure, group, ledger) if note not in notes)
    return tuple(ShownFigure(words, date, tuple(notes)) for (words, date), notes in shown.items())


def other_lines(group: EntryGroup, articles: Mapping[str, Citation], ledger: Ledger) -> tuple[OtherLine, ...]:
    """The further lines of a series, the newest first; their evidence is cited in the ledger."""
    return tuple(_other_line(line, articles, ledger, group.foretells(line)) for line in group.others)


def _other_line(line: EntryGroup, articles: Mapping[str, Citation], ledger: Ledger, is_forecast: bool) -> OtherLine:
    notes = cite(line, ledger)  # before the passage, which the notes may point to
    told = line.events[0]
    date = _capital(event_dates.short_date(told))
    if is_forecast:  # the day for which it was foretold stands in its line, if anywhere
        reported = date_wording.when_words(told.reported.first) if told.reported else ""
        date = f"Foretold {date_wording.shortened(reported)}".strip()
    is_printed = ledger.length is Length.FULL
    return OtherLine(date, passage_of(line, articles, ledger, is_printed), notes)


def _notes(figure: Figure, group: EntryGroup, ledger: Ledger) -> Iterator[int]:
    """The notes that quote the figure."""
    for line in group.others:
        for piece in line.events[0].evidence:
            if piece.article == figure.article and piece.quote.span.covers(figure.number.quote.span):
                yield ledger.number(piece.article, piece.quote)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
