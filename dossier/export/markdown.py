"""The export ``markdown``: each timeline as one document that any editor opens."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.codec import CitationForm, TimelineForm
from dossier.codec.timeline_forms import EntryForm, EvidenceForm
from dossier.export.event_words import article_words, dispute_words, entity_words, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent, Listed
from dossier.export.losses import losses
from dossier.export.markdown_text import escaped, quoted
from dossier.export.published_build import PublishedBuild

_HEADINGS = {Listed.DATED: "Chronology", Listed.UNDATED: "Undated", Listed.EXPECTED: "Expected"}


def export(published: PublishedBuild) -> Export:
    """A Markdown document for each timeline, with the evidence of each line quoted below it."""
    events = {event.form.id: event for event in published.events}
    files = {
        f"{published.stem(key)}.md": _document(key, published, events).encode("utf-8", "replace")
        for key in published.timelines
    }
    return Export(files, losses("markdown"))


def _document(key: str, published: PublishedBuild, events: Mapping[str, ExportedEvent]) -> str:
    """The document of one timeline."""
    timeline = published.timelines[key]
    lists = {Listed.DATED: timeline.events, Listed.UNDATED: timeline.undated, Listed.EXPECTED: timeline.expected}
    lines = [f"# {_title(timeline)}", "", *_header(timeline)]
    for listed, entries in lists.items():
        if entries:
            lines += [f"## {_HEADINGS[listed]}", ""]
        for entry in entries:
            lines += _entry(entry, events, published.articles)
    return "\n".join((*lines, "## Sources", "", *_sources(published.cited_by(key)))) + "\n"


def _title(timeline: TimelineForm) -> str:
    return escaped(timeline.entity.name) if timeline.entity else "The whole case"


def _header(timeline: TimelineForm) -> Iterator[str]:
    """What stands above the lists: marking, day, other names."""
    marks = [timeline.marking.value if timeline.marking else "", timeline.status.value if timeline.status else ""]
    if any(marks):
        yield from (f"**{escaped(' '.join(filter(None, marks)))}**", "")
    if timeline.as_of:
        yield from (f"As of {escaped(timeline.as_of)}.", "")
    if timeline.entity:
        yield from (f"{escaped(entity_words(timeline.entity))} Id `{timeline.entity.id}`.", "")


def _entry(
    entry: EntryForm, events: Mapping[str, ExportedEvent], articles: Mapping[str, CitationForm]
) -> Iterator[str]:
    """The lines of an entry, and of those that it stands for; each quotation once."""
    quoted_already: set[tuple[str, int]] = set()
    for number, line in enumerate((entry, *(entry.series.others if entry.series else ()))):
        event = events[line.id]
        yield from (f"{'####' if number else '###'} {escaped(when_words(event))}", "", escaped(event.form.summary), "")
        yield from (f"- {known_words(events[one.id])}" for one in (line, *line.parts))
        yield ""
        for told in (line, *line.parts):
            mentions = [one for one in told.mentions if (one.article, one.quote.start) not in quoted_already]
            quoted_already |= {(one.article, one.quote.start) for one in mentions}
            yield from quotations(mentions, articles)


def known_words(event: ExportedEvent) -> str:
    """What is known of an event, in a line: its type, date, doubts, support, source and disputes."""
    said = [event.form.type, when_words(event), *notes(event)]
    disputes = (
        f"{dispute_words(one.field)}: {' / '.join(escaped(value) for value, _ in one.readings)}"
        for one in event.disputes
    )
    words = "; ".join((escaped(", ".join(said)), *disputes))
    return f"{words} (date `{event.form.when.edtf or 'none'}`, event `{event.form.id}`)"


def quotations(mentions: Iterable[EvidenceForm], articles: Mapping[str, CitationForm]) -> Iterator[str]:
    """The sentences of mentions, each with its article; one sentence of several mentions once."""
    sentences = {(one.article, one.quote.start): one.quote.exact for one in mentions}
    for (article, _), exact in sentences.items():
        yield from (quoted(exact), ">", f"> — {citation_words(article, articles)}", "")


def citation_words(key: str, articles: Mapping[str, CitationForm]) -> str:
    """An article in a line: publisher, title, day, id."""
    return f"{escaped(article_words(articles[key]))} `{key}`"


def _sources(articles: Mapping[str, CitationForm]) -> Iterator[str]:
    for key, article in articles.items():
        copy = f", a copy of `{article.copy_of}`" if article.copy_of else ""
        grade = f", reliability {escaped(article.reliability)}" if article.reliability else ""
        where = escaped(article.url or article.ref)
        yield f"- {citation_words(key, articles)}{copy}{grade}: {where}"
