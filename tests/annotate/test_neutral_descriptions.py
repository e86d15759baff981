"""Which descriptions may stand at the top of a dossier."""

import pytest

from tests.conftest import Annotate


def neutral(annotate: Annotate, text: str) -> list[str]:
    """The neutral descriptions of all actors of a text, in order."""
    return [m.quote.exact for actor in annotate(text).actors for m in actor.mentions if m.is_neutral]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brandt, a marine engineer, resigned on Monday.", "a marine engineer"),
        ("Prime Minister Omar Haddad left.", "Prime Minister"),
        ("Police said that Prime Minister Omar Haddad had left.", "Prime Minister"),
        ("Ada Brandt is the mayor of Orlov.", "the mayor of Orlov"),
        ("Hadley, a Norwegian shipping company, was fined.", "a Norwegian shipping company"),
        ("The chief engineer of the port, Peter Brandt, resigned on Monday.", "The chief engineer of the port"),
        ("Norway's minister of wild rivers, Peter Brandt, resigned on Monday.", "Norway's minister of wild rivers"),
        ("Ada Brandt, the wife of the mayor of Orlov, left.", "the wife of the mayor of Orlov"),
        ("Oslo, the capital of Norway, was flooded.", "the capital of Norway"),
    ],
)
def test_neutral_in_the_words_of_the_article(annotate: Annotate, text: str, expected: str) -> None:
    assert neutral(annotate, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # somebody else's words
        "Police said that Ada Brandt, a marine engineer, was arrested.",
        "Ada Brandt, a marine engineer, was arrested, police said.",
        "According to the mayor, Ada Brandt is a marine engineer.",
        "“Ada Brandt is a marine engineer,” the mayor said.",
        # one of several
        "Another senior port official, Peter Brandt, resigned on Monday.",
        # glued to a caption
        "Flu infection President Omar Haddad said he would go.",
        # glued to a headline
        "In Speech to Council, Haddad Outlines His Plans for Quiet Recovery President Haddad offered a grim view.",
        # an adjective that judges, though behind "of"
        "Ada Brandt, the head of a brutal company, was fined.",
        # not asserted, or no longer true
        "Ada Brandt is not the mayor of Orlov.",
        "Ada Brandt is no longer the head of the port authority.",
        "Ada Brandt was the minister of health in 2010.",
        "As a student in Rome, Ada Brandt wrote poems.",
        "Former Vice President Peter Cole left.",
        "If Ada Brandt were the mayor of Orlov, she would resign.",
        "Ada Brandt could become the mayor of Orlov.",
        "Had Ada Brandt been a marine engineer, the ship would not have sunk.",
        "Is Ada Brandt the mayor of Orlov?",
        # accusing or judging
        "Ada Brandt is a notorious liar.",
        "Ada Brandt, a great leader, spoke.",
        "Ada Brandt, the accused ringleader, fled.",
        "The terrorist leader Omar Haddad fled.",
        "Hadley is the worst bank in the country.",
        "Mexico, the worst-hit country, closed its schools.",
        "Mexico is a great place.",
        # a bare role, or one that points to somebody else
        "President Lena Voss spoke.",
        "Ada Brandt, a minister, spoke.",
        "Ada Brandt, his main opponent, won.",
        "Peter Cole, the 2009 winner, left.",
        # tied only by a pronoun
        "Ada Brandt resigned. She is a marine engineer.",
    ],
)
def test_nothing_for_the_top_of_a_dossier(annotate: Annotate, text: str) -> None:
    assert neutral(annotate, text) == []
