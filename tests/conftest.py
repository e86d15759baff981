"""Fixtures that several test packages share: annotating a text by the real pipeline, and a server for stores."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Published
from tests.servers import PostgresqlServer, postgresql_server

settings.register_profile("no deadline", deadline=None)  # a noisy machine is no failure
settings.load_profile("no deadline")

Annotate = Callable[..., Annotations]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests of a process: Playwright cannot be started twice in one."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine (apt install chromium)")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield started
        started.close()


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    """A function that gives the annotations of a text with this publication date."""

    def run(text: str, published: str | None = None) -> Annotations:
        known = Published.given(published) if published else Published()
        return next(nlp.annotate([Article(ref="test", text=text, published=known)]))

    return run


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    """A running server of PostgreSQL; the test is skipped where there is none."""
    with postgresql_server() as server:
        yield server
