"""Charts: what is drawn, what is counted, and what is left to the caption."""

import re
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from lxml import etree

from dossier.render import charts
from dossier.render.chart_context import ChartMark
from dossier.render.chart_outliers import without_outliers
from dossier.render.row_context import Status
from dossier.render.tally import tally

DAY = timedelta(days=1)
SVG = "{http://www.w3.org/2000/svg}"


def mark(number: int, start: datetime, length: timedelta = DAY, status: Status = Status.FACT) -> ChartMark:
    return ChartMark(number, start, start + length, status)


def many(count: int, step: int = 9) -> list[ChartMark]:
    return [mark(n, datetime(2019, 1, 1) + n * step * DAY, status=list(Status)[n % 3]) for n in range(count)]


FEW = [
    mark(1, datetime(2018, 1, 1), 365 * DAY),
    mark(3, datetime(2019, 3, 3), status=Status.UNSURE),
    mark(4, datetime(2019, 5, 1), 92 * DAY, Status.NEGATED),
]


def labels(svg: str) -> list[str]:
    return [text.text for text in etree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    "marks",
    [[], [mark(1, datetime(2019, 1, 1))], [mark(1, datetime(2019, 1, 1)), mark(2, datetime(2019, 1, 1))]],
)
def test_nothing_to_compare_is_no_chart(marks):
    assert charts.timeline(marks, 0) is None


def test_few_rows_stand_by_number():
    figure = charts.timeline(FEW, 2)
    assert not figure.is_count
    assert labels(figure.svg)[-3:] == ["1", "3", "4"]
    assert "Not drawn: 2 with a date that is open at one end." in figure.caption
    assert figure.statuses == (Status.FACT, Status.UNSURE, Status.NEGATED)


def test_a_day_is_a_dot_and_more_is_a_bar():
    root = etree.fromstring(charts.timeline(FEW, 0).svg)
    groups = {group.get("class", "") for group in root.iter(f"{SVG}g")}
    paths = {
        name: len(group.findall(f".//{SVG}path[@fill]"))
        for group in root.iter(f"{SVG}g")
        for name in [group.get("class", "")]
    }
    assert any("mark-rect" in name for name in groups)
    assert sum(count for name, count in paths.items() if name.startswith("mark-rect")) == 2
    assert sum(count for name, count in paths.items() if name.startswith("mark-symbol")) == 1


def test_statuses_differ_without_colour():
    marks = [mark(n, datetime(2019, n, 3), status=status) for n, status in enumerate(Status, 1)]
    root = etree.fromstring(charts.timeline(marks, 0).svg)
    dots = [p for p in root.iter(f"{SVG}path") if p.get("fill") and p.get("transform")]
    looks = {(path.get("d"), path.get("fill")) for path in dots}
    assert len(looks) == 3


def test_the_chart_has_a_title_and_a_description():
    svg = charts.timeline(FEW, 0).svg
    root = etree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "3 entries, 2018 to 2019"
    assert root.find(f"{SVG}desc").text.startswith("Entries by number.")


def test_many_rows_are_counted():
    figure = charts.timeline(many(60), 3)
    assert figure.is_count
    caption = "Entries per month: the 60 whose date or report lies within one month."
    assert figure.caption == f"{caption} Not counted: 3 with a longer or open date."


def test_nothing_is_linked_or_fetched():
    for marks in (FEW, many(60)):
        svg = charts.timeline(marks, 0).svg
        assert set(re.findall(r"https?://[^\"]*", svg)) == {
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xlink",
        }
        assert "href" not in svg


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (datetime(2020, 1, 1), datetime(2020, 1, 3)),
        (datetime(2020, 1, 1), datetime(2020, 2, 9)),
        (datetime(2020, 1, 1), datetime(2020, 9, 9)),
        (datetime(2020, 1, 1), datetime(2022, 3, 9)),
        (datetime(1914, 1, 1), datetime(1922, 3, 9)),
        (datetime(1900, 1, 1), datetime(1921, 3, 9)),
        (datetime(1950, 1, 1), datetime(2001, 3, 9)),
        (datetime(1900, 1, 1), datetime(2020, 3, 9)),
        (datetime(1500, 1, 1), datetime(2020, 3, 9)),
        (datetime(1, 1, 1), datetime(9998, 3, 9)),
    ],
)
def test_the_axis_is_legible_at_any_length(first, last):
    axis = labels(charts.timeline([mark(1, first), mark(2, last)], 0).svg)[:-2]
    assert 2 <= len(axis) <= 21
    assert len(set(axis)) >= len(axis) - 1  # the ends of the calendar may both read "0000"


