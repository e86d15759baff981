"""Calendar time: what EDTF means, what is no EDTF, and the algebra of intervals."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Period, Precision, Qualifier, When
from dossier.model.when import newest


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-03", "2019-03-01", "2019-03-31", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2019-12", "2019-12-01", "2019-12-31", "month"),
        ("2019-03-14", "2019-03-14", "2019-03-14", "day"),
        ("2019-03-14T15:00", "2019-03-14", "2019-03-14", "minute"),
        ("2019-03-14T23:59:59", "2019-03-14", "2019-03-14", "second"),
        ("2019-03-14T15:00:00Z", "2019-03-14", "2019-03-14", "second"),
        ("2019-03-14T15:00+01:00", "2019-03-14", "2019-03-14", "minute"),
        ("2019-03~", "2019-03-01", "2019-03-31", "month"),
        ("2019?", "2019-01-01", "2019-12-31", "year"),
        ("2019%", "2019-01-01", "2019-12-31", "year"),
        ("196X", "1960-01-01", "1969-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("0044", "0044-01-01", "0044-12-31", "year"),
        ("0400-02-29", "0400-02-29", "0400-02-29", "day"),
        ("2019-03-03/2019-03-05", "2019-03-03", "2019-03-05", None),
        ("2019/2020-03", "2019-01-01", "2020-03-31", None),
        ("/2025-03-14", None, "2025-03-14", None),
        ("../2025-03-14", None, "2025-03-14", None),
        ("2019/", "2019-01-01", None, None),
        ("2019/..", "2019-01-01", None, None),
    ],
)
def test_meaning(edtf: str, earliest: str | None, latest: str | None, precision: str | None) -> None:
    when = When.parse(edtf)
    assert when.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert when.latest == (date.fromisoformat(latest) if latest else None)
    assert when.precision == precision
    assert When.parse(when.edtf) == when
    assert when.edtf == edtf.replace("..", "")


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "../..", "19", "2019-13", "2019-00", "2019-02-29", "2019-02-30", "2019-3-14", "20190314", "2019/2018",
        "2019-03-14/2019-03-13", "0000", "9999", "19X9", "196X-03", "March 2019", "2019-03-14T25:00",
        "2019-03-14T15", "2019-03Z", "2019-03-14 15:00", "2019/2020/2021", "٢٠١٩", " 2019", "2019-W10",
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        When.parse(text)


days = st.dates(date(1, 1, 1), date(9990, 12, 31))
periods = st.builds(
    lambda moment, precision, qualifier: Period(Period.of(moment, precision).start, precision, qualifier),
    st.datetimes(datetime(101, 1, 1), datetime(9890, 12, 31)),
    st.sampled_from(Precision),
    st.sampled_from(Qualifier),
)


@st.composite
def times(draw: st.DrawFn) -> When:
    first, last = draw(periods), draw(periods)
    if first.start > last.start:
        first, last = last, first
    shape = draw(st.sampled_from(["one", "interval", "until", "from"]))
    if shape == "one" or (shape == "interval" and first.start >= last.end):
        return When.of(first)
    return When(None if shape == "until" else first, None if shape == "from" else last)


@given(times())
def test_edtf_out_and_in(when: When) -> None:
    assert When.parse(when.edtf) == when


@given(periods)
def test_the_days_of_a_period_are_those_it_covers(period: Period) -> None:
    when = When.of(period)
    within_a_day = period.precision in (Precision.MINUTE, Precision.SECOND)
    last = period.start.date() if within_a_day else period.end.date() - timedelta(days=1)
    assert (when.earliest, when.latest) == (period.start.date(), last)


@given(st.datetimes(datetime(101, 1, 1), datetime(9890, 12, 31)), st.sampled_from(Precision))
def test_a_moment_lies_in_its_period(moment: datetime, precision: Precision) -> None:
    period = Period.of(moment, precision)
    assert period.start <= moment < period.end


@given(times(), times())
def test_before_and_overlap_exclude_each_other(one: When, other: When) -> None:
    assert not (one.before(other) and other.before(one))
    assert one.overlaps(other) == (not one.before(other) and not other.before(one))
    assert one.overlaps(other) == other.overlaps(one)


@given(times(), times())
def test_what_contains_overlaps(one: When, other: When) -> None:
    assert one.contains(one)
    if one.contains(other):
        assert one.overlaps(other)
    if one.contains(other) and other.contains(one):
        assert (one.start, one.end) == (other.start, other.end)


@given(days)
def test_a_day_is_itself(day: date) -> None:
    when = When.day(day)
    assert (when.earliest, when.latest, when.edtf) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    ("start", "precision", "zone"),
    [
        (datetime(2019, 3, 14), Precision.YEAR, ""),
        (datetime(2019, 3, 14), Precision.MONTH, ""),
        (datetime(2019, 3, 14, 15), Precision.DAY, ""),
        (datetime(2015, 1, 1), Precision.DECADE, ""),
        (datetime(2019, 3, 14), Precision.DAY, "Z"),
        (datetime(9999, 1, 1), Precision.YEAR, ""),
    ],
)
def test_a_period_begins_where_such_units_begin(start: datetime, precision: Precision, zone: str) -> None:
    with pytest.raises(ValueError, match=r"begins|zone|beyond"):
        Period(start, precision, zone=zone)


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        (["2025-03-14", None, "2025-03-19?", "2024"], "2025-03-19?"),
        (["2025-03-14", "/2025-03-25"], "2025-03-25"),
        (["2025-03-14", "2025-03-01/"], "2025-03-14"),
        ([None], None),
    ],
)
def test_the_newest_of_several_dates(dates: list[str | None], edtf: str | None) -> None:
    found = newest(When.parse(date) if date else None for date in dates)
    assert (found.edtf if found else None) == edtf
