"""Datelines: text in, day out. None means: nothing is read into it."""

import pytest

from dossier.model import When
from dossier.sources.dates import dateline

PROSE = "The harbour board voted to close the old pier after an inspection found that its beams had rotted."


def _found(text: str, period: str | None = None) -> str | None:
    signs = dateline.signs(text, [When.parse(period)] if period else [])
    return signs[0].when.edtf if signs else None


ALONE = [
    ("Friday, July 21, 2017", "2017-07-21"),
    ("July 21, 2017", "2017-07-21"),
    ("July 21 2017", "2017-07-21"),
    ("21 July 2017", "2017-07-21"),
    ("Fri 21 July 2017", "2017-07-21"),
    ("Fri., 21st of July, 2017", "2017-07-21"),
    ("JULY 21, 2017", "2017-07-21"),
    ("Sept. 3, 2017", "2017-09-03"),
    ("3 Sep 2017", "2017-09-03"),
    ("February 29, 2020", "2020-02-29"),
    ("2017-07-21", "2017-07-21"),
    ("**July 21, 2017**", "2017-07-21"),
    ("_Published July 21, 2017_", "2017-07-21"),
    ("Published July 21, 2017", "2017-07-21"),
    ("Published on Friday, 21 July 2017 at 10:30 a.m. ET", "2017-07-21"),
    ("Published: July 21, 2017 10:30 GMT+1", "2017-07-21"),
    ("First published 21 July 2017, 22.15", "2017-07-21"),
    ("Posted on July 21, 2017 | 9 PM", "2017-07-21"),
    ("Date: 21 July 2017", "2017-07-21"),
    ("Updated 10:30 AM ET, Fri July 21, 2017", "/2017-07-21"),
    ("Last updated: July 21, 2017.", "/2017-07-21"),
    ("Monday, July 21, 2017", None),
    ("February 30, 2017", None),
    ("July 21", None),
    ("July 2017", None),
    ("2017", None),
    ("07/21/2017", "2017-07-21"),
    ("03/04/2021", None),
    ("21.07.2017", "2017-07-21"),
    ("**Published:** 21 July 2017", "2017-07-21"),
    ("*By Ada Sund* | **21 July 2017**", "2017-07-21"),
    ("Updated\n21 July 2017", "/2017-07-21"),
    ("Published\n21 July 2017\nUpdated\n25 July 2017", "2017-07-21"),
    ("today", None),
    ("Friday", None),
    ("Yesterday, July 21, 2017", None),
    ("On July 21, 2017", None),
    ("July 21, 2017 was a long day", None),
    ("Since July 21, 2017", None),
    ("© July 21, 2017", None),
    ("Copyright 21 July 2017", None),
    ("Born July 21, 2017", None),
    ("July 21-23, 2017", None),
    ("July 21, 17", None),
    ("July 21, 20177", None),
]


@pytest.mark.parametrize(("line", "day"), ALONE, ids=[line for line, _ in ALONE])
def test_a_line_that_is_nothing_but_a_date(line: str, day: str | None) -> None:
    assert _found(f"Old pier to close\n\n{line}\n\n{PROSE}") == day


PLACED = [
    ("BAGHDAD, March 14, 2025 — ", "2025-03-14"),
    ("BAGHDAD (AP) — March 14, 2025 — ", "2025-03-14"),
    ("BAGHDAD, March 14, 2025 (AP) -- ", "2025-03-14"),
    ("BAGHDAD, 14 March 2025 – ", "2025-03-14"),
    ("BAGHDAD, Friday, March 14, 2025 - ", "2025-03-14"),
    ("BEIRUT, Lebanon, March 14, 2025 — ", "2025-03-14"),
    ("WASHINGTON, D.C., March 14, 2025 /PRNewswire/ -- ", "2025-03-14"),
    ("NEW YORK (Reuters), March 14, 2025 - ", "2025-03-14"),
    ("ST. JOHN'S, March 14, 2025 — ", "2025-03-14"),
    ("SÃO PAULO, March 14, 2025 — ", "2025-03-14"),
    ("AIX-EN-PROVENCE, MARCH 14, 2025 — ", "2025-03-14"),
    ("MOSCOW, March 14, 2025. /TASS/. ", "2025-03-14"),
    ("BAGHDAD, Monday, March 14, 2025 — ", None),
    ("BAGHDAD, March 14 — ", None),
    ("BAGHDAD (Reuters) - ", None),
    ("BAGHDAD, March 14, 2025, saw ", None),
    ("On Friday, March 14, 2025 — ", None),
    ("In BAGHDAD, March 14, 2025 — ", None),
    ("BAGHDAD, March 14-16, 2025 — ", None),
    ("BAGHDAD, 03/04/2025 — ", None),
    ("BORN March 14, 1925 — ", None),
    ("BAGHDAD, the city that March 14, 2025 — ", None),
]


