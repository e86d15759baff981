"""NAME#12 is what the reader of the last build sees, and leaving out an entry leaves out its line."""

import json
from pathlib import Path

import pytest

from dossier.model import Hiding, Judgement
from dossier.store import Store
from tests.commands import run

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = {
    "a.txt": "Ada Brandt was arrested on 3 May 2020 after a raid on the harbour office, killing two guards. "
    "Ada Brandt resigned on 9 June 2020, ending a dispute with the port. Ada Brandt moved to Varna on 1 July 2020. "
    "She met Omar Haddad on 2 July 2020. She sued the port on 3 July 2020. She left Varna on 9 July 2020.",
    "b.txt": "Omar Haddad led the raid on the harbour office in Orlov on 3 May 2020.",
}
SIGNED = ("--by", "ada", "--on", "2026-11-22")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that is built once, as the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(f"---\npublished: 2020-07-15\n---\n{text}")
    (tmp_path / "dossier.toml").write_text('sources = ["in"]\noutput = "out"\nformats = ["json"]\neditions = 9\n')
    assert run("build").exit_code == 0
    return tmp_path


def hidden() -> list[str]:
    with Store(next(Path().rglob("*.db"))) as store:
        return [told(one) for one in store.judgements()]


def told(judgement: Judgement) -> str:
    assert isinstance(judgement.decision, Hiding)
    return judgement.decision.event.trigger.exact


def lines() -> list[str]:
    (file,) = Path("out/latest").glob("ada*/timeline.json")
    return [event["summary"] for event in json.loads(file.read_text())["events"]]


def test_a_number_is_that_of_the_edition_that_is_read_whatever_was_decided_since(project: Path) -> None:
    assert lines()[1].startswith("Ada Brandt resigned")
    first = run("review", "hide", "Ada Brandt#1", *SIGNED)
    assert "Ada Brandt#1 is numbered as in edition 1, " in first.stderr
    second = run("review", "hide", "Ada Brandt#2", *SIGNED)
    assert "Ada Brandt resigned on 9 June 2020" in second.stderr
    assert hidden() == ["arrested", "killing", "resigned", "ending", "dispute"]
    assert run("build").exit_code == 0
    assert lines()[0] == "Ada Brandt moved to Varna on 1 July 2020."
    assert "Ada Brandt#1 is numbered as in edition 2, " in run("review", "hide", "Ada Brandt#1", *SIGNED).stderr


def test_who_has_no_published_dossier_has_no_numbers(project: Path) -> None:
    said = run("review", "hide", "Port#1", *SIGNED)
    assert (said.exit_code, "there is no dossier of 'Port' in " in said.stderr) == (1, True)
    assert "name the event by its words" in said.stderr


@pytest.mark.parametrize(
    ("reference", "words", "stays"),
    [
        ("Ada Brandt#1", ["arrested", "killing"], "'raid' at "),  # the raid is told by another article, too
        ('a.txt:"arrested"', ["arrested"], "'killing' at "),
        ("Ada Brandt#3", ["moved"], ""),
    ],
)
def test_what_is_left_out_with_a_line_and_what_stays(
    project: Path, reference: str, words: list[str], stays: str
) -> None:
    said = run("review", "hide", reference, *SIGNED)
    assert hidden() == words
    assert ("its sentence tells of more, and that stays" in said.stderr) == bool(stays)
    assert stays in said.stderr
