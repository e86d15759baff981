"""Small cases that are resolved as large ones."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dossier.pipeline.cases import case_inputs
from dossier.pipeline.shelves import shelving


@contextmanager
def on_shelves(articles: int = 8) -> Iterator[None]:
    """Inside the block all cases stand on shelves, which are full with so many articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(case_inputs, "MOST_OF_WHOLE", 0)
        patch.setattr(shelving, "LEAST", articles)
        yield
