"""A large case stands on shelves: what is told in it, what is damaged, and which cases are resolved as a whole."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import connect

import pytest

from dossier.codec import decode_case
from dossier.errors import StoreUnusable
from dossier.model import (
    WHOLE_CASE,
    ActorPointer,
    EventMarking,
    EventPointer,
    Judgement,
    Marking,
    Quote,
    Rejection,
    Span,
)
from dossier.pipeline.cases import case_inputs
from dossier.pipeline.cases.case import Case
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import build
from dossier.store import Run, Store
from tests.pipeline.conftest import Built, job
from tests.pipeline.large_cases import on_shelves

pytestmark = pytest.mark.slow  # it builds the sample case
DAY = date(2026, 11, 30)
MARKED = Judgement(EventMarking(EventPointer("a", Quote(Span(0, 4), "held")), Marking.AMBER), "ada", DAY)
REJECTED = Judgement(Rejection(ActorPointer("Orlov")), "ada", DAY)


@pytest.fixture
def store(sample: Built, tmp_path: Path) -> Iterator[Store]:
    """The store of the sample case, to write to."""
    shutil.copy(sample.store, tmp_path / "s.db")
    with Store(tmp_path / "s.db") as opened:
        yield opened


def opened(store: Store) -> Case:
    run = store.last_run()
    assert run
    return open_case(store, run)


def test_it_tells_nearly_what_the_whole_tells(store: Store) -> None:
    whole = opened(store)
    with on_shelves(articles=10):
        shelved = opened(store)
    found, expected = (decode_case(b"".join(case.encoded())) for case in (shelved, whole))
    places = [
        {(one.article, one.start, one.end) for actor in form.actors if actor.named for one in actor.mentions}
        for form in (found, expected)
    ]
    assert places[0] == places[1]
    assert len(found.events) == shelved.contents.event_count == pytest.approx(len(expected.events), rel=0.1)
    assert found.articles.keys() == expected.articles.keys()
    (adel,) = (actor for actor in shelved.actors if actor.name == "Adel Haddoun")
    lines = [{event.summary for event in case.timeline(adel.id).lines} for case in (shelved, whole)]
    assert len(lines[0] & lines[1]) > 0.8 * len(lines[1])  # most, since nothing is compared between shelves
    assert shelved.contents.entry_counts[adel.id].placed == len(shelved.timeline(adel.id).events)


def test_only_the_shelf_with_something_new_is_resolved_again(store: Store) -> None:
    run = store.last_run()
    assert run
    newest = max(run.articles, key=lambda key: str(opened(store).contents.citations[key].published.when))
    with on_shelves():
        open_case(store, replace(run, articles=tuple(key for key in run.articles if key != newest)))
        before = _shelves(store)
        open_case(store, run)
        assert len(_shelves(store) - before) <= 2  # the last shelf, and the timelines of the new case
        assert len(_shelves(store) & before) > 2


def _shelves(store: Store) -> set[str]:
    with closing(connect(store.name)) as connection:
        return {key for (key,) in connection.execute("select distinct shelf from kept_shelf where part = ''")}


def test_a_build_on_shelves_is_verified_by_resolving_it_anew(sample: Built, tmp_path: Path) -> None:
    shutil.copy(sample.store, tmp_path / "s.db")
    with on_shelves(), Store(tmp_path / "s.db") as store:
        build(job(tmp_path / "out", formats=frozenset({Format.JSON})), store)
        assert verify(tmp_path / "out", store).issues == ()


def test_a_damaged_part_is_said_and_then_resolved_anew(store: Store) -> None:
    with on_shelves():
        case = opened(store)
        expected = case.encoded_timeline(WHOLE_CASE)
        with closing(connect(store.name)) as connection, connection:
            connection.execute("delete from kept_shelf where shelf = ?", (case.key,))
            first = f"select rowid from kept_shelf where part = '{WHOLE_CASE}' limit 1"
            connection.execute(f"update kept_shelf set body = x'00' where rowid = ({first})")
        with pytest.raises(StoreUnusable, match="damaged"):
            case.encoded_timeline(WHOLE_CASE)
        assert opened(store).encoded_timeline(WHOLE_CASE) == expected


@pytest.mark.parametrize(
    ("articles", "saved", "limit", "expected"),
    [
        (2, (), None, False),
        (3, (), None, True),
        (3, (MARKED,), None, True),
        (3, (MARKED,), Marking.GREEN, False),
        (3, (REJECTED,), Marking.GREEN, True),
    ],
)
def test_a_large_case_stands_on_shelves_unless_marked_events_are_left_out(
    store: Store,
    articles: int,
    saved: tuple[Judgement, ...],
    limit: Marking | None,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_inputs, "MOST_OF_WHOLE", 2)
    run = Run("one", "model", None, tuple("abcdef"[:articles]))
    assert CaseInputs(store=store, run=run, saved=saved, limit=limit).are_shelved == expected
