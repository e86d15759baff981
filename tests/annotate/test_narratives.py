"""Stories of the past: which year a month without a year is of, and what the story does not go on from."""

import pytest

from tests.annotate.tagging import tag

PUBLISHED = "2015-06-01"
STORY = (
    "The port was founded in March 1801 and walled in June 1803. It burned in May 1810, was sold in July 1815 and "
    "rebuilt in April 1820. A canal was begun in August 1822. The mint opened in 1825, the mole in 1828, and the "
    "dock in 1830. The customs house was begun in September 1831. "
)
"""Ten years, seven of them with their month: enough to be told from news."""


def months(text: str) -> list[str]:
    """The values of the times of the text behind ``STORY``."""
    return [time.value for time in tag(STORY + text, PUBLISHED)][10:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In October the mayor fled.", ["1831-10"]),
        ("A fleet came in May 1840. In July it left.", ["1840-05", "1840-07"]),
        # a story goes on: across the end of a year, and not back by most of one
        ("A fleet came in December 1840. By January it had left.", ["1840-12", "1841-01"]),
        ("A fleet came on 3 November 1840. It left on 5 February.", ["1840-11-03", "1841-02-05"]),
        ("A fleet came in February 1840. It left in October.", ["1840-02", "1840-10"]),
        # and not on from what it tells in passing
        (
            "A fleet came in May 1840 and stayed until June 1843. In July the mayor fled.",
            ["1840-05", "1843-06", "1840-07"],
        ),
        ("A fleet came in May 1840 (it had sailed in 1838). In July it left.", ["1840-05", "1838", "1840-07"]),
        (
            "A fleet came in May 1840 with guns that had been cast in 1836. In July it left.",
            ["1840-05", "1836", "1840-07"],
        ),
        ("A fleet came in May 1840 as in the previous year. In July it left.", ["1840-05", "1839", "1840-07"]),
        (
            "A fleet came in May 1840. In that month of 1840 it left. In July it came back.",
            ["1840-05", "1840-05", "1840", "1840-07"],
        ),
    ],
)
def test_a_month_is_of_the_year_that_the_story_tells_of(text: str, expected: list[str]) -> None:
    assert months(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY + "In October he fled.", "1831-10"),
        # news that looks back on many years, but not on their months
        (
            "Floods came in 1801, 1803, 1810, 1815, 1820, 1822, 1825, 1828, 1830 and 1831. In October he fled.",
            "2014-10",
        ),
        # news that opens as such
        ("He spoke on Monday. " + STORY + "In October he fled.", "2014-10"),
    ],
)
def test_what_is_a_story_of_the_past(text: str, expected: str) -> None:
    assert tag(text, PUBLISHED)[-1].value == expected
