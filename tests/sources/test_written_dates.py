"""Dates in full: as given, as written in English, as stated in markup."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import When
from dossier.sources.dates import written_dates
from dossier.text.calendar_words import FULL_WEEKDAYS, SHORT_WEEKDAYS

WEEKDAYS = {**FULL_WEEKDAYS, **SHORT_WEEKDAYS}
MONTHS = (
    ["January", "Jan", "Jan.", "JANUARY"],
    ["February", "Feb", "Feb.", "FEBRUARY"],
    ["March", "Mar", "Mar.", "MARCH"],
    ["April", "Apr", "Apr.", "APRIL"],
    ["May", "MAY"],
    ["June", "Jun", "Jun.", "JUNE"],
    ["July", "Jul", "Jul.", "JULY"],
    ["August", "Aug", "Aug.", "AUGUST"],
    ["September", "Sep", "Sept", "Sept.", "SEPTEMBER"],
    ["October", "Oct", "Oct.", "OCTOBER"],
    ["November", "Nov", "Nov.", "NOVEMBER"],
    ["December", "Dec", "Dec.", "DECEMBER"],
)
DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


@settings(deadline=None)
@given(DAYS, st.data())
def test_a_written_date_is_its_day(day: date, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(MONTHS[day.month - 1]))
    form = data.draw(
        st.sampled_from(["{m} {d}, {y}", "{m} {d} {y}", "{d} {m} {y}", "{d} of {m}, {y}", "{m} {d:02}, {y}"])
    )
    assert written_dates.written(form.format(m=month, d=day.day, y=day.year)) == day


@settings(deadline=None)
@given(DAYS, st.sampled_from(sorted(WEEKDAYS)))
def test_a_wrong_weekday_is_no_date(day: date, weekday: str) -> None:
    right = WEEKDAYS[weekday] == day.weekday()
    found = written_dates.written(f"{day.day} {MONTHS[day.month - 1][0]} {day.year}", weekday.title())
    assert found == (day if right else None)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1)).filter(lambda day: day != date(1970, 1, 1)))
def test_a_stated_day_is_that_day_whatever_the_zone(day: date) -> None:
    for text in (
        f"{day}",
        f"{day}T23:59:59-12:00",
        f"{day} 00:00:00 +1400",
        f" {day:%Y/%m/%d} ",
        f"{day:%Y%m%d}",
    ):
        assert written_dates.stated(text) == When.day(day)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("2021-03-19T10:00:00.000Z", "2021-03-19", id="moment"),
        pytest.param("2021-03", "2021-03", id="a month stays a month"),
        pytest.param("2021", "2021", id="a year stays a year"),
        pytest.param("March 19, 2021", "2021-03-19", id="in words"),
        pytest.param("19 March 2021 10:00", "2021-03-19", id="in words with a time"),
        pytest.param("Fri, 19 Mar 2021 10:00:00 GMT", "2021-03-19", id="as in mail"),
        pytest.param("Mon, 19 Mar 2021 10:00:00 GMT", None, id="as in mail, wrong weekday"),
        pytest.param("2090-01-01", "2090-01-01", id="far ahead"),
        pytest.param("Fri Mar 19 21:30:09 EST 2021", "2021-03-19", id="as in Unix"),
        pytest.param("Mon Mar 19 21:30:09 EST 2021", None, id="as in Unix, wrong weekday"),
        pytest.param("3/19/2021 7:31:18 PM", "2021-03-19", id="in numbers with a time"),
        pytest.param("03/04/2021", None, id="two days at once"),
        pytest.param("3/4/2021 7:31:18 PM", None, id="two days at once, with a time"),
        pytest.param("2021-02-30", None, id="no such day"),
        pytest.param("2021-13", None, id="no such month"),
        pytest.param("0001-01-01T00:00:00Z", None, id="the year 1 of software"),
        pytest.param("1970-01-01T00:00:00+00:00", None, id="the zero of software"),
        pytest.param("1616198400", None, id="seconds"),
        pytest.param("2 days ago", None, id="relative"),
        pytest.param("today", None, id="today"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_what_markup_states(text: str, edtf: str | None) -> None:
    when = written_dates.stated(text)
    assert (when.edtf if when else None) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("2021-03-14", "2021-03-14", id="day"),
        pytest.param(" 2021-03 ", "2021-03", id="month"),
        pytest.param("2021?", "2021?", id="uncertain"),
        pytest.param("2021-03-14/2021-03-16", "2021-03-14/2021-03-16", id="interval"),
        pytest.param("2021-03-14T10:00", "2021-03-14T10:00", id="minute"),
        pytest.param("2021-03-14T10:00:00Z", "2021-03-14T10:00:00Z", id="second in UTC"),
        pytest.param("2021-03-14T10:00:00+01:00", "2021-03-14T10:00:00+01:00", id="second with zone"),
        pytest.param("2021-03-14 10:00:00 +0100", "2021-03-14T10:00:00+01:00", id="spaces, zone without colon"),
        pytest.param("2021-03-14T10:00:00.999999-05:30", "2021-03-14T10:00:00-05:30", id="fraction"),
        pytest.param("2021-03-14 10:00 UTC", "2021-03-14T10:00Z", id="UTC"),
    ],
)
def test_what_is_given(text: str, edtf: str) -> None:
    assert written_dates.given(text).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "14 March 2021",
        "14.3.2021",
        "2021-3-14",
        "2021-03-14T25:00",
        "20210314",
        "/",
        "2021-03-16/2021-03-14",
    ],
)
def test_what_is_not_given(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|bound|before"):
        written_dates.given(text)
