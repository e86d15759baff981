"""What stands between quotation marks, and whose words they are."""

import pytest

from tests.conftest import Annotate

QuotedWords = list[tuple[str, str | None]]
"""Each quotation and the words that name its speaker, if any do."""


def quotations(annotate: Annotate, text: str) -> QuotedWords:
    """The quoted words, each with the words that name the speaker."""
    return [(q.quote.exact, q.attribution.text if q.attribution else None) for q in annotate(text).quotations]


TABLE: list[tuple[str, QuotedWords]] = [
    # one sentence, the cue behind
    ("“The bridge is closed,” Brandt said.", [("The bridge is closed,", "Brandt")]),
    ('"The bridge is closed," Brandt said.', [("The bridge is closed,", "Brandt")]),
    ("``The bridge is closed,'' Brandt said.", [("The bridge is closed,", "Brandt")]),
    ("`` The bridge is closed, '' Brandt said.", [("The bridge is closed,", "Brandt")]),
    ("«The bridge is closed», Brandt said.", [("The bridge is closed", "Brandt")]),
    ("‘The bridge is closed,’ Brandt said.", [("The bridge is closed,", "Brandt")]),
    ("'The bridge is closed,' Brandt said.", [("The bridge is closed,", "Brandt")]),
    (
        "“The bridge is closed,” said a spokesman for the navy.",
        [("The bridge is closed,", "a spokesman for the navy")],
    ),
    (
        "“The bridge is closed,” a source close to the council said.",
        [("The bridge is closed,", "a source close to the council")],
    ),
    ("“The bridge is closed,” the spokesman on duty said.", [("The bridge is closed,", "the spokesman on duty")]),
    ("“Is the bridge closed?” he asked.", [("Is the bridge closed?", "he")]),
    ("“The bridge is closed!” Keller shouted.", [("The bridge is closed!", "Keller")]),
    ("“The bridge is closed,” according to the mayor.", [("The bridge is closed,", "the mayor")]),
    # the cue in front
    ("Brandt said: “The bridge is closed.”", [("The bridge is closed.", "Brandt")]),
    ("Brandt said, “The bridge is closed.”", [("The bridge is closed.", "Brandt")]),
    ("Keller told reporters: “The bridge is closed.”", [("The bridge is closed.", "Keller")]),
    ("The mayor added:\n“The bridge is closed to all.”", [("The bridge is closed to all.", "The mayor")]),
    ("In a statement, the navy said: “The bridge is closed.”", [("The bridge is closed.", "the navy")]),
    (
        "Brandt commented on the day of the navy's return to the port: “The bridge is closed.”",
        [("The bridge is closed.", "Brandt")],
    ),
    # no event says anything, nor do complications
    (
        "Brandt spoke of complications, responding to a question: “The bridge is closed to all.”",
        [("The bridge is closed to all.", "Brandt")],
    ),
    ("After the attack read: “The bridge is closed to all.”", [("The bridge is closed to all.", None)]),
    # interrupted, and going on
    (
        "“The bridge is closed,” Brandt said, “and the ferry has sunk.”",
        [("The bridge is closed,", "Brandt"), ("and the ferry has sunk.", "Brandt")],
    ),
    (
        "“The bridge is closed,” Brandt said. “The ferry has sunk off the coast.”",
        [("The bridge is closed,", "Brandt"), ("The ferry has sunk off the coast.", "Brandt")],
    ),
    (
        "“The bridge is closed to all traffic,” Brandt said.\n“The ferry has sunk off the coast.”",
        [("The bridge is closed to all traffic,", "Brandt"), ("The ferry has sunk off the coast.", "Brandt")],
    ),
    (
        "“Is the bridge closed to all traffic?” asked Brandt.\n“The ferry has sunk off the coast.”",
        [("Is the bridge closed to all traffic?", "Brandt"), ("The ferry has sunk off the coast.", None)],
    ),
    (
        "“The bridge is closed to all traffic,” Brandt said. Keller left.\n“The ferry has sunk off the coast.”",
        [("The bridge is closed to all traffic,", "Brandt"), ("The ferry has sunk off the coast.", None)],
    ),
    (
        "Brandt said that the bridge was closed. “The ferry has sunk off the coast.”",
        [("The ferry has sunk off the coast.", "Brandt")],
    ),
    (
        "Brandt opened the bridge on Monday. “The ferry has sunk off the coast.”",
        [("The ferry has sunk off the coast.", None)],
    ),
    # over several lines, with a mark at the first and the last alone
    (
        "Brandt said: “The bridge is closed.\nThe ferry sank.\nNobody died.”\nThe port is open.",
        [("The bridge is closed.", "Brandt"), ("The ferry sank.", "Brandt"), ("Nobody died.", "Brandt")],
    ),
    (
        '"The bridge is closed.\nThe ferry sank," Brandt said.\nThe port is open.',
        [("The bridge is closed.", "Brandt"), ("The ferry sank,", "Brandt")],
    ),
    (
        "“The bridge is closed to us.\n\n“The ferry sank,” Brandt said.",
        [("The bridge is closed to us.", "Brandt"), ("The ferry sank,", "Brandt")],
    ),
    # a space on the wrong side of the mark
    ('"The bridge is closed, "said Brandt.', [("The bridge is closed,", "Brandt")]),
    ('"The bridge is closed to us. "\nThe port is open.', [("The bridge is closed to us.", None)]),
    (
        "Brandt said: “The bridge is closed to all of us.\n“The ferry has sunk off the coast.”",
        [("The bridge is closed to all of us.", "Brandt"), ("The ferry has sunk off the coast.", "Brandt")],
    ),
    (
        "Brandt said: “The bridge is closed to all of us.\n\n“The ferry has sunk off the coast.”",
        [("The bridge is closed to all of us.", "Brandt"), ("The ferry has sunk off the coast.", "Brandt")],
    ),
    # parts of a sentence
    (
        "Brandt thanked the troops, calling the raid a “victory over the thieves of the port”.",
        [("victory over the thieves of the port", "Brandt")],
    ),
    ("Brandt called the raid a “victory”.", [("victory", "Brandt")]),
    ("The mayor said that the raid was a “great success” for the port.", [("great success", "The mayor")]),
    ("Keller described the raid as “reckless and cruel”.", [("reckless and cruel", "Keller")]),
    # terms and titles are no quotations; a long one without a speaker keeps none
    ("The so-called “night wolves” robbed the bank.", []),
    ("The novel “The Last Ferry to Varn” won the prize.", []),
    ("A sign at the gate showed “we will not be leaving this town”.", [("we will not be leaving this town", None)]),
    # nested, unbalanced, apostrophes
    (
        "“The mayor told us ‘the bridge is closed’ and left,” Brandt said.",
        [("The mayor told us ‘the bridge is closed’ and left,", "Brandt"), ("the bridge is closed", "The mayor")],
    ),
    ("Brandt said the ships’ crews and the world’s ports were safe.", []),
    ("The sailors' wives and the captains' sons left the port.", []),
    # the end is lost: it is not known how far the quotation goes
    ("“The bridge is closed, Brandt said.\nThe ferry sank off the coast on Monday.", [
        ("The bridge is closed, Brandt said.", None),
    ]),
    ("The bridge is 5\" wide, Brandt said.\nThe ferry sank off the coast on Monday.", []),
    # nobody who has not said it, or who is spoken of within it
    ("The mayor has not said “the bridge is closed to all traffic”.", [("the bridge is closed to all traffic", None)]),
    ("“Brandt said that the bridge is closed.”", [("Brandt said that the bridge is closed.", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_quotations(annotate: Annotate, text: str, expected: QuotedWords) -> None:
    assert quotations(annotate, text) == expected


def test_swapping_the_speakers_swaps_the_sources(annotate: Annotate) -> None:
    text = "“The bridge is closed,” {0} said. {1} replied: “The ferry has sunk.”"
    for names in (("Brandt", "Keller"), ("Keller", "Brandt")):
        assert [speaker for _, speaker in quotations(annotate, text.format(*names))] == list(names)


def test_a_quotation_is_direct_speech(annotate: Annotate) -> None:
    (found,) = annotate("“The bridge is closed,” Brandt said.").quotations
    assert found.attribution
    assert (found.attribution.manner, found.attribution.cue.exact) == ("direct", "said")
