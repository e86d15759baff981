"""What makes the command line pleasant: JSON lists, tables that fit, colours, completion, a page in the browser."""

import json
import os
import re
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import run
from tests.terminals import on_a_terminal

ARTICLES = {
    "wire.txt": "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.",
    "court.txt": "Judge Ada Brandt sentenced Omar Haddad in Oslo on 9 May 2020. Brandt had lived in Oslo.",
    "club.txt": "The striker Omar Haddad joined Real Varna on 3 May 2020. Haddad scored twice in Varna on 9 May 2020.",
}
LONG = "Varna Coastal Regions Hospital Reconstruction and Equipment Agency"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of the articles."""
    folder = tmp_path_factory.mktemp("hand")
    (folder / "in").mkdir()
    for name, text in ARTICLES.items():
        (folder / "in" / name).write_text(f"{text} The {LONG} answered no question, the {LONG} said.\n")
    build = ("build", str(folder / "in"), "-o", str(folder / "out"), "--store", str(folder / "s.db"))
    assert run(*build, "--format", "html,json").exit_code == 0
    return folder


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (("entities", "--store", "s.db"), "entities"),
        (("timeline", "Peter Brandt", "--store", "s.db"), "events"),
        (("review", "--store", "s.db"), "doubts"),
        (("config",), "settings"),
        (("template", "list"), "templates"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:2]),
)
def test_a_list_is_json_too(command: tuple[str, ...], key: str, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    assert json.loads(run(*command, "--json").stdout)[key]


def test_the_doctor_tells_programs_what_is_missing(tmp_path: Path) -> None:
    done = run("doctor", "--json", "--model", "no_such_pipeline", "--store", str(tmp_path / "s.db"))
    checks = {one["check"]: one for one in json.loads(done.stdout)["checks"]}
    assert done.exit_code == 1
    assert not checks["model"]["ok"]
    assert "no_such_pipeline" in checks["model"]["found"] + checks["model"]["to_do"]
    assert checks["store"]["ok"]


def test_the_json_of_entities_is_that_of_the_build(built: Path) -> None:
    listed = json.loads(run("entities", "--json", "--store", str(built / "s.db")).stdout)["entities"]
    case = json.loads((built / "out" / "case.json").read_text())
    assert {one["id"] for one in listed} == {one["id"] for one in case["actors"] if one["named"]}


def test_a_table_fits_the_terminal_and_a_pipe_gets_whole_lines(built: Path) -> None:
    shown = on_a_terminal(["entities", "--store", str(built / "s.db")], columns=80)
    assert max(map(len, shown.splitlines())) <= 80
    assert "Reconstruction" in shown
    assert LONG not in shown
    assert any(
        line.endswith(LONG.removeprefix("The "))
        for line in run("entities", "--store", str(built / "s.db")).stdout.splitlines()
    )


@pytest.mark.parametrize(("no_color", "styled"), [("", True), ("1", False)])
def test_colours_follow_no_color(no_color: str, styled: bool, built: Path) -> None:
    shown = on_a_terminal(["open", "Nobody", "-o", str(built / "out")], code=1, NO_COLOR=no_color)
    assert ("\x1b[31m" in shown) is styled
    assert "Error: no dossiers" in re.sub(r"\x1b\[\d+m", "", shown)


def test_a_name_of_two_is_asked_about_on_a_terminal_and_noted_in_a_pipe(built: Path) -> None:
    command = ["timeline", "Brandt", "--store", str(built / "s.db")]
    asked = on_a_terminal(command, [b"1\n"])
    assert "2 are called Brandt:" in asked
    assert ("arrested" in asked) is not ("sentenced" in asked)
    piped = run(*command)
    assert "names 2 actors, none is chosen, each is shown" in piped.stderr
    assert "arrested" in piped.stdout
    assert "sentenced" in piped.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), r"index\.html"),
        (("peter brandt",), r"peter-brandt-\w+/briefing\.html"),
        (("Peter",), r"peter-brandt-\w+/briefing\.html"),
    ],
)
def test_open_gives_the_browser_the_page(
    args: tuple[str, ...], said: str, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    take: Callable[[str], bool] = lambda address: not opened.append(address)  # noqa: E731
    monkeypatch.setattr(webbrowser, "open", take)
    done = run("open", *args, "-o", str(built / "out"))
    assert re.search(said, done.stdout)
    assert [Path(address.removeprefix("file://")).is_file() for address in opened] == [True]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("Nobody",), "no dossiers of this build are called 'Nobody'"),
        (("Brandt",), "2 dossiers of this build are called 'Brandt' (Ada Brandt (person), Peter Brandt (person))"),
        (("Peter Brandt", "--pdf"), "there is no pdf of Peter Brandt (person) (the build wrote html, json"),
    ],
)
def test_open_says_why_it_cannot(args: tuple[str, ...], message: str, built: Path) -> None:
    done = run("open", *args, "-o", str(built / "out"))
    assert done.exit_code == 1
    assert message in done.stderr


def test_the_package_is_the_command_and_completes_words() -> None:
    env = {**os.environ, "COMP_WORDS": "dossier ent", "COMP_CWORD": "1", "_DOSSIER_COMPLETE": "bash_complete"}
    script = "from dossier.cli import main; main(prog_name='dossier')"
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "plain,entities\n"
    version = subprocess.run([sys.executable, "-m", "dossier", "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("dossier, version ")
