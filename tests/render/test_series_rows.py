"""A row that stands for several lines: its span, how often it is told, the older figures, and the other lines."""

import json
import re
from dataclasses import replace

import pytest

from dossier.codec import Generator, decode_timeline, encode_timeline
from dossier.model import (
    CERTAIN,
    Figure,
    Quantity,
    QuantityKind,
    Quote,
    Realis,
    Reported,
    Series,
    SeriesKind,
    Timeline,
    When,
)
from dossier.render import briefing, render_html
from dossier.render.options.length import Length

TOLLS = {
    "2021-03-02": "The flood has killed 4 people in Tarnow.",
    "2021-03-03": "The flood has killed 11 people.",
    "2021-03-05": "The flood has killed 19 people, officials said.",
}


def number(words: Quote) -> Quantity:
    value = float(words.exact.split()[0])
    return Quantity(words, QuantityKind.KILLED, value, value, "people")


@pytest.fixture
def timeline(desk) -> Timeline:
    """A toll that rises, told by three articles, of which the last has the line of the entry."""
    articles = [desk.article(text, published=day, ref=f"{day}.txt") for day, text in TOLLS.items()]
    events = [
        desk.event(desk.evidence(article, "killed"), reported=Reported(When.parse(day), When.parse(day)))
        for article, day in zip(articles, TOLLS, strict=True)
    ]
    figures = [
        Figure(
            event.id,
            article.id,
            number(desk.quote(article, re.search(r"\d+ people", article.text)[0])),
            event.stands_at,
        )
        for event, article in zip(events, articles, strict=True)
    ]
    first, second, third = events
    series = Series(SeriesKind.COUNT, first.stands_at, third.stands_at, (second, first), tuple(reversed(figures)))
    articles_by_id = {article.id: article.citation for article in articles}
    return Timeline(desk.actor(), None, ((1, third),), articles=articles_by_id, series={third.id: series})


def test_a_row_of_a_count(timeline: Timeline) -> None:
    (row,) = briefing(timeline, "g").rows
    assert (row.date, row.basis, row.about) == ("2–5 Mar 2021", "first and last telling", "")
    assert row.passage.text == "The flood has killed 19 people, officials said."
    assert [remark.text for remark in row.support] == [
        "one count, newest figure first: 3 figures, each with its own sources"
    ]
    assert (row.sources, len(row.others)) == (1, 2)
    assert [(figure.words, figure.date, figure.notes) for figure in row.figures] == [
        ("11 people", "3 Mar 2021", (2,)),
        ("4 people", "2 Mar 2021", (3,)),
    ]
    assert [(other.date, other.passage.text, other.notes) for other in row.others] == [
        ("Reported 3 Mar 2021", "The flood has killed 11 people.", (2,)),
        ("Reported 2 Mar 2021", "The flood has killed 4 people in Tarnow.", (3,)),
    ]
    assert row.notes == (1,)


def test_one_figure_that_all_give_has_the_sources_of_all(timeline: Timeline) -> None:
    ((_, entry),) = timeline.events
    series = timeline.series[entry.id]
    figures = tuple(replace(figure, number=replace(figure.number, least=19, most=19)) for figure in series.figures)
    (row,) = briefing(replace(timeline, series={entry.id: replace(series, figures=figures)}), "g").rows
    assert [remark.text for remark in row.support] == ["told 3 times, each time by a single source"]


def test_a_row_of_an_occasion_is_not_told_several_times(timeline: Timeline) -> None:
    ((_, entry),) = timeline.events
    said = replace(timeline.series[entry.id], kind=SeriesKind.OCCASION, figures=())
    (row,) = briefing(replace(timeline, series={entry.id: said}), "g").rows
    assert (row.support, row.others_name, len(row.others)) == ((), "other statement", 2)


def test_a_forecast_beneath_what_came_is_no_telling_of_it(timeline: Timeline) -> None:
    ((_, entry),) = timeline.events
    series = timeline.series[entry.id]
    second, first = series.others
    foretold = replace(first, factuality=replace(CERTAIN, realis=Realis.FORECAST))
    retold = replace(series, kind=SeriesKind.RETOLD, figures=(), others=(second, foretold))
    (row,) = briefing(replace(timeline, series={entry.id: retold}), "g").rows
    assert [remark.text for remark in row.support] == ["told 2 times, each time by a single source"]
    assert [other.date for other in row.others] == ["Reported 3 Mar 2021", "Foretold 2 Mar 2021"]


