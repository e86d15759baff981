"""Dates in words for the reader, never more precise than they are known. Only this module words dates."""

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.model import (
    Basis,
    Dating,
    DatingRule,
    Method,
    Period,
    Precision,
    Published,
    Qualifier,
    When,
)
from dossier.text.calendar_words import FULL_WEEKDAYS, month_name

_WEEKDAYS = tuple(name.title() for name in FULL_WEEKDAYS)

_PREPOSITIONS = {Precision.DAY: "on", Precision.MINUTE: "at", Precision.SECOND: "at"}

_RULE_WORDS: Mapping[str, str] = {
    DatingRule.HEADLINE: "the day that the text gives it elsewhere",
    DatingRule.ITEM_DATE: "the date of its entry in the list",
    DatingRule.ITEM_STORY: "told further on in an entry with that date",
    DatingRule.SCENE: "the day on which the text puts what else its actor did",
}
"""Words for the rules that date an event by the text around its clause, which has no date itself."""

_LONG_MONTH = re.compile("|".join(month_name(number) for number in range(1, 13)))
_SHORT_MONTH = re.compile(rf"(?:{'|'.join(month_name(number)[:3] for number in range(1, 13))})\b")
_BY_A_DAY = re.compile(r"\b(?:on|at) or before (?=\d)")

_METHOD_WORDS = {
    Method.GIVEN: "as given with the article",
    Method.METADATA: "from the metadata",
    Method.URL: "from its address",
    Method.DATELINE: "from its dateline",
    Method.FILENAME: "from its file name",
}
_PLACE_WORDS = {
    Method.METADATA: "its metadata",
    Method.URL: "its address",
    Method.DATELINE: "its text",
    Method.FILENAME: "its file name",
}
"""Words for the places that can contradict the date: "its address has 4 August 2020"."""


def beside_a_number(date: str) -> str:
    """A short date that stands behind the number of its entry: a month gets a word before it, lest the two be a day.

    >>> [beside_a_number(date) for date in ("Feb 2012", "Mar", "May to Jul 2019", "2 Feb 2012", "About Feb 2012")]
    ['In Feb 2012', 'In Mar', 'From May to Jul 2019', '2 Feb 2012', 'About Feb 2012']
    """
    if not _SHORT_MONTH.match(date):
        return date
    return f"{'From' if ' to ' in date else 'In'} {date}"


def when_words(when: When) -> str:
    """A time in words. Raises ValueError where it is open at both ends.

    >>> when_words(When.parse("2019-03-14")), when_words(When.parse("/2025-03")), when_words(When.parse("196X"))
    ('14 March 2019', 'in or before March 2025', 'the 1960s')
    """
    match when.first, when.last:
        case None, Period() as last:
            return bound_words(last, "before")
        case Period() as first, None:
            return bound_words(first, "after")
        case Period() as first, Period() as last:
            return _period(first) if first == last else _interval(first, last)
    raise ValueError(f"{when} has no bound")


def dating_words(dating: Dating) -> str:
    """A date in words; empty where there is none. An inferred interval is one within which the event lies.

    >>> dating_words(Dating(When.parse("2019-03-14/2020"), Basis.INFERRED, "published"))
    'between 14 March 2019 and 2020'
    """
    when = dating.when
    if when is None:
        return ""
    if dating.basis is Basis.INFERRED and when.is_interval and when.first and when.last:
        return f"between {_period(when.first)} and {_period(when.last)}"
    return when_words(when)


def open_words(dating: Dating, sentence: str) -> str:
    """A date that is open at one end as "since …" or "until …", where the sentence has these words; else empty.

    >>> open_words(Dating(When.parse("2019/"), Basis.EXPLICIT), "He has led it since 2019.")
    'since 2019'
    >>> open_words(Dating(When.parse("/2019-05-06"), Basis.RELATIVE), "He led it until 6 May.")
    'until 6 May 2019'
    """
    when = dating.when
    if when is None or dating.basis is Basis.INFERRED or (when.first and when.last):
        return ""
    word, edge = ("since", when.first) if when.first else ("until", when.last)
    if edge is None:
        return ""
    wordings = [re.escape(_calendar(edge))]
    if edge.precision is Precision.DAY:
        day, month = edge.start.day, _month(edge)
        wordings += [f"{month} {day}", f"{day} {month}", _WEEKDAYS[edge.start.weekday()]]
    is_said = re.search(rf"\b{word}\s+(?:the\s+)?(?:{'|'.join(wordings)})\b", sentence, re.IGNORECASE)
    return f"{word} {_calendar(edge)}" if is_said else ""


def bound_words(period: Period, side: str) -> str:
    """A period with all time on one side of it; ``side`` is "before" or "after".

    >>> bound_words(Period.parse("2019"), "after")
    'in or after 2019'
    """
    return f"{_PREPOSITIONS.get(period.precision, 'in')} or {side} {_period(period)}"


def span_words(first: When, last: When) -> str:
    """The time from one to another in words, without how sure either is.

    >>> span_words(When.parse("2019-03-14~"), When.parse("/2019-03-20"))
    '14–20 March 2019'
    """
    begin, end = first.first or first.last, last.last or last.first
    if begin is None or end is None:
        raise ValueError(f"{first} or {last} has no bound")
    plain = [replace(period, qualifier=Qualifier.NONE) for period in (begin, end)]
    return _calendar(plain[0]) if plain[0] == plain[1] else _interval(*plain)


