"""The commands of the README and the tutorial, run in order by a new user in a folder of their own."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import run

ROOT = Path(__file__).parents[1]


def shell_lines(page: str) -> list[str]:
    """The lines of the page's shell blocks, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line.split(" #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


LINES = shell_lines("README.md")
ARTICLES = (
    "limassol-ledger/2021-03-19-remand-extended.md",
    "midsea-press/haddoun-denies-role.txt",
    "midsea-press/chrf-suspends-payments.txt",
    "tripoli-evening-post/profile-abu-sanad.txt",
    "tripoli-evening-post/2021-03-22-audit-lost-hospital-money.txt",
)
"""Those of the sample case that tell of the actors whom the pages name: fewer to read, and no command less."""


def assert_serves(words: list[str]) -> None:
    """Check that a command that serves writes its address, and ends when it is asked to. It opens no browser here."""
    env = os.environ | {"BROWSER": "true", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "dossier", *words]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout.readline().startswith("http://127.0.0.1:")
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) in {0, 130}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "at_least", "files"),
    [
        ("README.md", 9, ["out/index.html", "claims.jsonl", "dossiers/latest/index.html", "build.json"]),
        ("docs/tutorial.md", 5, ["out/index.html", "profile.jsonl"]),
        ("docs/first-night.md", 9, ["orlov/dossiers/latest/index.html", "orlov/build.json", "orlov/build.log"]),
    ],
)
def test_every_dossier_command_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, at_least: int, files: list[str]
) -> None:
    """They run in this process, since each of its own would load the model anew; ``test_wheel`` runs some as a user."""
    commands = [line for line in shell_lines(page) if line.startswith(("dossier ", "cp "))]
    assert len(commands) >= at_least
    for name in ARTICLES:
        for folder in (tmp_path / "seeds" / "articles", tmp_path / "articles"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "seeds" / "articles" / name, folder / name)
    shutil.copy(ROOT / "seeds" / "articles" / "midsea-press" / "haddoun-denies-role.txt", tmp_path / "article.txt")
    shutil.copy(ROOT / "seeds" / "watchlist.txt", tmp_path / "names.txt")
    (tmp_path / "judgements.yaml").write_text("- different: [Adel Haddoun, Nadia Haddoun]\n  by: desk\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for line in commands:
        program, *words = shlex.split(line)
        if program == "cp":
            subprocess.run([program, *words], check=True)
        elif words[0] == "serve":
            assert_serves(words)
        else:
            done = run(*words)
            assert done.exit_code in (0, 3), f"{line}\n{done.stderr}"
    assert [name for name in files if not (tmp_path / name).is_file()] == []


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_every_make_target_of_the_readme_exists(line: str) -> None:
    done = subprocess.run([*shlex.split(line), "-n"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_set_up_stands_on_the_first_screen() -> None:
    first = "\n".join((ROOT / "README.md").read_text("utf-8").splitlines()[:20])
    assert "make demo" in first
    assert "make test" in first


@pytest.mark.parametrize("page", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for path in (ROOT / page, ROOT / "README.md"):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8")):
            if not target.startswith("https://"):
                assert (path.parent / target).exists(), f"{path.name} links to {target}"
