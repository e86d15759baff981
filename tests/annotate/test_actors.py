"""The actors of one article: their names and descriptions, and words that are no actors."""

import pytest
from spacy.tokens import Span

from dossier.annotate import nlp
from dossier.annotate.actors.names.recognised_names import recognised_names
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parsed import parsed
from tests.conftest import Annotate

PROSE = " The inspectors came back to the harbour in the early morning and sealed both of the warehouses."


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        (
            "Abu Sanad was arrested in Tunisia. Police said Sanad was armed.",
            "Abu Sanad", "person", ["Abu Sanad", "Sanad"],
        ),
        (
            "Abu Khadija was killed in Syria. Officials said Khadija was hiding there.",
            "Abu Khadija", "person", ["Abu Khadija", "Khadija"],
        ),
        (
            "Peter Brandt left London on Monday. Brandt’s lawyer declined to comment.",
            "Peter Brandt", "person", ["Peter Brandt", "Brandt"],
        ),
        (
            "The Coastal Hospitals Reconstruction Fund (CHRF) paid in May. The CHRF did not comment.",
            "Coastal Hospitals Reconstruction Fund", "organization",
            ["Coastal Hospitals Reconstruction Fund", "CHRF", "CHRF"],
        ),
        (
            "BEN HADDAD - LAST DIVER OF ORLOV Ben Haddad says he sold the boat. Haddad left Orlov.",
            "Ben Haddad", "person", ["BEN HADDAD", "Ben Haddad", "he", "Haddad"],
        ),
        # "a witness" is who told them, not the town
        ("Rebels burned a mill in Orlov, a witness who had fled told police.", "Orlov", "place", ["Orlov"]),
        ("Police in the United States arrested two men.", "United States", "place", ["United States"]),
        ("Peter Brandt said he had paid.", "Peter Brandt", "person", ["Peter Brandt", "he"]),
        (
            "Peter Brandt, a senior engineer at the port, resigned on Monday.",
            "Peter Brandt", "person", ["Peter Brandt", "a senior engineer at the port"],
        ),
        (
            "Prior to the strike, Peter Brandt Career History testified in court.",
            "Peter Brandt", "person", ["Peter Brandt"],
        ),
        (
            "On Thursday the court fined Peter Brandt 300 euros.",
            "Peter Brandt", "person", ["Peter Brandt"],
        ),
        (
            "Prosecutors say the initials are those of Stavros Brandtiou Kelleridis, the director of the port.",
            "Stavros Brandtiou Kelleridis", "person",
            ["Stavros Brandtiou Kelleridis", "the director of the port"],
        ),
        (
            "The chief engineer, Peter Brandt, resigned on Monday.",
            "Peter Brandt", "person", ["The chief engineer", "Peter Brandt"],
        ),
        (
            "Adam “Ned” Van Orlov sold the mill. Van Orlov left on Monday, and Van Orlov’s son followed.",
            "Adam Van Orlov", "person", ["Adam “Ned” Van Orlov", "Van Orlov", "Van Orlov"],
        ),
        ("Peter Brandt was a senior engineer.", "Peter Brandt", "person", ["Peter Brandt", "a senior engineer"]),
        (
            "Prime Minister Peter Brandt resigned on Monday.",
            "Peter Brandt", "person", ["Prime Minister", "Peter Brandt"],
        ),
        ("Sen. Peter Brandt met the sheriff.", "Peter Brandt", "person", ["Peter Brandt"]),
        (
            "It needs to begin now, Harbour Reserve Chairman Ada S. Brandt said yesterday.",
            "Harbour Reserve", "organization", ["Harbour Reserve"],
        ),
        (
            "The World Harbour Organization met. The fee is gone, WHO officials wrote.",
            "World Harbour Organization", "organization", ["World Harbour Organization", "WHO"],
        ),
    ],
)  # fmt: skip
def test_chains(annotate: Annotate, text: str, name: str, kind: str, mentions: list[str]) -> None:
    found = {actor.name: actor for actor in annotate(text).actors}
    assert name in found
    assert found[name].kind == kind
    assert [mention.quote.exact for mention in found[name].mentions] == mentions


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A girl from Torquil, in Delverton, fell ill on Monday.", "Torquil", "place"),
        ("The schools in Delverton were closed. Delverton has three schools.", "Delverton", "place"),
        ("The bill was read in the Senate on Monday.", "Senate", "organization"),
        ("The health secretary, Nicola Marwick, said that two schools were closed.", "Nicola Marwick", "person"),
        ("Two drugs, Tamiflex and Relanza, were given to the crew.", "Tamiflex", "product"),
        ("Two drugs, Tamiflex and Relanza, were given to the crew.", "Relanza", "product"),
        ("Ten doses of Relanza were sold to Relanza patients.", "Relanza", "product"),
        ("Two nurses were treated with Relanza.", "Relanza", "product"),
        ("The crew took Zorbamivir for a week.", "Zorbamivir", "other"),
        ("Two nurses in Varna caught Ebola.", "Ebola", "other"),
        ("Brandt wrote it on Twitter. Twitter removed it.", "Twitter", "organization"),
        ("Following Ada Brandt, the police left the harbour.", "Ada Brandt", "person"),
        ("He is the leader of an armed organization known as Al-Orlova.", "Al-Orlova", "organization"),
        # no names: a thing in a list, one of a party, a part of another name
        ("Arson and bombings at clinics have become common in Varna.", "Arson", None),
        ("Senator Ada Brandt, a Republican who runs for mayor, left Varna.", "Republican", None),
        ("In Varna the alliance set up the NATO-Russia Council on Monday.", "Russia Council", None),
        ("Ada Brandt, 38, from Glasgow, died on Sunday.", "Glasgow", "place"),
        ("Ada Brandt lived south of Glasgow.", "Glasgow", "place"),
        ("Peter Houston sang. A letter from Houston came late.", "Peter Houston", "person"),
    ],
)
def test_the_kind_by_what_stands_beside_a_name(annotate: Annotate, text: str, name: str, kind: str | None) -> None:
    assert {actor.name: actor.kind for actor in annotate(text).actors}.get(name) == kind


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The S&P 500 fell by two percent.", ["S&P 500"]),
        (
            "Japan's Nikkei stock index slipped. The index then recovered.",
            ["Nikkei stock index", "The index"],
        ),
        ("The Standard & Poor's 500 index dropped. It closed at 90.", ["Standard & Poor's 500 index", "It"]),
        ("The DJIA lost three points.", ["DJIA"]),
        ("The Dow -- down for a week -- lost three points.", ["Dow"]),
        ("Dow Jones Newswires wrote of it.", ["Dow Jones Newswires"]),
        ("Workers at Dow Chemical went on strike.", ["Dow Chemical"]),
        ("British shares sank, and the FTSE index closed at 4,100.", ["FTSE index"]),
    ],
)
def test_indices_that_everybody_knows_are_named_whole(annotate: Annotate, text: str, mentions: list[str]) -> None:
    found = [[mention.quote.exact for mention in actor.mentions] for actor in annotate(text).actors]
    assert mentions in found


