"""Subjects and objects that a reader supplies, and who is blamed: the examples of the docstrings, parsed."""

import pytest

from dossier.annotate.parsed import Token
from dossier.annotate.parsed import parsed as values
from dossier.annotate.roles.blame import culprit
from dossier.annotate.syntax.objects import understood_objects
from dossier.annotate.syntax.subjects import is_passive, understood_subject
from tests.annotate.test_factuality import parsed


def words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The clerk whom the firm dismissed left.", "dismissed", "firm"),
        ("The man who they say left the port resigned.", "left", "man"),
        ("The director of the bank, who resigned, left.", "resigned", "director"),
        ("They ordered him to leave the port.", "leave", "him"),
        ("He threatened him to leave the talks.", "leave", "He"),
        ("They called on the army to withdraw.", "withdraw", "army"),
        ("They accused him of lying to the court.", "lying", "him"),
        ("He insulted him by leaving early.", "leaving", "He"),
        ("He is believed to have left.", "left", "He"),
        ("A law was passed by parliament to protect them.", "protect", "parliament"),
        ("Keller denounced his attempt to leave the town.", "leave", "his"),
        ("Police arrested and questioned three men.", "questioned", "Police"),
        ("Keller has been sought since May, when officers raided a depot, and found guns.", "found", None),
        ("Keller was arrested in May and left the town.", "left", "Keller"),
        ("It emerged that the mayor had left.", "emerged", None),
        ("It was reported that the mayor left.", "reported", None),
    ],
)
def test_understood_subject(text: str, verb: str, subject: str | None) -> None:
    doc = parsed(text)
    (token,) = [token for token in values(doc) if token.text == verb]
    found = understood_subject(token)
    assert (found.text if found else None) == subject


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Police arrested and questioned three men.", "arrested", ["men"]),
        ("The army shelled, stormed and occupied the port.", "shelled", ["port"]),
        ("The bomb he planted exploded.", "planted", ["bomb"]),
        ("The bomb he said he planted exploded.", "planted", ["bomb"]),
        ("The day he left was cold.", "left", []),
    ],
)
def test_understood_objects(text: str, verb: str, objects: list[str]) -> None:
    doc = parsed(text)
    (token,) = [token for token in values(doc) if token.text == verb]
    assert words(understood_objects(token)) == objects


@pytest.mark.parametrize(
    ("text", "passives"),
    [
        ("The bombs used were old.", ["used"]),
        ("He was arrested and charged.", ["arrested", "charged"]),
        ("Ten were killed and fifty wounded.", ["killed", "wounded"]),
        ("Police arrested him.", []),
    ],
)
def test_is_passive(text: str, passives: list[str]) -> None:
    doc = parsed(text)
    assert words([token for token in values(doc) if token.pos_ == "VERB" and is_passive(token)]) == passives


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("They blamed the attack on the rebels.", "rebels"),
        ("They blamed the attack on the depot on the rebels.", "rebels"),
        ("The attack was blamed on the rebels.", "rebels"),
        ("They blamed the attack on Monday.", None),
        ("They condemned the attack on the rebels.", None),
    ],
)
def test_culprit(text: str, blamed: str | None) -> None:
    doc = parsed(text)
    (deed,) = [token for token in values(doc) if token.text == "attack"]
    found = culprit(deed)
    assert (found.text if found else None) == blamed
