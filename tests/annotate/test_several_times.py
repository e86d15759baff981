"""Events that their sentence gives several times: text in, (trigger, date) out. 14 March 2025 is a Friday."""

from dataclasses import replace

import pytest

from dossier.model import Annotations, EventMention
from tests.conftest import Annotate

Row = tuple[str, list[str]]

AT_EACH: list[Row] = [
    ("He visited Syria in 2001, 2005 and again in 2012.", ["visited 2001", "visited 2005", "visited 2012"]),
    (
        "Brandt was arrested in 1998, in 2003, and most recently in 2009.",
        ["arrested 1998", "arrested 2003", "arrested 2009"],
    ),
    ("In 2001 and 2005 Brandt visited Syria.", ["visited 2001", "visited 2005"]),
    ("The bridge was raided on 3 February and 7 March.", ["raided 2025-02-03", "raided 2025-03-07"]),
    ("Police raided the club twice, on Monday and on Thursday.", ["raided 2025-03-10", "raided 2025-03-13"]),
    ("Brandt was jailed in March 2009 and a year later.", ["jailed 2009-03", "jailed 2010"]),
    ("The plant was shut down in March 2011 and again in June 2014.", ["shut down 2011-03", "shut down 2014-06"]),
    ("Brandt was fined on 3, 5 and 7 April 2018.", ["fined 2018-04-03", "fined 2018-04-05", "fined 2018-04-07"]),
    (
        "The firm cut jobs in January, February and April 2018.",
        ["cut 2018-01", "cut 2018-02", "cut 2018-04"],
    ),
    ("Rebels attacked the port yesterday and the day before.", ["attacked 2025-03-13", "attacked 2025-03-12"]),
    ("Brandt and Keller met in Verrin in 2005 and again in 2012.", ["met 2005", "met 2012"]),
    ("Rebels attacked Verrin and Orlov in 2004, 2007 and 2015.", ["attacked 2004", "attacked 2007", "attacked 2015"]),
    ("Leaders met in Geneva on Monday and again on Tuesday.", ["met 2025-03-10", "met 2025-03-11"]),
    ("Keller chaired the board in 2003, 2004 and 2009.", ["chaired 2003", "chaired 2004", "chaired 2009"]),
    ("The mine flooded in 1911 and a second time in 1923.", ["flooded 1911", "flooded 1923"]),
    ("She was detained in 2011 as well as in 2014.", ["detained 2011", "detained 2014"]),
    ("Brandt, who won in 2010 and 2014, lost on Monday.", ["won 2010", "won 2014", "lost 2025-03-10"]),
    ("Brandt will visit Orlov on 3 May and 7 June.", ["visit 2025-05-03", "visit 2025-06-07"]),
    # an event noun, by itself or by the verb that only says that it took place
    ("The 2010 and 2014 games drew crowds.", ["games 2010", "games 2014", "drew /2025-03-14"]),
    ("The company carried out raids on Monday and Thursday.", ["raids 2025-03-10", "raids 2025-03-13"]),
    ("The board held elections in May 2015 and October 2018.", ["elections 2015-05", "elections 2018-10"]),
    (
        "Brandt was arrested and fined in 2001 and 2005.",
        ["arrested 2001", "arrested 2005", "fined 2001", "fined 2005"],
    ),
    (
        "The two had met in June 2019, and again in August 2020, officials said.",
        ["met 2019-06", "met 2020-08", "said /2025-03-14"],
    ),
]
AT_ONE: list[Row] = [
    ("Brandt owned the yard from 2001 to 2005.", ["owned 2001/2005"]),
    ("The hall was closed between May and June 2019.", ["closed 2019-05/2019-06"]),
    ("Brandt lived there between 2001 and 2005 and in 2010.", ["lived 2001/2005"]),
    ("Brandt was arrested on Monday, 10 March.", ["arrested 2025-03-10"]),
    ("Brandt was arrested yesterday evening, at about ten.", ["arrested 2025-03-13"]),
    ("Brandt was arrested last year, in May.", ["arrested 2024-05"]),
    ("Brandt was arrested on 3 or 4 March.", ["arrested 2025-03-03?/2025-03-04?"]),
    ("The committee discussed the 2001 report in 2005.", ["discussed 2005"]),
    ("The council met in May and October each year.", ["met 2024-05/2024-10"]),
    ("The council usually met in May and October 2019.", ["met 2019-05/2019-10"]),
    ("Brandt must pay by Monday and on Thursday.", ["pay 2025-03-20"]),
    ("Brandt was arrested in 2001 and in 2005 he fled.", ["arrested 2001", "fled 2005"]),
    ("Brandt was arrested in 2001 and, in 2005, fled.", ["arrested 2001", "fled 2005"]),
    ("Brandt was arrested in 2011 and 2012 was a bad year.", ["arrested 2011"]),
    ("In 2010 and 2014, Brandt bought the yard and sold the boats.", ["bought 2010/2014", "sold 2010/2014"]),
    ("Brandt was expelled from the party in 2001 and from parliament in 2005.", ["expelled 2001/2005"]),
    # each may be the time of one of them: it lies between the first and the last
    ("Brandt and Keller were born in 1970 and 1974.", ["born 1970/1974"]),
    ("Keller was convicted of fraud and theft in 1999 and 2004.", ["convicted 1999/2004", "fraud -", "theft -"]),
    (
        "He signed pacts with Peru and Chile on 3 May 2011 and 9 June 2012, respectively.",
        ["signed 2011-05-03/2012-06-09", "pacts 2011-05-03/2012-06-09"],
    ),
    ("Brandt won the vote in 2003 and the cup in 2005.", ["won 2003/2005", "vote 2003/2005"]),
    ("Master's, 1985 Brandt was born in Orlov in 1961.", ["born 1961"]),
    # without a gap it may have happened once
    ("The summit was held in Geneva on 10 and 11 June 2019.", ["summit 2019-06-10/2019-06-11"]),
    ("Leaders met in Geneva on Monday and Tuesday.", ["met 2025-03-10/2025-03-11"]),
    ("The river rose in late 2007 and early 2008.", ["rose 2007~/2008~"]),
    (
        "As the river rose in late 2007 and early 2008, the town began building dams.",
        ["rose 2007~/2008~", "began 2007~/2008~"],
    ),
    ("Keller chaired the board in 2003, 2004 and 2005.", ["chaired 2003/2005"]),
    # of a time without its year, or of a weekday, the one that is meant is not sure
    ("Brandt left Orlov in January and April of 2019.", ["left 2019-04"]),
    ("Police raided the club on Thursday and on Monday.", ["raided 2025-03-13?"]),
]


