"""Articles in any order, in one batch or in thirty: the same actors, events, ids and bytes."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.annotate.nlp import annotate
from dossier.codec import encode_annotations, encode_timeline
from dossier.model import WHOLE_CASE, Article
from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.open_case import open_case
from dossier.sources import distinct, read
from dossier.store import Run, Store
from tests.depth import examples
from tests.pipeline.conftest import SEEDS

ARTICLES = [item for item in distinct(read([str(SEEDS / "articles")])) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def bodies() -> dict[str, bytes]:
    return {
        article.id: encode_annotations(article, found)
        for article, found in zip(ARTICLES, annotate(ARTICLES), strict=True)
    }


@pytest.fixture(scope="module")
def expected(bodies: dict[str, bytes]) -> dict[str, bytes]:
    """What comes of the articles in the order in which they are found."""
    return outcome(ARTICLES, 1, bodies)


def outcome(order: Sequence[Article], batches: int, bodies: dict[str, bytes]) -> dict[str, bytes]:
    """Every timeline of the case, when its articles come into the store in that order and so many batches."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "store.db") as store:
        for n in range(batches):
            batch = order[n::batches]
            store.put_articles(batch)
            store.put_annotations("reader", ((article.id, bodies[article.id]) for article in batch))
        case = open_case(store, Run("reader", "model", None, tuple(article.id for article in order)))
        return _timelines(case)


def _timelines(case: Case) -> dict[str, bytes]:
    keys = (WHOLE_CASE, *(actor.id for actor in case.actors))
    timelines = {key: encode_timeline(case.timeline(key), case.generator) for key in keys}
    return {**timelines, "doubts": repr(case.contents.doubts).encode()}


@pytest.mark.slow
@settings(max_examples=examples(4, 8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(ARTICLES), batches=st.sampled_from([1, 2, 7, 30]))
def test_order_and_batches_change_nothing(
    order: list[Article], batches: int, bodies: dict[str, bytes], expected: dict[str, bytes]
) -> None:
    assert outcome(order, batches, bodies) == expected
