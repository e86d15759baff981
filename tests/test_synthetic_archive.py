"""The synthetic archive that the benchmark of scale runs on: sound annotations, the same each time, like real news."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from dossier.codec import decode_annotations, encode_annotations
from dossier.model import Annotations, Article, Basis, Form, Kind, Quote

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from curve import exponent, exponents
from synthetic.archive import archive

Archive = list[tuple[Article, Annotations]]


@pytest.fixture(scope="module")
def small_archive() -> Archive:
    return list(archive(3_000))


@pytest.fixture(scope="module")
def larger_archive() -> Archive:
    return list(archive(9_000))


def quotes(found: Annotations) -> list[Quote]:
    """All words that the annotations cite."""
    of_actors = [mention.quote for chain in found.actors for mention in chain.mentions]
    of_events = [
        quote
        for event in found.events
        for quote in (
            event.trigger,
            *(part.quote for part in event.participants),
            *(number.quote for number in event.quantities),
            *((event.place.quote,) if event.place else ()),
            *((event.attribution.speaker, event.attribution.cue) if event.attribution else ()),
        )
    ]
    others = [time.quote for time in found.times] + [said.quote for said in found.quotations]
    return of_actors + of_events + others + [one.cue for one in found.relations if one.cue]


def test_all_words_stand_where_they_are_said_to(small_archive: Archive) -> None:
    wrong = [quote for article, found in small_archive for quote in quotes(found) if not quote.stands_in(article.text)]
    assert wrong == []


def test_every_line_stands_in_its_sentence(small_archive: Archive) -> None:
    for article, found in small_archive:
        for event in found.events:
            sentence = article.text[event.sentence.start : event.sentence.end]
            assert event.summary
            assert event.summary in sentence
            assert all(event.sentence.covers(part.quote.span) for part in event.participants)


def test_a_store_gives_it_back_as_it_was(small_archive: Archive) -> None:
    assert all(decode_annotations(encode_annotations(article, found)) == found for article, found in small_archive[:20])


def test_one_seed_gives_one_archive() -> None:
    assert list(archive(500, seed=3)) == list(archive(500, seed=3))
    assert list(archive(500, seed=3)) != list(archive(500, seed=4))


@pytest.mark.parametrize("claims", [1, 300, 3_000])
def test_it_has_as_many_claims_as_asked_for(claims: int) -> None:
    counts = [len(found.events) for _, found in archive(claims)]
    assert sum(counts[:-1]) < claims <= sum(counts)


def test_articles_are_told_apart_and_some_are_copies(small_archive: Archive) -> None:
    assert len({article.id for article, _ in small_archive}) == len(small_archive)
    begins = Counter(article.text[:200] for article, _ in small_archive)
    assert 0 < sum(count - 1 for count in begins.values()) < 0.2 * len(small_archive)


def shares(small_archive: Archive) -> dict[str, float]:
    """The shares in an archive that the docstring of ``synthetic.archive`` gives for real news."""
    events = [event for _, found in small_archive for event in found.events]
    chains = [chain for _, found in small_archive for chain in found.actors]
    parts = [part for event in events for part in event.participants]
    forms = Counter(mention.form for chain in chains for mention in chain.mentions)
    people = [chain for chain in chains if chain.kind is Kind.PERSON]
    return {
        "participants an event": len(parts) / len(events),
        "of them actors": sum(part.actor is not None for part in parts) / len(parts),
        "mentions a chain": forms.total() / len(chains),
        "of them names": forms[Form.NAME] / forms.total(),
        "small_archive by a source": sum(event.attribution is not None for event in events) / len(events),
        "no date": sum(event.dating.basis is Basis.NONE for event in events) / len(events),
        "a bound": sum(event.dating.basis is Basis.INFERRED for event in events) / len(events),
        "statements": sum(event.type == "statement" for event in events) / len(events),
        "surname alone": sum(" " not in chain.name for chain in people) / len(people),
    }


COUNTED = {
    "participants an event": 1.6,
    "of them actors": 0.34,
    "mentions a chain": 2.4,
    "of them names": 0.74,
    "small_archive by a source": 0.31,
    "no date": 0.56,
    "a bound": 0.22,
    "statements": 0.15,
    "surname alone": 0.17,
}


def test_its_proportions_are_those_of_news(larger_archive: Archive) -> None:
    assert shares(larger_archive) == pytest.approx(COUNTED, rel=0.25)


def test_new_names_become_rarer_as_it_grows(small_archive: Archive, larger_archive: Archive) -> None:
    def names(articles: Archive) -> tuple[int, int]:
        chains = [chain.name for _, found in articles for chain in found.actors]
        return len(chains), len(set(chains))

    (few, first), (many, last) = names(small_archive), names(larger_archive)
    assert 0.6 < exponent([few, many], [first, last]) < 0.95


@pytest.mark.parametrize(
    ("sizes", "taken", "steps", "over_all"),
    [
        ([1, 10, 100], [2, 20, 200], [1, 1], 1),
        ([1, 10, 100], [1, 100, 10_000], [2, 2], 2),
        ([1, 10, 100], [1, 1, 100], [0, 2], 1),
        ([3, 6], [5, 5], [0], 0),
    ],
)
def test_exponents(sizes: list[float], taken: list[float], steps: list[float], over_all: float) -> None:
    assert exponents(sizes, taken) == pytest.approx(steps)
    assert exponent(sizes, taken) == pytest.approx(over_all)
