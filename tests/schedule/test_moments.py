"""When a schedule calls for a build, on plain days and at both edges of daylight saving."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.project import Schedule
from dossier.schedule.moments import due_at, latest, moments
from tests.schedule.plans import utc

ZONES = [
    "Europe/London",
    "America/New_York",
    "America/Havana",  # the clock skips midnight
    "America/Sao_Paulo",  # it did until 2019
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Kathmandu",  # 5:45, never changed since 1986
    "Africa/Casablanca",  # back in Ramadan
    "Pacific/Apia",  # without 30 December 2011
    "Antarctica/Troll",  # by two hours
    "UTC",
]


@pytest.mark.parametrize(
    ("zone", "at", "after", "expected"),
    [
        ("Europe/London", ["03:15"], "2026-11-29T02:00", ["2026-11-29T03:15", "2026-11-30T03:15"]),
        ("Europe/London", ["03:15"], "2026-11-29T03:15", ["2026-11-30T03:15"]),
        ("America/New_York", ["03:15"], "2026-11-29T02:00", ["2026-11-29T08:15"]),
        ("UTC", ["03:15", "12:30"], "2026-11-29T04:00", ["2026-11-29T12:30", "2026-11-30T03:15"]),
        # the clock goes from 01:00 to 02:00 on 28 March 2027: once, when it has
        ("Europe/London", ["01:30"], "2027-03-27T12:00", ["2027-03-28T01:00", "2027-03-29T00:30"]),
        ("Europe/London", ["01:15", "01:30", "02:00"], "2027-03-28T00:00", ["2027-03-28T01:00", "2027-03-29T00:15"]),
        ("Europe/London", ["00:59", "03:15"], "2027-03-28T00:00", ["2027-03-28T00:59", "2027-03-28T02:15"]),
        # and from 02:00 to 01:00 on 31 October 2027: once, the first time
        ("Europe/London", ["01:30"], "2027-10-30T12:00", ["2027-10-31T00:30", "2027-11-01T01:30"]),
        ("Europe/London", ["01:00", "02:00"], "2027-10-30T12:00", ["2027-10-31T00:00", "2027-10-31T02:00"]),
        ("America/Havana", ["00:30"], "2027-03-13T12:00", ["2027-03-14T05:00", "2027-03-15T04:30"]),
        ("Australia/Lord_Howe", ["02:15"], "2026-10-03T00:00", ["2026-10-03T15:30", "2026-10-04T15:15"]),
        ("Pacific/Apia", ["03:15"], "2011-12-29T12:00", ["2011-12-29T13:15", "2011-12-30T10:00", "2011-12-30T13:15"]),
    ],
)
def test_the_next_builds(zone: str, at: list[str], after: str, expected: list[str]) -> None:
    schedule = Schedule(at=tuple(map(time.fromisoformat, at)))
    found = islice(moments(schedule, ZoneInfo(zone), utc(after)), len(expected))
    assert [moment.isoformat()[:16] for moment in found] == expected


def test_only_on_its_days() -> None:
    found = moments(Schedule(days=frozenset({0, 4})), ZoneInfo("Europe/London"), utc("2026-11-29T12:00"))
    assert [f"{moment:%a %d}" for moment in islice(found, 4)] == ["Mon 30", "Fri 04", "Mon 07", "Fri 11"]


zones = st.sampled_from(ZONES).map(ZoneInfo)
instants = st.integers(int(utc("2008-01-01").timestamp()), int(utc("2036-01-01").timestamp())).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
clock_times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
schedules = st.builds(
    Schedule,
    at=st.sets(clock_times, min_size=1, max_size=3).map(lambda times: tuple(sorted(times))),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)


def transitions(zone: ZoneInfo, year: int) -> list[datetime]:
    """The hours of a year in which the offset of a zone changes."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(366 * 24)]
    return [
        one for one, other in pairwise(hours) if one.astimezone(zone).utcoffset() != other.astimezone(zone).utcoffset()
    ]


EDGES = [(zone, edge) for zone in ZONES for year in (2011, 2027) for edge in transitions(ZoneInfo(zone), year)]


@given(st.sampled_from(EDGES), st.integers(-200, 200))
def test_a_build_is_due_when_the_clock_first_shows_its_time_or_a_later_one(
    edge: tuple[str, datetime], minutes: int
) -> None:
    zone, moment = ZoneInfo(edge[0]), edge[1]
    wall = moment.astimezone(zone).replace(tzinfo=None, second=0) + timedelta(minutes=minutes)
    scanned = (moment - timedelta(hours=30) + timedelta(minutes=minute) for minute in range(60 * 60))
    first = next(instant for instant in scanned if instant.astimezone(zone).replace(tzinfo=None) >= wall)
    assert due_at(wall.date(), wall.time(), zone) == first


@given(schedules, zones, instants)
def test_builds_are_in_order_each_once_and_none_is_left_out(
    schedule: Schedule, zone: ZoneInfo, after: datetime
) -> None:
    found = list(islice(moments(schedule, zone, after), 12))
    assert found == sorted(set(found))
    assert found[0] > after
    expected = {
        due_at(day, at, zone)
        for day in days_from(after.astimezone(zone).date() - timedelta(days=2), 10)
        for at in schedule.at
        if day.weekday() in schedule.days
    }
    end = min(found[-1], after + timedelta(days=7))
    assert {moment for moment in found if moment <= end} == {m for m in expected if after < m <= end}


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


@given(schedules, zones, instants, st.integers(0, 400))
def test_the_latest_is_the_one_before_the_next(schedule: Schedule, zone: ZoneInfo, now: datetime, minutes: int) -> None:
    found = latest(schedule, zone, now)
    assert found <= now < next(moments(schedule, zone, found))
    later = now + timedelta(minutes=minutes)
    assert latest(schedule, zone, later) >= found
