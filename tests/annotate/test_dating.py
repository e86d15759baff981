"""Which date an event has, what it rests on, and by which rule: sentence in, date out.

Each event reads "trigger date basis anchor rule"; "-" stands for nothing. 14 March 2025 is a Friday.
"""

import pytest

from dossier.model import Basis, EventMention, Qualifier
from tests.conftest import Annotate

Row = tuple[str, list[str]]

OWN_WORDS: list[Row] = [
    ("Police arrested Brandt on Monday.", ["arrested 2025-03-10 relative published own time"]),
    ("Police arrested Brandt on 14 March 2019.", ["arrested 2019-03-14 explicit t1 own time"]),
    (
        "Brandt was arrested on Monday and released on Tuesday.",
        ["arrested 2025-03-10 relative published own time", "released 2025-03-11 relative published own time"],
    ),
    (
        "The minister said on Monday that Brandt left.",
        ["said 2025-03-10 relative published own time", "left /2025-03-10 inferred t1 said by then"],
    ),
    (
        "The minister said Brandt left on Monday.",
        ["said /2025-03-14 inferred published published by then", "left 2025-03-10 relative published own time"],
    ),
    (
        "Brandt left on Monday, the minister said.",
        ["left 2025-03-10 relative published own time", "said /2025-03-14 inferred published published by then"],
    ),
    (
        "The mayor told reporters Tuesday the bridge fell.",
        ["told 2025-03-11 relative published own time", "fell /2025-03-11 inferred t1 said by then"],
    ),
    ("The switch, he said on Monday, would come.", ["said 2025-03-10 relative published own time", "come - none - -"]),
    (
        "In a statement on Monday, Brandt denied the charges.",
        [
            "statement 2025-03-10 relative published own time",
            "denied 2025-03-10 relative published event named with it",
        ],
    ),
    (
        "Brandt first entered politics when elected in 2001.",
        ["entered 2001 explicit t1 when clause", "elected 2001 explicit t1 own time"],
    ),
    (
        "In an interview on Monday, Brandt called the sale a mistake but did not blame the port.",
        [
            "interview 2025-03-10 relative published own time",
            "called 2025-03-10 relative published event named with it",
            "sale - none - -",
            "blame 2025-03-10 relative published shared time",
        ],
    ),
    (
        "The company, which opened a yard in 1968, sued the port in 1989.",
        ["opened 1968 explicit t1 own time", "sued 1989 explicit t2 own time"],
    ),
    (
        "Keller sued the firm that sold the yard in 2019.",
        ["sued /2025-03-14 inferred published published by then", "sold 2019 explicit t1 own time"],
    ),
    (
        "Brandt was arrested in May 2019, in his yard, and was held for weeks.",
        ["arrested 2019-05 explicit t1 own time", "held 2019-05/ inferred t1 clause before or after"],
    ),
    (
        "Brandt was arrested on Monday and was held for hours.",
        ["arrested 2025-03-10 relative published own time", "held /2025-03-14 inferred published published by then"],
    ),
    (
        "The agency has counted 236 cases, up from 148 yesterday.",
        ["counted /2025-03-14 inferred published published by then"],
    ),
    (
        "In 1944 the ship sailed north. A bomber attacked it in late February.",
        ["sailed 1944 explicit t1 own time", "attacked /2025-03-14 inferred published published by then"],
    ),
    (
        "In 1944 the ship sailed north. The museum has sold it. A bomber attacked it in late February.",
        [
            "sailed 1944 explicit t1 own time",
            "sold /2025-03-14 inferred published published by then",
            "attacked 2025-02% relative published own time",
        ],
    ),
    (
        "In 1944 the ship sailed north. On Monday the mayor opened a museum. The crew left.",
        [
            "sailed 1944 explicit t1 own time",
            "opened 2025-03-10 relative published own time",
            "left /2025-03-14 inferred published published by then",
        ],
    ),
    ("The council has a deal with the yard for ten ships by December.", ["deal - none - -"]),
    ("Brandt agreed on Monday to sell the yard.", ["agreed 2025-03-10 relative published own time", "sell - none - -"]),
    (
        "Brandt has worked for the port over the past two years.",
        ["worked 2023-03~/2025-03-14 relative published own time"],
    ),
    ("Brandt had been hiding in the past months.", ["hiding /2025-03-14 relative published own time"]),
    ("The fair ran from March 3 to March 5.", ["ran 2025-03-03/2025-03-05 relative published own time"]),
    (
        "Between Monday and Wednesday, the crew repaired the mast.",
        ["repaired 2025-03-10/2025-03-12 relative published own time"],
    ),
    ("Brandt owned the yard from 2001 to 2010.", ["owned 2001/2010 explicit t1 own time"]),
    (
        "In 1989 Brandt opened a yard. Two years later he sold it.",
        ["opened 1989 explicit t1 own time", "sold 1991 relative t1 own time"],
    ),
    (
        "On 9 February the auditor, Nadia Keller, set out her doubts.",
        ["set out 2025-02-09 relative published own time"],
    ),
    (
        "VERRIN, March 12, 2025 (Harbour Press) — Police arrested Brandt on Monday.",
        ["arrested 2025-03-10 relative published own time"],
    ),
    ("Brandt did not leave on Monday.", ["leave 2025-03-10 relative published own time"]),
]
SHARED: list[Row] = [
    (
        "On Monday police arrested Brandt; Keller fled; and divers left the port.",
        [
            "arrested 2025-03-10 relative published own time",
            "fled 2025-03-10 relative published shared time",
            "left 2025-03-10 relative published shared time",
        ],
    ),
    (
        "Police arrested Brandt on Monday; Keller fled.",
        ["arrested 2025-03-10 relative published own time", "fled /2025-03-14 inferred published published by then"],
    ),
    (
        "Brandt was arrested and charged on Monday.",
        ["arrested 2025-03-10 relative published shared time", "charged 2025-03-10 relative published own time"],
    ),
    (
        "On Monday, police arrested Brandt and charged Keller.",
        ["arrested 2025-03-10 relative published own time", "charged 2025-03-10 relative published shared time"],
    ),
    (
        "In 2010, Brandt bought the yard and sold the boats.",
        ["bought 2010 explicit t1 own time", "sold 2010 explicit t1 shared time"],
    ),
    (
        "A bomb exploded in Verrin on Tuesday, killing ten people.",
        ["exploded 2025-03-11 relative published own time", "killing 2025-03-11 relative published participle"],
    ),
    (
        "Killing ten people, a bomb exploded in Verrin on Tuesday.",
        ["Killing 2025-03-11 relative published participle", "exploded 2025-03-11 relative published own time"],
    ),
    (
        "Ten people were killed when a boiler exploded on Tuesday.",
        ["killed 2025-03-11 relative published when clause", "exploded 2025-03-11 relative published own time"],
    ),
    (
        "Brandt proposed a law to raise the pay when she was in the council in 2007.",
        ["proposed 2007~ explicit t1 when clause", "raise - none - -"],
    ),
    (
        "Brandt announced on Monday that she was ending her bid.",
        ["announced 2025-03-10 relative published own time", "ending 2025-03-10~ relative published shared time"],
    ),
    (
        "When the boiler exploded on Tuesday, ten people died.",
        ["exploded 2025-03-11 relative published own time", "died 2025-03-11 relative published when clause"],
    ),
    (
        "Brandt spoke on Monday as the crowd cheered the union.",
        ["spoke 2025-03-10 relative published own time", "cheered 2025-03-10 relative published when clause"],
    ),
    (
        "In a report published on Monday, auditors criticised the fund.",
        ["published 2025-03-10 relative published own time", "criticised 2025-03-10 relative published occasion"],
    ),
    ("Brandt began selling boats in 1990.", ["began 1990 explicit t1 phase verb", "selling 1990 explicit t1 own time"]),
    (
        "Brandt stopped paying the crew in March.",
        ["stopped 2025-03 relative published phase verb", "paying 2025-03 relative published own time"],
    ),
]
NOUNS: list[Row] = [
    (
        "The fall of the fund in 2019 surprised its donors.",
        ["fall 2019 explicit t1 own time", "surprised /2025-03-14 inferred published published by then"],
    ),
    (
        "Yesterday's raid on the depot shocked the port.",
        ["raid 2025-03-13 relative published own time", "shocked 2025-03-13~ relative published event named with it"],
    ),
    ("The 2019 attack on the depot was never solved.", ["attack 2019 explicit t1 own time", "solved - none - -"]),
    ("The attack of 12 March 2019 was never solved.", ["attack 2019-03-12 explicit t1 own time", "solved - none - -"]),
    ("The attack was on Tuesday.", ["attack 2025-03-11 relative published its verb"]),
    ("There was an attack on the depot on Tuesday.", ["attack 2025-03-11 relative published its verb"]),
    (
        "The unit carried out an attack on the depot on Tuesday.",
        ["attack 2025-03-11 relative published its verb"],
    ),
    (
        "The attack came on Monday.",
        ["attack 2025-03-10 relative published its verb", "came 2025-03-10 relative published own time"],
    ),
    (
        "The crew broke the 1991 agreement on Monday.",
        ["broke 2025-03-10 relative published own time", "agreement 1991 explicit t1 own time"],
    ),
    (
        "The court set the trial for May 12.",
        ["set /2025-03-14 inferred published published by then", "trial 2025-05-12 relative published own time"],
    ),
    (
        "Tomorrow the council plans to launch a ship.",
        ["plans - none - -", "launch 2025-03-15 relative published own time"],
    ),
    ("On Monday Brandt is due to leave.", ["leave 2025-03-17 relative published own time"]),
    (
        "The line will double its flights by August.",
        ["double /2025-08 relative published own time", "flights - none - -"],
    ),
    (
        "On Monday the council wanted to launch a ship.",
        ["wanted 2025-03-10 relative published own time", "launch - none - -"],
    ),
    ("The launch is scheduled for May 12.", ["launch 2025-05-12 relative published own time", "scheduled - none - -"]),
    (
        "During the raid on Monday, police found guns.",
        ["raid 2025-03-10 relative published own time", "found 2025-03-10 relative published event named with it"],
    ),
]
SIDES: list[Row] = [
    ("The union has protested since 2019.", ["protested 2019/ explicit t1 own time"]),
    ("The union protested until 2019.", ["protested /2019 explicit t1 own time"]),
    ("The union left after 14 March 2019.", ["left 2019-03-14/ explicit t1 own time"]),
    ("As of yesterday, the fever had killed two sailors.", ["killed /2025-03-13 relative published own time"]),
    ("By Monday the crew had left the ship.", ["left /2025-03-10 relative published own time"]),
    ("Prior to 2010 Brandt ran the yard.", ["ran /2010 explicit t1 own time"]),
    ("The yard did not open until 2019.", ["open 2019/ explicit t1 own time"]),
    (
        "The same scare struck in 2006. The council warned of a flood. The mayor said that she was ready.",
        [
            "struck 2006 explicit t1 own time",
            "warned 2006/ inferred t1 clause before or after",
            "flood - none - -",
            "said /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "The same scare struck in 2006. The council has warned of a fever.",
        ["struck 2006 explicit t1 own time", "warned /2025-03-14 inferred published published by then"],
    ),
    (
        "The same scare struck in 2024. The council warned of a fever.",
        ["struck 2024 explicit t1 own time", "warned /2025-03-14 inferred published published by then"],
    ),
    ("Not until 2015 did he resign.", ["resign 2015 explicit t1 own time"]),
    ("Profits fell no later than June 2019.", ["fell /2019-06 explicit t1 own time"]),
    ("Profits fell no earlier than June 2019.", ["fell 2019-06/ explicit t1 own time"]),
    ("Until Monday the crew guarded the ship.", ["guarded /2025-03-10 relative published own time"]),
    (
        "Since its launch in 2003, the shop has sold two boats.",
        ["launch 2003 explicit t1 own time", "sold 2003/ explicit t1 event named with it"],
    ),
    (
        "Following his arrest on Monday, Brandt resigned.",
        [
            "arrest 2025-03-10 relative published own time",
            "resigned 2025-03-10/ relative published event named with it",
        ],
    ),
    (
        "Before the attack on Monday, Brandt left.",
        ["attack 2025-03-10 relative published own time", "left /2025-03-10 relative published event named with it"],
    ),
    (
        "After selling the yard on Monday, Brandt left.",
        [
            "selling 2025-03-10 relative published own time",
            "left 2025-03-10/ relative published event named with it",
        ],
    ),
    (
        "Brandt resigned after police searched the depot on Tuesday.",
        [
            "resigned 2025-03-11/ relative published clause before or after",
            "searched 2025-03-11 relative published own time",
        ],
    ),
    (
        "Brandt resigned on Tuesday after police searched the depot.",
        [
            "resigned 2025-03-11 relative published own time",
            "searched /2025-03-11 relative published clause before or after",
        ],
    ),
    (
        "Brandt fled before police searched the depot on Tuesday.",
        [
            "fled /2025-03-11 relative published clause before or after",
            "searched 2025-03-11 relative published own time",
        ],
    ),
    (
        "The union has protested since the fund collapsed in 2019.",
        ["protested 2019/ explicit t1 clause before or after", "collapsed 2019 explicit t1 own time"],
    ),
]
LENGTHS: list[Row] = [
    (
        "Three days after the coup of 15 July 2016 he fled.",
        ["coup - none - -", "fled 2016-07-18 relative t2 length before or after"],
    ),
    (
        "He fled a week before the vote on 5 June 2016.",
        ["fled 2016-05-29~ relative t2 length before or after", "vote 2016-06-05 explicit t2 own time"],
    ),
    (
        "He fled two months after the coup of 15 July 2016.",
        ["fled 2016-09~ relative t2 length before or after", "coup 2016-07-15 explicit t2 own time"],
    ),
    (
        "He fled ten days before the coup in 2016.",
        ["fled /2016 explicit t2 length before or after", "coup 2016 explicit t2 own time"],
    ),
    (
        "Some days after the coup of 15 July 2016 he fled.",
        ["coup - none - -", "fled 2016-07-15/ explicit t2 length before or after"],
    ),
    (
        "Brandt died two years after the war ended in 1945.",
        [
            "died 1947~ relative t2 length before or after",
            "war /1945 explicit t2 its verb",
            "ended 1945 explicit t2 own time",
        ],
    ),
    (
        "Brandt resigned two days after police searched the depot on Monday.",
        ["resigned 2025-03-12 relative t2 length before or after", "searched 2025-03-10 relative published own time"],
    ),
    (
        "A month before the 2016 referendum Brandt resigned.",
        ["referendum 2016 explicit t2 own time", "resigned /2016 explicit t2 length before or after"],
    ),
    (
        "Two days after the vote, Brandt fled on Monday.",
        ["vote - none - -", "fled 2025-03-10 relative published own time"],
    ),
    (
        "Brandt was freed the day after the vote on 3 March.",
        ["freed 2025-03-04 relative t2 length before or after", "vote 2025-03-03 relative published own time"],
    ),
    (
        "Brandt sold the yard the day before the freighter Zora sailed from Orlov on 27 February.",
        ["sold 2025-02-26 relative t2 length before or after", "sailed 2025-02-27 relative published own time"],
    ),
    ("Brandt had fled the day before.", ["fled /2025-03-14 inferred published published by then"]),
]
TWO_TIMES: list[Row] = [
    ("Brandt was born in 1990 or 1991.", ["born 1990?/1991? explicit t1 own time"]),
    ("Brandt was killed on 3 or 4 May 2018.", ["killed 2018-05-03?/2018-05-04? explicit t1 own time"]),
    ("The fair ran March 14-16, 2019.", ["ran 2019-03-14/2019-03-16 explicit t1 own time"]),
    ("Brandt was shot between 2 and 3 p.m. on Tuesday.", ["shot 2025-03-11 relative published own time"]),
    ("Brandt was shot at 3 p.m. on Tuesday.", ["shot 2025-03-11T15:00 relative published own time"]),
    ("Brandt was arrested earlier this week.", ["arrested 2025-03-10/2025-03-14 relative published own time"]),
    (
        "Brandt was arrested in late March last year and freed on 3 March this year.",
        ["arrested 2024-03~ relative published own time", "freed 2025-03-03 relative published own time"],
    ),
    (
        "On Wednesday the office said Brandt called off a trip on Thursday.",
        [
            "said 2025-03-12 relative published own time",
            "called off /2025-03-12 inferred t1 said by then",
        ],
    ),
    ("On the last night Brandt delivered a speech.", ["speech - none - -"]),
    ("On the last day Brandt left the yard.", ["left /2025-03-14 inferred published published by then"]),
    (
        "A few hours before the bridge fell on Monday, Brandt left.",
        ["fell 2025-03-10 relative published own time", "left 2025-03-10~ relative t2 length before or after"],
    ),
    (
        "Brandt left on Monday.\n\nKeller sells fish. She has a yard. The next day the ship sank.",
        [
            "left 2025-03-10 relative published own time",
            "sells - none - -",
            "sank /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "Brandt left on Monday.\n\nThe next day the ship sank.",
        ["left 2025-03-10 relative published own time", "sank 2025-03-11 relative t1 own time"],
    ),
    ("Brandt expected a second wave later this year.", ["expected /2025-03-14 inferred published published by then"]),
    (
        "Brandt expected losses in the second quarter to fall.",
        [
            "expected /2025-03-14 inferred published published by then",
            "losses - none - -",
            "fall - none - -",
        ],
    ),
    (
        "In the 2016 vote Brandt held out until June.",
        ["vote 2016 explicit t1 own time", "held out /2016-06 relative t1 own time"],
    ),
    (
        "Brandt was jailed on 4 May 2019 and watched for a year.",
        ["jailed 2019-05-04 explicit t1 own time", "watched 2019-05-04/ inferred t1 clause before or after"],
    ),
    (
        "The ledger reproduces a letter sent on October 19, the day before the tender.",
        ["reproduces - none - -", "sent 2024-10-19 relative published own time"],
    ),
    (
        "Brandt was arrested on 4 May 2019 and released that July.",
        ["arrested 2019-05-04 explicit t1 own time", "released 2019-07 relative t1 own time"],
    ),
    (
        "The ledger shows a payment on January 6.",
        ["shows - none - -", "payment 2025-01-06 relative published own time"],
    ),
]
AHEAD: list[Row] = [
    ("The court will hear Brandt on 5 May 2026.", ["hear 2026-05-05 explicit t1 own time"]),
    ("Donors meet in Verrin on 18 May.", ["meet 2025-05-18 relative published own time"]),
    ("Brandt could sue the port in 2026.", ["sue 2026 explicit t1 own time"]),
    ("Police will arrest Brandt.", ["arrest - none - -"]),
    ("Brandt could leave.", ["leave - none - -"]),
    ("If Brandt leaves, the union will strike.", ["leaves - none - -", "strike - none - -"]),
    ("Brandt plans to sell the yard.", ["plans - none - -", "sell - none - -"]),
]
NOT_ITS_TIME: list[Row] = [
    ("Parliament passed the 2010 budget.", ["passed /2025-03-14 inferred published published by then"]),
    ("The raid on the depot was the worst attack since 2003.", ["raid - none - -", "attack - none - -"]),
    ("It was the first attack on the depot since 2003.", ["attack - none - -"]),
    ("The firm unveiled its 2011 models.", ["unveiled /2025-03-14 inferred published published by then"]),
    (
        "The 1991 agreement barred Brandt from the trade.",
        ["agreement 1991 explicit t1 own time", "barred /2025-03-14 inferred published published by then"],
    ),
    (
        "Brandt was arrested during that raid and released in May 2019.",
        [
            "arrested /2025-03-14 inferred published published by then",
            "raid - none - -",
            "released 2019-05 explicit t1 own time",
        ],
    ),
    (
        "Brandt was married before the war but divorced in 1971.",
        [
            "married /2025-03-14 inferred published published by then",
            "war - none - -",
            "divorced 1971 explicit t1 own time",
        ],
    ),
    (
        "Brandt bought the yard in 2010 and sold the boats.",
        ["bought 2010 explicit t1 own time", "sold 2010/ inferred t1 clause before or after"],
    ),
    ("The plane crashed at 9:54 a.m. near the port.", ["crashed /2025-03-14 inferred published published by then"]),
    (
        "VERRIN, March 12, 2025 (Harbour Press) — Police arrested Brandt.",
        ["arrested /2025-03-12 inferred published published by then"],
    ),
    ("The union protested every Monday.", ["protested /2025-03-14 inferred published published by then"]),
    ("Brandt usually met Keller in the harbour.", ["met /2025-03-14 inferred published published by then"]),
    ("Brandt recently bought the yard.", ["bought /2025-03-14 inferred published published by then"]),
    ("Brandt spoke for two hours.", ["spoke /2025-03-14 inferred published published by then"]),
    (
        "Brandt left on Monday because Keller hit him.",
        ["left 2025-03-10 relative published own time", "hit /2025-03-14 inferred published published by then"],
    ),
]
TENSE: list[Row] = [
    ("Police arrested Brandt.", ["arrested /2025-03-14 inferred published published by then"]),
    ("Brandt was arrested.", ["arrested /2025-03-14 inferred published published by then"]),
    ("Brandt has sold the yard.", ["sold /2025-03-14 inferred published published by then"]),
    ("Brandt had sold the yard.", ["sold /2025-03-14 inferred published published by then"]),
    ("Brandt sells boats.", ["sells - none - -"]),
    ("Brandt is selling boats.", ["selling - none - -"]),
    ("Police did not arrest Brandt.", ["arrest - none - -"]),
    ("Police reportedly arrested Brandt.", ["arrested - none - -"]),
]
UNDATED: list[Row] = [
    ("Police arrested Brandt on Monday. He left yesterday.", ["arrested - none - -", "left - none - -"]),
    (
        "The fund collapsed in 2016. The minister said that the crew left.",
        ["collapsed 2016 explicit t1 own time", "said - none - -", "left - none - -"],
    ),
    (
        "Brandt left on 10 March 2025. He took the ferry.",
        ["left 2025-03-10 explicit t1 own time", "took - none - -"],
    ),
    ("Brandt has sold the yard.", ["sold - none - -"]),
    ("The firm claims that Brandt sold the yard.", ["claims - none - -", "sold - none - -"]),
]


ALL = [
    *OWN_WORDS, *SHARED, *NOUNS, *SIDES, *LENGTHS, *TWO_TIMES, *AHEAD, *NOT_ITS_TIME, *TENSE,
]  # fmt: skip


def dated(event: EventMention) -> str:
    """An event as the tables write it."""
    known = event.dating
    when = known.when.edtf if known.when else "-"
    return f"{event.trigger.exact} {when} {known.basis} {known.anchor or '-'} {event.dated_by or '-'}"


@pytest.mark.parametrize(("text", "events"), ALL)
def test_dates(annotate: Annotate, text: str, events: list[str]) -> None:
    assert [dated(event) for event in annotate(text, "2025-03-14").told] == events


@pytest.mark.parametrize(("text", "events"), UNDATED)
def test_without_publication_only_what_the_text_writes(annotate: Annotate, text: str, events: list[str]) -> None:
    assert [dated(event) for event in annotate(text).told] == events


@pytest.mark.parametrize("text", [text for text, _ in ALL])
def test_a_bound_is_no_day_and_a_day_of_the_report_is_about_it(annotate: Annotate, text: str) -> None:
    for event in annotate(text, "2025-03-14").events:
        when, basis = event.dating.when, event.dating.basis
        if when and basis is Basis.INFERRED:
            assert when.is_interval
        if when and event.time is None and basis is not Basis.INFERRED:
            assert when.first
            assert when.first.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH)
        assert (event.dated_by is None) == (when is None)
