"""Dates as feeds, databases and tools write them: each is read to what it says, and what may be two days is none."""

import pytest

from dossier.sources.dates.feed_dates import feed_date


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        pytest.param("2025-03-19", "2025-03-19", id="a day"),
        pytest.param("2025-03-19 00:00:00", "2025-03-19", id="midnight without a zone"),
        pytest.param("2025-03-19T00:00:00Z", "2025-03-19T00:00:00Z", id="midnight in UTC"),
        pytest.param("2025-03-19 10:05:00+01", "2025-03-19T10:05:00+01:00", id="PostgreSQL"),
        pytest.param("2025-03-19T10:05:00.123+0000", "2025-03-19T10:05:00+00:00", id="zone without a colon"),
        pytest.param("20250319T101500Z", "2025-03-19T10:15:00Z", id="GDELT"),
        pytest.param("20250319101500", "2025-03-19T10:15:00", id="GDELT, in one number"),
        pytest.param("Wed, 19 Mar 2025 10:15:00 GMT", "2025-03-19T10:15:00Z", id="RSS"),
        pytest.param("Wed, 19 Mar 2025 10:15 EST", "2025-03-19T10:15:00-05:00", id="zone by name"),
        pytest.param("Wed, 19 Mar 2025 10:15:00 CET", "2025-03-19T10:15:00", id="zone that mail does not know"),
        pytest.param("Thu, 19 Mar 2025 10:15:00 GMT", None, id="another weekday"),
        pytest.param("Wed Mar 19 20:19:24 +0000 2025", "2025-03-19T20:19:24Z", id="X"),
        pytest.param(1742379300, "2025-03-19T10:15:00Z", id="seconds"),
        pytest.param("1742379300000", "2025-03-19T10:15:00Z", id="thousandths"),
        pytest.param(1742379300.5, "2025-03-19T10:15:00Z", id="a fraction"),
        pytest.param({"$date": {"$numberLong": "1742379300000"}}, "2025-03-19T10:15:00Z", id="MongoDB"),
        pytest.param(20250319, "2025-03-19", id="a day in one number"),
        pytest.param(2025, "2025", id="a year"),
        pytest.param("19 March 2025", "2025-03-19", id="in words"),
        pytest.param("March 19, 2025 10:05 AM", "2025-03-19", id="in words, with an hour"),
        pytest.param("19.03.2025, 10:05", "2025-03-19", id="in numbers, one day"),
        pytest.param("03/04/2021", None, id="in numbers, either of two"),
        pytest.param(0, None, id="zero"),
        pytest.param("1970-01-01T00:00:00Z", None, id="zero as a moment"),
        pytest.param("0001-01-01T00:00:00", None, id="the first of all days"),
        pytest.param(12345, None, id="an id"),
        pytest.param(True, None, id="a flag"),
        pytest.param("2025-02-30", None, id="no such day"),
        pytest.param(["2025-03-19"], None, id="a list"),
        pytest.param("9" * 5000, None, id="many digits"),
    ],
)
def test_what_a_value_says(value: object, edtf: str | None) -> None:
    found = feed_date(value)
    assert (found.edtf if found else None) == edtf
