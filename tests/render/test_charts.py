"""The chart of a long timeline: what is counted, and what is left to the caption."""

import re
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from lxml import etree

from dossier.render.page_values.chart_context import ChartMark
from dossier.render.page_values.row_context import Status
from dossier.render.picture import charts
from dossier.render.picture.chart_outliers import without_outliers
from dossier.render.picture.tally import tally

DAY = timedelta(days=1)
SVG = "{http://www.w3.org/2000/svg}"


def mark(number: int, start: datetime, length: timedelta = DAY, status: Status = Status.FACT) -> ChartMark:
    return ChartMark(number, start, start + length, status)


def many(count: int, step: int = 9) -> list[ChartMark]:
    return [mark(n, datetime(2019, 1, 1) + n * step * DAY, status=list(Status)[n % 3]) for n in range(count)]


def labels(svg: str) -> list[str]:
    return [text.text for text in etree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("months", "is_drawn"), [(5, False), (6, True)])
def test_few_filled_units_are_not_drawn(months, is_drawn):
    marks = [mark(n, datetime(2019, 1 + n % months, 3)) for n in range(40)]
    assert bool(charts.density(marks, 0)) is is_drawn


def test_few_entries_are_not_counted():
    assert charts.density(many(30), 0) is None
    assert charts.density(many(31), 0).is_count


def test_the_chart_has_a_title_and_a_description():
    root = etree.fromstring(charts.density(many(60), 0).svg)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "60 entries by month, 2019 to 2020"
    assert root.find(f"{SVG}desc").text.startswith("Entries per month:")


def test_many_rows_are_counted():
    figure = charts.density(many(60), 3)
    assert figure.is_count
    caption = "Entries per month: the 60 whose date or report lies within one month."
    assert figure.caption == f"{caption} Not counted: 3 with a longer or open date."


@pytest.mark.parametrize(("width", "most"), [(612.0, 8), (340.0, 4)])
def test_a_narrow_chart_names_fewer_months(width, most):
    svg = charts.density(many(60), 0, width).svg
    assert float(etree.fromstring(svg).get("width")) == width
    assert 2 <= len([label for label in labels(svg) if label[-4:-2] == "20"]) <= most


def test_nothing_is_linked_or_fetched():
    svg = charts.density(many(60), 0).svg
    assert set(re.findall(r"https?://[^\"]*", svg)) == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "href" not in svg


def test_counted_marks_far_from_the_others_are_left_to_the_caption():
    figure = charts.density([mark(99, datetime(1700, 1, 1)), *many(60)], 0)
    assert "Entries per month: the 60 whose date" in figure.caption
    assert "Not counted: 1 far from the others." in figure.caption


@pytest.mark.parametrize(
    "marks",
    [
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
        "import hashlib, datetime as d;from dossier.render.picture import charts;"
        "from dossier.render.page_values.chart_context import ChartMark;"
        "from dossier.render.page_values.row_context import Status;"
        "days=[d.datetime(2019,3,1)+n*d.timedelta(7) for n in range(39)];"
        "m=[ChartMark(n,day,day+d.timedelta(1),Status.FACT) for n,day in enumerate(days)];"
        "print(hashlib.sha256(charts.density(m,1).svg.encode()).hexdigest())"
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
