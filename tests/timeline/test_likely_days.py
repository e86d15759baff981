"""Events without a day of their own: when the likely day is their date, and where they stand in the line."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from dossier.model import (
    CERTAIN,
    Actor,
    Basis,
    Choice,
    Citation,
    Dating,
    Event,
    Evidence,
    Kind,
    LikelyDay,
    Published,
    Quote,
    Realis,
    Relation,
    RelationType,
    Reported,
    Span,
    Timeline,
    When,
    Witness,
)
from dossier.timeline import Chronology, Listing
from tests.event_types import TYPES

ADA = Actor("x", "Ada", Kind.PERSON, (("a", "a1"),), 1)
CITED = {"a": Citation("a", "a.txt", "0" * 64, published=Published.given("2021-03-15"))}


def event(name: str, told: str) -> Event:
    """An event told as "date reported likely chance", each "-" where there is none; "<date" is a bound from tense."""
    when, reported, likely, chance = (part if part != "-" else "" for part in told.split())
    quote = Quote(Span(10 * ord(name), 10 * ord(name) + 4), "left")
    dating = Dating()
    if when:
        basis = Basis.INFERRED if when.startswith("<") else Basis.EXPLICIT
        dating = Dating(When.parse(when.replace("<", "/")), basis, "published" if basis is Basis.INFERRED else None)
    first = When.parse(reported) if reported else None
    return Event(
        name,
        "movement",
        "left",
        dating,
        CERTAIN,
        (Evidence("a", quote, quote, dating, CERTAIN),),
        choice=Choice.ONLY if when else None,
        reported=Reported(first, first) if first else None,
        likely=LikelyDay(date.fromisoformat(likely), float(chance) / 2, float(chance)) if likely else None,
    )


def relation(before: Event, after: Event) -> Relation:
    first, second = before.evidence[0].trigger, after.evidence[0].trigger
    start, end = min(first.span.start, second.span.start), max(first.span.end, second.span.end)
    words = Quote(Span(start, end), "." * (end - start))
    witness = Witness("a", words, first, second, Quote(Span(start, start + 1), "."))
    return Relation(before.id, after.id, RelationType.BEFORE, (witness,))


def line(told: dict[str, str], order: str = "") -> Timeline:
    """The timeline of the events by name; ``order`` puts each before the next."""
    events = {name: event(name, words) for name, words in told.items()}
    relations = [relation(events[a], events[b]) for a, b in pairwise(order)]
    return Chronology(events.values(), TYPES, relations).timeline(ADA, Listing(tuple(events.values())), CITED, None)


@pytest.mark.parametrize(
    ("told", "edtf", "choice", "likely"),
    [
        ("<2021-03-15 2021-03-15 2021-03-14 0.80", "2021-03-14~", Choice.LIKELY, "2021-03-14"),
        ("- 2021-03-15 2021-03-14 0.80", "2021-03-14~", Choice.LIKELY, "2021-03-14"),
        # not likely enough
        ("<2021-03-15 2021-03-15 2021-03-14 0.79", "/2021-03-15", Choice.ONLY, "2021-03-14"),
        # what the text says stays, also where it is only a bound
        ("2021-03 2021-03-15 2021-03-14 0.90", "2021-03", Choice.ONLY, "2021-03-14"),
        ("2021-03-10/ 2021-03-15 2021-03-14 0.90", "2021-03-10/", Choice.ONLY, "2021-03-14"),
        # what cannot be is not likely
        ("<2021-03-13 2021-03-15 2021-03-14 0.90", "/2021-03-13", Choice.ONLY, ""),
        ("2021-02 2021-03-15 2021-03-14 0.90", "2021-02", Choice.ONLY, ""),
    ],
)
def test_the_likely_day_as_a_date(told: str, edtf: str, choice: Choice, likely: str) -> None:
    ((_, found),) = line({"a": told}).events
    assert (found.dating.when.edtf if found.dating.when else "", found.choice) == (edtf, choice)
    assert (found.likely.day.isoformat() if found.likely else "") == likely


def test_what_is_to_come_is_not_about_a_day() -> None:
    coming = replace(event("a", "- 2021-03-15 2021-03-14 0.90"), factuality=replace(CERTAIN, realis=Realis.FORECAST))
    (found,) = Chronology([coming], TYPES).timeline(ADA, Listing((coming,)), CITED, None).expected
    assert found.dating.when is None


@pytest.mark.parametrize(
    ("told", "order", "expected"),
    [
        # by its own date, else by its likely day, else by its report
        (
            {
                "a": "<2021-03-15 2021-03-15 - -",
                "b": "<2021-03-15 2021-03-15 2021-03-13 0.9",
                "c": "2021-03-14 2021-03-15 - -",
                "d": "2021-03-16 2021-03-20 - -",
            },
            "",
            "b1 c2 a3 d4",
        ),
        # a likely day that is not likely enough moves nothing
        ({"a": "- 2021-03-15 2021-03-01 0.5", "b": "2021-03-10 2021-03-15 - -"}, "", "b1 a2"),
        # by its bound where that is earlier than its report
        ({"a": "<2021-03-09 2021-03-15 - -", "b": "2021-03-10 2021-03-15 - -"}, "", "a1 b2"),
        # another day begins a position, in the order of reading
        ({"a": "- 2021-03-20 2021-03-01 0.9", "b": "2021-03-10 2021-03-20 - -"}, "", "a1 b2"),
        ({"a": "- 2021-03-02 - -", "b": "2021-03-10 2021-03-20 - -"}, "", "a1 b2"),
        # what stands on one day is not ordered, nor what is dated in a time and on a day in it
        ({"a": "- 2021-03-20 2021-03-10 0.9", "b": "2021-03-10 2021-03-20 - -"}, "", "b1 a1"),
        ({"a": "<2021-03-10 2021-03-10 - -", "b": "2021-03-10 2021-03-20 - -"}, "", "a1 b1"),
        ({"a": "2021 2021-03-20 - -", "b": "2021-03-10 2021-03-20 - -"}, "", "a1 b1"),
        # by order before its report, and behind what it follows
        (
            {"a": "2021-03-01 2021-03-15 - -", "b": "- 2021-03-15 - -", "c": "2021-03-10 2021-03-15 - -"},
            "ab",
            "a1 b2 c2",
        ),
        ({"a": "- 2021-03-15 - -", "b": "2021-03-10 2021-03-15 - -"}, "ba", "b1 a2"),
        ({"a": "- 2021-03-10 - -", "b": "- 2021-03-15 - -"}, "ba", "b1 a2"),
        # a likely day also where order gives a place
        (
            {"a": "2021-03-01 2021-03-15 - -", "b": "- 2021-03-15 2021-03-14 0.9", "c": "2021-03-10 2021-03-15 - -"},
            "ab",
            "a1 c2 b3",
        ),
        ({"a": "- 2021-03 - -", "b": "2021-02-10 2021-03-15 - -", "c": "2021-04-10 2021-04-15 - -"}, "", "b1 a2 c3"),
    ],
)
def test_one_line(told: dict[str, str], order: str, expected: str) -> None:
    found = line(told, order)
    assert " ".join(f"{one.id}{n}" for n, one in found.events) == expected
    assert not found.undated


def test_only_what_no_dated_article_tells_is_undated() -> None:
    found = line({"a": "- - - -", "b": "- 2021-03-15 - -", "c": "2019 - - -"})
    assert [one.id for _, one in found.events] == ["c", "b"]
    assert [one.id for one in found.undated] == ["a"]
