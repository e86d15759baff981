"""Lines that say when an article was published: line in, days out ("/" before the day of an update)."""

import pytest

from dossier.model import When
from dossier.sources.dates.date_stamps import OpeningLine, stamps

STAMPED = [
    ("By Ada Sund, July 21, 2017", ["2017-07-21"]),
    ("July 21, 2017 | By Ada Sund and Bo Ek, Coast Weekly", ["2017-07-21"]),
    ("By Ada Sund in Rome • 21 July 2017 • 4 min read", ["2017-07-21"]),
    ("Story by Ada Sund – 2017-07-21", ["2017-07-21"]),
    ("Posted by Ada Sund on July 21, 2017", ["2017-07-21"]),
    ("This article was originally published on July 21, 2017", ["2017-07-21"]),
    ("Date of publication: 21 July 2017", ["2017-07-21"]),
    ("First published 21 July 2017, updated 25 July 2017", ["2017-07-21", "/2017-07-25"]),
    ("Updated July 25, 2017 10:02 am; Published July 21, 2017 9:10 am", ["/2017-07-25", "2017-07-21"]),
    ("21 July 2017 (updated 25 July 2017)", ["2017-07-21", "/2017-07-25"]),
    ("Published 21 July 2017, updated 25 July", ["2017-07-21"]),
    ("21 July 2017, updated at 14:05 GMT", ["2017-07-21"]),
    ("Published 9:30 pm Eastern time, July 21, 2017", ["2017-07-21"]),
    ("2017-07-21 14:05", ["2017-07-21"]),
    ("Published 21-Jul-2017", ["2017-07-21"]),
    ("July 21, 2017, Friday", ["2017-07-21"]),
    ("Last updated: 21 July 2017", ["/2017-07-21"]),
    ("Last update: 14:05 GMT, 21 July 2017", ["/2017-07-21"]),
    ("Page last modified on 21 July 2017", ["/2017-07-21"]),
    ("Date modified: 2017-07-21", ["/2017-07-21"]),
    ("Updated by Bo Ek on 21 July 2017", ["/2017-07-21"]),
    ("[UPDATE, July 21, 2017:]", ["/2017-07-21"]),
    ("Updated as of July 21, 2017", ["/2017-07-21"]),
    ("Last updated | July 21, 2017", ["/2017-07-21"]),
    ("LAST UPDATED ON FRIDAY, JULY 21, 2017, 10:15 A.M. EDT", ["/2017-07-21"]),
    ("Published online 21 July 2017", ["2017-07-21"]),
    ("Accessed 21 July 2017", ["/2017-07-21"]),
    ("July 21, 2017 9:30 PM EDT, updated 2 hours ago", ["2017-07-21"]),
    ("Published 2017-07-21T21:30:00-04:00", ["2017-07-21"]),
    ("Published: Fri, 21 Jul 2017 21:30:00 -0400", ["2017-07-21"]),
    ("Published 21/07/2017, updated 25/07/2017", ["2017-07-21", "/2017-07-25"]),
    ("Published 03/04/2021", []),
    ("Updated at 14:05 GMT", []),
    ("July 21, 2017 – July 25, 2017", []),
    ("By the end of July 21, 2017", []),
    ("The raid by Ada Sund on July 21, 2017", []),
    ("The report was published on July 21, 2017 in Rome", []),
    ("She updated it on July 21, 2017", []),
    ("State Budget | July 21, 2017", []),
    ("Published Monday, July 21, 2017", []),
    ("Updated July 21, 2017 " * 12, []),
]


@pytest.mark.parametrize(("line", "days"), STAMPED, ids=[line[:60] for line, _ in STAMPED])
def test_a_line_counts_as_a_whole(line: str, days: list[str]) -> None:
    found = [f"{'/' if stamp.is_of_update else ''}{stamp.day}" for stamp in stamps(OpeningLine(line))]
    assert found == days


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Ada Sund | 21 July 2017 | Share", ["2017-07-21"]),
        ("Crime desk, updated 25 July 2017", ["2017-07-25"]),
        ("21 July 2017 25 July 2017", []),
        ("Ada Sund", []),
    ],
)
def test_a_block_marked_as_a_byline_may_hold_any_words(line: str, days: list[str]) -> None:
    assert [stamp.day.isoformat() for stamp in stamps(OpeningLine(line, is_byline=True))] == days


@pytest.mark.parametrize(
    ("line", "near", "days"),
    [
        ("By Ada Sund, July 21", "2017-07-22", ["2017-07-21"]),
        ("Updated Dec. 31", "2018-01-02", ["2017-12-31"]),
        ("Friday, July 21, 9:30 pm EDT", "2017-07-22", ["2017-07-21"]),
        ("Monday, July 21", "2017-07-22", []),
        ("July 21", "2017-09-01", []),
        ("July 21", None, []),
        ("July 21 – July 25, 2017", "2017-07-22", []),
        ("July 21 was a cold day", "2017-07-22", []),
    ],
)
def test_a_day_without_a_year_gets_it_from_a_day_near_it(line: str, near: str | None, days: list[str]) -> None:
    found = stamps(OpeningLine(line), [When.parse(near)] if near else [])
    assert [stamp.day.isoformat() for stamp in found] == days


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("July 21, 2017 at 8:30 p.m. MDT", "2017-07-22T02:30"),
        ("21 July 2017, 22.15 GMT", "2017-07-21T22:15"),
        ("2017-07-21 22:15 +02:00", "2017-07-21T20:15"),
        ("21 July 2017, 22:15", None),
        ("21 July 2017, 22:15 IST", None),
        ("21 July 2017, 22:15 QQQ", None),
        ("21 July 2017", None),
    ],
)
def test_a_clock_time_with_its_zone_is_a_moment(line: str, moment: str | None) -> None:
    [stamp] = stamps(OpeningLine(line))
    in_utc = stamp.moment and stamp.moment - (stamp.moment.utcoffset() or stamp.moment.resolution * 0)
    assert (in_utc.replace(tzinfo=None).isoformat(timespec="minutes") if in_utc else None) == moment


@pytest.mark.parametrize("words", ["Published on ", "by Ada ", "Updated at 14:05 ", "Date of the ", "- "])
def test_a_hostile_line_takes_no_time(words: str) -> None:
    assert stamps(OpeningLine((words * 40)[:145] + " 3 May 2021 x")) == []
