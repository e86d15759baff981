"""Tests of firm days: a day is told without "about" only where the words tie it to the event for sure."""

import pytest

from dossier.annotate.dating.checks.firm_days import chance_of_day
from tests.conftest import Annotate

# text, the trigger, its date; the articles are published on Friday, 14 March 2025
DAYS = [
    # a finite verb with its time beside it
    ("Police arrested Piotr Brandt on Monday.", "arrested", "2025-03-10"),
    ("The mayor resigned yesterday.", "resigned", "2025-03-13"),
    ("On Tuesday the court freed the sailors.", "freed", "2025-03-11"),
    ("The 3 March raid shocked the port.", "raid", "2025-03-03"),
    ("Police sought a witness in the March 3 sniper shooting of Piotr Brandt.", "shooting", "2025-03-03"),
    ("She was charged in the March 3, 2025, bombing of the ferry Kestrel.", "bombing", "2025-03-03"),
    # a clause without a finite verb, the time behind another
    ("The yard was forced to sell ships for Verrin in May and Orlov on Friday.", "sell", "2025-03-14~"),
    # what is still to come is no happening that readers judged
    ("The launch is scheduled for May 12.", "launch", "2025-05-12"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), DAYS)
def test_day(annotate: Annotate, text: str, trigger: str, day: str) -> None:
    events = [event for event in annotate(text, "2025-03-14").events if event.trigger.exact == trigger]
    assert [event.dating.when.edtf for event in events if event.dating.when] == [day]


def test_chance_is_that_of_the_sum_of_weights() -> None:
    assert chance_of_day(()) == 0.5
    assert chance_of_day(("one", "two", "unknown"), {"one": 1.0, "two": 2.0}) == pytest.approx(0.9526, abs=1e-4)
