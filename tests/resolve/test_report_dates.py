"""When an event was reported, and the day on which it most likely happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Choice, Dating, Event, LikelyDay, Published, When
from dossier.resolve import Rulings, find_origins, resolve_actors, resolve_events
from tests.event_types import TYPES

Case = list[tuple[Article, Annotations]]
LINES = (
    "The banker Piotr Brandt was arrested in Tarnow{}.",
    "Mr Brandt is a banker. Piotr Brandt was arrested in Tarnow{}. He has three sons and keeps bees.",
    "The weather was cold. After months of questions police arrested the banker Piotr Brandt in Tarnow{}.",
)


def read(told: Sequence[tuple[str, str, str]]) -> Case:
    """Articles of one arrest, from (publication or "", words for its time, "day chance chance-within-a-day" or "")."""
    articles = [
        Article(ref=f"{n}.txt", text=line.format(time), published=Published.given(day) if day else Published())
        for n, ((day, time, _), line) in enumerate(zip(told, LINES, strict=False))
    ]
    found = zip(articles, nlp.annotate(articles), told, strict=True)
    return [(article, with_likely_day(annotations, likely)) for article, annotations, (_, _, likely) in found]


def with_likely_day(found: Annotations, said: str) -> Annotations:
    day, chance, near = said.split() if said else ("", "", "")
    likely = LikelyDay(date.fromisoformat(day), float(chance), float(near)) if said else None
    return replace(found, events=tuple(replace(event, likely=likely) for event in found.events))


def arrest(case: Case, rulings: Rulings | None = None) -> Event:
    origins = find_origins(article for article, _ in case)
    events = resolve_events(case, resolve_actors(case, TYPES), TYPES, origins, rulings or Rulings()).events
    (event,) = (event for event in events if event.type == "arrest")
    return event


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2021-03-15"], "2021-03-15 2021-03-15"),
        (["2021-03-15", "2021-03-13", "2021-03-14"], "2021-03-13 2021-03-15"),
        (["2021-03-15", ""], "2021-03-15 2021-03-15"),
        (["2021-03-15T18:00", "2021-03-15T09:00"], "2021-03-15T09:00 2021-03-15T18:00"),
        (["2021-03", "2021-03-14"], "2021-03-14 2021-03"),
        ([""], ""),
    ],
)
def test_when_it_was_reported(days: list[str], expected: str) -> None:
    reported = arrest(read([(day, "", "") for day in days])).reported
    assert (f"{reported.first.edtf} {reported.last.edtf}" if reported else "") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # what the article gives
        ([("2021-03-15", "", "2021-03-15 0.6 0.9")], "2021-03-15"),
        ([("2021-03-15", "", "")], None),
        # articles that look back say less, however sure they are
        ([("2021-03-15", "", "2021-03-14 0.6 0.7"), ("2021-03-16", "", "2021-03-16 0.8 0.9")], "2021-03-14"),
        # of the articles of one day the surest, at whatever hour
        ([("2021-03-15", "", "2021-03-14 0.6 0.7"), ("2021-03-15", "", "2021-03-15 0.5 0.9")], "2021-03-15"),
        (
            [("2021-03-15T09:00", "", "2021-03-14 0.6 0.7"), ("2021-03-15T18:00", "", "2021-03-15 0.5 0.9")],
            "2021-03-15",
        ),
        ([("", "", ""), ("2021-03-15", "", "2021-03-15 0.6 0.9")], "2021-03-15"),
        # a day that a text gives is the day
        ([("2021-03-15", " on 12 March", "2021-03-15 0.6 0.9")], None),
        ([("2021-03-15", "", "2021-03-15 0.6 0.9"), ("2021-03-16", " on 12 March", "")], None),
        # a longer time bounds it
        ([("2021-03-15", " in March 2021", "2021-03-15 0.6 0.9")], "2021-03-15"),
        ([("2021-03-15", " in February 2021", "2021-03-15 0.6 0.9")], None),
        ([("2021-03-15", "", "2021-03-16 0.6 0.9")], None),
    ],
)
def test_the_day_on_which_it_most_likely_happened(told: list[tuple[str, str, str]], expected: str | None) -> None:
    likely = arrest(read(told)).likely
    assert (likely.day.isoformat() if likely else None) == expected


@pytest.mark.parametrize(
    ("likely", "expected", "choice"),
    [
        ("2021-03-11 0.6 0.9", "2021-03-11", Choice.LIKELIER),
        ("2021-03-12 0.6 0.9", "2021-03-12", Choice.LIKELIER),
        ("2021-03-14 0.6 0.9", "2021-03-12", Choice.EARLIEST),
        ("", "2021-03-12", Choice.EARLIEST),
    ],
)
def test_of_two_days_that_are_told_alike_the_likelier_counts(likely: str, expected: str, choice: Choice) -> None:
    told = [
        ("2021-03-13", " on 12 March 2021", ""),
        ("2021-03-14", " on 11 March 2021", ""),
        ("2021-03-15", "", likely),
    ]
    event = arrest(read(told))
    assert (event.dating.when.edtf if event.dating.when else None, event.choice) == (expected, choice)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # what followed a day shortly before the report lies between them
        ([("2021-03-15", " after a call on 12 March", "")], "2021-03-12/2021-03-15"),
        ([("2021-03-15", " after a call on 12 March", ""), ("2021-03-13", "", "")], "2021-03-12/2021-03-13"),
        # long before it, or without a day of report, it is open
        ([("2021-03-15", " after a call on 12 January", "")], "2021-01-12/"),
        ([("", " after a call on 12 March 2021", "")], "2021-03-12/"),
        ([("2021-03-15", "", "")], "/2021-03-15"),
    ],
)
def test_bounds_by_the_report(told: list[tuple[str, str, str]], expected: str) -> None:
    when = arrest(read(told)).dating.when
    assert (when.edtf if when else "") == expected


def test_a_date_that_the_analyst_gave_ends_all_guessing() -> None:
    case = read([("2021-03-15", "", "2021-03-15 0.6 0.9")])
    ((article, found),) = case
    (key,) = [(article.id, event.trigger.span, 1) for event in found.events if event.type == "arrest"]
    assert arrest(case, Rulings(dates={key: When.parse("2021-03")})).likely is None


TOLD = read(
    [
        ("2021-03-15T09:00", "", "2021-03-14 0.6 0.9"),
        ("2021-03-15T18:00", "", "2021-03-15 0.6 0.9"),
        ("2021-03-17", "", "2021-03-16 0.7 0.95"),
    ]
)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(len(TOLD))))
def test_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    assert arrest([TOLD[n] for n in order]) == arrest(TOLD)


def dates_of(text: str, published: str) -> dict[str, str]:
    """The date of each event of an article by its trigger: EDTF, "-" for none."""
    article = Article(ref="a.txt", text=text, published=Published.given(published))
    case = [(article, next(nlp.annotate([article])))]
    events = resolve_events(case, resolve_actors(case, TYPES), TYPES, find_origins([article]), Rulings()).events
    return {one.evidence[0].trigger.exact: one.dating.when.edtf if one.dating.when else "-" for one in events}


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The union warns of a strike.", "warns", "/2021-03-15"),
        ("Doctors treated the mayor amid warnings from the union.", "warnings", "/2021-03-15"),
        ("The death of the mayor shook Orlov.", "death", "/2021-03-15"),
        ("“We are calling on the council to meet,” Brandt said.", "calling on", "/2021-03-15"),
        ("The council is drawing up a plan.", "drawing up", "/2021-03-15"),
        ("The yard builds boats.", "builds", "-"),
        ("Brandt is charged with deciding on the sale.", "charged with", "-"),
        ("Brandt may be arrested.", "arrested", "-"),
        ("The council will meet on Monday.", "meet", "2021-03-15?"),
        ("The police did not arrest Brandt.", "arrest", "-"),
    ],
)
def test_what_is_told_as_happened_had_happened_by_the_report(text: str, trigger: str, date: str) -> None:
    assert dates_of(text, "2021-03-15")[trigger] == date


def test_a_page_that_runs_on_reports_on_no_day() -> None:
    assert dates_of("In May 2021, the council dismissed Brandt. The union warns of a strike.", "2021-03-15") == {
        "dismissed": "2021-05",
        "warns": "-",
        "strike": "-",
    }


def test_an_undated_telling_bounds_what_a_later_report_dates_by_itself_alone() -> None:
    (first, told), later = read([("2021-03-12", "", ""), ("2021-03-15", "", "")])
    bare = replace(told, events=tuple(replace(one, dating=Dating(), dated_by=None) for one in told.events))
    assert arrest([(first, bare), later]).dating.when == When.parse("/2021-03-12")
