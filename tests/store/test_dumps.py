"""A store as lines, and a store made of them: equal, whatever engine either has."""

from pathlib import Path

import jsonschema
import msgspec
import pytest

from dossier.codec import schema
from dossier.errors import StoreUnusable
from dossier.model import Article, StorePlace
from dossier.store import Prunable, Run, Store
from dossier.store.tables import VERSION
from tests.store.filled_store import ARTICLES, IDS, KEPT, RUN, do, filled


@pytest.fixture
def lines(tmp_path: Path) -> list[bytes]:
    """The lines of a store with something in each table."""
    with Store(filled(tmp_path / "first.db")) as store:
        return list(store.dump())


def test_what_is_imported_equals_what_was_exported(place: StorePlace, tmp_path: Path, lines: list[bytes]) -> None:
    with Store(place) as store:
        assert store.fill(lines) == len(lines) - 1 == 22
        assert list(store.dump()) == lines
        assert store.damage() == []
        assert list(store.articles(IDS)) == ARTICLES
        assert store.last_run() == RUN
        assert store.cases.contents("key") == KEPT
        store.record_run(RUN)
    with Store(place) as store, Store(tmp_path / "third.db") as back:
        again = list(store.dump())
        back.fill(again)
        assert list(back.dump()) == again != lines


def test_the_lines_are_as_the_schemas_say(lines: list[bytes]) -> None:
    head, *rows = map(msgspec.json.decode, lines)
    jsonschema.Draft202012Validator(schema("store")).validate(head)
    for row in rows:
        jsonschema.Draft202012Validator(schema("store-row")).validate(row)
    assert len({row["table"] for row in rows}) == len(head["rows"])


CUT = {
    "nothing": lambda lines: [],
    "no first line": lambda lines: lines[1:],
    "a later layout": lambda lines: [lines[0].replace(b'"layout":%d' % VERSION, b'"layout":99'), *lines[1:]],
    "a row less": lambda lines: lines[:-1],
    "a row twice": lambda lines: [*lines, lines[-1]],
    "a table that is none": lambda lines: [*lines, lines[-1].replace(b"run_watchlist", b"sqlite_master")],
    "a line that is cut": lambda lines: [*lines[:-1], lines[-1][:40]],
    "a column that is none": lambda lines: [*lines[:-1], lines[-1].replace(b'"body"', b'"corpse"')],
    "no article of that annotation": lambda lines: [lines[0], *lines[2:]],
}


@pytest.mark.parametrize("name", CUT)
def test_what_is_not_whole_leaves_the_store_empty(place: StorePlace, lines: list[bytes], name: str) -> None:
    with Store(place) as store:
        with pytest.raises((ValueError, StoreUnusable)):
            store.fill(CUT[name](lines))
        assert store.fill(lines) == len(lines) - 1


def test_a_store_that_holds_something_is_not_filled(place: StorePlace, lines: list[bytes]) -> None:
    with Store(place) as store:
        store.put_articles([Article(ref="other", text="Another.")])
        with pytest.raises(StoreUnusable, match="is not empty"):
            store.fill(lines)
        assert store.counts()["article"] == 1


def test_a_damaged_row_keeps_its_damage_and_one_of_another_type_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    do(path, f"update article set body = convert_to('x', 'UTF8') where id = '{IDS[0]}'")
    with Store(path) as store, Store(tmp_path / "copy.db") as copy:
        copy.fill(store.dump())
        assert copy.damage() == store.damage() != []
    do(path, f"update article set body = 7 where id = '{IDS[0]}'")
    with Store(path) as store, pytest.raises(StoreUnusable, match="body is of type int"):
        list(store.dump())


def test_old_runs_go_and_what_nobody_reads_any_more(place: StorePlace) -> None:
    with Store(filled(place)) as store:
        assert store.prunable(1) == Prunable(0, 0, 0)
        for annotator in ("two", "three"):
            store.put_annotations(annotator, [(IDS[0], b"{}")])
            store.record_run(Run(annotator, "model 2", None, tuple(IDS[:1])))
        assert store.prunable(9) == Prunable(0, 0, 0)
        assert store.prunable(2) == Prunable(1, 3, 1)
        assert store.prunable(1) == Prunable(2, 4, 2)
        judgements = store.judgements()
        store.prune(2)
        assert store.counts() == {"article": 3, "annotation": 2, "run": 2}
        assert [run.annotator for run in store.runs()] == ["three", "two"]
        assert (store.judgements(), store.prunable(2)) == (judgements, Prunable(0, 0, 0))


def test_a_store_without_a_run_keeps_all(place: StorePlace) -> None:
    with Store(place) as store:
        store.put_articles(ARTICLES)
        store.put_annotations("one", [(IDS[0], b"{}")])
        assert store.prunable(1) == Prunable(0, 0, 0)
        store.prune(1)
        assert store.counts()["annotation"] == 1


def test_a_file_gets_smaller_by_what_is_removed(tmp_path: Path) -> None:
    with Store(filled(tmp_path / "s.db")) as store:
        store.put_annotations("two", [(key, b"x" * 100_000) for key in IDS])
        before = store.size()
        store.prune(1)
        assert store.size() < before - 250_000
    assert (tmp_path / "s.db").stat().st_size < before - 250_000
