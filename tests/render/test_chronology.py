"""The chronology under headings, the silences in it, and what is overdue."""

from dataclasses import replace

import pytest

from dossier.model import CERTAIN, Certainty, Factuality, Polarity, Realis
from dossier.render import briefing

PLAN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)


def told(desk, dates, expected=(), as_of="2021-05-01"):
    """A briefing in which something happened at each of the dates, and is expected at others."""
    articles = [desk.article(f"Varga fled {n} times.", ref=str(n)) for n in range(len(dates) + len(expected))]
    events = [
        desk.event(desk.evidence(article, "fled", None, desk.dating(edtf), PLAN if n >= len(dates) else CERTAIN))
        for n, (article, edtf) in enumerate(zip(articles, (*dates, *expected), strict=True))
    ]
    timeline = desk.timeline(articles, events[: len(dates)], as_of=as_of)
    return briefing(replace(timeline, expected=tuple(events[len(dates) :])), "g")


@pytest.mark.parametrize(
    ("dates", "parts"),
    [
        # few rows: no heading, and whole dates
        ("2019-03-01 2020-04-01", {"": "1 Mar 2019, 1 Apr 2020"}),
        # years with few rows stand together, one with some has a heading, and its dates leave the year out
        (
            "1980 2019-05 2020-12-30/2021-01-02 2021-03-01 2021-03-02~ 2021-03 2021 2021-04-05",
            {
                "1980–2020": "1980, In May 2019, 30 Dec 2020 to 2 Jan 2021",
                "2021": "1 Mar, About 2 Mar, In Mar, 2021, 5 Apr",
            },
        ),
        # months of a year with many rows; a row of no month stays with the one before it, one that goes back too
        (
            "2021 2021-03-01 2021-03-02 2021-03-03 2021-04-01 2021-03-30 2021 2021-04-05 2022-01-01",
            {
                "2021": "2021",
                "March 2021": "1 Mar, 2 Mar, 3 Mar",
                "April 2021": "1 Apr, 30 Mar, 2021, 5 Apr",
                "2022": "1 Jan",
            },
        ),
        ("2019-03 " * 8, {"March 2019": ", ".join(["In Mar"] * 8)}),
        ("", {}),
    ],
)
def test_rows_stand_under_the_headings_that_help(desk, dates, parts):
    page = told(desk, dates.split())
    found = {part.heading: ", ".join(entry.date for entry in part.entries) for part in page.chronology}
    assert found == parts
    assert [entry.row for part in page.chronology for entry in part.entries] == list(page.rows)


@pytest.mark.parametrize(
    ("dates", "silences"),
    [
        ("2019-01-01 2019-01-10 2019-12-01", {3: "10 months"}),
        ("1980 2019-05-01 2019-05-03", {2: "38 years"}),
        ("2019-01-01 2019-02-20", {2: "49 days"}),
        ("2019-01-01 2019-01-20", {}),
    ],
)
def test_a_long_silence_stands_before_the_row_that_ends_it(desk, dates, silences):
    entries = [entry for part in told(desk, dates.split()).chronology for entry in part.entries]
    assert {one.row.number: one.silence.lasts for one in entries if one.silence} == silences


@pytest.mark.parametrize(
    ("edtf", "as_of", "is_overdue"),
    [
        ("2021-04-30", "2021-05-01", True),
        ("2021-05-01", "2021-05-01", False),
        ("2021-05", "2021-05-01", False),
        ("/2021-04", "2021-05-01", True),
        ("2021-03-01/", "2021-05-01", False),
        (None, "2021-05-01", False),
        ("2021-04-30", None, False),
    ],
)
def test_what_was_expected_is_overdue_when_its_time_has_passed(desk, edtf, as_of, is_overdue):
    (row,) = told(desk, [], [edtf], as_of).expected
    assert row.is_overdue is is_overdue


def test_what_lasts_until_a_day_says_so_and_is_never_overdue(desk):
    article = desk.article("Keller ordered the closure of the port until 30 April.")
    event = desk.event(desk.evidence(article, "closure", None, desk.dating("/2021-04-30"), PLAN))
    (row,) = briefing(replace(desk.timeline([article], [], as_of="2021-05-01"), expected=(event,)), "g").expected
    assert (row.date, row.is_overdue) == ("Until 30 Apr 2021", False)
