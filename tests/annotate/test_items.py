"""Pages with several items, each headed by its date: chronicles, tables, posts. Text in, dates out.

Each event reads "trigger date anchor rule"; "-" stands for nothing. 14 March 2025 is a Friday.
"""

import pytest

from dossier.annotate.structure.item_labels import date_label
from dossier.model import EventMention, PassageRole, Realis
from tests.conftest import Annotate

Row = tuple[str, list[str]]

CHRONICLES: list[Row] = [
    (
        (
            "May 2016: Brandt is appointed head of the port.\n5 Nov. 2019: The council dismisses Brandt.\n"
            "10 March 2025 – Police arrest Brandt."
        ),
        ["appointed 2016-05 t1 item date", "dismisses 2019-11-05 t2 item date", "arrest 2025-03-10 t3 item date"],
    ),
    (
        (
            "How it came.\n\n3 May 2016\n\nBrandt is appointed.\n\n5 November 2019\n\nThe council dismisses Brandt.\n\n"
            "10 March 2025\n\nBrandt is arrested.\n\nThe trial has not begun."
        ),
        [
            "came /2025-03-14 published published by then",
            "appointed 2016-05-03 t1 item date",
            "dismisses 2019-11-05 t2 item date",
            "arrested 2025-03-10 t3 item date",
            "trial - - -",
            "begun - - -",
        ],
    ),
    (
        "1987: The ferry goes down and forty people die.\n2003: Brandt is elected.\n2011: Police kill Keller.",
        [
            "goes down 1987 t1 item date",
            "die 1987 t1 item date",
            "elected 2003 t2 item date",
            "kill 2011 t3 item date",
        ],
    ),
    (
        "The firm builds boats.\n\n* 1987: founded in Orlov\n* 1991: sold to the Velmar Group\n* 2003: yard closed",
        ["builds - - -", "founded 1987 t1 item date", "sold 1991 t2 item date", "closed 2003 t3 item date"],
    ),
    (
        (
            "## 2016\n\n- **3 May:** Brandt is appointed.\n- **7 June:** She sells the yard.\n\n"
            "## 2019\n\n- **5 November:** The council dismisses Brandt."
        ),
        ["appointed 2016-05-03 t1 item date", "sells 2016-06-07 t1 item date", "dismisses 2019-11-05 t4 item date"],
    ),
    (
        (
            "Date | What happened\n3 May 2016 | Pirates seize the Amal.\n5 May 2016 | The navy frees the crew.\n"
            "8 May 2016 | The Amal goes down."
        ),
        [
            "happened /2025-03-14 published published by then",
            "seize 2016-05-03 t1 item date",
            "frees 2016-05-05 t2 item date",
            "goes down 2016-05-08 t3 item date",
        ],
    ),
    (
        (
            "| 1 | Pirates seize the Amal. | 3 May 2016 |\n| 2 | The navy frees the crew. | 5 May 2016 |\n"
            "| 3 | The Amal goes down. | 8 May 2016 |"
        ),
        ["seize 2016-05-03 t1 item date", "frees 2016-05-05 t2 item date", "goes down 2016-05-08 t3 item date"],
    ),
    (
        "3–5 May 2016: Dockers strike in Orlov.\nLate May 2016: The union signs a deal.\nc. 2018: The union splits.",
        [
            "strike 2016-05-03/2016-05-05 t1 item date",
            "signs 2016-05~ t2 item date",
            "deal 2016-05~ t2 its verb",
            "splits 2018~ t3 item date",
        ],
    ),
    (
        "3 May 2016: Brandt is appointed.\n7 June: She sells the yard.\n1 August: Police search her house.",
        ["appointed 2016-05-03 t1 item date", "sells 2016-06-07 t1 item date", "search 2016-08-01 t1 item date"],
    ),
    (
        "2 February 2011\n\n22:10 – The Amal leaves Orlov.\n23:15 – Water enters it.\n23:40 – The Amal goes down.",
        [
            "leaves 2011-02-02T22:10 t1 item date",
            "enters 2011-02-02T23:15 t1 item date",
            "goes down 2011-02-02T23:40 t1 item date",
        ],
    ),
]
WITHIN_AN_ENTRY: list[Row] = [
    (
        (
            "## 2024\n\n### January\n\n- Rebels attacked Velmar.\n- The mayor resigned.\n\n"
            "### March\n\n- A ferry sank off Orlov.\n\n### June\n\n- Brandt was elected."
        ),
        [
            "attacked 2024-01 t1 item date",
            "resigned 2024-01 t1 item date",
            "sank 2024-03 t1 item date",
            "elected 2024-06 t1 item date",
        ],
    ),
    (
        (
            "1 March 2012: A court jailed the officers; they fled.\n2 March 2012: Keller left.\n"
            "3 March 2012: Brandt resigned. Two hours later she left Orlov."
        ),
        [
            "jailed 2012-03-01 t1 item date",
            "fled 2012-03-01 t1 item date",
            "left 2012-03-02 t2 item date",
            "resigned 2012-03-03 t3 item date",
            "left 2012-03-03~ t3 own time",
        ],
    ),
    (
        (
            "3 May 2016: Brandt, who founded the port, is arrested.\n4 May 2016: She is freed. Keller left her.\n"
            "5 May 2016: The council had sold the yard."
        ),
        [
            "founded /2025-03-14 published published by then",
            "arrested 2016-05-03 t1 item date",
            "freed 2016-05-04 t2 item date",
            "left 2016-05-04~ t2 item story",
            "sold /2025-03-14 published published by then",
        ],
    ),
    (
        (
            "3 May 2016: Brandt is arrested. The next day, the council dismisses her. Keller leaves.\n"
            "7 June 2016: Brandt is freed on bail.\n1 August 2016: The trial, which began in July, ends."
        ),
        [
            "arrested 2016-05-03 t1 item date",
            "dismisses 2016-05-04 t1 own time",
            "leaves 2016-05-04/ t2 clause before or after",
            "freed 2016-06-07 t3 item date",
            "trial /2016-08-01 t4 its verb",
            "began 2016-07 t4 own time",
            "ends 2016-08-01 t4 item date",
        ],
    ),
]
POSTS: list[Row] = [
    (
        (
            "Tuesday, 11 March 2025\n14:05\nBrandt was taken to hospital.\n13:40 GMT\nThe bridge was shut on Monday.\n"
            "12:55\nA fire broke out last night."
        ),
        [
            "taken /2025-03-11 t2 published by then",
            "shut 2025-03-10 t3 own time",
            "broke out 2025-03-10 t5 own time",
        ],
    ),
    (
        (
            "Posted at 14:05 12 Mar\nA tree fell yesterday.\nPosted at 13:31 12 Mar\nThe port was closed.\n"
            "Posted at 12:10 11 Mar\nBrandt resigned yesterday."
        ),
        [
            "fell 2025-03-11 t2 own time",
            "closed /2025-03-12 t5 published by then",
            "resigned 2025-03-10 t7 own time",
        ],
    ),
    (
        (
            "Brandt arrested\n12 March 2025\nPolice arrested Brandt in Orlov on Monday.\nShip sinks\n3 February 2025\n"
            "The Amal sank on Sunday. The navy saved her crew.\nBank shut\n6 November 2019\nThe council shut the bank."
        ),
        [
            "arrested /2025-03-12 t1 published by then",
            "arrested 2025-03-10 t1 own time",
            "sank 2025-02-02 t3 own time",
            "saved /2025-02-03 t3 published by then",
            "shut /2019-11-06 t5 published by then",
            "shut /2019-11-06 t5 published by then",
        ],
    ),
]
NO_ITEMS = (
    "3 May 2016 was a cold day. Brandt resigned.\n\n2017 was better.\n\n2018 – she said – was worse.",
    "2003 – a record number of ships\n2019 – the boxes that were lost\n2024 – the seats in the hall",
    "1850: seats in the hall\n2003: ships that left\n1920: boxes that sank",
    "In May 2016 Brandt fled.\n\nBy June 2016 the bank had failed.\n\nOn 3 July 2016 the port closed.",
    "Orlov 2 Velmar 1\n2003 – 14\n2004 – 12\n2005 – 9",
    "Chapter 1: Brandt leaves\nChapter 2: Keller dies\nChapter 3: The end",
    "3 May 2016: Brandt is appointed.\n\n5 November 2019: The council dismisses Brandt.",
    "1.10 The harbour\n1.11 The bridge\n1.12 The yard",
)


