"""Events that a judgement marks: no edition below says a word of them, though their articles are in it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.codec import decode_index, decode_manifest
from tests.hidden_words import places_of

pytestmark = pytest.mark.slow  # each starts the parser

SECRET, RAISED = "zarquin", "quillamore"
"""One stands in the sentences of the event that is marked at once, the other in those of one marked later."""
PAID = "Klara Brandt paid Oleg Zarquin in Vienna on 15 March 2021."
MET = "Klara Brandt met Nils Quillamore in Oslo on 17 March 2021."
ARTICLES = {
    "open.txt": f"Klara Brandt was arrested in London on 14 March 2021. {PAID} He fled to Graz the next day. {MET}",
    "wire.md": f"---\ntitle: The Zarquin payment\npublisher: Harbour Post\n---\n{PAID[:-1]}, officials said. "
    "The mayor of Orlov praised Klara Brandt on 18 March 2021.",
    "copy.txt": f"The strike ended on 2 April 2021. {PAID} Klara Brandt was released in Paris on 20 March 2021.",
}
PROJECT = 'editions = 9\nentities = ["Klara Brandt", "Oleg Zarquin", "Nils Quillamore"]\n'


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "case"
    (folder / "articles").mkdir(parents=True)
    (folder / "dossier.toml").write_text(PROJECT)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text)
    monkeypatch.chdir(folder)
    return folder


def run(*words: str, code: int = 0) -> str:
    """What a command says, which ends with this code."""
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


def build(marking: str, *more: str, code: int = 0) -> str:
    """Build the project at a marking; all that it says in the terminal, the log and the report."""
    for name in ("log", "report"):
        Path(name).unlink(missing_ok=True)
    said = run("build", "--tlp", marking, "--log-file", "log", "--report", "report", "--explain", *more, code=code)
    return said + Path("log").read_text() + Path("report").read_text()


def mark(sentence: str, tlp: str) -> str:
    """Mark the events of a sentence of the first article, by the characters that a page cites; gives the judgement."""
    start = ARTICLES["open.txt"].index(sentence)
    said = run("review", "mark", f"open.txt:{start}-{start + len(sentence)}", tlp)
    return said.split()[0]


def edition(number: int) -> Path:
    return Path("dossiers") / "editions" / f"{number:04}"


def test_no_edition_says_a_word_of_an_event_that_is_marked_above_it(case: Path) -> None:
    build("red")
    assert {place.partition(": ")[0].rpartition("/")[2] for place in places_of(SECRET, edition(1))} >= {
        "index.json", "index.html", "case.json", "timeline.json", "briefing.html", "briefing.pdf",
    }  # fmt: skip
    marked = [mark(PAID, "red")]
    told = [build("green")]
    assert places_of(SECRET, edition(2)) == []
    assert places_of(RAISED, edition(2))
    marked.append(mark(MET, "amber"))
    told.append(build("green"))
    (case / "articles" / "more.txt").write_text("Klara Brandt was fined in Leeds on 22 March 2021.")
    told.append(build("green", "--format", "json"))
    for number in (3, 4):
        assert [place for word in (SECRET, RAISED) for place in places_of(word, edition(number))] == []
    assert [text for text in told if SECRET in text.lower()] == []
    assert [text for text in told[1:] if RAISED in text.lower()] == []
    check_what_is_left()
    for options in ([], ["--rebuild"]):
        assert SECRET not in run("verify", *options).lower()
    run("review", "undo", *marked)
    build("green")
    assert all(places_of(word, edition(5)) for word in (SECRET, RAISED))


def check_what_is_left() -> None:
    """Editions go on from one before only where that has nothing of what is marked now; all else stays."""
    manifests = [decode_manifest((edition(number) / "manifest.json").read_bytes()) for number in (2, 3, 4)]
    assert [one.previous and one.previous.edition for one in manifests] == [None, None, 3]
    assert [one.events_above_marking for one in manifests] == [1, 2, 2]
    assert [(edition(number) / "changes.json").exists() for number in (2, 3, 4)] == [False, False, True]
    index = decode_index((edition(4) / "index.json").read_bytes())
    assert [entry.query for entry in index.dossiers] == ["Klara Brandt"]
    assert index.events_above_marking == 2
    kept = (edition(4) / "case.json").read_text()
    assert [word for word in ("arrested", "praised", "released", "fined", "Harbour Post") if word not in kept] == []
    assert "2 events are marked above TLP:GREEN" in (edition(4) / "index.html").read_text()


@pytest.mark.parametrize(
    ("revised", "code", "is_told"),
    [
        (f"Updated. {PAID} Klara Brandt was arrested in London on 14 March 2021.", 0, False),
        ("Klara Brandt gave Oleg Zarquin money in Vienna on 15 March 2021.", 3, True),
    ],
    ids=["the sentence stands elsewhere", "other words tell it"],
)
def test_a_mark_holds_in_a_revised_article_or_is_told_to_fit_nothing(
    case: Path, revised: str, code: int, is_told: bool
) -> None:
    for name in ("wire.md", "copy.txt"):
        (case / "articles" / name).unlink()
    build("red", "--format", "json")
    mark(PAID, "red")
    (case / "articles" / "open.txt").write_text(revised)
    said = build("green", "--format", "json", code=code)
    assert ("1 mark of an event fits nothing" in said, bool(places_of(SECRET, edition(2)))) == (is_told, is_told)
    assert SECRET not in said.partition("Not done: ")[2].lower()


def test_what_the_analyst_wrote_elsewhere_of_a_marked_event_is_left_out_with_it(case: Path) -> None:
    build("red", "--format", "json")
    start = ARTICLES["open.txt"].index("arrested")
    arrest = f"open.txt:{start}-{start + len('arrested')}"
    run("review", "line", arrest, "Klara Brandt was arrested after she paid Zarquin")
    run("review", "role", arrest, "the guards of Zarquin", "agent")
    run("review", "place", arrest, "Graz, or Leeds")
    run("review", "rename", "Klara Brandt", "Klara Brandt-Zarquin")
    run("review", "certainty", arrest, "probable")
    mark(PAID, "red")
    build("red", "--format", "json,html")
    build("green", "--format", "json,html")
    assert places_of(SECRET, edition(2))
    assert places_of(SECRET, edition(3)) == []
    told = (edition(3) / "case.json").read_text()
    assert ("Graz, or Leeds" in told, '"read": "certain"' in told) == (True, True)
