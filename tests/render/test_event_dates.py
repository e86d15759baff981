"""Events that no text dates: what the page says of their day, and of how it is known."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.model import Basis, Choice, Dating, Event, LikelyDay, Realis, Reported, When
from dossier.render import briefing, render_html
from dossier.render.page_values.chart_context import Footing
from dossier.render.page_values.row_context import Remark
from dossier.render.wording import event_dates

SENTENCE = "Varga fled to Dravna."


def told(desk, date_: str, reported: str = "", likely: str = "", basis: str = "inferred", articles: int = 1) -> Event:
    """An event with a date (a likely day with "~"), a "first last" report, and "day chance-within-a-day"."""
    texts = [desk.article(SENTENCE, title=f"{n}", published="2011-09-28") for n in range(articles)]
    dating = Dating(When.parse(date_), Basis(basis), "published") if date_ else Dating()
    first, last = (When.parse(day) for day in reported.split()) if reported else (None, None)
    day, chance = likely.split() if likely else ("", "")
    return desk.event(
        *(desk.evidence(text, "fled", None, dating) for text in texts),
        choice=Choice.LIKELY if date_.endswith("~") else None,
        reported=Reported(first, last) if first and last else None,
        likely=LikelyDay(date.fromisoformat(day), float(chance) / 2, float(chance)) if likely else None,
    )


DAY = "2011-09-28 2011-09-28"


@pytest.mark.parametrize(
    ("date_", "reported", "basis", "words"),
    [
        ("2011-09-27", DAY, "explicit", "27 Sep 2011"),
        ("2011-09", DAY, "explicit", "Sep 2011"),
        ("2011-09-27~", DAY, "inferred", "about 27 Sep 2011"),
        ("/2011-09-28", DAY, "inferred", "by 28 Sep 2011"),
        ("/2011-09-30", DAY, "inferred", "by 28 Sep 2011"),
        ("", DAY, "none", "reported 28 Sep 2011"),
        ("", "2011-09 2011-10", "none", "reported Sep 2011"),
        ("", "2011-09-28T10:00 2011-09-28T10:00", "none", "reported 28 Sep 2011, 10:00"),
        # bounds that say more than the report
        ("/2011-09-26", DAY, "inferred", "by 26 Sep 2011"),
        ("2011-06-05/2011-09-28", DAY, "inferred", "between 5 Jun 2011 and 28 Sep 2011"),
        # what a text says stays, also where it says less
        ("/2011-09-28", DAY, "relative", "by 28 Sep 2011"),
        ("/2011", DAY, "explicit", "in or before 2011"),
        # of what no dated article tells nothing is known
        ("", "", "none", ""),
    ],
)
def test_the_date_in_its_column(desk, date_: str, reported: str, basis: str, words: str) -> None:
    assert event_dates.short_date(told(desk, date_, reported, basis=basis)) == words


ONE, TWO = (
    "The text gives no day. The article that reports it is of",
    "No text gives a day. The articles that report it are of",
)
OF_100 = "{} in 100 events told this way fell"


@pytest.mark.parametrize(
    ("date_", "reported", "likely", "articles", "words"),
    [
        ("/2011-09-28", DAY, "", 1, f"{ONE} 28 September 2011."),
        ("/2011-09-28", DAY, "", 2, f"{TWO} 28 September 2011."),
        ("/2011-09-28", "2011-09-28 2011-10-03", "", 2, f"{TWO} 28 September 2011 to 3 October 2011."),
        (
            "2011-09-28~",
            DAY,
            "2011-09-28 0.884",
            1,
            f"{ONE} 28 September 2011. {OF_100.format(88)} on the day of the report, give or take a day.",
        ),
        (
            "/2011-09-28",
            DAY,
            "2011-09-27 0.62",
            1,
            f"{ONE} 28 September 2011. {OF_100.format(62)} on the day before the report, give or take a day.",
        ),
        (
            "",
            "2011-09 2011-09",
            "2011-09-20 0.5",
            1,
            f"{ONE} September 2011. {OF_100.format(50)} within a day of 20 September 2011.",
        ),
        ("", "2011-09 2011-09", "2011-09-20 0.49", 1, f"{ONE} September 2011."),
        ("", "", "", 1, ""),
    ],
)
def test_how_the_day_is_known(desk, date_: str, reported: str, likely: str, articles: int, words: str) -> None:
    event = told(desk, date_, reported, likely, articles=articles)
    assert event_dates.basis_in_full(event) == words
    assert event_dates.date_basis(event) == ""
    assert words.endswith(f"{event_dates.chance_words(event)}." if event_dates.chance_words(event) else words)


@pytest.mark.parametrize(
    ("date_", "basis", "has_chance"), [("2011-09-28~", "inferred", True), ("/2011-09-28", "inferred", False)]
)
def test_the_note_has_the_chance_of_a_likely_day_alone(desk, date_: str, basis: str, has_chance: bool) -> None:
    assert bool(event_dates.chance_words(told(desk, date_, DAY, "2011-09-28 0.88", basis))) is has_chance


def test_a_text_that_gives_a_date_and_a_plan_need_no_such_words(desk) -> None:
    dated = told(desk, "2011-09", DAY, "2011-09-28 0.6", "explicit")
    plain = told(desk, "/2011-09-28", DAY)
    coming = replace(plain, factuality=replace(plain.factuality, realis=Realis.PLAN))
    assert [event_dates.basis_in_full(event) for event in (dated, coming)] == ["", ""]
    assert event_dates.short_date(coming) == "by 28 Sep 2011"


def test_the_page_unfolds_it_and_the_note_has_the_chance(desk) -> None:
    event = told(desk, "2011-09-28~", DAY, "2011-09-28 0.88")
    timeline = desk.timeline([desk.article(SENTENCE, title="0", published="2011-09-28")], [event])
    page = briefing(timeline, "g")
    (row,), (note,) = page.rows, page.notes
    assert (row.date, row.basis, row.basis_in_full) == ("About 28 Sep 2011", "", event_dates.basis_in_full(event))
    assert [remark.text for remark in note.chances] == [event_dates.chance_words(event)]
    assert f"<summary><b>{row.date}</b></summary>" in render_html(timeline, "g")


def test_events_of_one_line_and_report_share_its_date(desk, article, make_event) -> None:
    first, last = When.parse("2020-01-02"), When.parse("2020-01-03")
    searched, seized, hid = (
        replace(make_event(word, edtf, basis=Basis.INFERRED if edtf else Basis.NONE), reported=Reported(day, last))
        for word, edtf, day in (("searched", "/2020-01-02", first), ("seized", None, first), ("hid", None, last))
    )
    (row,) = briefing(desk.timeline([article], [searched, seized, hid]), "g").rows
    assert (row.date, row.about) == ("By 2 Jan 2020", "“searched”, “seized”")
    assert row.voices == (Remark("reported 3 January 2020", "“hid”"),)


@pytest.mark.parametrize(
    ("date_", "basis", "footing"),
    [
        ("2011-09-27", "explicit", Footing.DATED),
        ("2011-09~", "explicit", Footing.DATED),
        ("2011-09-27~", "relative", Footing.ABOUT),
        ("2011-09-27~", "inferred", Footing.ABOUT),
        ("/2011-09-28", "inferred", Footing.REPORTED),
    ],
)
def test_its_mark_in_the_chart(desk, date_: str, basis: str, footing: Footing) -> None:
    event = told(desk, date_, DAY, basis=basis)
    article = desk.article(SENTENCE, title="0", published="2011-09-28")
    (mark,) = briefing(desk.timeline([article], [event]), "g").marks
    assert mark.footing is footing


def test_entries_are_counted_by_what_they_stand_by(desk) -> None:
    events = [
        told(desk, "2011-09-27", DAY, basis="explicit"),
        told(desk, "2011-09-27~", DAY),
        told(desk, "/2011-09-28", DAY),
    ]
    events = [replace(event, id=str(n), summary=f"{n} fled.") for n, event in enumerate(events)]
    article = desk.article(SENTENCE, title="0", published="2011-09-28")
    facts = dict(briefing(desk.timeline([article], events), "g").facts)
    assert facts["Entries"] == "1 with a date, 1 with a likely day, 1 by when they were reported"
