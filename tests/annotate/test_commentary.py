"""Lines in which the writer comments or which hang on a label or a picture, and lines that only look alike."""

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL

COMMENTS = (
    "Ada Brandt looked like a ghost as she left Orlov.",
    "Ada Brandt appeared calm as she closed the harbour of Orlov.",
    "Ada Brandt's statement on the harbour of Orlov was disappointing.",
    "Omar Haddad's visit to Orlov was a success.",
    "Omar Haddad's visit to Orlov reflects the mood in Velmar.",
    "It is six weeks since Ada Brandt left Orlov.",
    "Ada Brandt is a gambler, and her plan is a test of Orlov.",
    "Ada Brandt delivered a long speech in the senate of Orlov.",
    "Sadly, Ada Brandt has closed the harbour of Orlov.",
    "The latest figures come as Ada Brandt visits Orlov.",
    "Omar Haddad was asked when Ada Brandt would resign.",
    "Home port: Ada Brandt left Orlov in 1998.",
    "Ada Brandt listens as Omar Haddad, not pictured, opens a mill in Orlov.",
)

STATEMENTS = (
    "Ada Brandt looks set to sell the harbour of Orlov.",
    "Omar Haddad's visit to Orlov was a success, and Ada Brandt signed a treaty with Velmar.",
    "The council of Orlov underscored the importance of a treaty with Velmar.",
    "Ada Brandt delivered a speech on the mills of Orlov.",
    "Ada Brandt became mayor of Orlov.",
    "There is no evidence that Ada Brandt sold ten ships.",
    "Omar Haddad said that the visit of Ada Brandt was a success.",
    "Omar Haddad was asked when Ada Brandt would resign, and left Orlov.",
    "Ada Brandt came to Orlov as ten ships burned in Velmar.",
    "Ada Brandt told ten clerks: “Omar Haddad left Orlov.”",
)

PLAYS = (
    "Orlov won the first final in Velmar on Monday. Ada Lund took three wickets. "
    "Ben Roth lost his wicket. Omar Haddad took two wickets."
)


def standing(text: str) -> list[bool]:
    """Whether the line of each event of the text stands alone, in order."""
    doc: Doc = nlp.load(DEFAULT_MODEL)(text)
    return [index in doc._.standing for index in range(len(doc._.triggers))]


@pytest.mark.parametrize("text", COMMENTS)
def test_what_the_writer_makes_of_things_is_no_line(text: str) -> None:
    assert not standing(text)[-1]


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_took_place_or_was_said_is_a_line(text: str) -> None:
    assert standing(text)[-1]


def test_moves_of_a_game_are_no_lines_behind_the_first_sentence() -> None:
    found = standing(PLAYS)
    assert found == [True, True, False, False, False]