def told(event: EventMention) -> str:
    return f"{event.trigger.exact} {event.dating.when.edtf if event.dating.when else '-'}"


@pytest.mark.parametrize(("text", "events"), [*AT_EACH, *AT_ONE])
def test_an_event_at_several_times_is_several_events(annotate: Annotate, text: str, events: list[str]) -> None:
    assert [told(event) for event in annotate(text, "2025-03-14").events] == events


@pytest.mark.parametrize("text", [text for text, _ in AT_EACH])
def test_only_the_time_tells_them_apart(annotate: Annotate, text: str) -> None:
    by_trigger: dict[str, list[EventMention]] = {}
    for event in annotate(text, "2025-03-14").events:
        by_trigger.setdefault(event.trigger.exact, []).append(event)
    for first, *others in by_trigger.values():
        assert [event.occurrence for event in (first, *others)] == list(range(1, len(others) + 2))
        assert len({event.time for event in (first, *others)}) == len(others) + 1
        assert {_without_time(event) for event in others} <= {_without_time(first)}


def _without_time(event: EventMention) -> EventMention:
    """The event without what may differ between several times: its number, its date, its line."""
    first = EventMention("e1", event.type, event.trigger, event.lemma, event.sentence)
    return replace(
        event,
        **{name: getattr(first, name) for name in ("id", "dating", "time", "likely", "occurrence", "summary")},
    )


