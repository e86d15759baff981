"""What happened in few words, as the picture and disputes have it."""

from dataclasses import replace

import pytest

from dossier.model import Role, RolePlayer
from dossier.render.wording.happening_words import happening_words
from tests.render.conftest import Desk

ADA, BANK, CLERKS = ("Ada Brandt", "ada"), ("Orlov Bank", "bank"), ("four clerks", None)


@pytest.mark.parametrize(
    ("line", "trigger", "lemma", "patients", "subject", "words"),
    [
        ("Ada Brandt was arrested on Monday.", "arrested", "arrest", [ADA], None, "Ada Brandt arrested"),
        ("Ada Brandt was arrested on Monday.", "arrested", "arrest", [ADA], "ada", "arrested"),
        ("Ada Brandt was arrested on Monday.", "arrested", "arrest", [ADA], "bank", "Ada Brandt arrested"),
        ("[Brandt] was arrested on Monday.", "arrested", "arrest", [ADA], None, "Ada Brandt arrested"),
        (
            "Qadir was arrested on Monday.",
            "arrested",
            "arrest",
            [("Omar al-Qadir", "omar")],
            None,
            "Omar al-Qadir arrested",
        ),
        ("A clerk was arrested on Monday.", "arrested", "arrest", [ADA], None, "arrested"),
        ("On Monday four clerks were held.", "held", "hold", [CLERKS], None, ""),
        ("On Monday four clerks were fined.", "fined", "fine", [CLERKS], None, "four clerks fined"),
        ("Police raided Orlov Bank on Monday.", "raided", "raid", [BANK], None, "raided Orlov Bank"),
        ("Orlov Bank said the vault was empty.", "said", "say", [], None, ""),
        ("Orlov Bank led.", "led", "lead", [], None, ""),
        ("Orlov Bank led the talks.", "led", "lead", [], None, "led the talks"),
    ],
)
def test_a_verb_stands_with_its_object_or_its_subject(desk: Desk, line, trigger, lemma, patients, subject, words):
    piece = desk.evidence(desk.article(line), trigger, None, desk.dating(None))
    piece = replace(piece, lemma=lemma)
    players = tuple(RolePlayer(name, Role.PATIENT, entity) for name, entity in patients)
    assert happening_words(desk.event(piece, participants=players), line, subject) == words
