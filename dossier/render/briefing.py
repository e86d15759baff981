"""Make what the template of a briefing gets from a timeline."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.codec import DossierChangesForm
from dossier.model import Timeline, When
from dossier.render.context import Briefing
from dossier.render.entries import disagreements
from dossier.render.entries.chronology import chronology
from dossier.render.entries.date_signs import key_signs
from dossier.render.entries.entry_groups import entry_groups, row_numbers, rows_by_article
from dossier.render.entries.facets import facets
from dossier.render.entries.neighbours import ways_out
from dossier.render.entries.notes import Ledger, sources, with_citations
from dossier.render.entries.open_states import with_ends
from dossier.render.entries.possible_entries import possible_entries
from dossier.render.entries.rows import marks, rows, with_disagreements, with_overdue
from dossier.render.entries.silences import silences
from dossier.render.options.length import Length
from dossier.render.page_one import highlights, summary
from dossier.render.page_one.bottom_line import bottom_line
from dossier.render.page_one.overdue import overdue
from dossier.render.page_one.period import period_words
from dossier.render.places import event_places
from dossier.render.relations import relations
from dossier.render.sayings import sayings
from dossier.render.shortening import shortened
from dossier.render.subject.cast import cast
from dossier.render.subject.identity_evidence import note_merged_evidence
from dossier.render.subject.method import method
from dossier.render.subject.own_denials import own_denials
from dossier.render.subject.subject import subject
from dossier.render.wording import change_wording, date_wording, label_wording, prose
from dossier.render.wording.analyst_remarks import analyst_remarks
from dossier.render.wording.marking_line import marking_line


def briefing(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None = None,
    links: Mapping[str, str] = MappingProxyType({}),
    length: Length = Length.STANDARD,
    has_chronology: bool = True,
) -> Briefing:
    """What the template may show of a timeline. ``generator`` names the program and its version.

    ``history`` is what the dossier said otherwise when it changed last. ``links`` lead to other pages: by the ids
    of their actors, ``WHOLE_CASE`` for the dossier of the case, ``START_PAGE``. A page that
    ``has_chronology`` has no highlights where that is short.
    """
    told = _whole(timeline, generator, history, links, length, has_chronology)
    return shortened(told) if length is Length.SHORT else told


def _whole(
    timeline: Timeline,
    generator: str,
    history: DossierChangesForm | None,
    links: Mapping[str, str],
    length: Length,
    has_chronology: bool,
) -> Briefing:
    """The briefing with all its entries."""
    articles, overview = timeline.articles, timeline.overview
    entries = entry_groups(timeline)
    source_entries = sources(articles, rows_by_article(entries.all))
    ledger = Ledger(articles, source_entries, length)
    about = subject(timeline, ledger, entries.placed + entries.undated)
    members = cast(overview.actors, entries.all, articles, ledger, links) if overview else ()
    support = (
        label_wording.support_words if summary.has_event_of_several_sources(timeline) else label_wording.copies_words
    )
    disputed = disagreements.disputed(timeline.conflicts)
    placed, undated, expected = (
        rows(part, articles, ledger, support, disputed) for part in (entries.placed, entries.undated, entries.expected)
    )
    note_merged_evidence(timeline.told, ledger)
    conflicts = disagreements.disagreements(timeline.conflicts, entries.all, ledger)
    placed, undated, expected = (with_disagreements(part, conflicts) for part in (placed, undated, expected))
    all_told = entries.placed + entries.undated
    placed, undated = (
        with_ends(part, groups, all_told) for part, groups in ((placed, entries.placed), (undated, entries.undated))
    )
    expected = with_overdue(expected, entries.expected, overdue(entries, timeline.as_of), entries.placed)
    said = sayings(timeline, ledger, source_entries)
    denied = own_denials(timeline, ledger)
    told = {row.number: row for row in (*placed, *undated, *expected)}
    aside = [one.event for one in timeline.left_out]
    without_entry = (*timeline.possible, *aside)
    # what a case tells is a choice of the weightiest: a time without one of them is no silence
    long_silences = silences(entries.placed, without_entry) if timeline.actor else ()
    chart_marks = marks(entries.placed, timeline.actor.id if timeline.actor else None)
    actor, notes = timeline.actor, ledger.notes()
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
        leaders=about.leaders,
        identifiers=about.identifiers,
        described=about.described,
        corrections=about.corrections,
        remarks=analyst_remarks(timeline, row_numbers(entries.all), source_entries),
        same=about.same,
        apart=about.apart,
        highlights=highlights.highlights(entries.placed + entries.undated, placed + undated, has_chronology),
        entries=len(told),
        rows=placed,
        chronology=chronology(entries.placed, placed, long_silences),
        key=key_signs(told.values()),
        undated=undated,
        expected=expected,
        possible=possible_entries(timeline.possible, actor, source_entries, timeline.told, aside) if actor else (),
        left_out=len(timeline.left_out),
        bottom_line=bottom_line(entries, told, conflicts, timeline, denied),
        silences=long_silences,
        disagreements=conflicts,
        facets=facets(entries, source_entries, {number: row.date for number, row in told.items()}),
        ways_out=ways_out(timeline, entries, links),
        notes=notes,
        sources=with_citations(source_entries.values(), {one.source for one in notes}),
        method=tuple(method(timeline, generator)),
        marks=chart_marks,
        unplaced=len(placed) - len(chart_marks),
        changes=change_wording.dossier_changes(history, row_numbers(entries.all)) if history else None,
        cast=members,
        relations=relations(timeline, entries.placed + entries.undated, ledger, links),
        places=event_places(timeline, entries.placed + entries.undated),
        sayings=said,
        untold=overview.events - len(timeline.told) if overview else None,
        marking=marking_line(timeline.stamp.marking),
        status=str(timeline.stamp.status or "").capitalize(),
        selection=timeline.stamp.selection or "",
        edition=history.now.edition if history else None,
        period=period_words(entries.placed, len(entries.undated)),
    )


def _iso(as_of: When | None) -> str:
    return as_of.latest.isoformat() if as_of and as_of.latest else ""
