"""Fixtures that several test packages share: annotating a text by the real pipeline, and a server for stores."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Published
from tests.servers import PostgresqlServer, postgresql_server

settings.register_profile("no deadline", deadline=None)  # a noisy machine is no failure
settings.load_profile("no deadline")

Annotate = Callable[..., Annotations]


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
