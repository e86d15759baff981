"""The date that a link to a time gives an event."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.annotate.dating.time_links import Link, Side
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.units import add_months
from dossier.model import Basis, Dating, Period, Precision, Qualifier, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_LENGTH = re.compile(r"P(\d+)([DWMY])", re.ASCII)
_UNITS = {"D": Precision.DAY, "W": Precision.DAY, "M": Precision.MONTH, "Y": Precision.YEAR}
_FINENESS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_CLOCK = (Precision.MINUTE, Precision.SECOND)
_JOINTS = _WORDS["joints"]
_MARKED = {Qualifier.NONE: Qualifier.UNCERTAIN, Qualifier.APPROXIMATE: Qualifier.BOTH}


def by_link(doc: Parsed, timexes: Sequence[Timex], link: Link) -> Dating:
    """The time itself, what lies after or before it ("since 2019"), or what lies at a length from it."""
    timex = timexes[link.time]
    when = timex.dating.when
    if when is None:
        return Dating()
    mark = f"t{link.time + 1}"
    if link.length is not None:
        moved = _moved(when, timexes[link.length].value, -1 if link.is_ahead else 1)
        if moved is not None:
            return Dating(moved, Basis.RELATIVE, mark)
    if link.until is not None and (until := timexes[link.until].dating.when) is not None:
        when = _from_to(when, until, is_either=link.is_either)
    elif link.side is Side.FROM:
        when = When(when.first, None) if when.first else when
    elif link.side is Side.UNTIL:
        when = When(None, when.last) if when.last else when
    elif when.precision in _CLOCK and _is_last_of_hours(doc, timex.start) and when.earliest:
        when = When.day(when.earliest)
    # what a relative time rests on is what the event rests on
    return Dating(when, timex.dating.basis, timex.dating.anchor or mark)


def clipped(dating: Dating, published: When | None) -> Dating:
    """The date of a past fact, of which no part lies after its publication ("earlier this week")."""
    when = dating.when
    if when is None or published is None or not when.is_interval or when.last is None or published.last is None:
        return dating
    if when.last.end <= published.last.end or (when.first and when.first.start >= published.last.end):
        return dating
    return replace(dating, when=When(when.first, published.last))


def _from_to(first: When, last: When, *, is_either: bool) -> When:
    """From the beginning of the one to the end of the other; the first alone where they are the wrong way round."""
    if not (first.start and last.end and first.start < last.end):
        return first
    if is_either and first.first and last.last:
        return When(_uncertain(first.first), _uncertain(last.last))
    return When(first.first, last.last)


def _uncertain(period: Period) -> Period:
    return replace(period, qualifier=_MARKED.get(period.qualifier, period.qualifier))


def _moved(when: When, length: str, sign: int) -> When | None:
    """A period at a length from another; None where the length is vague, or finer than the period.

    Only whole days are counted to the day: "a week later" and what is longer is about then.
    """
    match, period = _LENGTH.fullmatch(length), when.first
    if match is None or period is None or when.is_interval:
        return None
    known = Precision.DAY if period.precision in _CLOCK else period.precision
    if known not in _FINENESS or _FINENESS.index(_UNITS[match[2]]) > _FINENESS.index(known):
        return None
    count, unit = sign * int(match[1]), match[2]
    try:
        if unit in "DW":
            day = period.start.date() + timedelta(days=count * (7 if unit == "W" else 1))
        else:
            day = add_months(period.start.date(), count * (12 if unit == "Y" else 1))
        found = Period.of(day, _UNITS[unit])
    except (ValueError, OverflowError):
        return None
    is_exact = unit == "D" and period.qualifier is Qualifier.NONE
    return When.of(found if is_exact else replace(found, qualifier=_loose(period.qualifier)))


def _loose(qualifier: Qualifier) -> Qualifier:
    return Qualifier.BOTH if qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH) else Qualifier.APPROXIMATE


def _is_last_of_hours(doc: Parsed, start: int) -> bool:
    """Whether an hour stands before it that it ends or is the other of ("between 2 and 3 p.m.")."""
    return start > 1 and doc[start - 1].text in _JOINTS and doc[start - 2].like_num
