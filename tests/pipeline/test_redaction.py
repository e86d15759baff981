"""Editions that leave out what is marked above them: no word of it is anywhere in what a build gives out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.codec import decode_changes, decode_index, decode_manifest
from tests.hidden_words import places_of

pytestmark = pytest.mark.slow  # each starts the parser

SECRET, RAISED = "zarquin", "quillamore"
"""One stands in all that is marked red, the other in what is raised to red after an edition was made of it."""
OPEN = "Klara Brandt was arrested in London on 14 March 2021. Police said Brandt had sold the plans in February 2021."
MORE = "Klara Brandt was released in Paris on 20 March 2021. The mayor praised Klara Brandt on 21 March 2021."
HIDDEN = "Klara Brandt paid Oleg Zarquin in Vienna on 15 March 2021. “Zarquin asked for more,” Brandt said."
TO_RAISE = (
    "Klara Brandt met Nils Quillamore in Oslo on 17 March 2021. Quillamore was warned by police on 18 March 2021."
)
PROJECT = """\
editions = 9
entities = ["Klara Brandt", "Oleg Zarquin", "Nils Quillamore"]
judgements = ["judgements.yaml"]
[export]
formats = ["csv", "graphml", "markdown", "obsidian", "timelinejs"]
[outlets]
"Zarquin Gazette" = "B"
"Harbour Post" = "A"
[markings]
"Zarquin Gazette" = "red"
"zarquin.example" = "amber+strict"
"articles/closed" = "red"
"**/*zarquin*.tmp" = "red"
"""
JUDGEMENTS = """\
- same: [Klara Brandt, Oleg Zarquin@articles/closed/zarquin-raid.txt]
  by: ada
- reject: Oleg Zarquin
  by: ada
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two open articles, and sources that are marked in each way there is."""
    folder = tmp_path / "case"
    closed = folder / "articles" / "closed"
    closed.mkdir(parents=True)
    (folder / "dossier.toml").write_text(PROJECT)
    (folder / "judgements.yaml").write_text(JUDGEMENTS)
    (folder / "articles" / "open.txt").write_text(OPEN)
    (folder / "articles" / "more.md").write_text(f"---\ntitle: More\npublisher: Harbour Post\ntlp: GREEN\n---\n{MORE}")
    (closed / "zarquin-raid.txt").write_text(HIDDEN)
    (closed / "zarquin.bin").write_bytes(b"\x00zarquin")
    (closed / "open-copy.txt").write_text("Zarquin is closed.")
    (folder / "articles" / "wire.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in wire()))
    (folder / "articles" / "bad.md").write_text(f"---\ntlp: red\npublished: zarquin\n---\n{HIDDEN} 3")
    (folder / "articles" / "worse.md").write_text(f"---\nzarquin: [\n---\n{HIDDEN}")
    (folder / "articles" / "same.txt").symlink_to("closed/zarquin-raid.txt")
    (folder / "articles" / "zarquin-copy.tmp").write_text("a file of no kind that is read")
    monkeypatch.chdir(folder)
    return folder


def wire() -> list[dict[str, str]]:
    """Lines that are red, amber or of no marking by their own key, by their outlet and by their address."""
    told = f"{HIDDEN} Klara Brandt fled to Graz on 22 March 2021."
    return [
        {"id": "zarquin-7", "text": f"{told} 7", "tlp": "TLP:RED", "title": "The Zarquin file"},
        {"id": "8", "text": f"{told} 8", "publisher": "The Zarquin Gazette", "published": "2021-03-16"},
        {"id": "9", "text": f"{told} 9", "url": "https://news.zarquin.example/9"},
        {"id": "10", "text": f"{told} 10", "tlp": "zarquin"},
        {"id": "11", "text": TO_RAISE, "url": "https://post.example/11", "title": "Quillamore warned"},
    ]


def build(case: Path, marking: str, *more: str) -> str:
    """Build the project at a marking; all that it says in the terminal, the log and the report."""
    for name in ("log", "report"):
        (case / name).unlink(missing_ok=True)
    files = ["--log-file", "log", "--report", "report", "--explain"]
    done = CliRunner().invoke(main, ["build", "--tlp", marking, *files, *more], catch_exceptions=False)
    return done.output + done.stderr + (case / "log").read_text() + (case / "report").read_text()


def edition(case: Path, number: int) -> Path:
    return case / "dossiers" / "editions" / f"{number:04}"


def test_no_edition_says_a_word_of_what_is_marked_above_it(case: Path) -> None:
    said = build(case, "red")
    red = edition(case, 1)
    assert SECRET in said.lower()
    assert {place.partition(": ")[0].rpartition("/")[2] for place in places_of(SECRET, red)} >= {
        "manifest.json", "index.json", "index.html", "case.json", "timeline.json", "briefing.html", "briefing.pdf",
    }  # fmt: skip
    told = [build(case, "green")]
    green = edition(case, 2)
    assert decode_manifest((green / "manifest.json").read_bytes()).previous is None
    assert not (green / "changes.json").exists()
    raise_and_add(case)
    told.append(build(case, "green", "--format", "json"))
    (case / "articles" / "open.txt").write_text(OPEN.replace("London", "Leeds"))
    told.append(build(case, "green", "--format", "json"))
    for number, word in ((2, SECRET), (3, SECRET), (3, RAISED), (4, SECRET), (4, RAISED)):
        assert places_of(word, edition(case, number)) == []
    assert [text for text in told if SECRET in text.lower()] == []
    assert [text for text in told[1:] if RAISED in text.lower()] == []
    assert places_of(RAISED, green), "it was green then"
    check_what_is_left(case)
    for options in ([], ["--rebuild", "--judgements", "judgements.yaml"]):
        done = CliRunner().invoke(main, ["verify", *options])
        assert (done.exit_code, SECRET in done.output.lower()) == (0, False), done.output


def raise_and_add(case: Path) -> None:
    """Mark the last line of the wire red, too."""
    lines = wire()
    lines[-1]["tlp"] = "red"
    (case / "articles" / "wire.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def check_what_is_left(case: Path) -> None:
    """The last edition goes on from the one before, and has the number of what it leaves out."""
    folder = edition(case, 4)
    manifest = decode_manifest((folder / "manifest.json").read_bytes())
    index = decode_index((folder / "index.json").read_bytes())
    changes = decode_changes((folder / "changes.json").read_bytes())
    assert (manifest.previous.edition, changes.since.edition, changes.now.marking) == (3, 3, "TLP:GREEN")
    assert [pair.new.ref for pair in changes.articles_revised] == ["articles/open.txt"]
    assert {article.ref for article in manifest.articles} == {"articles/open.txt", "articles/more.md"}
    assert manifest.above_marking == index.above_marking == 11
    assert [entry.query for entry in index.dossiers] == ["Klara Brandt"]
    assert manifest.settings["outlets"] == ["Harbour Post: A"]
    assert "11 articles are marked above TLP:GREEN" in (folder / "index.html").read_text()
