"""Which entries are key events, which is the latest, what is overdue, and the period: what a page says first."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dossier.model import (
    CERTAIN,
    Dating,
    Event,
    Realis,
    Reported,
    Role,
    RolePlayer,
    Timeline,
    When,
)
from dossier.render import briefing
from tests.render.conftest import Desk

Told = Sequence[tuple[str, str, str, float]]
MakeTimeline = Callable[[Told], Timeline]
FILLING = [("2010", "other", f"Line {n} of the ledger.", 0.01) for n in range(12)]


@pytest.fixture
def told(desk: Desk) -> MakeTimeline:
    """A function that makes a timeline from (day, type, line, importance); ``?`` before a day: only reported then."""

    def make(entries: Told) -> Timeline:
        articles = [desk.article(line, ref=f"{n:02}") for n, (_, _, line, _) in enumerate(entries)]
        events = [
            _event(desk, article, day, type_, importance)
            for article, (day, type_, _, importance) in zip(articles, entries, strict=True)
        ]
        return desk.timeline(articles, events)

    return make


def _event(desk: Desk, article, day: str, type_: str, importance: float) -> Event:
    piece = desk.evidence(article, article.text.split()[1], None, desk.dating(None if day[0] == "?" else day))
    parts = (RolePlayer("Harbour Trust", Role.AGENT, "trust"),)
    event = desk.event(piece, type=type_, importance=importance, participants=parts)
    if day[0] != "?":
        return event
    on = When.parse(day[1:])
    return replace(event, reported=Reported(on, on))


DEATHS = [(f"2021-03-0{n}", "death", f"Docker number {n} died at pier {n}.", 0.99) for n in range(1, 6)]


@pytest.mark.parametrize(
    ("entries", "chosen"),
    [
        pytest.param(
            [*DEATHS, ("2021-03-07", "closure", "The trust closed the harbour.", 0.95)], {1, 2, 3, 4, 6}, id="kinds"
        ),
        pytest.param(
            [
                ("2021-03-01", "change", "The trust raised the alert level of the harbour to four.", 0.99),
                ("2021-03-01/2021-03-20", "change", "The trust pushed its alert level of the harbour up.", 0.98),
                ("2021-03-03", "change", "The trust raised the alert level of the harbour to five.", 0.97),
            ],
            {1, 3},
            id="one turn of one thing, told of a longer time",
        ),
        pytest.param(
            [
                ("2021-03-01", "statement", "The trust declared an emergency on its piers.", 0.99),
                ("2021-03-01", "change", "The trust raised its emergency scale to six.", 0.98),
                ("2021-03-02", "change", "The trust raised its emergency scale to seven.", 0.97),
                ("2021-03-01", "change", "The trust sold eight ships.", 0.96),
            ],
            {1, 3, 4},
            id="one word in common, of one actor and one day",
        ),
        pytest.param(
            [
                ("2021-03-01", "death", "A docker died.", 0.99),
                ("2021-03-01", "closure", "The trust closed the harbour.", 0.98),
                *((f"2021-04-0{n}", f"sale of {n}", f"Pier {n} went.", 0.97) for n in range(1, 6)),
            ],
            {1, 3, 4, 5, 6},
            id="what has an actor and a day in common",
        ),
    ],
)
def test_key_events_are_different_happenings(told: MakeTimeline, entries: Told, chosen: set[int]) -> None:
    page = briefing(told([*entries, *(("2030", "other", line, 0.0) for _, _, line, _ in FILLING)]), "g")
    assert {entry.row for entry in page.highlights} == chosen


@pytest.mark.parametrize(
    ("entries", "latest"),
    [
        pytest.param(["2021-03-01", "?2021-04-20"], [], id="what is reported later may be later"),
        pytest.param(["?2021-03-01", "?2021-04-20"], [2], id="only reports"),
        pytest.param(["2021-03-01", "2021-04-01", "2021-04-01"], [3], id="the most important of its day"),
    ],
)
def test_what_matters_may_be_the_latest(told: MakeTimeline, entries, latest: list[int]) -> None:
    page = briefing(told([(day, "move", f"Ship {n} left.", n / 10) for n, day in enumerate(entries, 1)]), "g")
    assert [one.row for one in page.bottom_line.findings if "atest" in one.heading] == latest


@pytest.mark.parametrize(("first", "later", "row"), [(0.99, 0.985, 2), (0.99, 0.9, 1), (0.9, 0.99, 2)])
def test_of_two_that_matter_alike_the_later_comes_first(told: MakeTimeline, first, later, row: int) -> None:
    lines = [
        ("2021-03-01", "change", "The trust raised its tolls.", first),
        ("2021-04-01", "end", "A pier sank.", later),
    ]
    page = briefing(told(lines), "g")
    assert page.bottom_line.findings[0].row == row


@pytest.mark.parametrize(("number", "main"), [(19, 2), (20, 3)])
def test_a_bottom_line_of_many_entries_has_three_that_matter(told: MakeTimeline, number: int, main: int) -> None:
    page = briefing(told([(f"{2000 + n}", f"kind {n}", f"Ship {n} left.", 0.5) for n in range(number)]), "g")
    headings = [one.heading for one in page.bottom_line.findings if "atest" not in one.heading]
    assert headings == ["What matters most", *["Also"] * (main - 1)]


PLANNED = replace(CERTAIN, realis=Realis.PLAN)


@pytest.mark.parametrize(
    ("day", "line", "late"),
    [
        ("2021-03-02", "The trust raised the alert level.", "1 forecast or plan"),
        ("2021-02-02", "The trust raised the alert level.", "1 forecast or plan; the time of 1 has passed"),
        ("2021-03-02", "The trust sold a crane.", "1 forecast or plan; the time of 1 has passed"),
    ],
)
def test_what_has_come_is_not_overdue(desk: Desk, told: MakeTimeline, day: str, line: str, late: str) -> None:
    timeline = told([(day, "change", line, 0.5), ("2021-03-03", "change", "The trust raises the alert level.", 0.5)])
    (first, (_, plan)) = timeline.events
    on = When.parse("2021-03-01")
    expected = replace(plan, factuality=PLANNED, reported=Reported(on, on))
    page = briefing(replace(timeline, events=(first,), expected=(expected,)), "g")
    assert dict(page.facts)["Expected"] == late


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["1983-03"], "2010 to 1 May 2021; one entry of March 1983"),
        (["1983-03", "1984"], "March 1983 to 1 May 2021"),
        (["2003-03"], "March 2003 to 1 May 2021"),
        (["2009"], "2009 to 1 May 2021"),
    ],
)
def test_the_period_begins_with_more_than_one_entry(told: MakeTimeline, days: list[str], words: str) -> None:
    early = [(day, "other", f"Early event {n}.", 0.1) for n, day in enumerate(days)]
    assert briefing(told([*early, *FILLING, ("2021-05-01", "other", "Late event.", 0.1)]), "g").period == words


def test_the_period_says_how_many_entries_stand_beside_it(told: MakeTimeline) -> None:
    timeline = told([("2021-03-01", "move", "Ship 1 left.", 0.5), ("2021-04-01", "move", "Ship 2 left.", 0.5)])
    *kept, (_, last) = timeline.events
    undated = replace(last, dating=Dating(), reported=None)
    period = briefing(replace(timeline, events=tuple(kept), undated=(undated,)), "g").period
    assert period == "1 March 2021; 1 undated"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2021-03-01", "?2021-04-20"], "1 March 2021"),
        (["2021-03-01", "?2021-04-20", "?2021-04-21"], "1 March 2021; most entries have no date of their own"),
        (["?2021-03-01", "?2021-04-20"], "up to 20 April 2021; no entry has a date of its own"),
    ],
)
def test_the_day_of_a_report_is_none_of_the_period(told: MakeTimeline, days: list[str], words: str) -> None:
    assert briefing(told([(day, "move", f"Ship {n} left.", 0.5) for n, day in enumerate(days)]), "g").period == words
