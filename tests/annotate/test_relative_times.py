"""Times that only the day of publication makes clear have their date in the line: a text and its line."""

import pytest

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.model import When

PUBLISHED = When.parse("2020-08-12")  # a Wednesday


def line(text: str, published: When | None = PUBLISHED) -> str:
    """The line of the last event of the text."""
    pipeline = nlp.load(DEFAULT_MODEL)
    doc = pipeline.make_doc(text)
    doc._.published = published
    doc = pipeline(doc)
    return doc._.summaries[len(doc._.triggers) - 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Ada Brandt resigned.", "Yesterday [11 August 2020] Ada Brandt resigned."),
        ("Ada Brandt resigned on Monday.", "Ada Brandt resigned on Monday [10 August 2020]."),
        ("On Monday, Ada Brandt resigned.", "On Monday [10 August 2020], Ada Brandt resigned."),
        ("Ada Brandt resigned last month.", "Ada Brandt resigned last month [July 2020]."),
        ("Ada Brandt resigned last year.", "Ada Brandt resigned last year [2019]."),
        ("Ada Brandt resigned last March.", "Ada Brandt resigned last March [March 2020]."),
        ("Ada Brandt died early yesterday morning.", "Ada Brandt died early yesterday morning [11 August 2020]."),
        ("Ada Brandt left at 19:22 yesterday.", "Ada Brandt left at 19:22 yesterday [11 August 2020]."),
        ("On Monday, Ada Brandt issued a warning.", "On Monday [10 August 2020], Ada Brandt issued a warning."),
        # a weekday of what is to come, or of a noun, may be of another week
        ("Ada Brandt will resign on Monday.", "Ada Brandt will resign on Monday."),
        ("Ada Brandt decided to leave on Monday.", "Ada Brandt decided to leave on Monday."),
        ("Ada Brandt opened Monday's meeting in Orlov.", "Ada Brandt opened Monday's meeting in Orlov."),
        # the line says the date itself, or nobody knows it
        ("Ada Brandt resigned on 10 August 2020.", "Ada Brandt resigned on 10 August 2020."),
        ("Ada Brandt resigned last week.", "Ada Brandt resigned last week."),
        ("Ada Brandt resigned in recent years.", "Ada Brandt resigned in recent years."),
        # part of a name, and a day told before
        ("Ada Brandt left USA Today for Orlov.", "Ada Brandt left USA Today for Orlov."),
        ("Ada Brandt resigned that Monday in Orlov.", "Ada Brandt resigned that Monday in Orlov."),
        ("On the last night, Ada Brandt left Orlov.", "On the last night, Ada Brandt left Orlov."),
        # the speaker's day, and a time that owns something
        ("Ada Brandt said: “I resigned yesterday.”", "Ada Brandt said: “I resigned yesterday.”"),
        ("Police raided yesterday's meeting in Orlov.", "Police raided yesterday's meeting in Orlov."),
    ],
)
def test_a_time_has_its_date_in_brackets(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Ada Brandt resigned.", "Ada Brandt resigned."),
        ("Yesterday, Ada Brandt resigned.", "Ada Brandt resigned."),
        ("Ada Brandt resigned this morning in Orlov.", "Ada Brandt resigned in Orlov."),
        ("In Orlov, yesterday, police raided a farm.", "In Orlov police raided a farm."),
        ("In Orlov yesterday, Ada Brandt resigned.", "In Orlov, Ada Brandt resigned."),
        ("Today marks a raid on Orlov.", "Today marks a raid on Orlov."),
        # a weekday says something; so does a time that is more than an adverbial, and the speaker's day
        ("Ada Brandt resigned on Monday.", "Ada Brandt resigned on Monday."),
        ("Police searched Orlov until yesterday.", "Police searched Orlov until yesterday."),
        ("Police raided yesterday's meeting in Orlov.", "Police raided yesterday's meeting in Orlov."),
        ("Ada Brandt said: “I resigned yesterday.”", "Ada Brandt said: “I resigned yesterday.”"),
    ],
)
def test_without_a_day_of_publication_a_line_leaves_out_what_only_that_makes_clear(text: str, expected: str) -> None:
    assert line(text, None) == expected
