"""The export ``timelinejs``: a file for TimelineJS (Knight Lab), which shows a timeline in a web page."""

import json
from collections.abc import Iterator
from html import escape

from dossier.export.event_words import article_words, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent, Listed
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.model import Period, Precision, When
from dossier.text.plurals import plural
from dossier.text.printable import printable

Slide = dict[str, object]
_FIELDS = "year month day hour minute second"
_KNOWN = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.MINUTE: 5, Precision.SECOND: 6}
"""How many fields a date of each precision has."""
_SPANS = (Precision.CENTURY, Precision.DECADE)
"""Precisions that a date of TimelineJS cannot have: they become spans of years."""


def export(published: PublishedBuild) -> Export:
    """A JSON file for TimelineJS; a date has the precision that is known, and its words say what is uncertain."""
    dated = [event for event in published.events if event.form.when.edtf]
    marks = [one.value for one in (published.case.marking, published.case.status) if one]
    data = {
        "scale": "human",
        "title": {"text": {"headline": _html(published.title), "text": _html(" ".join(marks))}},
        "events": [_slide(event, published) for event in dated],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    undated = f"{plural(len(published.events) - len(dated), 'event')} without a date left out: TimelineJS shows none."
    return Export({"timelinejs.json": text.encode("utf-8", "replace")}, (undated, *losses("timelinejs")))


def _html(text: str) -> str:
    """Text for a field that TimelineJS takes for HTML."""
    return escape(printable(text))


def _slide(event: ExportedEvent, published: PublishedBuild) -> Slide:
    told = "".join(_paragraphs(event, published))
    slide: Slide = {
        "unique_id": event.form.id,
        "autolink": False,
        "display_date": _html(when_words(event)),
        "text": {"headline": _html(event.form.summary), "text": f"<p>{_html('; '.join(notes(event)))}</p>{told}"},
        **_dates(When.parse(event.form.when.edtf or "")),
    }
    return slide | ({"group": "Expected"} if event.listed is Listed.EXPECTED else {})


def _dates(when: When) -> Slide:
    """The ends that are known: of an open interval the one that there is, as its words say."""
    ends = [end for end in (when.first, when.last) if end]
    dates: Slide = {"start_date": _date(ends[0])}
    if len(ends) > 1 and (when.is_interval or ends[-1].precision in _SPANS):
        dates["end_date"] = _date(ends[-1], is_end=True)
    return dates


def _date(period: Period, *, is_end: bool = False) -> dict[str, int]:
    """The fields of a date, as many as are known; of a decade or a century its first or last year."""
    if period.precision in _SPANS:
        return {"year": period.end.year - 1 if is_end else period.start.year}
    return {name: getattr(period.start, name) for name in _FIELDS.split()[: _KNOWN[period.precision]]}


def _paragraphs(event: ExportedEvent, published: PublishedBuild) -> Iterator[str]:
    """The sentences of the evidence, each with its article."""
    for told in event.form.mentions:
        source = article_words(published.articles[told.article])
        yield f"<blockquote>{_html(told.quote.exact)}<br>— {_html(source)}</blockquote>"
