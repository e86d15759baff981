"""Which passages stand with a line, where one of its nouns is told of in many articles."""

from dataclasses import replace

import pytest

from dossier.model import Actor, Citation, Event, Kind, PartOfSpeech
from dossier.timeline import by_actor
from dossier.timeline.chronology import Chronology
from dossier.timeline.listing import listing
from dossier.timeline.part_passages import (
    is_only_named,
    owners_of,
    statement_of,
    within_its_statement,
    within_statement,
)
from tests.event_types import TYPES
from tests.timeline.events import ADA, told

NOUN = PartOfSpeech.NOUN
WARNING = "Ada Brandt warned of the strike."
WARNED = told("e1", WARNING, "warned", type_="statement", date="2019-03-14")
STRIKE = told("e2", WARNING, "strike", type_="protest", hangs_on="warned", part_of_speech=NOUN)
AGAIN = told("e3", "The strike is over.", "strike", article="b", type_="protest", part_of_speech=NOUN)
WARNED_AGAIN = told("e4", "Ada Brandt warned again of the strike.", "warned", article="c", type_="statement")
STRIKE_AGAIN = replace(
    told("e5", "Ada Brandt warned again of the strike.", "strike", article="c", hangs_on="warned", part_of_speech=NOUN),
    type="protest",
)
ANOTHER = told("e7", "A strike in Orlov.", "strike", article="f", type_="protest", part_of_speech=NOUN)
STRUCK = told("e6", "They struck.", "struck", article="d", type_="protest")


def one(first: Event, *others: Event) -> Event:
    """The first event with the mentions of all, each of a source of its own."""
    evidence = (*first.evidence, *(piece for event in others for piece in event.evidence))
    return replace(first, evidence=evidence, independent_sources=len(evidence))


@pytest.mark.parametrize(
    ("line", "part", "articles"),
    [
        pytest.param(WARNED, one(STRIKE, AGAIN, STRIKE_AGAIN), "a", id="the sentence of the line"),
        pytest.param(one(WARNED, WARNED_AGAIN), one(STRIKE, AGAIN, STRIKE_AGAIN), "a c", id="all that tell it"),
        pytest.param(WARNED, one(replace(AGAIN, summary=WARNED.summary), STRIKE), "b a", id="told again by itself"),
    ],
)
def test_the_passages_of_a_part(line: Event, part: Event, articles: str) -> None:
    (kept,) = within_statement(line, [part])
    assert " ".join(piece.article for piece in kept.evidence) == articles
    assert kept.independent_sources == len(kept.evidence)


@pytest.mark.parametrize(
    ("event", "articles"),
    [
        pytest.param(one(STRIKE, AGAIN, STRIKE_AGAIN), "a c", id="a noun that the statement of another event names"),
        pytest.param(one(AGAIN, STRIKE), "b", id="a noun of which something is told"),
        pytest.param(one(ANOTHER, STRIKE), "f a", id="a noun that tells it"),
        pytest.param(one(STRIKE, STRUCK), "a d", id="somebody says what happened"),
    ],
)
def test_the_passages_of_what_is_shown_by_another_statement(event: Event, articles: str) -> None:
    key = statement_of(event)
    statement = owners_of({key}, [one(WARNED, WARNED_AGAIN), event])[key] if key else None
    kept = within_its_statement(event, statement) if is_only_named(event) else event
    assert " ".join(piece.article for piece in kept.evidence) == articles


def test_a_dossier_cites_only_these() -> None:
    chronology = Chronology([WARNED, one(STRIKE, AGAIN)], TYPES)
    own = by_actor(chronology.events, TYPES)[ADA]
    cited = {key: Citation(key, f"{key}.txt", "0" * 64) for key in "ab"}
    timeline = chronology.timeline(
        Actor(ADA, "Ada Brandt", Kind.PERSON, (("a", "a1"),), 1), listing(ADA, own, TYPES), cited, None
    )
    assert list(timeline.articles) == ["a"]
    assert {key: [part.evidence for part in parts] for key, parts in timeline.parts.items()} == {
        "e1": [STRIKE.evidence]
    }
