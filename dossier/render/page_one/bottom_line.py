"""The bottom line of a briefing: what its entries come to, by fixed patterns; nothing in it is written freely."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from dossier.model import Basis, Event, Realis, Timeline, When
from dossier.render.entries.disagreements import is_contested
from dossier.render.entries.entry_groups import EntryGroup, EntryGroups
from dossier.render.entries.likeness import is_one_happening
from dossier.render.entries.open_states import ended_states
from dossier.render.entries.row_status import denier
from dossier.render.page_one import summary
from dossier.render.page_one.highlights import matter_alike, weightiest
from dossier.render.page_one.overdue import is_ahead, is_fresh, is_old_news
from dossier.render.page_one.several_days import names_several_days
from dossier.render.page_values.bottom_line_context import BottomLine, Denial, Doubt, Finding, OwnDenial
from dossier.render.page_values.disagreement_context import Disagreement
from dossier.render.page_values.row_context import Row, Status
from dossier.render.wording import event_dates, label_wording
from dossier.render.wording.happening_words import happening_words
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_MAX_OWN_DENIALS = 3
"""Sentences in which the subject denies something that stand in the bottom line. Set by hand."""
_MAX_SENTENCES = 6
"""Parts of the bottom line above which the less important of several findings stand in the chronology alone: what a
reader takes in within thirty seconds. Set by hand."""
_AHEAD = ("Expected", "Forecast")
_MAX_DISPUTED = 2
"""Matters on which sources disagree, that stand in the bottom line. Set by hand."""
_MAX_MAIN, _MAX_MAIN_OF_MANY = 2, 3
"""The most important entries that stand in the bottom line, of few entries and of many. Set by hand."""
_WORDS = word_lists("dossier.render", "render_words.toml")
_TYPES_OF_ADVICE, _NEVER_DENIED = _WORDS["types_of_advice"], _WORDS["never_denied"]
_END_OF_CLAUSE = re.compile(r"[,;:.!?\u2013\u2014\"”]|$")
_MAX_AHEAD = 2
"""Of what may still come, the entries that stand in the bottom line. Set by hand."""
_MANY = 20
"""Entries from which there are many. Set by hand."""
_MIN_TIMES = 2
"""Times of entries of which one is the latest."""
_MANY_FIGURES = 3
"""Figures of a count, a toll that grows, from which a reader asks for the newest. Set by hand."""
_MAX_DOUBTS = 4
"""Entries that are not stated as fact whose labels stand in the bottom line. Set by hand."""
_CANDIDATES = 8
"""Entries looked at for these. Set by hand."""


def bottom_line(
    groups: EntryGroups,
    rows: Mapping[int, Row],
    disagreements: Sequence[Disagreement],
    timeline: Timeline,
    own_denials: Sequence[OwnDenial] = (),
) -> BottomLine | None:
    """The bottom line of the entries of a timeline; ``rows`` are by number, ``own_denials`` are all of its actor.

    None where there are no entries of what happened.
    """
    as_of, subject = timeline.as_of, timeline.actor.id if timeline.actor else None
    told = groups.placed + groups.undated
    if not told:
        return None
    importance = {group.number: group.importance for group in groups.all}
    ahead = [one for one in groups.expected if is_ahead(one, as_of) and not is_old_news(one, told)]
    warnings = [group for group in told if subject and not _has_a_part(subject, group.events[0])]
    undisputed = [group for group in told if not is_contested(rows[group.number])] or told
    main = tuple(_told(groups.placed, told, undisputed, rows))
    count = (one for one in _newest_figures(told, rows, as_of) if one.row not in {other.row for other in main})
    weighty = sorted(disagreements, key=lambda one: (-importance[one.row], one.row))
    unsure = [rows[group.number] for group in told if rows[group.number].status is Status.UNSURE]
    beside = sum(map(bool, (own_denials, weighty, unsure)))
    findings = _fitting((*main, *count, *_expected(ahead, warnings, rows)), _MAX_SENTENCES - beside)
    lines = {groups.all[one.row - 1].line for one in findings}
    denials = [one for one in own_denials if one.line not in lines]
    answers = {one.line for one in denials}
    return BottomLine(
        findings=findings,
        disputed=tuple(weighty[:_MAX_DISPUTED]),
        more_disputed=max(len(weighty) - _MAX_DISPUTED, 0),
        unsure=tuple(row.number for row in unsure),
        doubts=tuple(_doubt(row) for row in unsure if len(unsure) <= _MAX_DOUBTS),
        partly_unsure=_partly_unsure(told, rows),
        denied=tuple(group.number for group in told if _is_negated(group, rows) and not denier(group.events[0])),
        denials=tuple(_denials([group for group in told if group.line not in answers])),
        entries=len(told),
        support=summary.source_counts(told, timeline.articles),
        own_denials=tuple(denials[:_MAX_OWN_DENIALS]),
        more_own_denials=max(len(denials) - _MAX_OWN_DENIALS, 0),
    )


def _fitting(findings: Sequence[Finding], most: int) -> tuple[Finding, ...]:
    """The findings without the less important of several: of the main ones, then of what may still come."""
    also, ahead = ([one for one in findings if one.heading in headings] for headings in (("Also",), _AHEAD))
    spare = [*also[1:], *ahead[1:]][: max(len(findings) - most, 0)]
    return tuple(one for one in findings if one not in spare)


def _told(
    placed: Sequence[EntryGroup], told: Sequence[EntryGroup], undisputed: Sequence[EntryGroup], rows: Mapping[int, Row]
) -> Iterator[Finding]:
    """The most important entries that nobody disputes, and the latest in time, each once and of its own time.

    Where entries without a date may be later, the latest is that of those with a date.
    """
    main = _main(undisputed, rows)
    latest = _latest(placed)
    is_last = latest is not None and len(told) == len(placed) and latest.when == placed[-1].when
    for heading, group in zip(("What matters most", "Also", "Also"), main, strict=False):
        yield _finding(f"{heading}, and the latest" if is_last and group is latest else heading, group, rows)
    if latest and latest not in main and all(group.when != latest.when for group in main):
        yield _finding("Latest" if is_last else "Latest with a date", latest, rows)


def _newest_figures(told: Sequence[EntryGroup], rows: Mapping[int, Row], as_of: When | None) -> Iterator[Finding]:
    """The line with the newest of many figures of a count, unless that is old news."""
    counts = [group for group in told if group.figures >= _MANY_FIGURES and is_fresh(group.events[0], as_of)]
    for group in sorted(counts, key=lambda group: -group.figures)[:1]:
        date = event_dates.short_date(group.dated[0])
        yield replace(_finding("Newest figures", group, rows), date=date[:1].upper() + date[1:])


def _latest(placed: Sequence[EntryGroup]) -> EntryGroup | None:
    """The latest entry that has a date, the most important of its time; None where all entries are of one time.

    What is only reported is often an old thing told once more. Where no entry has a date, it is the last report.
    """
    if len({group.when for group in placed}) < _MIN_TIMES:
        return None
    dated = [group for group in placed if _has_date(group)] or placed
    return max((group for group in dated if group.when == dated[-1].when), key=lambda group: group.importance)


def _has_date(group: EntryGroup) -> bool:
    """Whether it has a date that does not rest on the day of an article whose day nobody knows."""
    event = group.dated[0]
    return event.is_dated and (event.reported is not None or event.dating.basis is Basis.EXPLICIT)


def _main(told: Sequence[EntryGroup], rows: Mapping[int, Row]) -> list[EntryGroup]:
    """The most important entries, each of another happening: the only one where it alone is told.

    An entry that leaves open what ended stands for its end. Of entries that matter alike a fact goes before what is not
    stated as one. Of those that matter as much as the first the latest comes first: it has the others behind it.
    """
    left: list[EntryGroup] = []
    for group in (_as_it_became(one, told) for one in weightiest(told, _CANDIDATES)):
        if group not in left and not any(is_one_happening(group, other) for other in left):
            left.append(group)
    main: list[EntryGroup] = []
    while left and len(main) < (_MAX_MAIN if len(told) < _MANY else _MAX_MAIN_OF_MANY):
        facts = (group for group in left if _is_fact(rows[group.number]) and matter_alike(group, left[0]))
        main.append(next(facts, left[0]))
        left.remove(main[-1])
    alike = [group for group in main if group.dated[0].is_dated and matter_alike(group, main[0])]
    first = max(alike, key=lambda group: group.number, default=None)
    return sorted(main, key=lambda group: group is not first) or list(told if len(told) == 1 else ())


def _as_it_became(group: EntryGroup, told: Sequence[EntryGroup]) -> EntryGroup:
    """The entry itself, or that which ends what its line leaves open: the arrest of who "has been sought since"."""
    ended = next(ended_states(group, told), None)
    return ended.entry if ended else group


def _is_fact(row: Row) -> bool:
    return row.status is Status.FACT


def _expected(
    ahead: Sequence[EntryGroup], warnings: Sequence[EntryGroup], rows: Mapping[int, Row]
) -> Iterator[Finding]:
    """The first two of what may still come, with who says so, and a warning that speaks against it."""
    for group in ahead[:_MAX_AHEAD]:
        head = group.events[0]
        heading = "Forecast" if head.factuality.realis is Realis.FORECAST else "Expected"
        found = _finding(heading, group, rows)
        voice = label_wording.source_words(head) or "in the words of the article itself"
        yield replace(found, support=f"{voice}, {found.support}")
        articles = {piece.article for piece in head.evidence}
        against = (one for one in warnings if one.events[0].evidence[0].article in articles)
        yield from (_finding("Warning", one, rows) for one in islice(against, 1))


def _has_a_part(subject: str, event: Event) -> bool:
    """Whether the subject takes part in an event: it has none in a warning of what follows from its death."""
    place = event.place.entity if event.place else None
    return subject in (place, *(player.entity for player in event.participants))


def _denials(told: Sequence[EntryGroup]) -> Iterator[Denial]:
    by: dict[str, list[EntryGroup]] = {}
    for group in told:
        if name := denier(group.events[0]):
            by.setdefault(name, []).append(group)
    for name, groups in by.items():
        yield Denial(name, tuple(group.number for group in groups), tuple(map(_denied_words, groups)))


def _denied_words(group: EntryGroup) -> str:
    """What is denied, in the words of the source from the word for denying to the end of the clause.

    Else in few words: "arrested Ada Brandt".
    """
    shown = group.events[0].evidence[0]
    said, start = shown.attribution, shown.quote.span.start
    if said is None or not shown.quote.span.covers(said.cue.span) or said.cue.span.end > shown.trigger.span.start:
        return happening_words(group.events[0], group.line, None)
    begin, trigger = said.cue.span.end - start, shown.trigger.span.end - start
    end = _END_OF_CLAUSE.search(shown.quote.exact, trigger)
    return tidy(shown.quote.exact[begin : end.start() if end else None]).removeprefix("that ")


def _is_negated(group: EntryGroup, rows: Mapping[int, Row]) -> bool:
    """Whether a happening of a known kind is said not to have happened.

    Who "does not recommend" something has advised, if against it, and who "did not hide" his anger showed it.
    """
    head = group.events[0]
    is_known_kind = head.type not in _TYPES_OF_ADVICE and head.evidence[0].lemma not in _NEVER_DENIED
    return rows[group.number].status is Status.NEGATED and is_known_kind


def _doubt(row: Row) -> Doubt:
    """Why a row is not established: its labels, and which of its words are disputed."""
    return Doubt(row.number, (*row.labels, *(replace(one, text="disputed") for one in row.disputed)))


def _partly_unsure(told: Sequence[EntryGroup], rows: Mapping[int, Row]) -> tuple[Doubt, ...]:
    """The facts with a label on another of their words, the most important first: "killed where he was hiding"."""
    facts = [group for group in weightiest(told, _CANDIDATES) if _is_fact(rows[group.number])]
    labelled = [rows[group.number] for group in facts if rows[group.number].labels]
    return tuple(Doubt(row.number, row.labels) for row in labelled[:_MAX_DOUBTS])


def _finding(heading: str, group: EntryGroup, rows: Mapping[int, Row]) -> Finding:
    row = rows[group.number]
    date = f"{row.date} ({row.about})" if row.about and names_several_days(row.passage.text) else row.date
    labels = (*row.labels, *row.ended)
    return Finding(heading, row.number, date, row.passage, row.notes, row.note_ranges, labels, row.told_by)