def test_two_letters_of_a_place_are_no_acronym_of_a_body(annotate: Annotate) -> None:
    found = annotate("Delvara Computing sold the mill. The buyer lives in Washington, D.C., and works there.").actors
    assert {"D.C."}.isdisjoint(m.quote.exact for actor in found for m in actor.mentions if actor.name != "D.C.")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Dr. did not come to the harbour.", {"Dr", "Dr."}),
        ("It kept the quay as planned. (AP video) Treas. Sec.\nAda Brandt says the mint is safe.", {"Sec"}),
        ("Worldwide, the price of steel rose on Monday.", {"Worldwide"}),
        ("A Key Figure in Coastal Operations\n" + PROSE, {"Coastal Operations"}),
        ("The Hunt for Brandt Continues\n" + PROSE, {"Hunt", "Brandt"}),
        (
            PROSE + "\nAnswers from Norway and the Wider World\n" + PROSE,
            {"Norway", "Wider World"},
        ),
        ("Iraqi forces entered the town.", {"Iraqi"}),
        ("Peter Brandt was her choice for the post.", {"her choice", "her choice for the post"}),
        ("They visited London, old friends and a ship.", {"old friends"}),
        ("Peter Brandt is not a member of the board.", {"a member of the board"}),
    ],
)
def test_no_actor_and_no_mention(annotate: Annotate, text: str, absent: set[str]) -> None:
    found = annotate(text).actors
    words = {mention.quote.exact for actor in found for mention in actor.mentions} | {actor.name for actor in found}
    assert words.isdisjoint(absent)


def test_two_people_of_one_surname_stay_two(annotate: Annotate) -> None:
    text = "Peter Brandt met Anna Brandt in London. Later Brandt left for Paris."
    found = {actor.name: actor for actor in annotate(text).actors}
    assert {"Peter Brandt", "Anna Brandt"} <= found.keys()
    assert all(mention.quote.exact != "Brandt" for actor in found.values() for mention in actor.mentions)


def test_an_ambiguous_pronoun_is_not_linked(annotate: Annotate) -> None:
    found = annotate("Peter Brandt told Paul Keller that he was leaving.").actors
    assert all(mention.form != "pronoun" for actor in found for mention in actor.mentions)


def test_no_name_holds_a_line_break(annotate: Annotate) -> None:
    found = annotate("Police in Iraq\nThe Iraqi government met Peter\nBrandt in\nLondon.\n" + PROSE).actors
    assert all("\n" not in actor.name for actor in found)
    assert all("\n" not in mention.quote.exact for actor in found for mention in actor.mentions)


@pytest.mark.parametrize(
    ("text", "name", "is_named"),
    [
        ("The “Hong Kong” flu killed a million people.", "Hong Kong", False),
        ("The Hong Kong flu killed a million people.", "Hong Kong", False),
        ("The flu killed a million people in Hong Kong.", "Hong Kong", True),
        ("The Mexican club Norway left the cup on Monday.", "Norway", False),
        ("The mayor left Norway on Monday.", "Norway", True),
        ("The council passed the Keller-Brandt bill on Monday. Peter Brandt was absent.", "Peter Brandt", True),
        ("Jean-Claude Keller left London on Monday.", "Jean-Claude Keller", True),
    ],
)
def test_a_name_within_another_name_is_nobody(annotate: Annotate, text: str, name: str, *, is_named: bool) -> None:
    found = {actor.name: actor for actor in annotate(text).actors}
    assert (name in found) is is_named
    if is_named:
        assert all("Keller-" not in text[: mention.quote.span.start][-7:] for mention in found[name].mentions)


def test_the_change_of_a_figure_begins_no_name() -> None:
    doc = nlp.load(DEFAULT_MODEL)("Index: +31.20 Hadley posts a loss.")
    doc.ents, doc._.parsed = [Span(doc, 2, 4, label="PERSON")], None
    assert [found.name for found in recognised_names(parsed(doc))] == ["Hadley"]
