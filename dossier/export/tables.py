"""The published values as tables, for CSV and for workbooks: a row for each event, mention, part, actor and so on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.codec import TimelineEventForm
from dossier.export.exported_event import ExportedEvent
from dossier.export.published_build import PublishedBuild

Cell = str | int | float | None
"""A value of a table. Texts may come from an article; numbers never do as text."""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table by its name; each row has a cell for each of the ``columns``."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def tables(published: PublishedBuild) -> list[ExportTable]:
    """All tables: ``event``, ``article`` and ``actor`` columns hold ids, which are those of the JSON files."""
    return [
        _table("events", published, _events),
        _table("evidence", published, _evidence),
        _table("participants", published, _participants),
        _table("figures", published, _figures),
        _table("disputes", published, _disputes),
        _table("corrections", published, _corrections),
        _table("actors", published, _actors),
        _table("articles", published, _articles),
    ]


def listed(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(values)


def _table(name: str, published: PublishedBuild, make: Callable[[PublishedBuild], Iterator[list[Cell]]]) -> ExportTable:
    return ExportTable(name, _COLUMNS[name].split(), list(make(published)))


_COLUMNS = {
    "events": "id line type listed date earliest latest basis chosen_by not_before not_after likely_day likely_p "
    "likely_p_within_a_day first_reported last_reported certainty polarity realis is_fact disputed source agents "
    "patients place independent_sources articles importance timelines told_in_line_of series_of "
    "judged line_read",
    "evidence": "event article start end trigger quote_start quote_end quote source date dated_by certainty polarity "
    "realis copy_of",
    "participants": "event actor name role confidence",
    "figures": "event article kind least most unit is_about words",
    "disputes": "event field value articles",
    "corrections": "event article field participant value read judgement by made",
    "actors": "id name kind has_timeline aliases descriptions identifiers mentions",
    "articles": "id ref title published published_by contradicted_by publisher author url language reliability copy_of "
    "sha256",
}
"""The columns of each table."""


def _events(published: PublishedBuild) -> Iterator[list[Cell]]:
    for event in published.events:
        form = event.form
        yield [form.id, form.summary, form.type, event.listed.value, *_dates(form), *_factuality(event)]


def _dates(form: TimelineEventForm) -> list[Cell]:
    likely, reported = form.likely, form.reported
    return [
        form.when.edtf,
        form.when.earliest,
        form.when.latest,
        form.when.basis.value,
        form.choice.value if form.choice else None,
        form.not_before.edtf if form.not_before else None,
        form.not_after.edtf if form.not_after else None,
        likely.edtf if likely else None,
        likely.p if likely else None,
        likely.p_within_a_day if likely else None,
        reported.first if reported else None,
        reported.last if reported else None,
    ]


def _factuality(event: ExportedEvent) -> list[Cell]:
    form = event.form
    return [
        form.certainty.value,
        form.polarity.value,
        form.realis.value,
        "yes" if event.is_fact else "no",
        listed(one.field for one in event.disputes),
        event.source,
        listed(player.name for player in form.participants if player.role == "agent"),
        listed(player.name for player in form.participants if player.role == "patient"),
        form.place.name if form.place else None,
        form.independent_sources,
        len(event.articles),
        event.importance,
        listed(event.timelines),
        None if event.entry == form.id else event.entry,
        event.series,
        listed(form.judged),
        form.summary_read,
    ]


def _evidence(published: PublishedBuild) -> Iterator[list[Cell]]:
    for event in published.events:
        for told in event.form.mentions:
            source = told.attribution
            quote = told.quote
            yield [
                *(event.form.id, told.article, told.start, told.end, told.text, quote.start, quote.end, quote.exact),
                (source.name or source.text) if source else None,
                told.when.edtf,
                told.dated_by,
                told.certainty.value,
                told.polarity.value,
                told.realis.value,
                told.origin,
            ]


def _participants(published: PublishedBuild) -> Iterator[list[Cell]]:
    for event in published.events:
        form = event.form
        for player in form.participants:
            yield [form.id, player.entity, player.name, player.role.value, player.confidence]
        if form.place:
            yield [form.id, form.place.entity, form.place.name, "place", form.place.confidence]


def _figures(published: PublishedBuild) -> Iterator[list[Cell]]:
    """The numbers of the events, as far as the words say: "at least ten" has no most."""
    for event in published.events:
        for told in event.form.mentions:
            for one in told.quantities:
                about = "yes" if one.is_about else "no"
                yield [event.form.id, told.article, one.kind.value, one.least, one.most, one.unit, about, one.text]


def _disputes(published: PublishedBuild) -> Iterator[list[Cell]]:
    for event in published.events:
        for dispute in event.disputes:
            for value, articles in dispute.readings:
                yield [event.form.id, dispute.field, value, listed(articles)]


def _corrections(published: PublishedBuild) -> Iterator[list[Cell]]:
    """What the analyst corrected in each mention, and what was read."""
    for event in published.events:
        for told in event.form.mentions:
            for one in told.corrections:
                yield [
                    *(event.form.id, told.article, one.field.value, one.participant, one.value, one.read),
                    *(one.judgement, one.by, one.made),
                ]


def _actors(published: PublishedBuild) -> Iterator[list[Cell]]:
    for actor in published.actors:
        entity = published.entities.get(actor.id)
        yield [
            actor.id,
            actor.name,
            actor.kind.value,
            "yes" if entity else "no",
            listed(alias.text for alias in actor.aliases),
            listed(one.text for one in entity.descriptions) if entity else None,
            listed(f"{one.scheme}:{one.value}" for one in entity.identifiers) if entity else None,
            len(actor.mentions),
        ]


def _articles(published: PublishedBuild) -> Iterator[list[Cell]]:
    for key, article in published.articles.items():
        dates = (f"{one.edtf or 'a day without a year'} ({one.method})" for one in article.published.contradicted_by)
        yield [
            *(key, article.ref, article.title, article.published.edtf, article.published.method.value, listed(dates)),
            *(article.publisher, article.author, article.url, article.language, article.reliability, article.copy_of),
            article.sha256,
        ]
