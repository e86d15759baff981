"""The command line as a user meets it: help, results, bad input and exit codes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from lxml import html as lxml_html

from dossier.cli import main
from tests.articles import ARTICLES
from tests.commands import run

TEXT = (
    "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans of the port in 2016.\n"
)
LATIN = "Le président a quitté Paris en 2019, a-t-il annoncé.".encode("latin-1")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with its own data folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def outside(here: Path) -> list[str]:
    """Files that a run left outside its working folder and its data folder."""
    root = here.parent
    return [p.name for p in root.rglob("*") if p.is_file() and not p.is_relative_to(here) and "data" not in p.parts]


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every registered command, by the words after ``dossier`` that call it."""
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = list(commands())


def test_the_commands_are_walked_with_their_subcommands() -> None:
    assert {("build",), ("review",), ("review", "undo")} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    _, _, examples = result.output.partition("Example")
    assert re.search(rf"^ +dossier {' '.join(command)}\b", examples, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_stands_in_the_help_of_its_group_with_a_line_of_its_own(command: tuple[str, ...]) -> None:
    assert re.search(rf"^  {command[-1]} +\w", run(*command[:-1], "--help").output, re.MULTILINE)


def test_help_imports_neither_spacy_nor_weasyprint() -> None:
    code = (
        "import sys; from dossier.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'babel', 'py3langid', 'spacy', 'weasyprint', 'altair', 'sqlalchemy', 'trafilatura', 'jinja2'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Exit codes" in done.stdout


@pytest.mark.slow
def test_build_verify_and_listings(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    built = run("build", "a.txt", "-o", "out", "--entity", "Brandt")
    assert built.exit_code == 0, built.output
    assert "1 article read" in built.stderr
    index = json.loads((here / "out" / "index.json").read_text())
    (entry,) = index["dossiers"]
    assert entry["entity"]["name"] == "Peter Brandt"
    assert {(here / "out" / path).suffix for path in entry["files"].values()} == {".json", ".html", ".pdf"}
    assert index["as_of"] is None

    verified = run("verify", "out")
    assert verified.exit_code == 0
    assert "word for word" in verified.stdout

    listed = run("entities")
    assert listed.exit_code == 0
    assert "Peter Brandt" in listed.stdout

    of_case = run("timeline").stdout
    assert of_case.startswith("The whole case\n")
    assert "arrested" in of_case
    shown = run("timeline", "brandt")
    assert shown.exit_code == 0
    assert shown.stdout.index("2016") < shown.stdout.index("14 Mar 2019")
    as_json = json.loads(run("timeline", "Peter Brandt", "--format", "json").stdout)
    assert as_json == json.loads((here / "out" / entry["files"]["json"]).read_text())
    assert outside(here) == []


def test_annotate_writes_a_line_an_article_in_order(here: Path) -> None:
    (here / "in.jsonl").write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "cab"))
    result = run("annotate", "in.jsonl", "--published", "2019-03-15")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["article"]["ref"] for line in lines] == ["c", "a", "b"]
    assert {line["article"]["published"]["edtf"] for line in lines} == {"2019-03-15"}
    assert run("annotate", "in.jsonl", "-o", "out.jsonl").stdout == ""
    assert len((here / "out.jsonl").read_text().splitlines()) == 3


def test_timeline_says_in_what_sense_an_event_is_told(here: Path) -> None:
    text = (
        "Peter Brandt was arrested in London. Peter Brandt plans to question Ada Haddad on Monday about the mill. "
        "Peter Brandt was not charged."
    )
    (here / "a.txt").write_text(text)
    assert run("build", "a.txt", "-o", "out").exit_code == 0
    shown = run("timeline", "Peter Brandt").stdout
    assert "arrested: " in shown
    assert re.search(r"question \[\w+, positive, plan\]: ", shown)
    assert "charged [certain, negative]: " in shown


