"""Who says that an event happened: speaker, cue, in whose words, and through whom."""

import pytest
from spacy.tokens import Doc

from dossier.annotate.attribution.event_sources import sources
from dossier.annotate.doc import Source
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.parsed import parsed as values
from tests.annotate.test_factuality import parsed

TABLE = [
    # behind, in front, turned round
    ("Port officials stated that Brandt was arrested.", "arrested", "Port officials: stated"),
    ("Brandt was arrested, port officials said.", "arrested", "port officials: said"),
    ("Brandt was arrested, said a spokesman for the navy.", "arrested", "a spokesman for the navy: said"),
    ("The navy, which owns the port, said that Brandt was arrested.", "arrested", "The navy: said"),
    ("According to the mayor, Brandt was arrested.", "arrested", "the mayor: According to"),
    ("Brandt was arrested, according to the mayor.", "arrested", "the mayor: according to"),
    ("Brandt left after police raided the port, according to the mayor.", "raided", "the mayor: according to"),
    ("Brandt left after police raided the port, according to the mayor.", "left", "the mayor: according to"),
    ("Keller told the court that Brandt robbed the bank.", "robbed", "Keller: told"),
    ("In a statement, the navy said that it raided the port.", "raided", "the navy: said"),
    ("A statement said that the navy raided the port.", "raided", "A statement: said"),
    ("Omar Haddad was killed in the raid, confirmed the ministry.", "killed", "the ministry: confirmed"),
    ("The port was shut, announced the council.", "shut", "the council: announced"),
    ("Omar Haddad left the ship, told the captain.", "left", "-"),
    # shared subjects
    (
        "The council said two sailors were told to stay but stressed that Keller closed the port.",
        "closed",
        "The council: said",
    ),
    (
        "The council said that Brandt resigned and denied that he robbed the bank.",
        "robbed",
        "Brandt: denied < The council: said",
    ),
    ("Keller thanked the police and said that Brandt robbed the bank.", "robbed", "Keller: said"),
    ("Keller thanked the police, adding that Brandt robbed the bank.", "robbed", "Keller: adding"),
    ("The judge who said that Brandt robbed the bank resigned.", "robbed", "The judge: said"),
    ("Brandt was quoted as saying that Keller robbed the bank.", "robbed", "Brandt: saying"),
    ("Brandt was forced to admit that Keller robbed the bank.", "robbed", "Brandt: admit"),
    # nouns
    ("The mayor's claim that Brandt robbed the bank shocked the port.", "robbed", "The mayor: claim"),
    ("The announcement by the navy that Brandt was killed shocked the port.", "killed", "the navy: announcement"),
    # more than "said"
    ("Police accused Brandt of robbing the bank.", "robbing", "Police: accused"),
    ("Brandt denied that he robbed the bank.", "robbed", "Brandt: denied"),
    ("Brandt denied robbing the bank.", "robbing", "Brandt: denied"),
    ("Police believe Brandt robbed the bank.", "robbed", "Police: believe"),
    ("The navy confirmed the arrest of Brandt.", "arrest", "The navy: confirmed"),
    ("The navy announced the launch of the ferry.", "launch", "The navy: announced"),
    ("It was said by the mayor that Brandt robbed the bank.", "robbed", "the mayor: said"),
    ("The mayor does not believe that Brandt robbed the bank.", "robbed", "The mayor: believe"),
    # through others
    (
        "Police said that witnesses claimed that Brandt robbed the bank.",
        "robbed",
        "witnesses: claimed < Police: said",
    ),
    (
        "The mayor said that, according to the police, Brandt robbed the bank.",
        "robbed",
        "the police: according to < The mayor: said",
    ),
    # shared with a clause that tells of something that cannot speak
    (
        "Brandt said the trial would not be fair, adding that Keller robbed the bank.",
        "robbed",
        "Brandt: adding",
    ),
    # nobody
    ("Brandt left the port according to a letter posted on Monday.", "posted", "-"),
    ("Do you think Brandt robbed the bank?", "robbed", "-"),
    ("That implies Brandt robbed the bank.", "robbed", "-"),
    ("Brandt robbed the bank.", "robbed", "-"),
    ("The mayor has not said whether Brandt robbed the bank.", "robbed", "-"),
    ("The mayor did not say that Brandt robbed the bank.", "robbed", "-"),
    ("It was reported that Brandt robbed the bank.", "robbed", "-"),
    ("The mayor told Brandt to leave the bank.", "leave", "-"),
    ("The mayor said nothing after Brandt robbed the bank.", "robbed", "-"),
    ("The mayor said that Brandt robbed the bank.", "said", "-"),
    ("The mayor, who said nothing, robbed the bank.", "robbed", "-"),
    # between quotation marks
    ("“Brandt robbed the bank,” Keller said.", "robbed", "Keller: said (direct)"),
    ("Keller said: “Brandt robbed the bank.”", "robbed", "Keller: said (direct)"),
    (
        "“The bank is closed,” Keller said. “Brandt robbed it on Monday with a gun.”",
        "robbed",
        "Keller: said (direct)",
    ),
    (
        "“Police say that Brandt robbed the bank,” Keller said.",
        "robbed",
        "Police: say < Keller: said (direct)",
    ),
]


def in_words(doc: Doc, found: Source | None) -> str:
    """Speaker and cue of a source, and behind "<" those of its via, as the table writes them."""
    if found is None:
        return "-"
    name = doc[found.start : found.end].text
    text = f"{name}: {doc[slice(*found.cue)].text}" + (" (direct)" if found.manner == "direct" else "")
    return f"{text} < {in_words(doc, found.via)}" if found.via else text


def source(text: str, trigger: str) -> str:
    """The source of the event whose trigger is the one token with that text, as the table writes it."""
    doc = parsed(text)
    (i,) = [token.i for token in doc if token.text == trigger]
    return in_words(doc, sources(values(doc), [i], FactualityReader(values(doc)))[i])


@pytest.mark.parametrize(("text", "trigger", "expected"), TABLE, ids=[text for text, _, _ in TABLE])
def test_source(text: str, trigger: str, expected: str) -> None:
    assert source(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("{0} told the court that {1} robbed the bank.", "robbed"),
        ("{1} robbed the bank, {0} said.", "robbed"),
        ("According to {0}, {1} robbed the bank.", "robbed"),
        ("{0} accused {1} of robbing the bank.", "robbing"),
    ],
)
def test_swapping_names_swaps_the_source(text: str, trigger: str) -> None:
    one, other = (source(text.format(*names), trigger) for names in (("Keller", "Brandt"), ("Brandt", "Keller")))
    assert other == one.replace("Keller", "Brandt")
    assert one.startswith("Keller: ")


def test_a_long_chain_of_sources_is_read_at_once() -> None:
    text = "Keller said that " * 40 + "Brandt robbed the bank."
    doc = parsed(text)
    found = sources(values(doc), [token.i for token in doc if token.text == "robbed"], FactualityReader(values(doc)))
    assert len(found) == 1
