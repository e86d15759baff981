"""The newest sayings by the subject and about it, each cited and each told once."""

from collections.abc import Iterable, Mapping
from datetime import date

from dossier.model import Citation, Timeline
from dossier.render.entries.notes import Ledger
from dossier.render.page_values.note_context import Backlink, SourceEntry
from dossier.render.sayings.said_words import SaidWords, said_words
from dossier.render.sayings.saying_context import Saying, Sayings
from dossier.render.wording import date_wording, event_dates, prose
from dossier.text.line_words import line_words

_MAX_SHOWN = 8
"""Of each of the two. Set by hand."""


def sayings(timeline: Timeline, ledger: Ledger, sources: Mapping[str, SourceEntry]) -> Sayings | None:
    """The sayings that the evidence of a timeline holds, cited in the ledger; None where it holds none."""
    ordered = sorted(said_words(timeline), key=lambda one: _place(one, timeline.articles))
    found = _each_once(sorted(ordered, key=lambda one: _day(one, timeline.articles), reverse=True))
    by, about = ([one for one in found if bool(one.speaker) == is_other] for is_other in (False, True))
    if not found:
        return None
    shown = (*by[:_MAX_SHOWN], *about[:_MAX_SHOWN])
    made = [_saying(number, one, timeline.articles, ledger, sources) for number, one in enumerate(shown, 1)]
    n_by = len(by[:_MAX_SHOWN])
    return Sayings(tuple(made[:n_by]), tuple(made[n_by:]), len(by) - n_by, len(about) - len(made[n_by:]))


def _each_once(found: Iterable[SaidWords]) -> list[SaidWords]:
    """The sayings without those whose words another has too; of two that one has in full, the longer stays."""
    kept: list[tuple[str, SaidWords]] = []
    for one in found:
        words = f" {' '.join(line_words(one.words.exact))} "
        held = next((i for i, (other, _) in enumerate(kept) if words in other or other in words), None)
        if held is None:
            kept.append((words, one))
        elif len(words) > len(kept[held][0]):
            kept[held] = words, one
    return [one for _, one in kept]


def _day(one: SaidWords, articles: Mapping[str, Citation]) -> date:
    when = (one.event.stands_at if one.is_dated_as_said else None) or articles[one.piece.article].published.when
    return (when.latest or when.earliest if when else None) or date.min


def _place(one: SaidWords, articles: Mapping[str, Citation]) -> tuple[str, int, bool]:
    """By article and text; of the ways in which one saying is found, that which dates it stands first."""
    return articles[one.piece.article].ref, one.words.span.start, not one.is_dated_as_said


def _saying(
    number: int,
    one: SaidWords,
    articles: Mapping[str, Citation],
    ledger: Ledger,
    sources: Mapping[str, SourceEntry],
) -> Saying:
    article, piece = articles[one.piece.article], one.piece
    note = ledger.cite(piece.article, piece.quote, Backlink(f"q{number}", f"quotation\N{NO-BREAK SPACE}{number}"))
    published = article.published.when
    reported = f"reported {date_wording.shortened(date_wording.when_words(published))}" if published else ""
    return Saying(
        number=number,
        passage=prose.quote_with_triggers(one.words, (), article.language),
        speaker=one.speaker,
        date=(event_dates.short_date(one.event) if one.is_dated_as_said else "") or reported,
        source=sources[piece.article].number,
        start=one.words.span.start,
        end=one.words.span.end,
        note=note,
    )
