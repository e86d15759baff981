"""What the pages for developers name is there: folders, files, functions."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DECISIONS = sorted(f"docs/decisions/{path.name}" for path in ROOT.glob("docs/decisions/0*"))
PAGES = ("docs/architecture.md", "CONTRIBUTING.md", *DECISIONS)
CODE = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.suffix in {".py", ".toml", ".j2", ".css"}}
OUTSIDE = {"dossier/sources/readers/KIND.py", "dossier.toml", "templates/briefing/NAME.html.j2"}
"""Not there on purpose: names that stand for a reader's own."""


def named_files() -> Iterator[tuple[str, str]]:
    """Each file with a folder or an ending that a page names between backticks, with its page."""
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        for name in re.findall(r"`([\w/.-]+\.(?:py|toml|j2|css))`", text):
            yield page, name


@pytest.mark.parametrize(("page", "name"), sorted(set(named_files())))
def test_files_named_on_a_page_exist(page: str, name: str) -> None:
    assert name in OUTSIDE or any(path == name or path.endswith(f"/{name}") for path in CODE), f"{page} names {name}"


def named_functions() -> Iterator[tuple[str, str]]:
    """Each ``file.py`` → ``function`` on the way of one sentence, written as `file.py:function`."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    yield from re.findall(r"`([\w/]+\.py):(\w+)`", text)


def test_the_way_of_a_sentence_names_functions() -> None:
    assert len(set(named_functions())) >= 20


@pytest.mark.parametrize(("file", "name"), sorted(set(named_functions())))
def test_functions_named_on_the_map_exist(file: str, name: str) -> None:
    code = (ROOT / "dossier" / file).read_text("utf-8")
    assert re.search(rf"^\s*(?:def|class) {name}\b", code, re.MULTILINE), f"{file} has no {name}"
