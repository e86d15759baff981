"""The picture of a timeline: its axis, its ticks, its labels, and what is drawn."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dossier.render.page_values.chart_context import ChartMark, Footing
from dossier.render.page_values.row_context import Status
from dossier.render.picture import NARROW, picture
from dossier.render.picture.axis import axis
from dossier.render.picture.labels import Wanted, place
from dossier.render.picture.text_width import text_width
from dossier.render.picture.tick_words import written_ticks
from dossier.render.picture.ticks import ticks
from dossier.render.wording.chart_labels import chart_label

DAY = timedelta(days=1)
WIDTH = 600.0
SVG = "{http://www.w3.org/2000/svg}"


def mark(number: int, day: str, days: int = 1, **about: object) -> ChartMark:
    start = datetime.fromisoformat(day)
    values = {"status": Status.FACT, "label": f"fell {number}", "date": day, **about}
    return ChartMark(number, start, start + days * DAY, **values)


def marks_on(*days: str) -> list[ChartMark]:
    return [mark(number, day) for number, day in enumerate(days, 1)]


marks = st.lists(
    st.tuples(st.datetimes(datetime(1800, 1, 1), datetime(2100, 1, 1)), st.integers(1, 5000)), min_size=1, max_size=30
).map(
    lambda times: [
        ChartMark(n, start, start + days * DAY, Status.FACT, label=f"fell {n}", date=str(start.year))
        for n, (start, days) in enumerate(times)
    ]
)


@given(marks)
def test_a_later_time_never_stands_left_of_an_earlier_one(made):
    drawn = axis(made, WIDTH)
    times = sorted({moment for one in made for moment in (one.start, one.end)})
    pixels = [drawn.x(moment) for moment in times]
    assert pixels == sorted(pixels)
    assert pixels[0] >= 0
    assert pixels[-1] <= WIDTH


@given(marks)
def test_labels_cover_no_other_label_and_no_line_to_another(made):
    drawn = axis(made, WIDTH)
    placed = place([Wanted(drawn.x(one.start), one.label, one.date) for one in made], WIDTH)
    assert placed
    for one in placed:
        assert -0.001 <= one.left <= one.right <= WIDTH + 0.001
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert one.right <= other.left or other.right <= one.left
            if one.lane * other.lane > 0 and abs(other.lane) > abs(one.lane):
                assert not one.left < other.label.x < one.right


@given(marks, st.sampled_from([612.0, NARROW]))
def test_no_stretch_runs_over_the_edge(made, width: float):
    assert axis(made, width).stretches[-1].right <= width + 0.001


@given(marks, st.sampled_from([612.0, NARROW]))
def test_no_word_is_cut_off_at_an_edge(made, width: float):
    drawn = picture(made, 0, width)
    for words in etree.fromstring(drawn.svg).iter(f"{SVG}text") if drawn else ():
        half = text_width(words.text, float(words.get("font-size")), is_bold=words.get("font-weight") == "600") / 2
        assert float(words.get("x")) - half >= -0.1
        assert float(words.get("x")) + half <= width + 0.1


@given(marks)
def test_ticks_stand_in_their_stretch_in_order(made):
    for stretch in axis(made, WIDTH).stretches:
        pixels = [tick.x for tick in ticks(stretch)]
        assert pixels == sorted(set(pixels))
        assert all(stretch.left <= x <= stretch.right for x in pixels)


@pytest.mark.parametrize(
    ("days", "stretches"),
    [
        pytest.param(["2019-01-01", "2019-01-02", "2019-01-04"], 1, id="a few days"),
        pytest.param(["1980-01-01", "2021-03-01", "2021-03-09", "2021-03-15"], 2, id="a birth long before"),
        pytest.param(["2019-01-01", "2019-02-01", "2019-03-01", "2019-04-01"], 1, id="evenly spread"),
        pytest.param(["2019-01-01", "2021-01-01"], 1, id="two"),
        pytest.param([f"2021-03-{n:02}" for n in range(1, 20)] + ["2021-09-01"], 2, id="a late one"),
        pytest.param(["1980-01-01", "1985-01-01", *(f"2021-03-{n:02}" for n in range(1, 9))], 2, id="two times"),
    ],
)
def test_the_axis_breaks_where_nothing_is_told(days, stretches):
    assert len(axis(marks_on(*days), WIDTH).stretches) == stretches


def test_a_term_of_years_leaves_room_for_the_months_after_it():
    term = mark(1, "2009-01-20", days=8 * 365)
    months = [mark(n, f"2020-{n:02}-01") for n in range(2, 12)]
    assert [stretch.start.year for stretch in axis([term, *months], WIDTH).stretches] == [2009, 2020]


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (["2021-03-01", "2021-03-03"], ["1 Mar 2021", "2 Mar", "3 Mar"]),
        (["2010-01-01", "2013-01-01", "2016-01-01", "2019-01-01"], ["2010", "2012", "2014", "2016", "2018"]),
    ],
)
def test_the_ticks(days, labels):
    (stretch,) = axis(marks_on(*days), WIDTH).stretches
    assert [tick.label for tick in ticks(stretch)] == labels


@given(marks)
def test_words_of_ticks_are_whole_and_apart(made):
    written = list(written_ticks(axis(made, WIDTH), WIDTH))
    assert written
    assert written[0].left >= 0
    assert written[-1].right <= WIDTH + 0.001
    assert all(one.right < other.left for one, other in pairwise(written))


def test_a_line_to_a_label_leaves_out_the_words_of_a_tick():
    made = [mark(n, f"2021-03-{day:02}") for n, day in enumerate((1, 1, 1, 1, 15, 29), 1)]
    root = etree.fromstring(picture(made, 0).svg)
    baseline = {float(text.get("y")) for text in root.iter(f"{SVG}text") if text.text == "1 Mar 2021"}.pop()
    stems = [line for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "0.6"]
    ends = [sorted((float(line.get("y1")), float(line.get("y2")))) for line in stems]
    assert any(low > baseline - 15 for low, _ in ends)  # from the axis down
    assert [one for one in ends if one[0] < baseline - 3 < one[1]] == []


@pytest.mark.parametrize("made", [[], marks_on("2019-01-01"), marks_on("2019-01-01", "2019-01-01")])
def test_nothing_to_compare_is_no_picture(made):
    assert picture(made, 0) is None


def test_the_caption_says_what_is_not_drawn():
    drawn = picture(marks_on("1980-01-01", "2021-03-01", "2021-03-20"), 2)
    assert drawn.caption == (
        "3 entries, all with a label. No entry begins or ends where the axis breaks. "
        "Not drawn: 2 open at one end. All are stated as fact, by the article or by a source."
    )


def test_the_most_important_have_a_label():
    made = [mark(n, f"2021-03-{n:02}", importance=n / 20) for n in range(1, 20)]
    texts = [text.text for text in etree.fromstring(picture(made, 0).svg).iter(f"{SVG}text")]
    assert "fell 19" in texts
    assert "no. 19, 2021-03-19" in texts
    assert "fell 1" not in texts


def test_the_day_of_a_report_has_a_label_only_where_no_entry_has_a_date():
    reported = {"footing": Footing.REPORTED}
    told = [mark(1, "2021-03-01"), mark(2, "2021-03-20", importance=0.9, **reported)]
    assert ">fell 1<" in (drawn := picture(told, 0)).svg
    assert ">fell 2<" not in drawn.svg
    assert drawn.caption.startswith("2 entries, 1 of 1 with a date of their own have a label")
    assert ">fell 4<" in picture([mark(3, "2021-03-01", **reported), mark(4, "2021-03-20", **reported)], 0).svg


def test_what_says_nothing_has_no_label():
    drawn = picture([mark(1, "2021-03-01", label=""), mark(2, "2021-03-20")], 0)
    assert drawn.caption.startswith("2 entries, 1 with a label")
    assert picture([mark(1, "2021-03-01", label=""), mark(2, "2021-03-20", label="")], 0).caption.startswith(
        "2 entries, none with a label."
    )


@pytest.mark.parametrize(("number", "above"), [(6, []), (7, ["7"]), (10, ["10"])])
def test_above_a_full_column_stands_how_many_it_has(number: int, above: list[str]):
    made = [*(mark(n, "2021-03-01", label="") for n in range(number)), mark(99, "2021-06-20", label="")]
    root = etree.fromstring(picture(made, 0).svg)
    assert [text.text for text in root.iter(f"{SVG}text") if text.text.isdigit()] == above


def test_numbers_above_columns_do_not_touch():
    days = [("2021-03-01", 8), ("2021-03-02", 10), ("2021-03-15", 7), ("2021-03-29", 1)]
    made = [mark(n * 100 + m, day, label="") for n, (day, many) in enumerate(days) for m in range(many)]
    root = etree.fromstring(picture(made, 0, NARROW).svg)
    assert [text.text for text in root.iter(f"{SVG}text") if text.text.isdigit()] == ["10", "7"]


@pytest.mark.parametrize(
    ("line", "trigger", "lemma", "label"),
    [
        ("Orlov was arrested on Monday in Dravna.", "arrested", "arrest", "arrested"),
        ("Orlov was arrested last week [8 March 2021].", "arrested", "arrest", "arrested"),
        ("The council dismissed suggestions that it knew.", "dismissed", "dismiss", "dismissed suggestions"),
        ("The plague led the council to close the port.", "led", "lead", "led the council"),
        ("Orlov came to public life in 2012.", "came", "come", "came to public life"),
        ("Orlov said the cause was not known.", "said", "say", "said"),
        ("It met [Ada Brandt], the mayor.", "met", "meet", "met [Ada Brandt]"),
        ("It impounded a freighter carrying used machines.", "impounded", "impound", "impounded a freighter carrying…"),
        ("They left, and it sank.", "left", "leave", "left"),
        ("The office declared it an emergency on Monday.", "declared", "declare", "declared it an emergency"),
        ("The office hoped it would pass.", "hoped", "hope", "hoped"),
        ("Words that are not in the line.", "fell", "fall", "fell"),
    ],
)
def test_a_label_has_the_object_of_its_verb(line, trigger, lemma, label):
    assert chart_label(line, trigger, lemma) == label


def test_no_bar_runs_through_a_break_of_the_axis():
    made = [*marks_on("1980-01-01", "1980-02-01", "2021-03-01", "2021-03-09"), mark(9, "1980-01-20", 15_100)]
    breaks = axis(made, 612).breaks
    root = etree.fromstring(picture(made, 0).svg)
    bars = [(float(bar.get("x")), float(bar.get("width"))) for bar in root.iter(f"{SVG}rect")]
    assert breaks
    assert len(bars) == len(breaks) + 1
    assert not [1 for x, width in bars for at in breaks if x < at < x + width]


def test_statuses_and_footings_differ_without_colour():
    made = [
        mark(n, f"2019-01-{n:02}", status=status, footing=footing)
        for n, (status, footing) in enumerate(((s, f) for s in Status for f in Footing), 1)
    ]
    paths = etree.fromstring(picture(made, 0).svg).iter(f"{SVG}path")
    assert len({(path.get("d"), path.get("fill")) for path in paths}) == len(made)


@pytest.mark.parametrize(
    ("kinds", "statuses", "footings"),
    [
        ([], [], [("dated", 1)]),
        ([(Status.UNSURE, Footing.REPORTED)], [("fact", 1), ("unsure", 1)], [("dated", 1), ("reported", 1)]),
        (
            [(Status.UNSURE, Footing.REPORTED), (Status.UNSURE, Footing.DATED)],
            [("fact", 1), ("unsure", 2)],
            [("dated", 1), ("reported", 1)],
        ),
        ([(Status.NEGATED, Footing.ABOUT)], [("fact", 1), ("negated", 1)], [("dated", 1), ("about", 1)]),
    ],
)
def test_the_key_shows_each_sign_as_it_is_drawn(kinds, statuses, footings):
    made = [mark(n, f"2019-01-{n:02}", status=status, footing=footing) for n, (status, footing) in enumerate(kinds, 3)]
    drawn = picture([*marks_on("2019-01-01", "2019-01-02"), *made], 0)
    assert [(sign.name, len(sign.svgs)) for sign in drawn.statuses] == statuses
    assert [(sign.name, len(sign.svgs)) for sign in drawn.footings] == footings
    paths = {path.get("d") for path in etree.fromstring(drawn.svg).iter(f"{SVG}path")}
    keys = {path for sign in drawn.statuses for svg in sign.svgs for path in re.findall(r' d="([^"]*)"', svg)}
    assert keys == (paths if kinds else set())


def test_the_key_explains_a_bar():
    drawn = picture([mark(1, "2019-01-01", 365), mark(2, "2020-03-01")], 0)
    assert [(sign.name, sign.words) for sign in drawn.footings] == [
        ("dated", "on that date"),
        ("span", "in that time"),
    ]


def test_a_long_time_is_a_bar():
    svg = etree.fromstring(picture([mark(1, "2019-01-01", 365), mark(2, "2020-03-01")], 0).svg)
    assert len(list(svg.iter(f"{SVG}rect"))) == 1
    assert len(list(svg.iter(f"{SVG}path"))) == 1


def test_words_of_articles_are_escaped():
    made = [mark(1, "2019-01-01", label='<script>&"'), mark(2, "2019-01-05")]
    svg = picture(made, 0).svg
    assert "<script>" not in svg
    assert '<script>&"' in [text.text for text in etree.fromstring(svg).iter(f"{SVG}text")]


def test_nothing_is_linked_or_fetched():
    svg = picture(marks_on("2019-01-01", "2019-01-05"), 0).svg
    assert re.findall(r"https?://[^\"]*", svg) == ["http://www.w3.org/2000/svg"]
