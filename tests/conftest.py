"""The fixture that several test packages share: it annotates a text by the real pipeline."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Published

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
