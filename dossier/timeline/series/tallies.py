"""The cases that one body counts in one report: those of each country, and the dead, stand beside the total."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Event, EventTypes, Span
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import (
    are_of_one_time,
    doers_of,
    is_a_fact,
    may_be_a_retelling,
    numbers_of,
)
from dossier.timeline.series.count_series import CountSeries
from dossier.timeline.series.running_counts import SAID_OF_CASES, total_of
from dossier.timeline.worth.line_reading import tells_total

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_WORDS_OF_DEATHS = _WORDS["words_of_deaths"]
_CASES = "|".join(sorted(_WORDS["words_of_cases"]))
_INFECTIONS = "|".join(sorted(_WORDS["words_of_infections"]))
_COUNTED_CASES = re.compile(rf"\d (?:[\w-]+ )?(?:{_CASES})\b|\b(?:{_INFECTIONS})\b", re.IGNORECASE)
_Report = tuple[str, frozenset[str]]
"""The article, and the ids of those who give the figures."""


def tallies(lines: Iterable[Event], types: EventTypes) -> dict[_Report, list[Event]]:
    """The lines of fact that give numbers of cases, and of the dead of a report that does, by their report.

    Only one article tells such a line, and somebody known gives its number. What else a body counts may be of several
    happenings: the dead of two attacks, the profits of two arms.
    """
    found: dict[_Report, list[Event]] = {}
    for line in lines:
        articles, givers = {piece.article for piece in line.evidence}, doers_of(line.participants)
        if givers and len(articles) == 1 and _gives_number(line, types):
            found.setdefault((articles.pop(), givers), []).append(line)
    return {report: told for report, told in found.items() if any(map(_is_of_cases, told))}


def further_tallies(count: CountSeries, tallies: Mapping[_Report, Sequence[Event]], taken: set[str]) -> list[Event]:
    """The other figures of the reports whose lines a count has, as they stand; ``taken`` are lines of other entries."""
    heads = [event for event in count.events if doers_of(event.participants)]
    reports = {(piece.article, doers_of(head.participants)): head for head in heads for piece in head.evidence}
    return [
        line
        for report, head in reports.items()
        for line in tallies.get(report, ())
        if line.id not in taken and are_of_one_time(line, head) and may_be_a_retelling(line)
    ]


def of_one_report(tallies: Mapping[_Report, Sequence[Event]], taken: set[str]) -> Iterable[list[Event]]:
    """The groups of lines with the figures of one report of which no count has a line, the weightiest first."""
    for lines in tallies.values():
        free = [line for line in lines if line.id not in taken]
        if len(free) > 1 and len(free) == len(lines):
            first = max(free, key=lambda line: (line.importance, line.id))
            others = [line for line in free if line is not first and may_be_a_retelling(line)]
            others = [line for line in others if are_of_one_time(line, first)]
            if others:
                yield [first, *sorted(others, key=_place)]


def _gives_number(line: Event, types: EventTypes) -> bool:
    """Whether a line of fact has a number, and reports cases or the dead, or sets a total of them."""
    is_total = any(total_of(player.name) for player in line.participants)
    is_report = types[line.type].reporting and (
        _is_of_cases(line) or not _WORDS_OF_DEATHS.isdisjoint(content_words(line.summary))
    )
    return is_a_fact(line) and (is_total or is_report) and bool(numbers_of(line))


def _is_of_cases(line: Event) -> bool:
    """Whether it counts cases of an illness: "12 new cases", "confirmed cases". Not so "cases for telephones"."""
    text = line.summary
    return bool(SAID_OF_CASES.search(text)) and (tells_total(text) or bool(_COUNTED_CASES.search(text)))


def _place(line: Event) -> Span:
    return line.evidence[0].trigger.span
