"""A large case is put on shelves by the months of its articles, and events are found on each by itself."""

from collections.abc import Sequence

import pytest

from dossier.resolve import Events, Rulings, find_origins, resolve_actors, resolve_events
from dossier.resolve.events import shelves as shelves_module
from dossier.resolve.events.resolved_mention import ResolvedMention, resolved_mentions
from dossier.resolve.events.shelves import shelves
from tests.claims import Read, told
from tests.event_types import TYPES

KILLED = "killing patient Ada_Brandt 2021-03-14"


def case(*days: str | None) -> list[Read]:
    """An article of each day, which tells of one killing."""
    return [told(f"{n}.txt", "person Ada Brandt", day=day, events=(KILLED,)) for n, day in enumerate(days)]


def mentions(read: list[Read]) -> list[ResolvedMention]:
    return resolved_mentions(read, resolve_actors(read, TYPES), TYPES)


def days_of(found: Sequence[Sequence[ResolvedMention]]) -> list[list[str]]:
    """The days of publication on each shelf, as EDTF; none is empty."""
    return [sorted(one.publication.edtf if one.publication else "" for one in shelf) for shelf in found]


@pytest.mark.parametrize(
    ("days", "whole", "most", "expected"),
    [
        pytest.param(["2021-03-01", "2021-04-01"], 2, 9, [["2021-03-01", "2021-04-01"]], id="a small case is one"),
        pytest.param(["2021-04-01", "2021-03-31"], 1, 9, [["2021-03-31"], ["2021-04-01"]], id="one a month"),
        pytest.param(["2021-03-01", "2020-03-01"], 1, 9, [["2020-03-01"], ["2021-03-01"]], id="of each year"),
        pytest.param([None, "2021-03-01", None], 2, 9, [["", ""], ["2021-03-01"]], id="without a date"),
        pytest.param(
            ["2021-03-07", "2021-03-08", "2021-03-21", "2021-03-22", "2021-03-31", "2021-04-30"],
            2,
            4,
            [["2021-03-07"], ["2021-03-08"], ["2021-03-21"], ["2021-03-22", "2021-03-31"], ["2021-04-30"]],
            id="a full month is divided into weeks, others are not",
        ),
    ],
)
def test_mentions_stand_on_the_shelf_of_their_month(
    days: list[str | None], whole: int, most: int, expected: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves_module, "MOST_OF_WHOLE", whole)
    monkeypatch.setattr(shelves_module, "MOST", most)
    assert days_of(shelves(mentions(case(*days)))) == expected


def test_shelves_with_mentions_that_the_analyst_made_one_event_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves_module, "MOST_OF_WHOLE", 0)
    found = mentions(case("2021-03-14", "2021-04-14", "2021-05-14"))
    one_event = [{found[0].trigger_key, found[2].trigger_key}]
    assert days_of(shelves(found, one_event)) == [["2021-03-14", "2021-05-14"], ["2021-04-14"]]


def resolved(read: list[Read], rulings: Rulings | None = None) -> Events:
    origins = find_origins(article for article, _ in read)
    return resolve_events(read, resolve_actors(read, TYPES), TYPES, origins, rulings or Rulings())


def articles_of(found: Events, read: list[Read]) -> list[list[str]]:
    """The refs of the articles of each event, sorted."""
    refs = {article.id: article.ref for article, _ in read}
    return sorted(sorted(refs[piece.article] for piece in event.evidence) for event in found.events)


def test_events_are_found_on_each_shelf_and_the_order_of_articles_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = case("2021-03-14", "2021-03-15", "2021-04-14", "2021-04-15")
    assert articles_of(resolved(read), read) == [["0.txt", "1.txt", "2.txt", "3.txt"]]
    monkeypatch.setattr(shelves_module, "MOST_OF_WHOLE", 0)
    found = resolved(read)
    assert articles_of(found, read) == [["0.txt", "1.txt"], ["2.txt", "3.txt"]]
    assert resolved(read[::-1]) == found


def test_the_analyst_makes_one_event_of_mentions_on_two_shelves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves_module, "MOST_OF_WHOLE", 0)
    read = case("2021-03-14", "2021-04-14")
    ends = frozenset(one.trigger_key for one in mentions(read))
    assert articles_of(resolved(read, Rulings(same_events=(ends,))), read) == [["0.txt", "1.txt"]]
