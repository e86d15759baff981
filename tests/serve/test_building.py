"""A build of the project from a page, in a process of its own."""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dossier.pipeline.opened.live_case import LiveCase
from dossier.serve import ProjectBuild, ServedCase, Serving, Sessions, create_app
from dossier.store import Store
from tests.browsing import follow
from tests.serve.conftest import ARTICLES, Desk, Open
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A server on the store of a project, which has not been built yet."""
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    (tmp_path / "dossier.toml").write_text('store = "store.db"\nentities = ["Marek Varga"]\nformats = ["json"]\n')
    command = [sys.executable, "-m", "dossier", "build", "--project", str(tmp_path)]
    with Store(tmp_path / "store.db") as store:
        case, sessions = ServedCase(LiveCase(store), store), Sessions()
        app = create_app(Serving(case=case, sessions=sessions, by="ada", build=ProjectBuild(command)))
        yield Desk(app, sessions, case, tmp_path / "store.db", desk.opened)


def test_a_project_is_built_from_a_page_with_what_was_decided(project: Desk, open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "articles" / "late.txt").write_text("Nela Dorn was arrested in Dravna on 10 March 2021.\n", "utf-8")
    csrf = enter(project)
    rename = {"csrf": csrf, "decision": "rename", "about": "Marek Varga", "name": "M. Varga"}
    project.client.post("/decide", data=rename, headers={"Host": "127.0.0.1", **OWN})
    page = open_page(project, "/history")
    follow(page.get_by_role("link", name="build now"))
    follow(page.get_by_role("button", name="Build now"))
    seen = set(stages(project))
    assert any(
        re.fullmatch(r"Building for \d+ seconds? now\. New articles are annotated: [01] of 1\.", one) for one in seen
    )
    expect(page.locator(".progress")).to_contain_text("Built: 1 dossier")
    assert "M. Varga" in next((tmp_path / "dossiers").rglob("timeline.json")).read_text("utf-8")
    page.goto(project.address)
    assert "M. Varga" in page.inner_text("main")
    assert page.struck == []  # type: ignore[attr-defined]


def stages(project: Desk) -> Iterator[str]:
    """What the page says of a build, again and again until it has ended."""
    while (found := get(project, "/build/progress").json) and found["state"] == "working":
        yield found["words"]
        time.sleep(0.05)


def test_without_a_project_there_is_no_build(desk: Desk) -> None:
    csrf = enter(desk)
    assert get(desk, "/build").status_code == 404
    assert desk.client.post("/build", data={"csrf": csrf}, headers={"Host": "127.0.0.1", **OWN}).status_code == 404
    assert "build now" not in get(desk, "/history").text
