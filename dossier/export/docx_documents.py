"""The export ``docx``: each timeline as a document for Word or LibreOffice, to write on."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime

from docx import Document
from docx.document import Document as DocumentType

from dossier.codec import CitationForm, TimelineEventForm
from dossier.codec.timeline_forms import EntryForm
from dossier.export.event_words import article_words, dispute_words, entity_words, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent, Listed
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.xml_text import xml_text

_MADE = datetime(1980, 1, 1)
"""When the document and its parts say that they were made: the clock would change the bytes, and tell nothing."""
_HEADINGS = {Listed.DATED: "Chronology", Listed.UNDATED: "Undated", Listed.EXPECTED: "Expected"}


def export(published: PublishedBuild) -> Export:
    """A document for each timeline: its lines with their doubts and disputes, the sentences, and the sources."""
    files = {f"{published.stem(key)}.docx": _bytes(_document(key, published)) for key in published.timelines}
    return Export(files, losses("docx"))


def _document(key: str, published: PublishedBuild) -> DocumentType:
    timeline, document = published.timelines[key], Document()
    title = timeline.entity.name if timeline.entity else "The whole case"
    _describe(document, title)
    document.add_heading(xml_text(title), 0)
    marks = [one.value for one in (timeline.marking, timeline.status) if one]
    document.sections[0].header.paragraphs[0].text = " ".join(marks)
    if timeline.as_of:
        document.add_paragraph(f"As of {timeline.as_of}.")
    if timeline.entity:
        document.add_paragraph(xml_text(entity_words(timeline.entity)))
    events = {event.form.id: event for event in published.events}
    lists = {Listed.DATED: timeline.events, Listed.UNDATED: timeline.undated, Listed.EXPECTED: timeline.expected}
    for listed, entries in lists.items():
        if entries:
            document.add_heading(_HEADINGS[listed], 1)
        for entry in entries:
            _add_entry(document, entry, events, published)
    _add_sources(document, published.cited_by(key))
    return document


def _describe(document: DocumentType, title: str) -> None:
    """Say what the document is; no name of a person or a machine, and no clock."""
    about = document.core_properties
    about.author, about.title, about.comments = "Dossier", xml_text(title)[:255], ""
    about.created = about.modified = _MADE


def _add_entry(
    document: DocumentType, entry: EntryForm, events: Mapping[str, ExportedEvent], published: PublishedBuild
) -> None:
    for line in (entry, *(entry.series.others if entry.series else ())):
        event = events[line.id]
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(f"{xml_text(when_words(event))}  ").bold = True
        paragraph.add_run(xml_text(line.summary))
        for told in (line, *line.parts):
            _add_known(document, events[told.id])
        for article, exact in _sentences([line, *line.parts]):
            quote = document.add_paragraph(style="Quote")
            quote.add_run(xml_text(f"“{exact}” "))
            quote.add_run(xml_text(f"({article_words(published.articles[article])}; {article})")).italic = False


def _sentences(told: Iterable[TimelineEventForm]) -> list[tuple[str, str]]:
    """Each sentence of the evidence once, with the id of its article."""
    mentions = [one for event in told for one in event.mentions]
    return list({(one.article, one.quote.start): (one.article, one.quote.exact) for one in mentions}.values())


def _add_known(document: DocumentType, event: ExportedEvent) -> None:
    """What is known of an event, and what is in dispute."""
    form = event.form
    said = [form.type, when_words(event), *notes(event)]
    said += [
        f"{dispute_words(dispute.field)}: {' / '.join(value for value, _ in dispute.readings)}"
        for dispute in event.disputes
    ]
    text = f"{'; '.join(said)} (date {form.when.edtf or 'none'}, event {form.id})"
    document.add_paragraph(xml_text(text), style="List Bullet")


def _add_sources(document: DocumentType, articles: Mapping[str, CitationForm]) -> None:
    document.add_heading("Sources", 1)
    for key, article in articles.items():
        where = article.url or article.ref
        document.add_paragraph(xml_text(f"{article_words(article)}: {where} ({key})"), style="List Bullet")


def _bytes(document: DocumentType) -> bytes:
    """The document as a file whose parts have a fixed date and a fixed order."""
    written, again = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as found, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in found.namelist():
            info = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(info, found.read(name))
    return again.getvalue()
