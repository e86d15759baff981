"""What holds of every time in every text of the table of expressions, whenever it was published."""

import calendar
import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dossier.model import Basis, When
from tests.annotate.tagging import Found, tag
from tests.annotate.test_expressions import TABLE

ROOT = Path(__file__).parents[2]
TEXTS = sorted({row.text for row in TABLE})
BY_THE_DAY = [
    "He was arrested today.",
    "He was arrested yesterday.",
    "He was arrested the day before yesterday.",
    "He will be released tomorrow.",
    "He will speak tonight.",
    "He was arrested on Monday.",
    "He was arrested on Sunday.",
    "The council will meet on Wednesday.",
    "The prisoners fled last Tuesday.",
    "The trial will begin next Friday.",
    "Two men were shot on Saturday evening.",
    "Two men were shot this morning.",
    "Two men were shot last night.",
    "Prices rose this week.",
    "Prices rose last week.",
    "Prices will rise next week.",
    "Thousands marched last weekend.",
    "Prices doubled in the past week.",
    "Prices doubled in the past 10 days.",
    "The tunnel flooded two days ago.",
    "The tunnel flooded three weeks ago.",
    "The blast came at 3:45 p.m. and killed two.",
]
CYCLE = timedelta(days=146097)
"""Four hundred years: the calendar, weekdays and leap years included, comes round again."""
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (1, 2)}

publication_days = st.dates(date(1850, 1, 1), date(2150, 12, 31))
thorough = settings(deadline=None, max_examples=200)


@thorough
@given(st.sampled_from(TEXTS), st.none() | publication_days)
def test_edtf_out_and_in(text: str, published: date | None) -> None:
    for time in tag(text, published):
        if time.edtf is not None:
            assert When.parse(time.edtf) == time.dating.when


@thorough
@given(st.sampled_from(TEXTS), st.none() | publication_days)
def test_the_bounds_contain_the_value(text: str, published: date | None) -> None:
    """But for a unit that the publication cuts in two ("later this month"): then they lie within it."""
    for time in tag(text, published):
        days, when = days_of(time.value), time.dating.when
        is_cut = text[time.start : time.end].lower().startswith(("earlier", "later"))
        if days and when and is_cut and when.earliest and when.latest:
            assert days[0] <= when.earliest, time
            assert when.latest <= days[1], time
        elif days and when:
            assert when.earliest is None or when.earliest <= days[0], time
            assert when.latest is None or days[1] <= when.latest, time


@thorough
@given(st.sampled_from(TEXTS), st.none() | publication_days)
def test_times_stand_in_order_and_apart(text: str, published: date | None) -> None:
    end = 0
    for time in tag(text, published):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@thorough
@given(st.sampled_from(TEXTS), st.none() | publication_days)
def test_an_anchor_is_the_publication_or_an_earlier_dated_time(text: str, published: date | None) -> None:
    found = tag(text, published)
    for position, time in enumerate(found):
        dated = [f"t{number}" for number, other in enumerate(found[:position], start=1) if other.dating.when]
        assert time.dating.anchor in (None, *dated, *(["published"] if published else []))
        assert time.dating.basis is not Basis.RELATIVE or time.dating.anchor


