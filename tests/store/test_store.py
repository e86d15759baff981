"""The store: a real SQLite file."""

import os
import sqlite3
from pathlib import Path

import pytest

from dossier.annotate import nlp
from dossier.codec import encode_annotations
from dossier.errors import StoreUnusable
from dossier.model import Article, Published, When
from dossier.store import Run, Store, default_path

ARTICLES = [Article(ref=f"{n}.txt", text=f"Peter Brandt left London in 201{n}.") for n in range(5)]


def test_articles_come_back_in_the_order_asked(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
        ids = [article.id for article in reversed(ARTICLES)]
        assert list(store.articles(ids)) == ARTICLES[::-1]
        assert list(store.articles(["0" * 16])) == []


def test_what_is_kept_outlives_the_process(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
    with Store(tmp_path / "s.db") as store:
        assert store.counts() == {"article": 5, "annotation": 0, "run": 0}


def test_an_article_under_a_new_ref_takes_the_place_of_the_old(tmp_path: Path) -> None:
    moved = Article(ref="moved.txt", text=ARTICLES[0].text)
    with Store(tmp_path / "s.db") as store:
        store.put_articles([ARTICLES[0]])
        store.put_articles([moved])
        assert [article.ref for article in store.articles([moved.id])] == ["moved.txt"]
        assert store.counts()["article"] == 1


def test_annotations_belong_to_an_annotator(tmp_path: Path) -> None:
    article = ARTICLES[0]
    found = next(nlp.annotate([article]))
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
        store.put_annotations("one", [(article.id, encode_annotations(article, found))])
        store.put_annotations("one", [(article.id, encode_annotations(article, found))])
        ids = [a.id for a in ARTICLES]
        assert list(store.annotations("one", ids)) == [found]
        assert store.unannotated("one", ids) == ids[1:]
        assert store.unannotated("two", ids) == ids


def test_the_last_run_is_the_one_recorded_last(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
        assert store.last_run() is None
        first = Run("one", "model 1", None, (ARTICLES[0].id,))
        last = Run("two", "model 2", When.parse("2019-03"), (ARTICLES[2].id, ARTICLES[1].id))
        store.record(first)
        store.record(last)
        assert store.last_run() == last


def test_more_articles_than_one_statement_names(tmp_path: Path) -> None:
    many = [Article(ref=str(n), text=f"Text {n}", published=Published.given("2019")) for n in range(1201)]
    with Store(tmp_path / "s.db") as store:
        store.put_articles(many)
        ids = [article.id for article in many]
        assert [article.id for article in store.articles(ids)] == ids
        assert store.unannotated("one", ids) == ids


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


def test_a_store_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Store(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("update layout set version = 99")
    connection.close()
    with pytest.raises(StoreUnusable, match="layout 99"):
        Store(path)


def test_each_project_has_its_own(tmp_path: Path) -> None:
    one, other = default_path(tmp_path / "a" / "case"), default_path(tmp_path / "b" / "case")
    assert one != other
    assert one == default_path(tmp_path / "a" / "x" / ".." / "case")
    assert not one.exists()
    assert os.fspath(one).endswith(".db")