def test_annotate_shows_what_was_read_on_a_page(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run("annotate", "a.txt", "--html", "a.html")
    assert (result.exit_code, result.stdout) == (0, "")
    page = lxml_html.document_fromstring((here / "a.html").read_bytes())
    assert page.xpath("string(//div[@class='words'])") == TEXT
    marked = {it.text_content(): it.get("class") for it in page.xpath("//div[@class='words']//a")}
    assert marked["Peter Brandt"] == "actor name hue1"
    assert marked["arrested"] == "event fact"
    assert marked["14 March 2019"] == "time"


def test_annotate_writes_page_and_lines_where_both_are_asked_for(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    assert run("annotate", "a.txt", "-o", "a.jsonl", "--html", "a.html").stdout == ""
    assert (here / "a.jsonl").read_text() == run("annotate", "a.txt").stdout
    assert run("annotate", "a.txt", "-o", "-", "--html", "b.html").stdout == (here / "a.jsonl").read_text()
    assert (here / "a.html").read_bytes() == (here / "b.html").read_bytes()


def test_annotate_says_at_once_that_the_page_cannot_be_written(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run("annotate", "a.txt", "--html", "missing/a.html")
    assert result.exit_code == 1
    assert "there is no folder missing (make it, or name another file with --html)" in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--html", "a.txt"), "a.txt is one of the articles"),
        (("-o", "a.txt"), "a.txt is one of the articles"),
        (("-o", "a.html", "--html", "./a.html"), "-o and --html both name a.html"),
    ],
)
def test_annotate_writes_over_nothing(here: Path, options: tuple[str, ...], message: str) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run("annotate", "a.txt", *options)
    assert (result.exit_code, message in result.stderr) == (1, True)
    assert [path.name for path in here.iterdir()] == ["a.txt"]
    assert (here / "a.txt").read_text() == TEXT


def test_annotate_leaves_the_old_page_where_nothing_could_be_read(here: Path) -> None:
    (here / "a.txt").write_text(" ")
    (here / "a.html").write_text("old")
    assert run("annotate", "a.txt", "--html", "a.html").exit_code == 1
    assert (here / "a.html").read_text() == "old"


def test_standard_input(here: Path) -> None:
    result = CliRunner().invoke(main, ["annotate", "-"], input=TEXT)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["ref"] == "stdin"


@pytest.mark.slow
def test_a_pipe_gets_the_result_and_no_progress(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    command = [sys.executable, "-m", "dossier", "annotate", "a.txt"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        pytest.param("in.txt", b"", 1, "empty", id="empty file"),
        pytest.param("in.txt", PNG, 1, "not text", id="PNG named .txt"),
        pytest.param("in.txt", LATIN, 1, "UTF-8", id="Latin-1"),
        pytest.param("in.txt", b"x" * 30_000_000, 1, "large", id="30 MB line"),
        pytest.param(
            "in.jsonl",
            b'{"text": "A."}\n{"text": "B."}\n{"te\n{"text": "C."}\n',
            3,
            ":3",
            id="broken third line",
        ),
        pytest.param(
            "in.jsonl",
            b'{"text": "' + b"x" * 30_000_000 + b'"}\n{"text": "A."}\n',
            3,
            ":1",
            id="30 MB JSON line",
        ),
        pytest.param("in.pdf", b"%PDF-1.4", 1, "in.pdf", id="unknown kind"),
    ],
)
def test_bad_files(here: Path, name: str, content: bytes, code: int, message: str) -> None:
    (here / name).write_bytes(content)
    result = run("build", name, "-o", "out", "--format", "json")
    assert result.exit_code == code, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert outside(here) == []


@pytest.mark.parametrize("formats", [("json,html",), ("json", "html"), ("html", "json", "json")])
def test_formats_are_those_of_all_options(here: Path, formats: tuple[str, ...]) -> None:
    (here / "a.txt").write_text(TEXT)
    given = [word for name in formats for word in ("--format", name)]
    assert run("build", "a.txt", "-o", "out", *given).exit_code == 0
    written = {path.suffix for path in (here / "out" / "case").iterdir()}
    assert written == {".json", ".html"}


def test_good_articles_are_built_beside_bad_ones(here: Path) -> None:
    folder = here / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(PNG)
    result = run("build", "in", "-o", "out", "--format", "json")
    assert result.exit_code == 3
    index = json.loads((here / "out" / "index.json").read_text())
    assert [item["ref"] for item in index["skipped"]] == ["in/b.txt"]
    assert any(entry["entity"]["name"] == "Peter Brandt" for entry in index["dossiers"])


def test_an_empty_folder(here: Path) -> None:
    (here / "in").mkdir()
    result = run("build", "in", "-o", "out")
    assert result.exit_code == 1
    assert "no article" in result.stderr
    assert not (here / "out").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["build", "nowhere", "-o", "out"], "nowhere"),
        (["build", "*.md", "-o", "out"], "*.md"),
        (["build", "a.txt"], "--output"),
        (["build", "a.txt", "-o", "out", "--published", "yesterday"], "2025-03-14"),
        (["build", "a.txt", "-o", "out", "--format", "odp"], "odp is no format"),
        (["build", "a.txt", "-o", "out", "--workers", "0"], "workers"),
        (["build", "a.txt", "-o", "out", "--language", "Klingonese"], "no language"),
        (["build", "a.txt", "-o", "out", "--watchlist", "names.txt"], "names.txt"),
        (["verify", "nowhere"], "nowhere"),
        (["annotate"], "SOURCES"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_wrong_usage(here: Path, args: list[str], message: str) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (here / "out").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["build", "a.txt", "-o", "out", "--model", "no_such_model"], "no_such_model"),
        (["build", "a.txt", "-o", "out", "--store", "notes.md"], "notes.md"),
        (["build", "a.txt", "-o", "notes.md/out"], "notes.md"),
        (["verify", "in"], "no dossiers"),
        (["timeline", "Nobody"], "no article"),
        (["entities"], "no article"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(here: Path, args: list[str], message: str) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "notes.md").write_text("notes " * 100)
    (here / "in").mkdir()
    result = run(*args)
    assert result.exit_code == 1, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert (here / "notes.md").read_text().startswith("notes ")


