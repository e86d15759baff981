"""What is damaged in a store: found, named, and never taken for what it says."""

import contextlib
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.errors import StoreUnusable
from dossier.model import Article, StorePlace, StoreUrl
from dossier.store import Store
from dossier.store.checksums import checksum
from tests.mounts import read_only
from tests.store.filled_store import ARTICLES, IDS, KEPT, RUN, SIGNED, do, filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


def first(table: str, key: str) -> str:
    return f"where {key} = (select min({key}) from {table})"


def other_word(table: str, old: str, new: str) -> str:
    return f"update {table} set body = convert_to(replace(convert_from(body, 'UTF8'), '{old}', '{new}'), 'UTF8')"


def swapped(table: str, key: str, columns: str) -> str:
    """Exchange the columns of the first two rows."""
    cells = ", ".join(f"{name} = (select {name} from two where two.{key} != {table}.{key})" for name in columns.split())
    two = f"create table two as select * from {table} order by {key} limit 2"
    return f"{two}; update {table} set {cells} where {key} in (select {key} from two); drop table two"


HARM = {
    "a word of an article": (other_word("article", "in 2010", "in 2020"), ["article"]),
    "the ref of an article": (other_word("article", "0.txt", "9.txt"), ["article"]),
    "a cut article": (f"update article set body = substr(body, 1, 20) {first('article', 'id')}", ["article"]),
    "an article as text": (f"update article set body = cast(body as text) {first('article', 'id')}", ["article"]),
    "an article as a number": (f"update article set body = 10000000000000 {first('article', 'id')}", ["article"]),
    "an article under another id": (f"update article set id = 'f' {first('article', 'id')}", ["article"]),
    "a lost checksum": (f"update article set checksum = null {first('article', 'id')}", ["article"]),
    "two articles, each in the other's row": (swapped("article", "id", "body"), ["article"] * 2),
    "these with their checksums": (swapped("article", "id", "body checksum"), ["article"] * 2),
    "a word of all annotations": (other_word("annotation", '"language":null', '"language":"fr"'), ["annotation"] * 3),
    "two annotations, each in the other's row": (
        swapped("annotation", "article", "body checksum"),
        ["annotation"] * 2,
    ),
    "the annotator": (f"update annotation set annotator = 'two' {first('annotation', 'article')}", ["annotation"]),
    "the day of a run": ("update run set as_of = '2019-04'", ["run"]),
    "no day": ("update run set as_of = 'yesterday'", ["run"]),
    "the event types of a run": ("update run set ontology = null", ["run"]),
    "what a run skipped": ("update run set skipped = null", ["run"]),
    "an article less in a run": ("delete from run_article where position = 1", ["run"]),
    "the order of a run": ("update run_article set position = 7 where position = 0", ["run"]),
    "the watchlist of a run": (other_word("run_watchlist", "Varna", "Vidin"), ["run"]),
    "no watchlist": ("delete from run_watchlist", ["run"]),
    "a name in a judgement": (other_word("judgement", "UTC", "GMT"), ["judgement"]),
    "a judgement withdrawn by hand": ("update judgement set withdrawn_by = 'eve' where number = 1", ["judgement"]),
    "one no longer withdrawn": ("update judgement set withdrawn_by = null", ["judgement"]),
    "no day of withdrawal": ("update judgement set withdrawn_on = 'once' where number = 3", ["judgement"]),
    "a judgement in another place": ("update judgement set number = 9 where number = 1", ["judgement"]),
    "two judgements, each in the other's row": (swapped("judgement", "number", "body checksum"), ["judgement"] * 2),
    "a case that is kept": ("update kept_case set body = substr(body, 1, 5)", ["kept_case"]),
    "its key": ("update kept_case set key = 'other'", ["kept_case"]),
    "two timelines that are kept, each in the other's row": (
        swapped("kept_timeline", "actor", "body checksum"),
        ["kept_timeline"] * 2,
    ),
    "a timeline that is kept, as text": ("update kept_timeline set body = 'x' where actor = 'ada'", ["kept_timeline"]),
    "a part of a shelf": ("update kept_shelf set body = substr(body, 1, 5) where part = 'ada'", ["kept_shelf"]),
    "what was read in a file": ("update kept_reading set body = substr(body, 1, 5)", ["kept_reading"]),
    "the name of one": ("update kept_shelf set part = 'eve' where part = 'ada'", ["kept_shelf"]),
    "nothing": ("update article set body = body", []),
    "an annotation that is gone": (f"delete from annotation {first('annotation', 'article')}", []),
}


