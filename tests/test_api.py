"""Dossier as a program uses it: the examples of docs/api.md, and what goes wrong."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier
from dossier import api

ROOT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
SHOWN = (
    "seeds/articles/tripoli-evening-post/profile-abu-sanad.txt",
    "seeds/articles/tripoli-evening-post/2021-03-22-audit-lost-hospital-money.txt",
    "seeds/articles/tripoli-evening-post/khoms-buries-its-dead.txt",
    "seeds/articles/limassol-ledger/2021-03-19-remand-extended.md",
    "seeds/articles/limassol-ledger/2021-03-18-fund-freezes-spending.md",
)
"""The articles of the sample case of whose actors the examples speak."""
TEXTS = (
    "Peter Brandt was arrested in London on 14 March 2019. Brandt had sold the plans.\n",
    "Judge Ada Brandt sued the port of Varna on 9 May 2019. Brandt had lived in Oslo.\n",
)


@pytest.mark.slow
def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SHOWN:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        exec(example, {})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two articles, as ``read_case`` leaves it."""
    folder = tmp_path_factory.mktemp("api")
    for name, text in zip(("a.txt", "b.txt"), TEXTS, strict=True):
        (folder / name).write_text(text)
    files = [folder / "a.txt", str(folder / "b.txt")]
    with dossier.read_case(files, store=folder / "s.db", published="2019-05-10") as case:
        assert [article.ref for article in case.articles] == ["a.txt", "b.txt"]
        assert case.problems == []
    return folder / "s.db"


@pytest.fixture
def case(store: Path, tmp_path: Path) -> Iterator[dossier.OpenCase]:
    """That case, opened from a copy of its store."""
    shutil.copy(store, tmp_path / "s.db")
    with dossier.open_case(tmp_path / "s.db") as case:
        yield case


def test_pages_and_json_are_those_of_one_timeline(case: dossier.OpenCase) -> None:
    assert b'"dossier/timeline/1"' in case.json("Peter Brandt")
    assert b'"dossier/case/1"' in case.case_json()
    assert "arrested" in case.html("Peter Brandt")
    assert "arrested" in case.html()
    assert b"arrested" in case.export("csv", "Peter Brandt").files["events.csv"]
    assert case.pdf("Peter Brandt").startswith(b"%PDF-")
    assert case.as_of == dossier.When.parse("2019-05-10")


def test_a_store_is_opened_again_with_its_judgements(case: dossier.OpenCase, tmp_path: Path) -> None:
    case.judge("rename", "Peter Brandt", value="P. Brandt", by="ada")
    with dossier.open_case(tmp_path / "s.db") as again:
        assert again.actor("Peter Brandt").name == "P. Brandt"
        assert [one.by for one in again.judgements] == ["ada"]
        assert again.timeline("P. Brandt") == case.timeline("P. Brandt")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Brandt", "2 actors are called 'Brandt'"), ("Nobody Atall", "0 actors are called"), ("a.txt:3-9", "0 actors")],
)
def test_a_name_that_is_not_one_actor_is_unclear(name: str, said: str, case: dossier.OpenCase) -> None:
    with pytest.raises(dossier.NameUnclear, match=said):
        case.timeline(name)


@pytest.mark.parametrize(
    ("kind", "about", "error"),
    [
        ("hide", "a.txt:0-5", dossier.NameUnclear),
        ("rename", "Nobody", dossier.NameUnclear),
        ("nonsense", "Peter Brandt", ValueError),
    ],
)
def test_a_judgement_on_nothing_is_refused(
    kind: str, about: str, error: type[Exception], case: dossier.OpenCase
) -> None:
    with pytest.raises(error):
        case.judge(kind, about, value="x", by="ada")
    assert case.judgements == []


def test_what_is_not_there_says_so(tmp_path: Path) -> None:
    with (
        pytest.raises(dossier.DossierError, match=r"there is no store .*nowhere\.db"),
        dossier.open_case(tmp_path / "nowhere.db"),
    ):
        pass
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(dossier.NothingRead), dossier.read_case(tmp_path / "empty.txt"):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt"]


def test_the_package_has_each_name_of_the_api_and_imports_it_late() -> None:
    assert [name for name in api.__all__ if getattr(dossier, name) is not getattr(api, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dossier.nonsense
    script = "import sys, dossier; assert 'dossier.api' not in sys.modules; dossier.OpenCase"
    subprocess.run([sys.executable, "-c", script], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