BESIDE = "Police arrested Brandt on Monday. {} After the visit she fled. Keller, who had visited Orlov, died last week."


def test_several_times_change_no_other_event(annotate: Annotate) -> None:
    one, several = (
        annotate(BESIDE.format(f"She visited Orlov in {years}."), "2025-03-14")
        for years in ("2001", "2001, 2005 and 2012")
    )
    assert len(several.events) == len(one.events) + 2
    assert _others(several) == _others(one)


def _others(found: Annotations) -> list[tuple[object, ...]]:
    """What is known of the events of the other sentences."""
    return [
        (told(e), e.type, e.factuality, e.summary, e.likely, e.dated_by, [part.quote.exact for part in e.participants])
        for e in found.events
        if e.sentence.start != found.events[1].sentence.start
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Keller visited Syria in 2001, 2005 and again in 2012.",
            ["Keller visited Syria in 2001.", "Keller visited Syria in 2005.", "Keller visited Syria in 2012."],
        ),
        (
            "In May 2018 and again in June 2019, police raided the club.",
            ["In May 2018, police raided the club.", "In June 2019, police raided the club."],
        ),
        (
            "Protesters stormed the court on Monday and on Wednesday, for no clear reason.",
            [
                "Protesters stormed the court on Monday [10 March 2025], for no clear reason.",
                "Protesters stormed the court on Wednesday [12 March 2025], for no clear reason.",
            ],
        ),
    ],
)
def test_the_line_of_each_time_says_no_other(annotate: Annotate, text: str, lines: list[str]) -> None:
    assert [event.summary for event in annotate(text, "2025-03-14").events if event.type != "other"] == lines


@pytest.mark.parametrize(
    "text",
    [
        # what may be said of all times together
        "Police raided the club twice, in May 2018 and in June 2019.",
        "Police first raided the club in May 2018 and then in June 2019.",
        "Rebels killed 30 people in 2011 and 2013.",
        "Rebels attacked the port in 2011 and 2013, killing fishermen.",
        "Keller did not visit Syria in 2001 and 2005.",
        # what needs the other time
        "Keller was fined on 3, 5 and 9 April 2018.",
        "Keller was jailed in March 2009 and a year later.",
        "Keller was jailed in 2001 and later in 2005.",
        "The raids on the club in 2011 and 2013 shocked the port.",
    ],
)
def test_a_line_that_may_need_the_other_times_keeps_them(annotate: Annotate, text: str) -> None:
    several = {event.trigger for event in annotate(text, "2025-03-14").events if event.occurrence > 1}
    found = [event for event in annotate(text, "2025-03-14").events if event.trigger in several]
    assert len(found) > 1
    assert {event.summary for event in found} == {text}


def test_the_line_of_each_time_holds_that_time(annotate: Annotate) -> None:
    text = "The two had met in June 2019, and again in August 2020, officials said."
    found = annotate(text, "2025-03-14")
    times = {time.id: time.quote.exact for time in found.times}
    assert all(times[event.time] in (event.summary or "") for event in found.events if event.time)


def test_a_number_of_all_times_is_that_of_none(annotate: Annotate) -> None:
    found = annotate("Rebels killed 30 people in 2011 and 2013.", "2025-03-14").events
    assert [(told(event), event.quantities) for event in found] == [("killed 2011", ()), ("killed 2013", ())]


def test_no_order_is_read_between_several_times_and_another_event(annotate: Annotate) -> None:
    once = annotate("Brandt fled after he was jailed in 2001.", "2025-03-14")
    several = annotate("Brandt fled after he was jailed in 2001 and 2005.", "2025-03-14")
    assert len(once.relations) == 1
    assert not several.relations


def test_no_time_of_several_is_the_main_statement_of_another(annotate: Annotate) -> None:
    found = annotate("Rebels attacked the port in 2011 and 2013, killing dozens.", "2025-03-14").events
    first = next(event.id for event in found)
    assert [(told(event), event.hangs_on) for event in found] == [
        ("attacked 2011", None),
        ("attacked 2013", None),
        ("killing 2011/2013", first),
    ]