def test_a_name_that_matches_nobody_gets_near_names(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run(
        "build",
        "a.txt",
        "-o",
        "out",
        "--entity",
        "Peter Brand",
        "--entity",
        "../../etc/passwd",
        "--format",
        "json",
    )
    assert result.exit_code == 3
    assert "Peter Brand: no actor" in result.stderr
    assert "near names: Peter Brandt" in result.stderr
    assert "../../etc/passwd: no actor" in result.stderr
    assert outside(here) == []
    assert run("timeline", "Peter Brand").exit_code == 1


def test_articles_in_other_languages_are_listed_with_what_is_not_read(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "en.txt").write_text(TEXT)
    for language in ("fr", "uk"):
        (here / "in" / f"{language}.txt").write_text(ARTICLES[language], "utf-8")
    result = run("build", "in", "-o", "out", "--format", "json")
    assert result.exit_code == 3
    assert "3 articles read" in result.stderr
    assert "in/fr.txt: it is in French: its dates are read, people and events in English only" in result.stderr
    assert "in/uk.txt: it is in Ukrainian: nothing is read in it" in result.stderr
    assert "--language" in result.stderr
    index = json.loads((here / "out" / "index.json").read_text())
    assert [item["ref"] for item in index["skipped"]] == ["in/fr.txt", "in/uk.txt"]
    assert {entry["entity"]["name"] for entry in index["dossiers"]} == {"Peter Brandt", "London"}
    # a second run reads nothing anew, and says the same
    again = run("build", "in", "-o", "out", "--format", "json")
    said = result.stderr.replace("3 of them new", "0 of them new").replace("2 of them made", "0 of them made")
    assert (again.exit_code, again.stderr) == (3, said)
    listed = run("entities", "in")
    assert listed.exit_code == 3
    assert "French" in listed.stderr


def test_a_disputed_publication_date_is_noted_and_shown(here: Path) -> None:
    (here / "2020-08-04-raid.txt").write_text(f"Published 19 March 2025\n\n{TEXT}")
    disputed = "published 19 March 2025 (uncertain), from its dateline; its file name has 4 August 2020"
    result = run("build", "2020-08-04-raid.txt", "-o", "out", "--format", "json,html")
    assert result.exit_code == 0
    pages = [page.read_text("utf-8") for page in (here / "out").glob("*/*.html")]
    for said in (result.stderr, run("entities").stderr, run("annotate", "2020-08-04-raid.txt").stderr):
        assert f"2020-08-04-raid.txt: {disputed}" in said
    assert pages
    assert all(disputed in page for page in pages)


def test_annotations_say_in_which_language_they_were_made(here: Path) -> None:
    (here / "fr.txt").write_text(ARTICLES["fr"], "utf-8")
    result = run("annotate", "fr.txt")
    assert result.exit_code == 3
    assert "fr.txt: it is in French" in result.stderr
    found = json.loads(result.stdout)
    assert found["article"]["language"] == "fr"
    assert found["times"][0]["edtf"] == "2019-03-14"
    assert (found["actors"], found["events"]) == ([], [])


@pytest.mark.parametrize("given", [[], ["--language", "English"], ["--language", "en-GB"]])
def test_the_language_can_be_given(here: Path, given: list[str]) -> None:
    (here / "a.txt").write_text(TEXT)
    result = run("annotate", "a.txt", *given)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["article"]["language"] == ("en-GB" if "en-GB" in given else "en")


def test_a_watchlist(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "names.txt").write_bytes(b"\xef\xbb\xbf# people\nBrandt\n\n  London  \nBrandt\n")
    result = run("build", "a.txt", "-o", "out", "--watchlist", "names.txt", "--format", "json")
    assert result.exit_code == 0, result.output
    index = json.loads((here / "out" / "index.json").read_text())
    assert [entry["query"] for entry in index["dossiers"]] == ["Brandt", "London"]


def test_a_page_with_a_script_in_its_title(here: Path) -> None:
    body = "".join(f"<p>Peter Brandt was arrested in London in 20{n}. {TEXT}</p>" for n in range(10, 18))
    title = "Held <script>alert(1)</script> again"
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    (here / "a.html").write_text(page)
    result = run("build", "a.html", "-o", "out", "--format", "html,json", "--entity", "Peter Brandt")
    assert result.exit_code == 0, result.output
    pages = [path.read_text() for path in (here / "out").rglob("*.html")]
    assert len(pages) == 4  # the start page, how to read, the dossier of the case, and the one of Peter Brandt
    assert any("&lt;script&gt;alert(1)" in page for page in pages)
    assert all("<script>alert" not in page for page in pages)


def test_doctor_says_what_is_there(here: Path) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.output
    for word in ("model", "Pango", "fonts", "store", "3.8.0", "not made yet"):
        assert word in result.output
    missing = run("doctor", "--model", "no_such_model")
    assert missing.exit_code == 1
    assert "MISSING" in missing.output
    assert "To do" in missing.output


@pytest.mark.slow
def test_without_pango_all_but_the_pdf_is_built(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    broken = here.parent / "broken" / "weasyprint"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    command = [sys.executable, "-m", "dossier", "build", "a.txt", "-o", "out", "--entity", "Peter Brandt"]
    env = {**os.environ, "PYTHONPATH": f"{broken.parent}{os.pathsep}{ROOT}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 3, done.stderr
    assert "libpango" in done.stderr
    assert "apt-get install" in done.stderr
    assert {path.suffix for path in (here / "out").rglob("*") if path.is_file()} == {".html", ".json"}


def test_nothing_is_read_from_the_clock(here: Path) -> None:
    (here / "a.txt").write_text("Peter Brandt was arrested in London yesterday. He left on Monday.")
    assert run("build", "a.txt", "-o", "out", "--format", "json").exit_code == 0
    for path in (here / "out").rglob("timeline.json"):
        found = json.loads(path.read_text())
        assert found["as_of"] is None
        assert found["events"] == []
        assert {event["when"]["edtf"] for event in found["undated"]} <= {None}


@pytest.mark.slow
def test_event_types_of_ones_own(here: Path) -> None:
    (here / "a.txt").write_text("The crowd heckled Peter Brandt. Police arrested Peter Brandt in London.\n")
    (here / "mine.toml").write_text('[heckling]\nverbs = ["heckle"]\n')

    def types(*extra: str) -> list[str]:
        done = run("annotate", "a.txt", *extra)
        assert done.exit_code == 0, done.output
        return [event["type"] for event in json.loads(done.stdout)["events"]]

    assert types() == ["other", "arrest"]
    assert types("--ontology", "mine.toml") == ["heckling", "arrest"]
    assert types("--ontology", "mine.toml", "--workers", "2") == ["heckling", "arrest"]


@pytest.mark.slow
def test_a_store_reads_again_when_the_event_types_change(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    words = here / "mine.toml"

    def read(*extra: str) -> str:
        done = run("build", "a.txt", "-o", "out", "--format", "json", "--store", "case.db", *extra)
        assert done.exit_code == 0, done.output
        return done.stderr

    assert "1 of them new" in read()
    assert "0 of them new" in read()
    words.write_text('[capture]\nverbs = ["arrest"]\n')
    assert "1 of them new" in read("--ontology", "mine.toml")
    assert "0 of them new" in read("--ontology", "mine.toml")
    words.write_text('[seizure]\nverbs = ["arrest"]\n')
    assert "1 of them new" in read("--ontology", "mine.toml")
    (path,) = (here / "out").glob("peter-brandt-*/timeline.json")
    timeline = json.loads(path.read_text())
    assert "seizure" in {event["type"] for event in timeline["events"] + timeline["undated"]}


def test_the_last_run_is_opened_with_its_own_event_types(here: Path) -> None:
    (here / "a.txt").write_text(
        "Peter Brandt heckled the mayor of London on Monday at the opening of the new harbour.\n"
    )
    (here / "mine.toml").write_text('[heckling]\nverbs = ["heckle"]\nimportance = 0.1\n')
    assert run("build", "a.txt", "-o", "out", "--store", "case.db", "--ontology", "mine.toml").exit_code == 0
    (path,) = (here / "out").glob("peter-brandt-*/timeline.json")
    shown = run("timeline", "Peter Brandt", "--format", "json", "--store", "case.db")
    assert shown.stdout == path.read_text()
    (event,) = json.loads(shown.stdout)["undated"]
    assert event["type"] == "heckling"
    assert event["importance"] < 0.4


@pytest.mark.parametrize("command", ["annotate", "build", "entities"])
def test_event_types_that_are_not_understood(here: Path, command: str) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "mine.toml").write_text('[a]\nverbs = ["blitz"]\n[b]\nverbs = ["blitz"]\n')
    output = ("-o", "out") if command == "build" else ()
    done = run(command, "a.txt", "--ontology", "mine.toml", *output)
    assert done.exit_code == 2
    assert "mine.toml: 'blitz' stands under [a] and [b]" in done.stderr.replace("\n", " ")
    assert run(command, "a.txt", "--ontology", "nowhere.toml", *output).exit_code == 2


def test_what_was_skipped_for_one_reason_shares_a_line(here: Path) -> None:
    for name in ("a.txt", "b.avi", "c.avi", "d.png"):
        (here / name).write_text("x")
    lines = run("annotate", "a.txt", "b.avi", "c.avi", "d.png").stderr.splitlines()
    assert "Skipped: 3" in lines
    assert "  b.avi, c.avi: a recording, which Dossier does not read (write its words out" in "\n".join(lines)


@pytest.mark.parametrize(("count", "is_said"), [(20, False), (21, True)])
def test_a_list_that_is_shortened_says_where_the_whole_is(here: Path, count: int, is_said: bool) -> None:
    for number in range(count):
        (here / f"{number}.png").write_text("x")
    said = run("build", ".", "-o", "out").stderr
    assert ("the whole list: --report FILE" in said) == is_said
    assert ("and 1 more" in said) == is_said
