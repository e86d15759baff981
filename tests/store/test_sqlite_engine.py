"""A store in a SQLite file: where it lies, who may read it, and files of earlier layouts."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dossier.codec import encode_annotations, encode_article
from dossier.errors import StoreUnusable
from dossier.model import Annotations, When
from dossier.store import Run, Store, sqlite_engine
from tests.store.test_store import ARTICLES, signed


@pytest.mark.parametrize("folder", ["a #1", "who?", "100%", "%23", "a&b=c", "Ärger 'x' \"y\""])
def test_a_store_lies_in_its_folder_whatever_the_name(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "s.db"
    path.parent.mkdir()
    with Store(path) as store:
        store.put_articles(ARTICLES)
    assert path.stat().st_size > 0
    assert [place.name for place in tmp_path.iterdir()] == [folder]
    path.chmod(0o400)
    path.parent.chmod(0o500)
    with Store(path) as store:
        assert store.counts()["article"] == 5
    path.parent.chmod(0o700)


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "s.db"
    with Store(path):
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 200)
    with pytest.raises(StoreUnusable, match="notes"):
        Store(path)
    assert path.read_text().startswith("These are my notes.")


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table note (body text)")
    before = path.read_bytes()
    with pytest.raises(StoreUnusable, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_store_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Store(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("update layout set version = 99")
    connection.close()
    with pytest.raises(StoreUnusable, match="layout 99"):
        Store(path)


LAYOUT_1 = """
CREATE TABLE layout (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE article (id VARCHAR(16) NOT NULL, body BLOB NOT NULL, PRIMARY KEY (id));
CREATE TABLE annotation (article VARCHAR(16) NOT NULL, annotator VARCHAR(16) NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (article, annotator), FOREIGN KEY(article) REFERENCES article (id));
CREATE TABLE run (id INTEGER NOT NULL, annotator VARCHAR(16) NOT NULL, model VARCHAR NOT NULL, as_of VARCHAR,
    PRIMARY KEY (id));
CREATE TABLE run_article (run INTEGER NOT NULL, position INTEGER NOT NULL, article VARCHAR(16) NOT NULL,
    PRIMARY KEY (run, position), FOREIGN KEY(run) REFERENCES run (id), FOREIGN KEY(article) REFERENCES article (id));
INSERT INTO layout VALUES (1);
"""


def test_a_store_of_the_first_layout_is_taken_on_with_all_that_is_in_it(tmp_path: Path) -> None:
    path, article = tmp_path / "s.db", ARTICLES[0]
    found = Annotations(article.id)
    connection = sqlite3.connect(path)
    connection.executescript(LAYOUT_1)
    connection.execute("insert into article values (?, ?)", (article.id, encode_article(article)))
    connection.execute("insert into annotation values (?, 'one', ?)", (article.id, encode_annotations(article, found)))
    connection.execute("insert into run values (1, 'one', 'model 1', '2019-03')")
    connection.execute("insert into run_article values (1, 0, ?)", (article.id,))
    connection.commit()
    connection.close()
    for _ in range(2):
        with Store(path) as store:
            assert store.last_run() == Run("one", "model 1", When.parse("2019-03"), (article.id,))
            assert list(store.articles([article.id])) == [article]
            assert list(store.annotations("one", [article.id])) == [found]
            store.add_judgements([signed("UTC")])
            assert store.judgements() == [signed("UTC")]


def test_a_store_of_a_later_layout_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    connection = sqlite3.connect(path)
    connection.executescript(LAYOUT_1.replace("VALUES (1)", "VALUES (99)"))
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnusable, match="layout 99"):
        Store(path)
    assert path.read_bytes() == before


def test_a_store_that_another_holds_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_engine, "PATIENCE", 0.1)
    with Store(tmp_path / "s.db") as store:
        other = sqlite3.connect(store.name)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnusable, match="locked"):
            store.put_articles(ARTICLES)
        other.close()
        store.put_articles(ARTICLES)
        assert store.counts()["article"] == len(ARTICLES)


def test_who_reads_keeps_nobody_from_writing(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store, closing(sqlite3.connect(store.name, timeout=0)) as reader:
        store.put_articles(ARTICLES[:1])
        reader.execute("BEGIN")
        assert reader.execute("select count(*) from article").fetchone() == (1,)
        store.put_articles(ARTICLES)
        assert reader.execute("select count(*) from article").fetchone() == (1,)
        with Store(tmp_path / "s.db") as other:
            assert other.counts()["article"] == len(ARTICLES)
    assert not list(tmp_path.glob("*-wal"))
