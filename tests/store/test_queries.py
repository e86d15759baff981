"""What a store of a million rows is asked night by night goes by an index, as SQLite's planner says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from dossier.store import Store
from tests.store.filled_store import ARTICLES, IDS, RUN, SIGNED, filled

ASKED: dict[str, Callable[[Store], object]] = {
    "articles": lambda store: list(store.articles(IDS)),
    "by id": lambda store: store.by_id(IDS),
    "which are unknown": lambda store: store.unknown(IDS),
    "articles again": lambda store: store.put_articles(ARTICLES),
    "annotations": lambda store: list(store.annotations("one", IDS)),
    "which are not annotated": lambda store: store.unannotated("one", IDS),
    "damaged annotations": lambda store: store.drop_damaged_annotations("one", IDS),
    "new annotations": lambda store: store.put_annotations("one", [(IDS[0], b"{}")]),
    "checksums": lambda store: list(store.checksums("one", IDS)),
    "the last run": lambda store: store.last_run(),
    "a kept case": lambda store: (store.cases.contents("key"), store.cases.findings("key")),
    "a kept timeline": lambda store: store.cases.timeline("key", "ada"),
    "what was read in a file": lambda store: (
        store.readings.get("page", "key"),
        store.readings.put("page", "key", b"again"),
    ),
    "a shelf": lambda store: (store.shelves.contents("march"), store.shelves.lines("march", "ada")),
    "parts of a shelf": lambda store: store.shelves.parts("march", ["ada", "bob"]),
    "another part": lambda store: store.shelves.add("march", "ada", [b"new"]),
}
SCANNED: dict[str, Callable[[Store], object]] = {
    "all rows": lambda store: store.damage(),
    "judgements, of which there are few": lambda store: store.add_judgements(SIGNED),
    "a new run, which looks at the newest": lambda store: store.record_run(RUN),
}


@contextmanager
def planned() -> Iterator[list[str]]:
    """The steps of the plans of all statements inside the block."""
    steps: list[str] = []

    def explain(connection: Connection, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            first = parameters[0] if isinstance(parameters, list) else parameters
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", first)
            steps.extend(step[3] for step in cursor.fetchall())

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield steps
    finally:
        event.remove(Engine, "before_cursor_execute", explain)


def scans(tmp_path: Path, use: Callable[[Store], object]) -> list[str]:
    """The tables that are read from end to end, with a list of several rows."""
    with Store(filled(tmp_path / "s.db")) as store, planned() as steps:
        use(store)
        assert steps
        return [step for step in steps if step.startswith("SCAN") and "CONSTANT ROW" not in step]


@pytest.mark.parametrize("name", ASKED)
def test_it_goes_by_an_index(tmp_path: Path, name: str) -> None:
    assert scans(tmp_path, ASKED[name]) == []


@pytest.mark.parametrize("name", SCANNED)
def test_a_scan_is_seen(tmp_path: Path, name: str) -> None:
    assert scans(tmp_path, SCANNED[name])