def shortened(words: str) -> str:
    """Words of this module for a narrow column: months in three letters, "by" a day for "on or before" it.

    >>> shortened("on or before 14 September 2019")
    'by 14 Sep 2019'
    """
    return _LONG_MONTH.sub(lambda name: name[0][:3], _BY_A_DAY.sub("by ", words))


def basis_words(dating: Dating, rule: str | None = None) -> str:
    """How a date is known, in words; empty where there is no date.

    ``rule`` is the dating rule. For a relative date, the rules in ``_RULE_WORDS`` have words of their own.
    """
    if dating.basis is Basis.RELATIVE and rule is not None and rule in _RULE_WORDS:
        return _RULE_WORDS[rule]
    match dating.basis:
        case Basis.EXPLICIT:
            return "stated in the text"
        case Basis.RELATIVE if dating.anchor == "published":
            return "worked out from the publication date"
        case Basis.RELATIVE:
            return "worked out from another date in the text"
        case Basis.INFERRED:
            return "inferred from tense or order" if dating.anchor in (None, "published") else "inferred from order"
        case Basis.NONE:
            return ""


def publication_words(publication: Published) -> str:
    """When an article was published, how that is known, and what contradicts it, in words.

    >>> publication_words(Published.given("2025-03-14"))
    'published 14 March 2025 (as given with the article)'
    >>> publication_words(Published.given("2025-03-14/"))
    'published on or after 14 March 2025 (as given with the article; it tells of later days)'
    >>> from dossier.model import PublicationWitness
    >>> other = PublicationWitness(When.parse("2020-08-04"), Method.URL)
    >>> publication_words(Published(When.parse("2025-03-14?"), Method.DATELINE, (other,)))
    'published 14 March 2025 (uncertain), from its dateline; its address has 4 August 2020'
    """
    if publication.when is None:
        return "publication date not known"
    words, known = when_words(publication.when), _METHOD_WORDS[publication.method]
    if publication.when.first is None and publication.method is not Method.GIVEN:
        known = f"an update or a copy is of this day, {known}"
    if publication.when.last is None:
        known = f"{known}; it tells of later days"
    if not publication.contradicted_by:
        return f"published {words} ({known})"
    others = [
        f"{_PLACE_WORDS[other.method]} has {when_words(other.when) if other.when else 'another day'}"
        for other in publication.contradicted_by
    ]
    return f"published {words}, {'; '.join((known, *others))}"


def brief_publication_words(publication: Published) -> str:
    """The same words without how the day is known, where that is as for most: a list of sources says it once.

    >>> brief_publication_words(Published.given("2025-03-14"))
    'published 14 March 2025'
    """
    return publication_words(publication).removesuffix(f" ({_METHOD_WORDS[Method.GIVEN]})")


def _period(period: Period) -> str:
    text = _calendar(period)
    if period.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH):
        text = f"about {text}"
    if period.qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH):
        text = f"{text} (uncertain)"
    return text


def _calendar(period: Period) -> str:
    match period.precision:
        case Precision.CENTURY:
            return f"the {period.start.year}s (century)"
        case Precision.DECADE:
            return f"the {period.start.year}s"
        case Precision.YEAR:
            return _year(period)
        case Precision.MONTH:
            return f"{_month(period)} {_year(period)}"
        case Precision.DAY:
            return _day(period)
        case Precision.MINUTE | Precision.SECOND:
            return f"{_day(period)}, {_clock(period)}{_zone(period)}"


def _year(period: Period) -> str:
    # a reader would not take a bare "476" for a year
    return f"AD {period.start.year}" if period.start.year < 1000 else str(period.start.year)


def _month(period: Period) -> str:
    # not from strftime, which follows the locale of the machine
    return month_name(period.start.month)


def _day(period: Period) -> str:
    return f"{period.start.day} {_month(period)} {_year(period)}"


def _clock(period: Period) -> str:
    return period.start.strftime("%H:%M" if period.precision is Precision.MINUTE else "%H:%M:%S")


def _zone(period: Period) -> str:
    if not period.zone:
        return ""
    return " UTC" if period.zone == "Z" else f" UTC{period.zone}"


def _interval(first: Period, last: Period) -> str:
    mark = first.qualifier if first.qualifier is last.qualifier else Qualifier.NONE
    if mark is Qualifier.UNCERTAIN:
        return f"between {_calendar(first)} and {_calendar(last)} (uncertain)"
    if mark is not Qualifier.NONE:
        # one "about" for both ends: about June–September 2012
        text = f"about {_interval(*(replace(period, qualifier=Qualifier.NONE) for period in (first, last)))}"
        return f"{text} (uncertain)" if mark is Qualifier.BOTH else text
    plain = first.qualifier is Qualifier.NONE and last.qualifier is Qualifier.NONE
    if plain and first.precision is last.precision and first.start.year == last.start.year:
        return _within_a_year(first, last)
    if plain and first.precision is last.precision is Precision.YEAR:
        return f"{_year(first)}–{last.start.year}"
    return f"{_period(first)} to {_period(last)}"


def _within_a_year(first: Period, last: Period) -> str:
    if first.precision is Precision.MONTH:
        return f"{_month(first)}–{_calendar(last)}"
    if first.precision is Precision.DAY:
        if first.start.month == last.start.month:
            return f"{first.start.day}–{_day(last)}"
        return f"{first.start.day} {_month(first)} to {_day(last)}"
    if first.start.date() == last.start.date() and first.zone == last.zone:
        return f"{_day(first)}, {_clock(first)}–{_clock(last)}{_zone(last)}"
    return f"{_calendar(first)} to {_calendar(last)}"
