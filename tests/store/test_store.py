"""The store: a real SQLite file."""

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from dossier.annotate import nlp
from dossier.codec import encode_annotations, encode_article
from dossier.errors import StoreUnusable
from dossier.model import ActorPointer, Annotations, Article, Judgement, Kind, Published, Rejection, Watched, When
from dossier.store import Run, Store, StoredJudgement, default_path

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
        watched = Watched("Ada Brandt", ("Dock",), Kind.PERSON, (("imo", "77"),)), Watched("Varna")
        last = Run("two", "model 2", When.parse("2019-03"), (ARTICLES[2].id, ARTICLES[1].id), watched, "[a]")
        store.record_run(first)
        store.record_run(last)
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


def signed(name: str, made: str = "2026-11-22") -> Judgement:
    return Judgement(Rejection(ActorPointer(name)), "ada", date.fromisoformat(made), "no name")


def test_judgements_are_kept_in_order_each_once(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        assert store.judgements() == []
        assert store.add_judgements([signed("UTC"), signed("CET")]) == [signed("UTC"), signed("CET")]
        assert store.add_judgements([signed("CET"), signed("AD")]) == [signed("AD")]
    with Store(tmp_path / "s.db") as store:
        assert store.judgements() == [signed("UTC"), signed("CET"), signed("AD")]


def test_a_judgement_that_is_made_again_is_the_last(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.add_judgements([signed("UTC"), signed("CET")])
        assert store.add_judgements([signed("UTC"), signed("AD"), signed("UTC")]) == [signed("AD")]
        assert store.judgements() == [signed("CET"), signed("AD"), signed("UTC")]
        assert [ruled.judgement for ruled in store.stored_judgements()] == store.judgements()


def test_what_is_withdrawn_holds_no_more_and_is_remembered(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    with Store(tmp_path / "s.db") as store:
        store.add_judgements([signed("UTC"), signed("CET")])
        assert store.withdraw(signed("UTC").id, "bob", day) == signed("UTC")
        assert store.withdraw(signed("UTC").id, "bob", day) is None
        assert store.withdraw("0" * 10, "bob", day) is None
        assert store.judgements() == [signed("CET")]
        store.add_judgements([signed("UTC")])
        assert store.stored_judgements() == [
            StoredJudgement(signed("UTC"), "bob", day),
            StoredJudgement(signed("CET")),
            StoredJudgement(signed("UTC")),
        ]


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


def test_a_store_that_another_holds_is_said_to_be_so(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        other = sqlite3.connect(store.path)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnusable, match="locked"):
            store.put_articles(ARTICLES)
        other.close()
        store.put_articles(ARTICLES)
        assert store.counts()["article"] == len(ARTICLES)
