"""What stands in whose timeline, and why: short articles read whole."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Timeline
from dossier.resolve import resolve_actors, resolve_events, resolve_relations, stated_relations
from dossier.timeline import Chronology, by_actor, listing
from tests.event_types import TYPES

TABLE = Path(__file__).with_name("membership.txt").read_text("utf-8")


def rows() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in TABLE.splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def timelines(read: list[tuple[Article, Annotations]]) -> dict[str, Timeline]:
    """The timeline of each actor by its name."""
    actors = resolve_actors(read, TYPES)
    events = resolve_events(read, actors, TYPES).events
    chronology = Chronology(events, TYPES, resolve_relations(stated_relations([found for _, found in read]), events))
    own = by_actor(chronology.events, TYPES)
    cited = {article.id: article.citation for article, _ in read}
    listings = {actor.id: listing(actor.id, own.get(actor.id, []), TYPES) for actor in actors.actors}
    return {actor.name: chronology.timeline(actor, listings[actor.id], cited, None) for actor in actors.actors}


def read(*texts: str) -> list[tuple[Article, Annotations]]:
    articles = [Article(ref=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    return list(zip(articles, nlp.annotate(articles), strict=True))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=row[0][:60]) for row in rows()])
def test_what_stands_in_whose_timeline(text: str, expected: list[str]) -> None:
    found = timelines(read(text))
    for line in expected:
        who, _, rest = line.partition(": ")
        timeline = found[who]
        belonging = [(event.evidence[0].trigger.exact, event.factuality.is_expected) for event in timeline.all_events]
        told = {word for word, is_expected in belonging if not is_expected}
        coming = {word for word, is_expected in belonging if is_expected}
        for part in rest.split(" / "):
            senses = (
                ("in ", told, True),
                ("to come ", coming, True),
                ("out ", told, False),
                ("nowhere ", told | coming, False),
            )
            for sense, words, wanted in senses:
                if part.startswith(sense):
                    listed = set(part.removeprefix(sense).split(", "))
                    assert (listed <= words) if wanted else listed.isdisjoint(words), (line, told, coming)


ARTICLES = read(*(text for text, _ in rows()))
IN_ORDER = timelines(ARTICLES)


@settings(max_examples=30)  # each resolves all the articles
@given(st.permutations(range(len(ARTICLES))))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    assert timelines([ARTICLES[i] for i in order]) == IN_ORDER
