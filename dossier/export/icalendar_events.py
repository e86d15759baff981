"""The export ``icalendar``: the events whose days are known, for calendars."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from dossier.export.event_words import article_words, doubts, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.model import Marking, When
from dossier.text.plurals import plural
from dossier.text.printable import printable

_EPOCH = date(1970, 1, 1)
_CLASSES = {Marking.CLEAR: "PUBLIC", Marking.GREEN: "PRIVATE"}
"""Classes of RFC 5545 for markings; any stricter one is confidential."""


def export(published: PublishedBuild) -> Export:
    """A calendar (RFC 5545) of the events of which the day is known, or the first and the last day of a span."""
    known = [event for event in published.events if _has_days(event)]
    calendar = Calendar()
    calendar.add("prodid", "-//dossier//timelines//EN")
    calendar.add("version", "2.0")
    calendar.add("name", published.title)
    for event in known:
        calendar.add_component(_entry(event, published))
    left = len(published.events) - len(known)
    lost = f"{plural(left, 'event')} of which no day is known (a month, a year, a bound, or nothing) left out."
    return Export({"dossier.ics": calendar.to_ical(sorted=False)}, (lost, *losses("icalendar")))


def _has_days(event: ExportedEvent) -> bool:
    """Whether its date is a day, or runs from one day to another."""
    when = When.parse(event.form.when.edtf) if event.form.when.edtf else None
    ends = (when.first, when.last) if when else (None,)
    return all(end is not None and When.of(end).is_within_a_day for end in ends)


def _entry(event: ExportedEvent, published: PublishedBuild) -> Event:
    form = event.form
    entry = Event()
    entry.add("uid", f"{form.id}@dossier")
    entry.add("dtstamp", _stamp(published))
    entry.add("dtstart", date.fromisoformat(form.when.earliest or ""))
    entry.add("dtend", date.fromisoformat(form.when.latest or "") + timedelta(days=1))  # the first day behind it
    entry.add("summary", _title(event))
    entry.add("description", "\n".join(map(printable, _told(event, published))))
    entry.add("status", "CONFIRMED" if _is_sure(event) else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [printable(form.type)])
    if form.place:
        entry.add("location", printable(form.place.name))
    if marking := published.case.marking:
        entry.add("class", _CLASSES.get(marking, "CONFIDENTIAL"))
    if event.entry != form.id:
        entry.add("related-to", f"{event.entry}@dossier")
    entry.add("x-dossier-edtf", form.when.edtf or "")
    return entry


def _stamp(published: PublishedBuild) -> datetime:
    """The day for which the build speaks: the clock would change the bytes."""
    as_of = When.parse(published.case.as_of).latest if published.case.as_of else None
    return datetime.combine(as_of or _EPOCH, time(), UTC)


def _is_sure(event: ExportedEvent) -> bool:
    return event.is_fact and bool(event.known_day) and not event.is_about and not event.disputes


def _title(event: ExportedEvent) -> str:
    """The line, behind what must not be overlooked: that the day is not known, and that it is no plain fact."""
    when = when_words(event)
    marks = [*([] if event.known_day and not event.is_about else [when]), *doubts(event)]
    return printable(f"[{'; '.join(marks)}] {event.form.summary}" if marks else event.form.summary)


def _told(event: ExportedEvent, published: PublishedBuild) -> Iterator[str]:
    """What the description says: date, support, source, disputes and evidence."""
    form = event.form
    yield f"{when_words(event)} (EDTF {form.when.edtf}, {form.when.basis.value})"
    yield "; ".join(notes(event))
    for dispute in event.disputes:
        yield f"in dispute, {dispute.field}: {' / '.join(value for value, _ in dispute.readings)}"
    for told in form.mentions:
        source = article_words(published.articles[told.article])
        yield f"“{told.quote.exact}” ({source}; {told.article}, {told.quote.start} to {told.quote.end})"
    if published.case.marking:
        yield published.case.marking.value