UNTYPED = {"an article as text", "an article as a number", "a timeline that is kept, as text"}
"""What SQLite alone allows."""


@pytest.mark.parametrize("name", HARM)
def test_each_damaged_row_is_named(filled_place: StorePlace, name: str) -> None:
    statement, tables = HARM[name]
    if isinstance(filled_place, StoreUrl) and name in UNTYPED:
        pytest.skip("a column of PostgreSQL has a type")
    do(filled_place, statement)
    with Store(filled_place) as store:
        assert [row.table for row in store.damage()] == tables


def test_a_damaged_article_is_called_by_its_ref_and_replaced_when_it_is_read_again(filled_place: StorePlace) -> None:
    do(filled_place, f"update article set body = convert_to('x', 'UTF8') where id = '{IDS[0]}'")
    with Store(filled_place) as store:
        assert [row.ref for row in store.damage()] == ["0.txt"]
        assert list(store.by_id(IDS)) == IDS[1:]
        with pytest.raises(StoreUnusable, match=r"0\.txt.*damaged"):
            list(store.articles(IDS))
        assert [row.key for row in store.put_articles(ARTICLES)] == [IDS[0]]
        assert list(store.articles(IDS)) == ARTICLES
        assert store.put_articles(ARTICLES) == store.damage() == []


def test_damaged_annotations_count_as_missing(filled_place: StorePlace) -> None:
    do(filled_place, f"update annotation set body = convert_to('x', 'UTF8') where article = '{IDS[1]}'")
    with Store(filled_place) as store:
        with pytest.raises(StoreUnusable, match=r"1\.txt.*damaged"):
            list(store.annotations("one", IDS))
        assert store.drop_damaged_annotations("two", IDS) == []
        assert [row.key for row in store.drop_damaged_annotations("one", IDS)] == [IDS[1]]
        assert store.unannotated("one", IDS) == [IDS[1]]
        assert store.damage() == []


def test_after_a_damaged_run_comes_a_new_one(filled_place: StorePlace) -> None:
    do(filled_place, "update run set model = 'model 2'")
    with Store(filled_place) as store:
        with pytest.raises(StoreUnusable, match="run 1: its row in the store is damaged"):
            store.last_run()
        store.record_run(RUN)
        assert store.last_run() == RUN


def test_a_damaged_judgement_is_in_nothing_but_the_list_of_what_is_damaged(filled_place: StorePlace) -> None:
    do(filled_place, other_word("judgement", "UTC", "GMT"))
    with Store(filled_place) as store:
        assert store.judgements() == SIGNED[1:2]
        (row,) = store.damaged_judgements()
        assert row.key == "damaged-1"
        assert "GMT" in row.ref
        assert store.add_judgements(SIGNED[:1]) == SIGNED[:1]
        assert store.drop_damaged_judgement("damaged-2") is None
        assert store.drop_damaged_judgement("damaged-1") == row
        assert store.damage() == []


def test_a_kept_case_that_is_damaged_is_not_kept(filled_place: StorePlace) -> None:
    def kept(store: Store) -> tuple[object, ...]:
        return store.cases.contents("key"), findings(store), store.cases.timeline("key", "ada")

    with Store(filled_place) as store:
        assert kept(store) == (KEPT, [b"[]\n"], b"one")
    do(filled_place, *(f"update {table} set body = convert_to('x', 'UTF8')" for table in ("kept_case", "kept_events")))
    do(filled_place, swapped("kept_timeline", "actor", "body"))
    with Store(filled_place) as store:
        assert kept(store) == (None, None, None)
        store.cases.keep("key", KEPT, [b"[1]\n"], [("ada", b"three")])
        assert kept(store) == (KEPT, [b"[1]\n"], b"three")


def test_what_is_stored_as_it_is_costs_no_write(path: Path) -> None:
    before = path.read_bytes()
    with Store(path) as store:
        store.put_articles(ARTICLES)
    assert path.read_bytes() == before
    with Store(path) as store:
        store.put_articles([Article(ref="moved.txt", text=ARTICLES[0].text)])
    assert path.read_bytes() != before


def test_rows_without_a_checksum_get_one_unless_they_say_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    tables = ("article", "annotation", "run", "judgement")
    do(path, *(f"alter table {table} drop column checksum" for table in tables))
    do(path, "alter table run drop column skipped", "update layout set version = 3")
    do(path, f"update article set body = x'00' where id = '{IDS[0]}'")
    do(path, f"update annotation set body = x'00' where article = '{IDS[1]}'")
    for _ in range(2):
        with Store(path) as store:
            assert [(row.table, row.ref) for row in store.damage()] == [("article", "0.txt"), ("annotation", "1.txt")]
            assert store.judgements() == SIGNED[:2]
            run = store.last_run()
            assert run
            assert run.articles == RUN.articles


