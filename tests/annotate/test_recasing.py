"""Names, headlines and wire copy in capitals, and the case in which they are read."""

import pytest

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parser_text import in_known_case
from dossier.annotate.pipeline_words import pipeline_words
from dossier.model import Annotations, Article, Kind, Published
from dossier.text.reading_text import ReadingText


def read(text: str) -> ReadingText:
    return in_known_case(ReadingText.of(text), nlp.load(DEFAULT_MODEL))


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        # wire copy
        ("OMAR HADDAD WAS ARRESTED IN TUNIS ON MONDAY.", "Omar Haddad was arrested in Tunis on Monday."),
        ("POLICE LEFT. HADDAD DENIED THE CHARGES.", "Police left. Haddad denied the charges."),
        ("A COURT IN ORLOV SENTENCED HIM TO TEN YEARS.", "A court in Orlov sentenced him to ten years."),
        (
            "ADA BRANDT, MAYOR OF ORLOV, RESIGNED IN MAY AFTER AN FBI INQUIRY.",
            "Ada Brandt, mayor of Orlov, resigned in May after an FBI inquiry.",
        ),
        ("THE MINISTRY OF JUSTICE SAID THAT IT MAY FAIL.", "The Ministry of Justice said that it may fail."),
        ("NATO AND THE EU WARNED THE FRENCH PRESIDENT.", "NATO and the EU warned the French president."),
        ("THE U.S. TOLD US THAT THE UN WOULD GO.", "The U.S. told us that the UN would go."),
        ("“I WAIT,” HE SAID. “WE DO NOT.”", "“I wait,” he said. “We do not.”"),
        # a line or a passage among others
        ("KLARA BRANDT FREED\nShe left.", "Klara Brandt freed\nShe left."),
        ("He said THAT HE WOULD NOT LEAVE THE TOWN on Monday.", "He said that he would not leave the town on Monday."),
        # surnames
        ("Omar HADDAD left. HADDAD fled.", "Omar Haddad left. Haddad fled."),
        ("Moncef MARZOUKI-HADDAD left.", "Moncef Marzouki-Haddad left."),
        ("Mr HADDAD and Ada O'BRIEN left.", "Mr Haddad and Ada O'Brien left."),
        ("Ada VAN DER BERG left.", "Ada van der Berg left."),
        ("HADDAD, Omar, was released.", "Omar Haddad was released."),
        ("Omar HADDAD left. HADDAD, Omar fled.", "Omar Haddad left. Omar Haddad fled."),
        # as they are
        ("He told NATO, EU and UN envoys that the FBI, CIA and NSA agreed.", None),
        ("The BBC met Victoria BBC reporters, and Turkish TRT said so.", None),
        ("TUNIS (Orlov Press) - Police arrested him.", None),
        ("TUNIS, Omar said, is calm.", None),
        ("Victoria NATO envoys met the PKK and the NYPD.", None),
        ("Omar Haddad left. STOP!", None),
    ],
)
def test_case(text: str, cased: str | None) -> None:
    assert read(text).text == (cased or text)


def test_offsets_of_an_inverted_name() -> None:
    text = "HADDAD, Omar, was released."
    found = read(text)
    assert [text[slice(*found.given(*span))] for span in ((0, 11), (0, 4), (12, 15))] == [
        "HADDAD, Omar",
        "HADDAD, Omar",
        "was",
    ]


def test_what_a_pipeline_reads_is_no_word_that_it_knows() -> None:
    pipeline = nlp.load(DEFAULT_MODEL)
    pipeline.make_doc("Qwertyland")
    assert not pipeline_words(pipeline).is_common("qwertyland")


WIRE = "OMAR HADDAD ARRESTED IN TUNIS\n\nOMAR HADDAD WAS ARRESTED IN TUNIS ON MONDAY, POLICE SAID. HADDAD DENIED IT."


def annotations(text: str) -> Annotations:
    (one,) = nlp.annotate([Article(ref="wire", text=text, published=Published.given("2021-03-10"))])
    return one


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (WIRE, ["OMAR HADDAD", "OMAR HADDAD", "HADDAD"]),
        ("HADDAD, Omar, was released in Tunis. Omar HADDAD left.", ["HADDAD, Omar", "Omar HADDAD"]),
    ],
)
def test_a_person_in_capitals_is_a_person(text: str, quotes: list[str]) -> None:
    found = annotations(text)
    people = [
        (actor.name, [m.quote.exact for m in actor.mentions]) for actor in found.actors if actor.kind is Kind.PERSON
    ]
    assert people == [("Omar Haddad", quotes)]
    assert all(mention.quote.stands_in(text) for actor in found.actors for mention in actor.mentions)


def test_the_line_of_wire_copy() -> None:
    lines = [event.summary for event in annotations(WIRE).events]
    assert "Omar Haddad was arrested in Tunis on Monday [8 March 2021], police said." in lines
    assert not any(line and "HADDAD" in line for line in lines)
