"""The shipped ontology, what a user's file adds to it, and what is wrong with a file."""

import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL, fingerprint
from dossier.annotate.ontology import NO_EVENT, ontology, read_ontology
from dossier.errors import OntologyUnusable
from dossier.model import OTHER_TYPE, Article, EventType, Role

ROOT = Path(__file__).parents[2]
PLOVER = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT""".split()
)
ACE = frozenset(
    """Life.Be-Born Life.Marry Life.Divorce Life.Injure Life.Die Movement.Transport Transaction.Transfer-Ownership
    Transaction.Transfer-Money Business.Start-Org Business.Merge-Org Business.Declare-Bankruptcy Business.End-Org
    Conflict.Attack Conflict.Demonstrate Contact.Meet Contact.Phone-Write Personnel.Start-Position
    Personnel.End-Position Personnel.Nominate Personnel.Elect Justice.Arrest-Jail Justice.Release-Parole
    Justice.Trial-Hearing Justice.Charge-Indict Justice.Sue Justice.Convict Justice.Sentence Justice.Fine
    Justice.Execute Justice.Extradite Justice.Acquit Justice.Appeal Justice.Pardon""".split()
)


def test_codes_are_those_of_the_codings() -> None:
    types = ontology().types.listed.values()
    assert {kind.plover for kind in types} - {None} == PLOVER
    assert {kind.ace for kind in types} - {None} <= ACE
    assert all(code.isdigit() and 1 <= int(code[:2]) <= 20 for kind in types for code in kind.cameo)


def test_every_type_says_what_it_is_and_has_words() -> None:
    known = ontology()
    indexes = (known.verbs, known.verbs_of_people, known.nouns, known.nouns_of_people)
    owners = {kind.name for index in indexes for kind in index.values()}
    assert all(kind.about for kind in known.types.listed.values())
    assert owners | {OTHER_TYPE, NO_EVENT} == known.types.listed.keys()


def test_the_page_shows_the_types_as_they_are() -> None:
    page = runpy.run_path(str(ROOT / "scripts" / "ontology_page.py"))["page"]
    assert page() == (ROOT / "docs" / "ontology.md").read_text("utf-8")


def test_the_example_of_the_page_is_understood(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "ontology.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
    (tmp_path / "my-types.toml").write_text(text, "utf-8")
    known = ontology(read_ontology(tmp_path / "my-types.toml"))
    assert known.nouns["transhipment"].possessive is Role.AGENT
    assert known.types["sanction"].plover == "SANCTION"


@pytest.mark.parametrize(
    ("added", "text", "found"),
    [
        ("", "The crowd heckled the mayor.", [("heckled", "other")]),
        ('[protest]\nverbs = ["heckle"]', "The crowd heckled the mayor.", [("heckled", "protest")]),
        ('[scandal]\nverbs = ["heckle"]', "The crowd heckled the mayor.", [("heckled", "scandal")]),
        ('[scandal]\nverbs = ["arrest"]', "Police arrested Brandt.", [("arrested", "scandal")]),
        ('[scandal]\nverbs = ["free"]', "Rebels freed a hostage.", [("freed", "scandal")]),
        ('[none]\nverbs = ["arrest"]', "Police arrested Brandt.", []),
        ('[scandal]\nnouns = ["attack"]', "The attack failed.", [("attack", "scandal"), ("failed", "other")]),
        ('[none]\nnouns = ["attack"]', "The attack on the port failed.", [("failed", "other")]),
        ('[none]\nnouns = ["action"]\n[scandal]\nnouns = ["port action"]', "The port action failed.",
         [("port action", "scandal"), ("failed", "other")]),
        ('[scandal]\nphrases = ["take the biscuit"]', "Brandt took the biscuit.", [("took", "other")]),
        ('[scandal]\nphrases = ["take biscuit"]', "Brandt took biscuits.", [("took biscuits", "scandal")]),
        ('[attack]\nabout = "Mine."\n', "Rebels attacked the port.", [("attacked", "attack")]),
    ],
)  # fmt: skip
def test_a_users_file_adds_and_wins(added: str, text: str, found: list[tuple[str, str]]) -> None:
    (annotations,) = nlp.annotate([Article(ref="test", text=text)], DEFAULT_MODEL, added)
    assert [(event.trigger.exact, event.type) for event in annotations.events] == found


def test_a_users_file_gives_roles() -> None:
    added = '[drift]\nverbs = ["drift"]\nsubject = "patient"\nprepositions = { past = "other", with = "instrument" }'
    text = "The barge drifted past the lighthouse."
    (annotations,) = nlp.annotate([Article(ref="test", text=text)], DEFAULT_MODEL, added)
    (event,) = annotations.events
    assert [(p.role, p.quote.exact) for p in event.participants] == [
        (Role.PATIENT, "The barge"),
        (Role.OTHER, "the lighthouse"),
    ]


def test_a_users_file_says_how_events_of_a_type_behave() -> None:
    known = ontology("[scuttling]\nimportance = 1\npatient_dies = true\n[marriage]\nsymmetric = false").types
    assert known["scuttling"] == EventType("scuttling", importance=1.0, patient_dies=True)
    assert known["marriage"] == replace(ontology().types["marriage"], symmetric=False)
    assert known["unheard of"] == EventType("unheard of")


@pytest.mark.parametrize(
    ("behaviour", "text", "found"),
    [
        ("momentary", "Brandt was shot while fleeing the town.", [("shot", "is_included", "fleeing")]),
        ("incapacitates", "Brandt was flogged before he reached the border.", []),
        ("reporting", "Brandt fled when the police shot him.", []),
    ],
)
def test_what_a_users_type_orders(behaviour: str, text: str, found: list[tuple[str, str, str]]) -> None:
    def orders(added: str) -> list[tuple[str, str, str]]:
        (read,) = nlp.annotate([Article(ref="test", text=text)], DEFAULT_MODEL, added)
        words = {event.id: event.trigger.exact for event in read.events}
        return [(words[one.source], one.type, words[one.target]) for one in read.relations]

    shooting = '[shooting]\nverbs = ["shoot", "flog"]\n'
    assert orders(shooting) != orders(f"{shooting}{behaviour} = true") == found


def test_harm_of_a_users_type_is_where_its_cause_is() -> None:
    def places(added: str) -> list[str]:
        text = "A boiler exploded in Varna, scalding ten people."
        (read,) = nlp.annotate([Article(ref="test", text=text)], DEFAULT_MODEL, added)
        return [event.trigger.exact for event in read.events if event.place]

    scalding = '[scalding]\nverbs = ["scald"]\n'
    assert places(scalding) == ["exploded"]
    assert places(f"{scalding}harm = true") == ["exploded", "scalding"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[a]\nverbs = ["blitz"]\n[b]\nverbs = ["blitz"]', "'blitz' stands under [a] and [b]"),
        ('[a]\nverbs = ["blitz"]\n[b]\nphrases = ["blitz"]', "'blitz' stands under [a] and [b]"),
        ('[a]\nnouns = ["blitz"]\nweak_nouns = ["blitz"]', "'blitz' stands twice in [a]"),
        ('[a]\nnouns = ["blitz", "blitz"]', "'blitz' stands twice in [a]"),
        ('[a]\nverb = ["blitz"]', "[a]: 'verb' is no key of a type"),
        ('[a]\nof = "victim"', "[a] of: 'victim' is no role"),
        ('[a]\nprepositions = { with = "tool" }', "[a] prepositions with: 'tool' is no role"),
        ('[a]\nprepositions = "with"', "[a] prepositions is no table"),
        ('[a]\ncounts = "eaten"', "[a] counts: 'eaten' is no count"),
        ('[a]\nverbs = "blitz"', "[a] verbs is no list of texts"),
        ("[a]\nverbs = [1]", "[a] verbs is no list of texts"),
        ('[a]\nverbs = [""]', "'' is no word"),
        ("[a]\nabout = 3", "[a] about is no text"),
        ('["A b"]\nverbs = ["blitz"]', "'A b' is no name of a type"),
        ('verbs = ["blitz"]', "'verbs' stands outside a type"),
        ("[a]\nimportance = 2", "[a] importance is no number from 0 to 1"),
        ("[a]\nimportance = true", "[a] importance is no number from 0 to 1"),
        ('[a]\npatient_dies = "yes"', "[a] patient_dies is neither true nor false"),
        ("[a]\nmomentary = 1", "[a] momentary is neither true nor false"),
        ('[a]\ndistinct_words = "blitz"', "[a] distinct_words is no list of texts"),
        ("[a", "is not TOML"),
        (f"[a]\nabout = {'9' * 5000}", "is not TOML"),
        (f"[a]\nverbs = {'[' * 20_000}", "is not TOML"),
        ('[a]\nof = ["agent"]', "[a] of: ['agent'] is no role"),
        ("[a]\nprepositions = { with = { x = 1 } }", "[a] prepositions with: {'x': 1} is no role"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(OntologyUnusable) as raised:
        read_ontology(path)
    assert message in str(raised.value)
    assert str(path) in str(raised.value)
    assert raised.value.advice


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes("[a]\nverbs = ['défiler']".encode("latin-1"))
    for name in ("nowhere.toml", "latin.toml", "."):
        with pytest.raises(OntologyUnusable, match="cannot be read"):
            read_ontology(tmp_path / name)


def test_the_mark_of_utf_8_is_no_part_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[a]\nverbs = ["blitz"]', "utf-8-sig")
    assert ontology(read_ontology(tmp_path / "mine.toml")).verbs["blitz"].name == "a"


def test_the_fingerprint_changes_with_the_file() -> None:
    prints = {fingerprint(DEFAULT_MODEL, text) for text in ("", '[a]\nverbs = ["x"]', '[a]\nverbs = ["y"]')}
    assert len(prints) == 3
    assert fingerprint(DEFAULT_MODEL) == fingerprint(DEFAULT_MODEL, "")