CELLS = [
    (b"ab", b"c"),
    (b"a", b"bc"),
    ("ab", b"c"),
    (b"ab", "c"),
    (b"abc",),
    (b"ab", b"c", None),
    (b"ab", b"c", "None"),
    (1, b"c"),
    ("1", b"c"),
    (b"1 bytes 1 c",),
]


def test_no_two_lists_of_cells_have_one_checksum() -> None:
    assert len({checksum(*cells) for cells in CELLS}) == len(CELLS)


def findings(store: Store) -> list[bytes] | None:
    """The lines of the findings of the kept case."""
    lines = store.cases.findings("key")
    return None if lines is None else list(lines)


def test_findings_come_back_line_by_line(filled_place: StorePlace) -> None:
    lines = [b"events\t" + bytes([65 + n % 26]) * (n * 997) + b"\n" for n in range(80)]  # three megabytes
    with Store(filled_place) as store:
        store.cases.keep("long", KEPT, iter(lines), [])
        found = store.cases.findings("long")
        assert found is not None
        assert next(found) == lines[0]
        assert list(found) == lines[1:]


USES: list[Callable[[Store], object]] = [
    lambda store: store.damage(),
    lambda store: list(store.articles(IDS)),
    lambda store: list(store.annotations("one", IDS)),
    lambda store: store.last_run(),
    lambda store: store.stored_judgements(),
    lambda store: store.put_articles(ARTICLES),
    lambda store: store.drop_damaged_annotations("one", IDS),
    lambda store: store.record_run(RUN),
    lambda store: store.add_judgements(SIGNED),
    lambda store: store.counts(),
    lambda store: (store.cases.contents("key"), findings(store), store.cases.timeline("key", "ada")),
    lambda store: list(store.checksums("one", IDS)),
    lambda store: store.shelves.parts("march", ["ada"]),
    lambda store: store.readings.get("page", "key"),
    lambda store: store.readings.put("page", "key", b"read"),
    lambda store: store.shelves.lines("march", "ada"),
    lambda store: store.shelves.keep("march", b"all", []),
    lambda store: store.shelves.used(["march"]),
    lambda store: store.cases.keep("key", KEPT, [b"[]\n"], []),
]


def test_bytes_of_the_file_that_are_changed_give_no_other_error(path: Path, tmp_path: Path) -> None:
    chance, whole, refused = random.Random(13), path.read_bytes(), 0
    for _ in range(80):
        copy, damaged = tmp_path / "copy.db", bytearray(whole)
        for _ in range(chance.choice((1, 1, 8, 200))):
            damaged[chance.randrange(len(whole))] = chance.randrange(256)
        copy.write_bytes(damaged)
        try:
            with Store(copy) as store:
                for use in USES:
                    with contextlib.suppress(StoreUnusable):
                        use(store)
        except StoreUnusable:
            refused += 1
    assert refused


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("pragma cache_size = 1")
connection.execute("update article set body = zeroblob(9000)")
connection.execute("create table more as select zeroblob(100000)")
os.kill(os.getpid(), 9)
"""


def test_a_writer_that_is_killed_leaves_the_store_as_it_was(path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert path.with_name("s.db-wal").exists()
    with Store(path) as store:
        assert store.damage() == []
        assert list(store.articles(IDS)) == ARTICLES


@pytest.fixture
def medium(path: Path, tmp_path: Path) -> Iterator[Path]:
    """The folder of the store, mounted so that nothing can be written."""
    folder = tmp_path / "medium"
    folder.mkdir()
    shutil.copy(path, folder)
    shutil.copy(path, folder / "old.db")
    do(folder / "old.db", "update layout set version = 3")
    with read_only(folder) as mounted:
        yield mounted


def test_a_store_on_a_read_only_medium_can_be_read(medium: Path) -> None:
    with Store(medium / "s.db") as store:
        assert store.damage() == []
        assert list(store.articles(IDS)) == ARTICLES
        assert store.last_run() == RUN
        assert store.put_articles(ARTICLES) == []
        with pytest.raises(StoreUnusable, match="readonly"):
            store.record_run(RUN)
    with pytest.raises(StoreUnusable, match="Read-only"):
        Store(medium / "new.db")
    with pytest.raises(StoreUnusable, match="earlier layout"):
        Store(medium / "old.db")