@thorough
@given(st.sampled_from(BY_THE_DAY), publication_days, st.integers(-500, 500))
def test_weeks_later_days_are_weeks_later(text: str, published: date, weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    (before,), (after,) = tag(text, published), tag(text, published + shift)
    assert alike(before, after)
    assert (bounds(after), days_of(after.value)) == (moved(bounds(before), shift), moved(days_of(before.value), shift))
    assert bounds(before) != (None, None)


@thorough
@given(st.sampled_from(TEXTS), st.dates(date(1710, 1, 1), date(1790, 12, 31)))
def test_four_hundred_years_later_relative_times_are_as_much_later(text: str, published: date) -> None:
    assume("Easter" not in text)  # its moon comes round after millions of years
    before, after = tag(text, published), tag(text, published + CYCLE)
    # a year with the number of a footnote is read only once it has come: it is in one of the two, and not relative
    assume(all(time.dating.anchor == "published" or time.dating.when is None for time in (*before, *after)))
    assert len(before) == len(after)
    for early, late in zip(before, after, strict=True):
        assert alike(early, late)
        assert bounds(late) == moved(bounds(early), CYCLE)


@pytest.mark.parametrize("text", BY_THE_DAY)
def test_without_a_publication_date_they_have_no_calendar_time(text: str) -> None:
    for published in (None, "2025-03", "2025"):
        assert [time.edtf for time in tag(text, published)] == [None]


# The same program in two worlds: the second has another date, time zone, locale, hash seed and year of the clock.
READ = "from dossier.cli import main; main()"
CLOCK_SET_BACK = """
import datetime, locale, time
import msgspec, spacy  # these build on the classes below, and read no date
class Like(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])
class Day(datetime.date, metaclass=Like):
    today = classmethod(lambda cls: cls(1987, 6, 5))
class Moment(datetime.datetime, metaclass=Like):
    today = utcnow = classmethod(lambda cls: cls(1987, 6, 5, 4, 3, 2))
    now = classmethod(lambda cls, tz=None: cls(1987, 6, 5, 4, 3, 2, tzinfo=tz))
datetime.date, datetime.datetime = Day, Moment
time.time = lambda: 549864182.0
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
"""
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}


@pytest.mark.slow
def test_neither_clock_nor_zone_nor_locale_of_the_machine_matter(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    some = TEXTS[::4]
    dates = [{}, {"published": "2025-03-14"}, {"published": "1998-02-27"}]
    lines = [{"text": text, **dates[number % len(dates)]} for number, text in enumerate(some)]
    articles.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    here = annotated(articles, READ, HERE)
    assert here.count(b"\n") == len(some)
    assert annotated(articles, CLOCK_SET_BACK + READ, ELSEWHERE) == here


def annotated(articles: Path, program: str, world: dict[str, str]) -> bytes:
    """What ``dossier annotate`` writes, run by that program in that environment."""
    env = {**os.environ, **world, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, "annotate", str(articles)]
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def alike(one: Found, other: Found) -> bool:
    """Whether both are the same words, read by the same rule to the same type and precision."""
    return outline(one) == outline(other)


def outline(time: Found) -> tuple[object, ...]:
    """All but the date."""
    form = re.sub(r"\d", "0", time.edtf or "")
    return time.start, time.end, time.type, time.rule, form, time.dating.basis, time.dating.anchor


def bounds(time: Found) -> tuple[date | None, date | None]:
    """Its first and last day, None where there is no bound."""
    when = time.dating.when
    return (when.earliest, when.latest) if when else (None, None)


def moved(days: tuple[date | None, ...] | None, shift: timedelta) -> tuple[date | None, ...] | None:
    """The days so much later."""
    return days and tuple(day and day + shift for day in days)


def days_of(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 value of the calendar; None for any other."""
    found = re.fullmatch(r"(\d{2,4})(?:-(?:(W)?(\d\d)(-WE|-\d\d)?|([QH])(\d)|(SP|SU|FA|WI)))?(?:T.*)?", value)
    if found is None:
        return None
    year, week, number, rest, part, count, season = found.groups()
    if len(year) < 4:
        unit = 10 ** (4 - len(year))
        return date(int(year) * unit, 1, 1), date(int(year) * unit + unit - 1, 12, 31)
    if week:
        return date.fromisocalendar(int(year), int(number), 6 if rest else 1), date.fromisocalendar(
            int(year), int(number), 7
        )
    if rest:
        day = date(int(year), int(number), int(rest[1:]))
        return day, day
    if part:
        length = 3 if part == "Q" else 6
        return months(int(year), length * (int(count) - 1) + 1, length * int(count))
    first, last = SEASONS[season] if season else (int(number), int(number)) if number else (1, 12)
    return months(int(year), first, last)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first day of the one month and the last day of the other."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
