"""Lines whose main statement has another time than their event are no entries: text in, (trigger, stands alone) out.

14 March 2025 is a Friday.
"""

import pytest

from tests.conftest import Annotate

Row = tuple[str, str, bool]

ROWS: list[Row] = [
    ("Orlov Works released a paper on Monday on a call that Keller made in May 2019.", "released", True),
    ("Orlov Works released a paper on Monday on a call by Keller in May 2019.", "call", False),
    ("Brandt was convicted on Monday of the 2009 killing of a guard.", "killing", False),
    ("Brandt was convicted of the 2009 killing of a guard.", "killing", False),
    ("On Monday Brandt named Keller as her choice for the 2025 election.", "election", False),
    ("Keller urged Orlov to question the son of Brandt, who served as mayor from 2001 until 2006.", "served", False),
    ("Brandt resigned after Keller had been jailed in 2015.", "jailed", False),
    ("It is common for new councils — Brandt became mayor in May 2019 — to stop all work.", "became", False),
    ("Minister Brandt (pictured last week) was relieved by new data.", "pictured", False),
    ("Orlov Works – sold to Keller on 3 March – burned down.", "sold", False),
    ("Orlov, Verrin and Selim, who were asked to join in 2019, will join the League in May.", "asked", False),
    ("Orlov, Verrin and Selim, who were asked to join, will join the League in May.", "asked", False),
    (
        "Ada Brandt, who married Keller's father when Keller was in his 30s, said Thursday that he should come home.",
        "married",
        False,
    ),
    # the statement is the event's, or does it, or happened at its time
    ("Brandt, who was jailed in 2015, resigned on Monday.", "jailed", True),
    ("The 2004 raid on Orlov shocked Keller.", "raid", True),
    ("Brandt won the 2004 election.", "election", True),
    ("Brandt was injured in the 2004 raid on the port.", "raid", True),
    ("A bomb exploded in Verrin on Tuesday, killing ten people.", "killing", True),
    ("Police arrested Brandt in 2004 and freed Keller in 2006.", "freed", True),
    ("Officials said on Monday that Brandt was arrested in 2004.", "arrested", True),
    ("Brandt was taken to hospital after a bus crashed on Wednesday.", "crashed", True),
    ("ORLOV — Police arrested Brandt on Monday — a shock to Keller.", "arrested", True),
    ("Brandt — a giant of the trade — was arrested in May 2019.", "arrested", True),
    ("Brandt plans to hold a summit in May.", "summit", True),
    ("Orlov, Verrin and Selim, who were asked to join in 2019, joined the League.", "joined", True),
    ("Ada Brandt, who killed a guard, said on Thursday that she wept.", "killed", True),
    ("Brandt, who was jailed in 2019, will resign in May.", "jailed", True),
]


@pytest.mark.parametrize(("text", "trigger", "stands"), ROWS)
def test_a_line_stands_for_events_of_its_time(annotate: Annotate, text: str, trigger: str, stands: bool) -> None:
    (event,) = (event for event in annotate(text, "2025-03-14").told if event.trigger.exact == trigger)
    assert event.stands_alone is stands


@pytest.mark.parametrize(
    ("text", "trigger", "stands"),
    [
        ("Two mayors spoke of the impact of the 9 May 2001 attacks on Orlov.", "attacks", False),
        ("Brandt was taken to hospital after a bus crashed on 9 May 2001.", "crashed", True),
        ("The 2004 raid on Orlov shocked Keller.", "raid", True),
    ],
)
def test_so_does_one_of_an_article_without_a_date(annotate: Annotate, text: str, trigger: str, stands: bool) -> None:
    (event,) = (event for event in annotate(text, None).told if event.trigger.exact == trigger)
    assert event.stands_alone is stands