def test_no_month_is_hidden_behind_the_next():
    axis = labels(charts.timeline([mark(1, datetime(2021, 3, 1), 31 * DAY), mark(2, datetime(2021, 3, 15))], 0).svg)
    assert axis[:-2] == ["28 Feb 2021", "7 Mar 2021", "14 Mar 2021", "21 Mar 2021", "28 Mar 2021", "4 Apr 2021"]


def test_marks_far_from_the_others_are_left_to_the_caption():
    near = [mark(n, datetime(2021, 3, n)) for n in range(3, 12)]
    far = [mark(1, datetime(1963, 1, 1), 365 * DAY), mark(2, datetime(1980, 1, 1), 3652 * DAY)]
    figure = charts.timeline([*far, *near], 1)
    assert "Not drawn: 1 with a date that is open at one end; no. 1, 2, far from the others." in figure.caption
    assert "9 Mar 2021" in labels(figure.svg)
    assert "9 entries, 2021" in figure.svg


def test_counted_marks_far_from_the_others_are_left_to_the_caption():
    figure = charts.timeline([mark(99, datetime(1700, 1, 1)), *many(60)], 0)
    assert "Entries per month: the 60 whose date" in figure.caption
    assert "Not counted: 1 far from the others." in figure.caption


@pytest.mark.parametrize(
    "marks",
    [
        FEW,
        many(60),
        [mark(n, datetime(1990 + n, 1, 1)) for n in range(9)],
        [mark(1, datetime(1990, 1, 1)), *(mark(n, datetime(2021, 3, 3)) for n in range(2, 9))],
        [*(mark(n, datetime(1990, 1, n)) for n in range(1, 9)), *(mark(n, datetime(2021, 1, n)) for n in range(9, 17))],
    ],
)
def test_all_are_drawn_where_they_are_spread_or_as_good_as_one(marks):
    assert without_outliers(marks) == marks


def test_equal_marks_give_equal_bytes_whatever_the_zone_and_seed():
    script = (
        "import hashlib, datetime as d;from dossier.render import charts;"
        "from dossier.render.chart_context import ChartMark;"
        "from dossier.render.row_context import Status;"
        "m=[ChartMark(n,d.datetime(2019,3,n+1),d.datetime(2019,3,n+2),Status.FACT) for n in range(9)];"
        "print(hashlib.sha256(charts.timeline(m,1).svg.encode()).hexdigest())"
    )
    seen = set()
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Adak", "2")):
        environment = {"TZ": zone, "PYTHONHASHSEED": seed, "PATH": ""}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("step", "length", "unit"),
    [
        (9, DAY, "month"),
        (90, DAY, "quarter"),
        (300, DAY, "year"),
        (3000, DAY, "decade"),
        (30, 80 * DAY, "year"),
    ],
)
def test_the_unit_suits_the_dates(step, length, unit):
    marks = [mark(n, datetime(1600, 1, 1) + n * step * DAY, length) for n in range(40)]
    assert tally(marks).unit == unit


def test_a_date_is_counted_only_within_one_unit():
    year = [mark(n, datetime(2019, 1, 1), 365 * DAY) for n in range(10)]
    counted = tally([*many(50), *year])
    assert (counted.unit, counted.placed, counted.left_out) == ("month", 50, 10)


def test_dates_that_suit_no_unit_are_not_counted():
    assert tally([mark(n, datetime(1999, 12, 31), 2 * DAY) for n in range(40)]) is None


def test_bars_are_stacked_and_add_up():
    counted = tally(many(60))
    assert sum(bar.high - bar.low for bar in counted.bars) == 60
    for start in {bar.start for bar in counted.bars}:
        stack = [bar for bar in counted.bars if bar.start == start]
        assert [bar.low for bar in stack] == [0, *(bar.high for bar in stack[:-1])]