def dated(event: EventMention) -> str:
    """An event as the tables write it."""
    known = event.dating
    return (
        f"{event.trigger.exact} {known.when.edtf if known.when else '-'} {known.anchor or '-'} {event.dated_by or '-'}"
    )


@pytest.mark.parametrize(("text", "events"), [*CHRONICLES, *WITHIN_AN_ENTRY, *POSTS])
def test_each_item_has_its_own_date(annotate: Annotate, text: str, events: list[str]) -> None:
    assert [dated(event) for event in annotate(text, "2025-03-14").told] == events


@pytest.mark.parametrize("text", NO_ITEMS)
def test_a_text_that_only_begins_with_numbers_or_dates_has_no_items(annotate: Annotate, text: str) -> None:
    found = annotate(text, "2025-03-14")
    assert not [passage for passage in found.passages if passage.role is PassageRole.ITEM_DATE]
    assert not [event for event in found.events if event.dated_by in ("item date", "item story")]


def test_an_entry_after_publication_is_a_plan(annotate: Annotate) -> None:
    text = "- 3 May 2025: The trial begins.\n- 10 May 2025: Police search the yard.\n- 1 June 2025: The mayor resigns."
    events = annotate(text, "2025-03-14").events
    assert {event.factuality.realis for event in events} == {Realis.PLAN}
    assert [event.dating.when.edtf for event in events if event.dating.when] == [
        "2025-05-03", "2025-05-03", "2025-05-10", "2025-06-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("3 May 2016 – Brandt is appointed.", "3 May 2016"),
        ("[17/03/2025, 10:05:33] Keller: Brandt fled.", "17/03/2025, 10:05:33"),
        ("**3 May 2016:** Brandt flees", "3 May 2016"),
        ("Updated 22 March 2025, 14:05 GMT", "Updated 22 March 2025, 14:05 GMT"),
        ("2:05 p.m. ET – Brandt is freed", "2:05 p.m. ET"),
        ("28 April – 3 May 2016: Protests spread", "28 April – 3 May 2016"),
        ("2016–2019: Talks fail", "2016–2019"),
        ("14:05 Brandt is freed.", "14:05"),
        ("1 | 3 May 2016 | Brandt flees", "3 May 2016"),
        ("Spring 2016: Talks fail", "Spring 2016"),
        ("Monday, May 3: Brandt flees", "Monday, May 3"),
        ("Brandt | 3 May 2016 | 5 May 2016", None),
        ("May: the mayor left", None),
        ("2-1: Brandt scores", None),
        ("3 May 2016", "3 May 2016"),
        ("12 – the goals", None),
    ],
)
def test_the_date_of_a_line(line: str, label: str | None) -> None:
    found = date_label(line, 0, len(line))
    assert (line[found.start : found.end] if found else None) == label
