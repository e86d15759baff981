"""The sample case across articles: who is one and who is not, what is one event, and on what the sources disagree."""

import pytest

from dossier.model import Conflict, Event, Timeline
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow  # all but a few look at the sample case, which takes long to build


def names(timeline: Timeline) -> set[str]:
    return {timeline.actor.name, *(alias.text for alias in timeline.actor.aliases)}


@pytest.mark.parametrize(
    ("query", "called", "not_called"),
    [
        ("Adel Haddoun", ["Haddoun"], ["Nadia Haddoun"]),
        ("Nadia Haddoun", ["Haddoun"], ["Adel Haddoun"]),
        (
            "Abu Sanad",
            ["Khaled al-Zarrouni", "Khalid al-Zarruni", "Zarrouni", "Abu Sanad"],
            ["Mustafa al-Zarrouni", "Al Khums"],
        ),
        ("CHRF", ["Coastal Hospitals Reconstruction Fund"], ["Tripolitania Housing Fund"]),
        ("Cape Arnaut", ["Cape Arnaut Shipping Company"], ["Antonis Loukaridis"]),
        ("Antonis Loukaridis", ["Loukaridis", "A. G. Loukaridis", "A.G.L."], ["Despina Kallinikou"]),
    ],
)
def test_aliases_and_transliterations_join(sample: Built, query: str, called: list[str], not_called: list[str]) -> None:
    found = names(sample.timeline(query))
    assert found >= set(called)
    assert found.isdisjoint(not_called)


def told(timeline: Timeline, *words: str) -> list[Event]:
    """The events that have evidence with each of these words."""
    return [
        event
        for event in timeline.all_events
        if all(any(part in " ".join(piece.quote.exact.split()) for piece in event.evidence) for part in words)
    ]


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("Adel Haddoun", "Adel Haddoun, resigned on Wednesday", "resigned on 24 March"),
        ("Orsalia", "the freighter impounded in the port on 2 March", "was impounded in Limassol on Monday, 1 March"),
    ],
)
def test_one_event_told_by_two(sample: Built, query: str, first: str, second: str) -> None:
    assert told(sample.timeline(query), first, second)


def test_a_syndicated_copy_counts_once(sample: Built) -> None:
    timeline = sample.timeline("Nadia Haddoun")
    (briefed,) = told(timeline, "briefed the fund's steering committee")
    refs = {piece.article: timeline.articles[piece.article].ref.rpartition("/")[2] for piece in briefed.evidence}
    assert set(refs.values()) == {"chrf-suspends-payments.txt", "2021-03-18-fund-freezes-spending.md"}
    assert briefed.independent_sources == 1
    (copy,) = [key for key in refs if timeline.articles[key].copy_of]
    assert timeline.articles[copy].copy_of in refs
    assert refs[copy] == "2021-03-18-fund-freezes-spending.md"


def conflicts(timeline: Timeline, field: str) -> list[Conflict]:
    return [conflict for conflict in timeline.conflicts if conflict.field == field]


def values(timeline: Timeline, field: str) -> list[set[str]]:
    return [{reading.value for reading in conflict.readings} for conflict in conflicts(timeline, field)]


@pytest.mark.parametrize(
    ("query", "field", "readings"),
    [
        ("Orsalia", "when", {"2021-03-01", "2021-03-02"}),
        ("Abu Sanad", "when", {"2019-05", "2019-06"}),
    ],
)
def test_conflicting_dates_stand_side_by_side(sample: Built, query: str, field: str, readings: set[str]) -> None:
    assert readings in values(sample.timeline(query), field)


def test_a_denial_stands_against_the_claim(sample: Built) -> None:
    assert conflicts(sample.timeline("Abu Sanad"), "polarity")
