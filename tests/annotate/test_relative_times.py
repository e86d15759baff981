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
        (
            "A fire on 26 March 2019 killed two. Ada Brandt was arrested that day.",
            "Ada Brandt was arrested that day [26 March 2019].",
        ),
        (
            "A fire in March 2019 killed two. Ada Brandt was arrested that day.",
            "Ada Brandt was arrested that day.",
        ),
        ("Yesterday Ada Brandt resigned.", "Yesterday [11 August 2020] Ada Brandt resigned."),
        ("Ada Brandt resigned on Monday.", "Ada Brandt resigned on Monday [10 August 2020]."),
        ("On Monday, Ada Brandt resigned.", "On Monday [10 August 2020], Ada Brandt resigned."),
        ("Ada Brandt resigned last month.", "Ada Brandt resigned last month [July 2020]."),
        ("Ada Brandt resigned last year.", "Ada Brandt resigned last year [2019]."),
        ("Ada Brandt resigned last March.", "Ada Brandt resigned last March [March 2020]."),
        ("Ada Brandt died early yesterday morning.", "Ada Brandt died early yesterday morning [11 August 2020]."),
        ("Ada Brandt left at 19:22 yesterday.", "Ada Brandt left at 19:22 yesterday [11 August 2020]."),
        # tomorrow's name may mean the day of a report that is dated early
        ("Ada Brandt resigned on Thursday.", "Ada Brandt resigned on Thursday."),
        ("A blast killed ten people on Thursday.", "A blast killed ten people on Thursday."),
        ("On Monday, Ada Brandt issued a warning.", "On Monday [10 August 2020], Ada Brandt issued a warning."),
        # weeks, weekends and seasons
        ("Ada Brandt resigned last week.", "Ada Brandt resigned last week [3–9 August 2020]."),
        ("Earlier this week Ada Brandt resigned.", "Earlier this week [10–12 August 2020] Ada Brandt resigned."),
        ("Next week, Ada Brandt will resign.", "Next week [17–23 August 2020], Ada Brandt will resign."),
        ("Over the weekend Ada Brandt resigned.", "Over the weekend [8–9 August 2020] Ada Brandt resigned."),
        ("Ada Brandt resigned last summer.", "Ada Brandt resigned last summer [summer 2019]."),
        ("Ada Brandt will resign next spring.", "Ada Brandt will resign next spring [spring 2021]."),
        ("Ada Brandt left at the end of last year.", "Ada Brandt left at the end of last year [2019]."),
        # the quarter of a report of results, where it says which
        (
            "Second-quarter sales of Orlov Bank fell. Profit rose 2% in the quarter.",
            "Profit rose 2% in the quarter [second quarter of 2020].",
        ),
        ("Third-quarter sales of Orlov Bank fell. Profit rose 2% in the quarter.", "Profit rose 2% in the quarter."),
        ("Profit of Orlov Bank rose 2% in the quarter.", "Profit of Orlov Bank rose 2% in the quarter."),
        ("Fiscal second-quarter sales fell. Profit rose 2% in the quarter.", "Profit rose 2% in the quarter."),
        # spans that begin or end with the publication
        ("In the coming weeks, Brandt will resign.", "In the coming weeks [from 12 August 2020], Brandt will resign."),
        ("In the past week, ten people have died.", "In the past week [to 12 August 2020], ten people have died."),
        (
            "Ada Brandt said last year that the yard lost money over the past ten years.",
            "Ada Brandt said last year [2019] that the yard lost money over the past ten years.",
        ),
        (
            "Ada Brandt will leave in the next two years.",
            "Ada Brandt will leave in the next two years [from August 2020].",
        ),
        ("In the last years of the mill, Brandt resigned.", "In the last years of the mill, Brandt resigned."),
        ("Over the next two weeks, Ada Brandt left Orlov.", "Over the next two weeks, Ada Brandt left Orlov."),
        # a possessor
        ("Police raided yesterday's meeting in Orlov.", "Police raided yesterday's [11 August 2020] meeting in Orlov."),
        ("Ada Brandt saw Friday's fire in Orlov.", "Ada Brandt saw Friday's [7 August 2020] fire in Orlov."),
        ("Ada Brandt spoke at Monday's meeting.", "Ada Brandt spoke at Monday's [10 August 2020] meeting."),
        ("Ada Brandt spoke ahead of Monday's meeting.", "Ada Brandt spoke ahead of Monday's meeting."),
        ("Ada Brandt praised today's schools in Orlov.", "Ada Brandt praised today's schools in Orlov."),
        # a weekday of what is to come, or of a noun that may be planned, may be of another week
        ("Ada Brandt will resign on Monday.", "Ada Brandt will resign on Monday."),
        ("Ada Brandt decided to leave on Monday.", "Ada Brandt decided to leave on Monday."),
        ("Ada Brandt opened Monday's meeting in Orlov.", "Ada Brandt opened Monday's meeting in Orlov."),
        # the line says the date itself, or nobody knows it
        ("Ada Brandt resigned on 10 August 2020.", "Ada Brandt resigned on 10 August 2020."),
        ("Ada Brandt resigned in recent years.", "Ada Brandt resigned in recent years."),
        # part of a name, and a day told before
        ("Ada Brandt left USA Today for Orlov.", "Ada Brandt left USA Today for Orlov."),
        ("Ada Brandt resigned that Monday in Orlov.", "Ada Brandt resigned that Monday in Orlov."),
        ("On the last night, Ada Brandt left Orlov.", "On the last night, Ada Brandt left Orlov."),
        # the speaker's day
        ("Ada Brandt said: “I resigned yesterday.”", "Ada Brandt said: “I resigned yesterday.”"),
    ],
)
def test_a_time_has_its_date_in_brackets(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # on a Sunday a week ends or begins; on a Saturday "last week" may be the one that ends
        ("2020-08-16", "Ada Brandt resigned this week.", "Ada Brandt resigned this week."),
        ("2020-08-15", "Ada Brandt resigned last week.", "Ada Brandt resigned last week."),
        ("2020-08-15", "Ada Brandt resigned this week.", "Ada Brandt resigned this week [10–16 August 2020]."),
        ("2020-08-03", "Ada Brandt resigned last week.", "Ada Brandt resigned last week [27 July to 2 August 2020]."),
        # a season that has just ended may be "this summer", and one that begins soon "next spring"
        ("2020-10-05", "Ada Brandt resigned last summer.", "Ada Brandt resigned last summer."),
        ("2020-12-05", "Ada Brandt resigned last summer.", "Ada Brandt resigned last summer [summer 2020]."),
        ("2020-02-05", "Ada Brandt will resign next spring.", "Ada Brandt will resign next spring."),
    ],
)
def test_a_time_that_may_be_another_has_no_date(published: str, text: str, expected: str) -> None:
    assert line(text, When.parse(published)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Ada Brandt resigned.", "Ada Brandt resigned."),
        ("Ada Brandt resigned last week.", "Ada Brandt resigned."),
        ("Earlier this month, Ada Brandt resigned.", "Ada Brandt resigned."),
        ("Ada Brandt will resign next March.", "Ada Brandt will resign."),
        ("In Orlov ten people have died in the past week.", "In Orlov ten people have died."),
        ("Yesterday, Ada Brandt resigned.", "Ada Brandt resigned."),
        ("Ada Brandt resigned this morning in Orlov.", "Ada Brandt resigned in Orlov."),
        ("In Orlov, yesterday, police raided a farm.", "In Orlov police raided a farm."),
        ("In Orlov yesterday, Ada Brandt resigned.", "In Orlov, Ada Brandt resigned."),
        ("Today marks a raid on Orlov.", "Today marks a raid on Orlov."),
        ("Ada Brandt resigned on Monday.", "Ada Brandt resigned."),
        ("On Monday, Ada Brandt gave Orlov 48 hours to reply.", "Ada Brandt gave Orlov 48 hours to reply."),
        # a time that is more than an adverbial says something, and so does the speaker's day
        ("The trial was adjourned until Monday.", "The trial was adjourned until Monday."),
        ("Police searched Orlov until yesterday.", "Police searched Orlov until yesterday."),
        ("Police raided yesterday's meeting in Orlov.", "Police raided yesterday's meeting in Orlov."),
        ("Ada Brandt said: “I resigned yesterday.”", "Ada Brandt said: “I resigned yesterday.”"),
    ],
)
def test_without_a_day_of_publication_a_line_leaves_out_what_only_that_makes_clear(text: str, expected: str) -> None:
    assert line(text, None) == expected
