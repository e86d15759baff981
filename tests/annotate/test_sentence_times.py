"""Which event of a sentence a time belongs to, and how sure its day is: text in, dates out.

Events are written as in ``test_dating``. 14 March 2025 is a Friday.
"""

import pytest

from tests.annotate.test_dating import Row, dated
from tests.conftest import Annotate

# What a time belongs to: its main statement, unless the parse ties it elsewhere.
MAIN_STATEMENT: list[Row] = [
    # a weekday that the parser takes for a part of the name before it
    ("Ada Brandt Friday was arrested in Selim.", ["arrested 2025-03-14 relative published own time"]),
    (
        "Orlov, Verrin and the Czech Republic Friday formally joined the League at a ceremony in Selim.",
        ["joined 2025-03-14 relative published own time", "ceremony 2025-03-14 relative published its verb"],
    ),
    # one clause says how close it was to another, or what somebody was asked to do by a time
    (
        "Brandt was shot in her kitchen shortly after she came home on March 3.",
        [
            "shot 2025-03-03~ relative published clause before or after",
            "came 2025-03-03 relative published own time",
        ],
    ),
    (
        "Brandt fled shortly after the vote on March 3.",
        [
            "fled 2025-03-03~ relative published event named with it",
            "vote 2025-03-03 relative published own time",
        ],
    ),
    # a day that opens the sentence is that of what is told in the present
    ("On 3 May 2016, the bank sues Brandt.", ["sues 2016-05-03 explicit t1 own time"]),
    ("The bank sues Brandt over a loan on 3 May 2016.", ["sues - none - -"]),
    # what goes on since shortly after it goes on
    (
        "Police have been searching for Brandt since shortly after the March 3 shooting.",
        [
            "searching for 2025-03-03/ relative published event named with it",
            "shooting 2025-03-03 relative published own time",
        ],
    ),
    # what was asked was not what was planned for that day
    (
        "When asked on Monday, Brandt declined.",
        [
            "asked 2025-03-10 relative published own time",
            "declined 2025-03-10 relative published when clause",
        ],
    ),
    # a feast for which something is done is not its day
    ("Brandt decorated the yard for Christmas.", ["decorated /2025-03-14 inferred published published by then"]),
    # "back then" points to the year before
    (
        "The mill made Brandt rich in 2008. Back then it employed 4,000 people.",
        ["made 2008 explicit t1 own time", "employed 2008~ relative t1 own time"],
    ),
    ("Brandt left shortly after March 3.", ["left 2025-03-03~ relative published own time"]),
    (
        "Brandt left before the vote on March 3.",
        [
            "left /2025-03-03 relative published event named with it",
            "vote 2025-03-03 relative published own time",
        ],
    ),
    (
        "Verrin was invited to join the League in July 1997.",
        ["invited /1997-07 explicit t1 clause before or after", "join 1997-07 explicit t1 own time"],
    ),
    (
        "Brandt was said to own a yard in May 2019.",
        ["said /2025-03-14 inferred published published by then", "own 2019-05 explicit t1 own time"],
    ),
    (
        "Verrin, which was founded in July 1997, will join the League on April 12.",
        ["founded 1997-07 explicit t1 own time", "join 2025-04-12 relative published own time"],
    ),
    # no year from a remark on a noun
    (
        "Brandt, who was jailed in June 2016, was freed on February 3.",
        ["jailed 2016-06 explicit t1 own time", "freed 2025-02-03? relative published own time"],
    ),
    (
        "Brandt was jailed in June 2016 and freed on August 3.",
        ["jailed 2016-06 explicit t1 own time", "freed 2016-08-03? relative t1 own time"],
    ),
    # a document tells what it tells on the day when it comes out
    (
        "The warrant issued on Monday charged Brandt.",
        ["issued 2025-03-10 relative published own time", "charged 2025-03-10~ relative published event named with it"],
    ),
    (
        "The ferry launched on Monday pleased Brandt.",
        ["launched 2025-03-10 relative published own time", "pleased /2025-03-14 inferred published published by then"],
    ),
    (
        "Brandt was convicted of the May 3, 2019, killing of a guard.",
        ["convicted /2025-03-14 inferred published published by then", "killing 2019-05-03 explicit t1 own time"],
    ),
    # a span ends with the saying
    (
        "Brandt said last year that the yard had lost money for the past three years.",
        ["said 2024 relative published own time", "lost /2024 inferred t1 said by then"],
    ),
    (
        "Brandt said on Wednesday that the yard had lost money for the past three years.",
        ["said 2025-03-12 relative published own time", "lost 2022-03~/2025-03-14 relative published own time"],
    ),
    # what the law does about a deed was not at its time
    (
        "Police have gathered enough evidence in the October killing of Keller.",
        [
            "gathered /2025-03-14 inferred published published by then",
            "killing 2024-10 relative published own time",
        ],
    ),
    (
        "Police arrested two men in the October killing of Keller.",
        [
            "arrested /2025-03-14 inferred published published by then",
            "killing 2024-10 relative published own time",
        ],
    ),
    (
        "Brandt voiced her anger when she summoned her aides to meet with her in Orlov on March 3.",
        [
            "voiced 2025-03-03~ relative published when clause",
            "summoned 2025-03-03~ relative published shared time",
            "meet with 2025-03-03 relative published own time",
        ],
    ),
    (
        "Officials predicted worsening outbreaks of the fever on Thursday.",
        [
            "predicted 2025-03-13 relative published own time",
            "worsening 2025-03-13 relative published own time",
            "outbreaks - none - -",
        ],
    ),
    (
        "The bank predicted this week that prices would fall.",
        ["predicted 2025-03-10/2025-03-14 relative published own time", "fall - none - -"],
    ),
    (
        (
            "The Health Board earlier this month declared the first pandemic of the century and advised governments "
            "to prepare for a long battle against the fever."
        ),
        [
            "declared 2025-03-01/2025-03-14 relative published own time",
            "pandemic - none - -",
            "advised 2025-03-01/2025-03-14 relative published shared time",
            "prepare - none - -",
            "battle - none - -",
        ],
    ),
    (
        "The board raised its alert to level five on 3 March. A bomb killed ten on 3 March.",
        [
            "raised 2025-03-03 relative published own time",
            "level - none - -",
            "killed 2025-03-03 relative published own time",
        ],
    ),
    (
        "The Health Board said on Wednesday the world is at the brink of a pandemic.",
        ["said 2025-03-12 relative published own time"],
    ),
    (
        "As of last week, the bank's loans included two to the yard. The deaths stood at ten on Monday.",
        [
            "loans /2025-03-09 relative published its verb",
            "deaths /2025-03-10 relative published its verb",
            "stood 2025-03-10 relative published own time",
        ],
    ),
    (
        "Brandt ordered the closure of the port until 6 April. The council announced a search until Monday.",
        [
            "ordered /2025-03-14 inferred published published by then",
            "closure /2025-04-06? relative published own time",
            "announced /2025-03-14 inferred published published by then",
            "search - none - -",
        ],
    ),
    (
        "The board waited until last summer to close the mine. Brandt left after January 2019.",
        [
            "waited 2024-06~/2024-09~ relative published own time",
            "close - none - -",
            "left 2019-01/ explicit t2 own time",
        ],
    ),
    (
        "Hopes unleashed a surge in prices yesterday, with the Orlov index soaring 11 percent.",
        [
            "unleashed 2025-03-13 relative published own time",
            "surge - none - -",
            "soaring 2025-03-13 relative published participle",
        ],
    ),
    (
        "Brandt was sworn in on Tuesday in a ceremony attended by Mayor Keller.",
        [
            "sworn in 2025-03-11 relative published own time",
            "ceremony 2025-03-11 relative published its verb",
            "attended 2025-03-11 relative published event named with it",
        ],
    ),
    (
        "Velmar asked Orlov for an explanation on Friday after it held ten sailors.",
        [
            "asked 2025-03-14 relative published own time",
            "explanation 2025-03-14 relative published own time",
            "held /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "In an October speech, Brandt said that the bank had failed.",
        [
            "speech 2024-10 relative published own time",
            "said 2024-10 relative published event named with it",
            "failed /2024-10 inferred t1 said by then",
        ],
    ),
    (
        "Velmar is set to suffer a downturn, with the fund predicting this week that prices would fall.",
        [
            "set - none - -",
            "suffer - none - -",
            "predicting 2025-03-10/2025-03-14 relative published own time",
            "fall - none - -",
        ],
    ),
    (
        "That was the charge hurled at Orlov this week.",
        ["hurled 2025-03-10/2025-03-14 relative published own time"],
    ),
    (
        "Keller warned that they would strike on March 3.",
        ["warned /2025-03-14 inferred published published by then", "strike 2025-03-03? relative published own time"],
    ),
    (
        "The ministers decided to meet in Lund on Monday.",
        ["decided /2025-03-14 inferred published published by then", "meet 2025-03-17 relative published own time"],
    ),
    (
        "The mayors are hosting a summit in Orlov next month.",
        ["hosting 2025-04 relative published own time", "summit - none - -"],
    ),
    (
        "Brandt hosted last week's summit.",
        [
            "hosted 2025-03-03/2025-03-09 relative published event named with it",
            "summit 2025-03-03/2025-03-09 relative published own time",
        ],
    ),
    (
        "Keller pleaded not guilty to the killing in June 2009.",
        ["pleaded /2025-03-14 inferred published published by then", "killing 2009-06 explicit t1 own time"],
    ),
    (
        "Keller pleaded not guilty on Tuesday to the killing in June 2009.",
        ["pleaded 2025-03-11 relative published own time", "killing 2009-06 explicit t2 own time"],
    ),
    (
        "Keller was charged last week in the Dec. 21, 2008, bombing of the ferry Kestrel.",
        ["charged 2025-03-03/2025-03-09 relative published own time", "bombing 2008-12-21 explicit t2 own time"],
    ),
    (
        "Keller, who is from Varna, was indicted last year in the October 2023 murder of Ada Brandt.",
        [
            "indicted 2024 relative published own time",
            "murder 2023-10 explicit t2 own time",
        ],
    ),
    (
        "Brandt was convicted of the 2009 killing of a guard on Thursday.",
        ["convicted 2025-03-13 relative published own time", "killing 2009 explicit t1 own time"],
    ),
    (
        "The president signed the treaty with Brazil Monday.",
        ["signed 2025-03-10 relative published own time", "treaty 2025-03-10 relative published its verb"],
    ),
    (
        "The mayor outlined measures that the town has taken earlier this week.",
        [
            "outlined 2025-03-10/2025-03-14 relative published own time",
            "taken /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "This morning, the minister is scheduled to give a speech in Orlov.",
        ["scheduled - none - -", "speech 2025-03-14 relative published own time"],
    ),
    (
        "Police are set to release Brandt on Monday.",
        ["set - none - -", "release 2025-03-17 relative published own time"],
    ),
    (
        "Pupils attended classes from Wednesday to Friday last week.",
        ["attended 2025-03-05/2025-03-07 relative published own time"],
    ),
    (
        "The delegates met in Orlov Wednesday to Friday last week.",
        ["met 2025-03-05/2025-03-07 relative published own time"],
    ),
    ("Ministers met a couple of days ago.", ["met 2025-03-12~ relative published own time"]),
    ("A court in Verrin Monday jailed Brandt.", ["jailed 2025-03-10 relative published own time"]),
    (
        "The ministry said Friday that Brandt had died Tuesday.",
        ["said 2025-03-14 relative published own time", "died 2025-03-11 relative published own time"],
    ),
    (
        "The council set a deadline Sunday and threatened sanctions.",
        ["set 2025-03-09 relative published own time", "threatened 2025-03-09~ relative published shared time"],
    ),
    # caught in the act, and what one blow did
    (
        "Keller was found clinging to a buoy on Tuesday.",
        ["found 2025-03-11 relative published participle", "clinging 2025-03-11 relative published own time"],
    ),
    (
        "The blast killed ten people and wounded about seventy others on Tuesday.",
        [
            "blast 2025-03-11 relative published its verb",
            "killed 2025-03-11 relative published shared time",
            "wounded 2025-03-11 relative published own time",
        ],
    ),
    # tomorrow's name: the report may be of that day
    (
        "The mayor headed Saturday to Verrin.",
        ["headed 2025-03-08? relative published own time"],
    ),
    # two weekdays of one name: the farther one is in doubt
    (
        "The mayor headed to Verrin on Sunday. Her plane will land on Sunday.",
        ["headed 2025-03-09? relative published own time", "land 2025-03-16 relative published own time"],
    ),
    # what is set is the day
    (
        "The council set Wednesday as the deadline.",
        ["set /2025-03-14 inferred published published by then"],
    ),
    # a noun has no time that its verb cannot have
    (
        "Her statement came less than an hour after Keller announced that she would be traveling to Verrin Monday.",
        [
            "statement - none - -",
            "came /2025-03-14 inferred published published by then",
            "announced /2025-03-14 inferred published published by then",
            "traveling 2025-03-17 relative published own time",
        ],
    ),
    (
        "The crew landed on Monday and later sold the ship.",
        ["landed 2025-03-10 relative published own time", "sold /2025-03-14 inferred published published by then"],
    ),
    (
        "The firm announced plans to close the yard last month.",
        ["announced 2025-02 relative published own time", "plans - none - -", "close - none - -"],
    ),
    (
        "Brandt had to leave yesterday.",
        ["leave 2025-03-13 relative published phase verb"],
    ),
    (
        "Six sailors were diagnosed with having the fever yesterday.",
        ["diagnosed 2025-03-13 relative published own time"],
    ),
    (
        "Doctors issued an alert for passengers on a flight from Verrin on 30 January.",
        ["issued /2025-03-14 inferred published published by then", "flight 2025-01-30~ relative published own time"],
    ),
    (
        "The raid on Tuesday drew a crowd.",
        ["raid 2025-03-11 relative published own time", "drew 2025-03-11~ relative published event named with it"],
    ),
    (
        "The mayor indicated in an interview published on Monday that she was tired.",
        [
            "indicated 2025-03-10 relative published occasion",
            "interview 2025-03-10 relative published its verb",
            "published 2025-03-10 relative published own time",
        ],
    ),
    ("Prices in February rose.", ["rose 2025-02 relative published own time"]),
    ("A gale in 1918 killed ten people.", ["killed 1918 explicit t1 own time"]),
    (
        "The attack on Tuesday killed ten people and wounded four.",
        [
            "attack 2025-03-11 relative published own time",
            "killed 2025-03-11 relative published event named with it",
            "wounded 2025-03-11 relative published event named with it",
        ],
    ),
    (
        "Ten people died in a raid that happened on 3 March.",
        [
            "died 2025-03-03 relative published event named with it",
            "raid 2025-03-03 relative published its verb",
            "happened 2025-03-03 relative published own time",
        ],
    ),
    (
        "The old strain circulated until 1957, when another replaced it.",
        ["circulated /1957 explicit t1 own time", "replaced 1957 explicit t1 when clause"],
    ),
    (
        "The crew met a bomber while returning from a patrol in February 1944.",
        ["met 1944-02 explicit t1 when clause", "returning 1944-02 explicit t1 own time"],
    ),
    (
        "Police made a series of arrests yesterday.",
        ["made 2025-03-13 relative published own time", "arrests 2025-03-13 relative published its verb"],
    ),
    (
        "A raid on the depot killed ten people on Monday.",
        ["raid 2025-03-10 relative published its verb", "killed 2025-03-10 relative published own time"],
    ),
    (
        "On Monday the depot was hit by air strikes.",
        ["hit 2025-03-10 relative published own time", "air strikes 2025-03-10 relative published its verb"],
    ),
    ("In 2006 the port was the target of a raid.", ["raid 2006 explicit t1 its verb"]),
    (
        "The ministers met on Monday for a summit.",
        ["met 2025-03-10 relative published own time", "summit 2025-03-10 relative published its verb"],
    ),
]
# Times that date nothing beside them, or not to the day.
LOOSE: list[Row] = [
    ("The bank has lost its standing today.", ["lost 2025-03-14~ relative published own time"]),
    (
        "The ministry has today announced a strike.",
        ["announced 2025-03-14 relative published own time", "strike - none - -"],
    ),
    (
        "If a fever struck today, it could close the port.",
        ["struck 2025-03-14~ relative published own time", "close - none - -"],
    ),
    ("The firms look solvent today.", ["look 2025-03-14~ relative published own time"]),
    (
        "The court postponed the hearing to 3 June.",
        [
            "postponed /2025-03-14 inferred published published by then",
            "hearing 2025-06-03 relative published own time",
        ],
    ),
    (
        "Traffic jumped in the week ending 9 March.",
        ["jumped /2025-03-14 inferred published published by then"],
    ),
    (
        "Ada Marlow on Tuesday admitted her guilt in eight murders.",
        ["admitted 2025-03-11 relative published own time", "murders - none - -"],
    ),
    ("By reports on Saturday, two of the crew died.", ["died /2025-03-14 inferred published published by then"]),
    (
        "The president announced three days of mourning, Wednesday through Friday.",
        ["announced /2025-03-14 inferred published published by then"],
    ),
    (
        '"We closed the port today," Brandt said on Monday.',
        ["closed 2025-03-10~ relative published own time", "said 2025-03-10 relative published own time"],
    ),
    (
        'On Tuesday Ada Brandt said: "The ship sank yesterday."',
        ["said 2025-03-11 relative published own time", "sank 2025-03-10~ relative published own time"],
    ),
    ("That follows a drop yesterday.", ["follows - none - -"]),
    ("The union is meeting today.", ["meeting 2025-03-14~ relative published own time"]),
    (
        '"We closed the port today," Brandt said.',
        ["closed 2025-03-14~ relative published own time", "said /2025-03-14 inferred published published by then"],
    ),
    (
        "Keller praised today's strike.",
        ["praised /2025-03-14 inferred published published by then", "strike 2025-03-14~ relative published own time"],
    ),
    (
        "Page amended: 3 March 2025 Brandt sold the yard.",
        [
            "amended /2025-03-14 inferred published published by then",
            "sold /2025-03-14 inferred published published by then",
        ],
    ),
    ("I sold the yard yesterday.", ["sold 2025-03-13~ relative published own time"]),
    ("Tomorrow is called the great vote.", ["called - none - -"]),
    (
        "In a March 3 – March 5 poll Keller won.",
        [
            "poll 2025-03-03/2025-03-05 relative published own time",
            "won 2025-03-03/2025-03-05 relative published event named with it",
        ],
    ),
    (
        "Friday night was the third night in a row that sailors marched; the fair started out small.",
        [
            "marched /2025-03-14 inferred published published by then",
            "started out /2025-03-14 inferred published published by then",
        ],
    ),
    ("Brandt spent the next five decades in Verrin.", ["spent /2025-03-14 inferred published published by then"]),
    (
        "Brandt ended his strike on Monday.",
        ["ended 2025-03-10 relative published own time", "strike /2025-03-10 relative published its verb"],
    ),
    (
        "Brandt resigned on Monday, while Keller sold boats.",
        [
            "resigned 2025-03-10 relative published own time",
            "sold /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "The union issued a study on Monday, detailing the prices.",
        ["study 2025-03-10 relative published its verb", "detailing - none - -"],
    ),
    (
        "Keller sold the yard 6 February 2025: Ministers cut the budget.",
        [
            "sold /2025-03-14 inferred published published by then",
            "cut /2025-03-14 inferred published published by then",
        ],
    ),
    (
        "Brandt sold the yard Ada Keller | 19 September 2008",
        ["sold /2025-03-14 inferred published published by then"],
    ),
]
HEADLINE: list[Row] = [
    (
        (
            "Osman arrested in Verrin\n\nAli Osman was arrested in Verrin on Monday, police said, after a search.\n\n"
            "The bank dismissed him in 2019."
        ),
        [
            "arrested 2025-03-10~ relative published headline",
            "arrested 2025-03-10 relative published own time",
            "said /2025-03-14 inferred published published by then",
            "search - none - -",
            "dismissed 2019 explicit t2 own time",
        ],
    ),
    (
        (
            "Osman arrested in Verrin\n\nAli Osman was arrested in Verrin, police said, after a long search.\n\n"
            "The bank dismissed him in 2019."
        ),
        [
            "arrested /2025-03-14 inferred published published by then",
            "arrested /2025-03-14 inferred published published by then",
            "said /2025-03-14 inferred published published by then",
            "search - none - -",
            "dismissed 2019 explicit t1 own time",
        ],
    ),
    (
        (
            "Attack on Orlov market kills ten\n\nTen people died in an attack on a market in Orlov, a guard said.\n\n"
            "The last attack in Orlov was in 2015."
        ),
        [
            "Attack - none - -",
            "kills /2025-03-14 inferred published published by then",
            "died /2025-03-14 inferred published published by then",
            "attack - none - -",
            "said /2025-03-14 inferred published published by then",
            "attack 2015 explicit t1 its verb",
        ],
    ),
    (
        (
            "Mayor of Verrin resigns\n\nAda Brandt, the mayor of Verrin, stepped down on Tuesday after a vote.\n\n"
            "She had founded the yard in 2003."
        ),
        [
            "resigns 2025-03-11~ relative published headline",
            "stepped down 2025-03-11 relative published own time",
            "vote - none - -",
            "founded 2003 explicit t2 own time",
        ],
    ),
    (
        (
            "Mayor of Verrin resigns\n\nAda Brandt, the mayor of Verrin, told reporters Tuesday that she was tired.\n\n"
            "Her brother resigned in 2003."
        ),
        [
            "resigns /2025-03-14 inferred published published by then",
            "told 2025-03-11 relative published own time",
            "resigned 2003 explicit t2 own time",
        ],
    ),
]


@pytest.mark.parametrize(("text", "events"), [*MAIN_STATEMENT, *LOOSE, *HEADLINE])
def test_dates(annotate: Annotate, text: str, events: list[str]) -> None:
    assert [dated(event) for event in annotate(text, "2025-03-14").told] == events
