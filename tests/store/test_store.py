"""The store, in a real SQLite file and on a real server of PostgreSQL."""

import os
from datetime import date
from pathlib import Path

from dossier.annotate import nlp
from dossier.codec import encode_annotations
from dossier.model import ActorPointer, Article, Judgement, Kind, Published, Rejection, StorePlace, Watched, When
from dossier.store import Run, Store, StoredJudgement, default_path

ARTICLES = [Article(ref=f"{n}.txt", text=f"Peter Brandt left London in 201{n}.") for n in range(5)]


def test_articles_come_back_in_the_order_asked(place: StorePlace) -> None:
    with Store(place) as store:
        store.put_articles(ARTICLES)
        ids = [article.id for article in reversed(ARTICLES)]
        assert list(store.articles(ids)) == ARTICLES[::-1]
        assert list(store.articles(["0" * 16])) == []


def test_what_is_kept_outlives_the_process(place: StorePlace) -> None:
    with Store(place) as store:
        store.put_articles(ARTICLES)
    with Store(place) as store:
        assert store.counts() == {"article": 5, "annotation": 0, "run": 0}


def test_an_article_under_a_new_ref_takes_the_place_of_the_old(place: StorePlace) -> None:
    moved = Article(ref="moved.txt", text=ARTICLES[0].text)
    with Store(place) as store:
        store.put_articles([ARTICLES[0]])
        store.put_articles([moved])
        assert [article.ref for article in store.articles([moved.id])] == ["moved.txt"]
        assert store.counts()["article"] == 1


def test_annotations_belong_to_an_annotator(place: StorePlace) -> None:
    article = ARTICLES[0]
    found = next(nlp.annotate([article]))
    with Store(place) as store:
        store.put_articles(ARTICLES)
        store.put_annotations("one", [(article.id, encode_annotations(article, found))])
        store.put_annotations("one", [(article.id, encode_annotations(article, found))])
        ids = [a.id for a in ARTICLES]
        assert list(store.annotations("one", ids)) == [found]
        assert store.unannotated("one", ids) == ids[1:]
        assert store.unannotated("two", ids) == ids


def test_the_last_run_is_the_one_recorded_last(place: StorePlace) -> None:
    with Store(place) as store:
        store.put_articles(ARTICLES)
        assert store.last_run() is None
        first = Run("one", "model 1", None, (ARTICLES[0].id,))
        watched = Watched("Ada Brandt", ("Dock",), Kind.PERSON, (("imo", "77"),)), Watched("Varna")
        last = Run("two", "model 2", When.parse("2019-03"), (ARTICLES[2].id, ARTICLES[1].id), watched, "[a]")
        store.record_run(first)
        store.record_run(last)
        assert store.last_run() == last


def test_more_articles_than_one_statement_names(place: StorePlace) -> None:
    many = [Article(ref=str(n), text=f"Text {n}", published=Published.given("2019")) for n in range(1201)]
    with Store(place) as store:
        store.put_articles(many)
        ids = [article.id for article in many]
        assert [article.id for article in store.articles(ids)] == ids
        assert store.unannotated("one", ids) == ids


def test_each_project_has_its_own(tmp_path: Path) -> None:
    one, other = default_path(tmp_path / "a" / "case"), default_path(tmp_path / "b" / "case")
    assert one != other
    assert one == default_path(tmp_path / "a" / "x" / ".." / "case")
    assert not one.exists()
    assert os.fspath(one).endswith(".db")


def signed(name: str, made: str = "2026-11-22") -> Judgement:
    return Judgement(Rejection(ActorPointer(name)), "ada", date.fromisoformat(made), "no name")


def test_judgements_are_kept_in_order_each_once(place: StorePlace) -> None:
    with Store(place) as store:
        assert store.judgements() == []
        assert store.add_judgements([signed("UTC"), signed("CET")]) == [signed("UTC"), signed("CET")]
        assert store.add_judgements([signed("CET"), signed("AD")]) == [signed("AD")]
    with Store(place) as store:
        assert store.judgements() == [signed("UTC"), signed("CET"), signed("AD")]


def test_a_judgement_that_is_made_again_is_the_last(place: StorePlace) -> None:
    with Store(place) as store:
        store.add_judgements([signed("UTC"), signed("CET")])
        assert store.add_judgements([signed("UTC"), signed("AD"), signed("UTC")]) == [signed("AD")]
        assert store.judgements() == [signed("CET"), signed("AD"), signed("UTC")]
        assert [ruled.judgement for ruled in store.stored_judgements()] == store.judgements()


def test_what_is_withdrawn_holds_no_more_and_is_remembered(place: StorePlace) -> None:
    day = date(2026, 11, 23)
    with Store(place) as store:
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