@pytest.mark.parametrize(("opening", "day"), PLACED, ids=[opening.strip() for opening, _ in PLACED])
def test_a_place_and_a_date_before_the_first_paragraph(opening: str, day: str | None) -> None:
    assert _found(f"{opening}{PROSE}") == day
    assert _found(f"Old pier to close\nBy Ada Sund\n\n{opening}{PROSE}") == day


YEARLESS = [
    ("BAGHDAD, March 14 — ", "2025", "2025-03-14"),
    ("BAGHDAD, March 14 — ", "2025-03", "2025-03-14"),
    ("BAGHDAD, Friday, March 14 — ", "2025", "2025-03-14"),
    ("BEIJING, March 14 (Xinhua) -- ", "2025", "2025-03-14"),
    ("LONDON (Reuters), March 14 - ", "2025", "2025-03-14"),
    ("BAGHDAD, March 14 — ", "2025-03-14", "2025-03-14"),
    ("BAGHDAD, March 14 — ", None, None),
    ("BAGHDAD, Monday, March 14 — ", "2025", None),
    ("BAGHDAD, April 2 — ", "2025-03", None),
    ("BAGHDAD, March 14 — ", "2025-03-15", "2025-03-14"),
    ("BAGHDAD, Dec. 31 — ", "2025-01-02", "2024-12-31"),
    ("BAGHDAD, March 14 — ", "2025-04-02", None),
    ("BAGHDAD, February 29 — ", "2025", None),
    ("BAGHDAD, March 14 — ", "202X", None),
    ("BAGHDAD, March 14 — ", "/2025-03-20", None),
    ("March 14\n", "2025", None),
]


@pytest.mark.parametrize(
    ("opening", "period", "day"), YEARLESS, ids=[f"{row[0].strip()} in {row[1]}" for row in YEARLESS]
)
def test_a_year_comes_from_elsewhere_or_not_at_all(opening: str, period: str | None, day: str | None) -> None:
    assert _found(f"{opening}{PROSE}", period) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"July 21, 2017\n{PROSE}", "2017-07-21", id="first line"),
        pytest.param(f"\n\n\r\n  July 21, 2017\r\n{PROSE}", "2017-07-21", id="blank lines and CRLF before it"),
        pytest.param(f"a\nb\nc\nd\ne\nJuly 21, 2017\n{PROSE}", "2017-07-21", id="sixth line"),
        pytest.param(f"a\nb\nc\nd\ne\nf\nJuly 21, 2017\n{PROSE}", None, id="seventh line"),
        pytest.param(f"{PROSE} {PROSE}\n\nJuly 21, 2017\n", None, id="below a paragraph"),
        pytest.param("July 21, 2017\nIt began.\nJuly 25, 2017\nIt ended.", None, id="a chronicle"),
        pytest.param("July 21, 2017\nIt began.\nJuly 21, 2017", "2017-07-21", id="the same day twice"),
        pytest.param(
            "Published August 1, 2017\nJuly 21, 2017\nIt began.\nJuly 25, 2017",
            "2017-08-01",
            id="a chronicle, dated",
        ),
        pytest.param("Updated July 22, 2017\nPublished July 21, 2017\n", "2017-07-21", id="published before updated"),
        pytest.param("Updated July 22, 2017\nROME, July 21, 2017 — Rain.", "2017-07-21", id="place before updated"),
        pytest.param("Monday, July 21, 2017\nJuly 22, 2017\n", "2017-07-22", id="a wrong weekday is passed over"),
        pytest.param("ROME, July 21, 2017 — Rain.\nPublished July 22, 2017", "2017-07-22", id="a line before a place"),
        pytest.param(
            "Updated July 22, 2017\nROME, July 21 — Rain.", "2017-07-21", id="an update gives a dateline its year"
        ),
        pytest.param("Updated July 22, 2017\nROME, May 21 — Rain.", "/2017-07-22", id="not months before it"),
        pytest.param(f"Old pier\n{PROSE} {PROSE}\nPublished July 21, 2017", "2017-07-21", id="the last line"),
        pytest.param(f"Old pier\n{PROSE} {PROSE}\nBy Ada Sund, July 21, 2017", None, id="an author at the end"),
        pytest.param(f"July 20, 2017\n{PROSE} {PROSE}\nPublished July 21, 2017", "2017-07-20", id="first and last"),
        pytest.param("By Ada Sund\nJuly 21, 2017\nBy Bo Ek\nJuly 25, 2017", "2017-07-21", id="authors above dates"),
        pytest.param("", None, id="nothing"),
        pytest.param("A-" * 50_000 + "\n" + "A'" * 50_000, None, id="hostile capitals"),
        pytest.param("July 21, 2017\n" + ("Published" + " " * 120 + "x\n") * 5_000, "2017-07-21", id="hostile spaces"),
        pytest.param("ROME" + ", Aaaa" * 50_000, None, id="hostile regions"),
    ],
)
def test_where_it_may_stand(text: str, day: str | None) -> None:
    assert _found(text) == day
