"""Warnings of one thing: "warned on Monday that the river could become a flood", "said it had the potential to …".

And what a statement says is to come without a day, beside that statement: "said it would send 40 boats".
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from dossier.model import Event, EventTypes
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import (
    are_of_other_numbers,
    doers_of,
    is_a_fact,
    may_be_a_retelling,
)

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")


def _any_of(name: str) -> str:
    return "|".join(sorted(_WORDS[name]))


_THING = r"(?:an?\s+|the\s+)?(?P<what>(?:[\w-]+\s+){0,2}?[\w-]+)(?=[,;:.]|\s(?:-|--|" + _any_of(
    "ends_of_what_is_declared"
)
_POSSIBLE = re.compile(
    rf"\b(?:{_any_of('words_of_possibility')})\s+(?:[\w-]+\s+){{0,3}}?(?:{_any_of('verbs_of_coming_about')})\s+"
    rf"{_THING})\b|$)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"\b(?:{_any_of('edges')})\s+of\s+{_THING})\b|$)|(?P<soon>[\w-]+)\s+(?:is|was|are)\s+(?:now\s+)?imminent\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|who|whom)\s[^,;:]*$")  # in small letters: "WHO" is a body
_DAYS_APART = timedelta(days=2)
"""From the one warning to the other: who warns of a thing for days gives one warning. Set by hand."""
_NEARLY_ALL = 0.85
"""Of the words of a forecast that the line of the statement must have. Set by hand."""


def put_warnings_together(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move what somebody warns of beneath the first warning of it by the same, of those of a few days.

    The line whose own statement it is goes first, then the one with a day, then the one that most sources tell.
    """
    known: dict[tuple[str, str, bool], list[Event]] = {}
    for line in sorted((group[0] for group in groups.values()), key=_plainest_first):
        if not (is_a_fact(line) and types[line.type].reporting):
            continue
        keys = [(doer, *what) for doer in sorted(doers_of(line.participants)) for what in sorted(_warned_of(line))]
        heads = [head for key in keys for head in known.get(key, ()) if head.id in groups and _are_near(line, head)]
        if heads and may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)
        else:
            for key in keys:
                known.setdefault(key, []).append(line)


def put_forecasts_beneath_statements(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move what is expected without a day beneath the statement, by the same, whose line says it in its words."""
    lines = [group[0] for group in groups.values()]
    forecasts = [line for line in lines if line.factuality.is_expected and line.dating.when is None]
    said = [line for line in lines if types[line.type].reporting and is_a_fact(line)]
    for line in forecasts:
        fits = _says(line)
        heads = [head for head in said if head.id in groups and fits(head)]
        if len(heads) == 1 and len(groups[line.id]) == 1 and may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)


def _says(forecast: Event) -> Callable[[Event], bool]:
    words, doers = content_words(forecast.summary), doers_of(forecast.participants)

    def says(head: Event) -> bool:
        if doers.isdisjoint(doers_of(head.participants)) or are_of_other_numbers(forecast, head):
            return False
        return len(set(words).intersection(content_words(head.summary))) >= _NEARLY_ALL * len(set(words))

    return says


def _warned_of(line: Event) -> set[tuple[str, bool]]:
    """The last words of what may come about by the line, and whether it is near."""
    found = {(match["what"], False) for match in _POSSIBLE.finditer(line.summary)}
    found |= {(match["what"] or match["soon"], True) for match in _NEAR.finditer(line.summary)}
    return {(words.split()[-1].casefold(), is_near) for words, is_near in found}


def _are_near(line: Event, head: Event) -> bool:
    one, two = _moment(line), _moment(head)
    return one is not None and two is not None and abs(one - two) <= _DAYS_APART


def _moment(line: Event) -> datetime | None:
    when = line.stands_at
    return (when.start or when.end) if when else None


def _is_aside(line: Event) -> bool:
    """Whether another statement has it: "experts fear the river, which the board warned could become a flood"."""
    shown = line.evidence[0]
    start = shown.trigger.span.start
    before, above = shown.quote.exact[: start - shown.quote.span.start], shown.hangs_on
    return (above is not None and above.span.start < start) or _RELATIVE.search(before) is not None


def _plainest_first(line: Event) -> tuple[bool, bool, int, datetime, str]:
    when = line.dating.when
    has_day = when is not None and when.known_day is not None
    return (
        _is_aside(line),
        not has_day,
        -line.independent_sources,
        _moment(line) or datetime.max,
        line.id,
    )
