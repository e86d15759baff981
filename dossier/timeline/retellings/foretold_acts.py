"""What was expected and came: the line of the forecast stands beneath the act that it foretold."""

import re
from datetime import datetime, timedelta

from dossier.model import Event, Polarity, Realis
from dossier.text.content_words import content_words
from dossier.timeline.retellings.retelling_limits import doers_of, is_a_fact, is_number, may_be_a_retelling

_ADDED_DATE = re.compile(r"\[[^\]]*\d\]")
"""A date that stands in a line and not in its article: "on Monday [4 May 2009]"."""
_LEAST_SHARED = 2
"""Words that both lines must have, beside names, numbers and the verb. Set by hand."""
_LONGEST_WAIT = timedelta(days=31)
"""From a forecast without a day to what it foretold. Set by hand: a month."""
_A_SLIP = timedelta(days=2)
"""By which what was foretold may come before or after its day. Set by hand."""


def put_forecasts_beneath_acts(groups: dict[str, list[Event]]) -> None:
    """Move each forecast and plan beneath what the same actor did, by the same verb, about when it was to be.

    It stays what it is: expected, by its own source, on its own day. Of several acts the first is what was foretold.
    """
    acts: dict[tuple[str, str], list[Event]] = {}
    lines = [group[0] for group in groups.values()]
    for line in filter(is_a_fact, lines):
        for key in _keys(line):
            acts.setdefault(key, []).append(line)
    for line in filter(_is_forecast, lines):
        known = [act for key in _keys(line) for act in acts.get(key, ()) if act.id in groups and _comes_true(line, act)]
        if known and len(groups[line.id]) == 1 and may_be_a_retelling(line):
            groups[min(known, key=_in_time).id] += groups.pop(line.id)


def _in_time(act: Event) -> tuple[datetime, str]:
    when = act.dating.when
    return (when.start if when else None) or datetime.max, act.id


def _keys(line: Event) -> list[tuple[str, str]]:
    return [(doer, line.evidence[0].lemma or "") for doer in sorted(doers_of(line.participants))]


def _is_forecast(line: Event) -> bool:
    is_open = line.factuality.realis in (Realis.FORECAST, Realis.PLAN)
    return is_open and line.factuality.polarity is not Polarity.NEGATIVE


def _comes_true(forecast: Event, act: Event) -> bool:
    """Whether the act is the first news of what was foretold: after the forecast, about its day, in words of it."""
    done, told = act.dating.when, forecast.reported.first if forecast.reported else None
    if done is None or done.start is None or done.end is None or told is None or told.start is None:
        return False
    due = forecast.dating.when
    first, last = (due.start, due.end) if due else (None, None)
    first, last = (first or told.start), (last or told.start + _LONGEST_WAIT)
    is_due = first - _A_SLIP <= done.start and done.end <= last + _A_SLIP and done.end > told.start
    return is_due and _share_words(forecast, act)


def _share_words(forecast: Event, act: Event) -> bool:
    """Whether they share enough words, and a number of the forecast, if it has any, is in the act."""
    one, two = _words(forecast), _words(act)
    numbers = {word for word in one if is_number(word)}
    return len(one & two) >= _LEAST_SHARED and (not numbers or not numbers.isdisjoint(two))


def _words(line: Event) -> frozenset[str]:
    names = {word for player in line.participants for word in content_words(player.name) if player.entity}
    verb = set(content_words(line.evidence[0].trigger.exact))
    return frozenset(content_words(_ADDED_DATE.sub(" ", line.summary))) - names - verb
