"""Bounds that rest on the day that one article gives an act, where others give another."""

from collections.abc import Sequence

import pytest

from dossier.annotate import nlp
from dossier.model import Article, Published
from dossier.resolve import find_origins, resolve_actors, resolve_events
from tests.event_types import TYPES

FOUND = "The trawler Merle was impounded in Tarnow on 1 March, after customs officers found pearls."
OTHERS = (
    "Customs officers impounded the trawler Merle in Tarnow on 2 March. It lay there for a month.",
    "The trawler Merle was impounded by customs officers in Tarnow on 2 March, the mayor said.",
)


@pytest.mark.parametrize(
    ("articles", "edtf"),
    [
        pytest.param((FOUND,), "/2021-03-01", id="alone"),
        pytest.param((FOUND, *OTHERS), "/2021-03-02", id="outvoted"),
    ],
)
def test_what_came_before_an_act_came_by_the_day_that_most_sources_give_it(articles: Sequence[str], edtf: str) -> None:
    read = [
        Article(ref=f"{number}.txt", text=text, published=Published.given("2021-03-05"), publisher=f"Paper {number}")
        for number, text in enumerate(articles)
    ]
    case = list(zip(read, nlp.annotate(read), strict=True))
    origins = find_origins(read)
    events = resolve_events(case, resolve_actors(case, TYPES), TYPES, origins).events
    (found,) = (event for event in events if event.evidence[0].lemma == "find")
    assert found.dating.when.edtf == edtf