def test_a_row_of_an_act_that_is_told_again_has_the_date_of_the_act(timeline: Timeline) -> None:
    ((_, entry),) = timeline.events
    series = replace(timeline.series[entry.id], kind=SeriesKind.RETOLD, figures=())
    (row,) = briefing(replace(timeline, series={entry.id: series}), "g").rows
    assert (row.date, row.basis) == ("Reported 5 Mar 2021", "")
    assert [remark.text for remark in row.support] == ["told 3 times, each time by a single source"]
    assert [other.passage.text for other in row.others] == [TOLLS["2021-03-03"], TOLLS["2021-03-02"]]


def test_each_line_has_its_note_and_its_source(timeline: Timeline) -> None:
    page = briefing(timeline, "g")
    places = [(note.start, note.end, (note.quoted_at or note.cited[0]).text) for note in page.notes]
    assert places == [(0, len(text), "no.\N{NO-BREAK SPACE}1") for text in reversed(TOLLS.values())]
    assert [note.quote is None for note in page.notes] == [True, False, False]
    assert [note.quote for note in briefing(timeline, "g", length=Length.FULL).notes] == [None, None, None]
    assert dict(page.facts)["Entries"] == "1 by when they were reported; they tell of 3 events"
    assert dict(page.facts)["Support"] == "each entry rests on a single source"


def test_the_page_unfolds_the_other_lines(timeline: Timeline) -> None:
    page = render_html(timeline, "Dossier 0.1")
    assert "Earlier: 11 people (3 Mar 2021)" in page
    assert re.search(r"<details class=\"others\"><summary class=\"meta\">2 other tellings</summary>", page)


def test_a_series_goes_out_and_in(timeline: Timeline) -> None:
    written = encode_timeline(timeline, Generator(name="dossier", version="1", model="m", config="c"))
    assert decode_timeline(written)[0] == timeline


@pytest.mark.parametrize(
    ("kind", "in_json", "notes"), [(SeriesKind.COUNT, None, ["1"]), (SeriesKind.RETOLD, 1, ["1–3"])]
)
def test_the_file_has_the_sources_that_the_page_counts(timeline: Timeline, kind, in_json, notes) -> None:
    ((_, entry),) = timeline.events
    series = timeline.series[entry.id]
    series = replace(series, kind=kind, figures=series.figures if kind is SeriesKind.COUNT else ())
    timeline = replace(timeline, series={entry.id: series})
    (row,) = briefing(timeline, "g").rows
    written = json.loads(encode_timeline(timeline, Generator(name="dossier", version="1", model="m", config="c")))
    assert written["events"][0]["series"]["independent_sources"] == in_json
    assert row.sources == (in_json or 1)
    assert [one.words for one in row.note_ranges] == notes


@pytest.mark.parametrize("others", [{}, {"kind": SeriesKind.REPEATED}])
def test_figures_belong_to_a_count(timeline: Timeline, others: dict[str, SeriesKind]) -> None:
    (series,) = timeline.series.values()
    values = {"kind": SeriesKind.COUNT, "figures": () if not others else series.figures} | others
    with pytest.raises(ValueError, match="figures"):
        Series(first=None, last=None, others=series.others, **values)


@pytest.mark.parametrize(
    ("as_of", "left", "found"),
    [
        ("2021-03-20", 3, [("Newest figures", "Reported 5 Mar 2021")]),
        ("2021-05-20", 3, []),
        ("2021-03-20", 2, []),
    ],
    ids=["fresh", "old news", "too few"],
)
def test_the_bottom_line_has_the_newest_of_many_figures(desk, timeline: Timeline, as_of, left, found) -> None:
    (_, entry) = timeline.events[0]
    main = desk.article("Varga fled.", ref="fled.txt")
    fled = desk.event(desk.evidence(main, "fled", dating=desk.dating("2021-03-19")), importance=0.9)
    series = replace(timeline.series[entry.id], figures=timeline.series[entry.id].figures[:left])
    articles = {**timeline.articles, main.id: main.citation}
    told = replace(timeline, as_of=When.parse(as_of), events=((1, entry), (2, fled)), articles=articles)
    line = briefing(replace(told, series={entry.id: series}), "g").bottom_line
    assert [(one.heading, one.date) for one in line.findings if one.heading == "Newest figures"] == found
