"""A store on a server of PostgreSQL: who keeps whom out, and what is said where the server does not do as asked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import psycopg
import pytest

from dossier.errors import AlreadyRunning, StoreUnusable
from dossier.model import ActorPointer, Article, Judgement, Rejection, StoreUrl
from dossier.store import Store, is_there, postgresql_engine
from tests.servers import PostgresqlServer, postgresql_server
from tests.store.filled_store import ARTICLES, do, filled


@pytest.fixture
def url(postgresql: PostgresqlServer) -> StoreUrl:
    return postgresql.new_store()


def test_nothing_is_made_by_looking(url: StoreUrl) -> None:
    assert not is_there(url)
    assert not is_there(url)
    with Store(url):
        assert is_there(url)


def test_stores_in_one_database_know_nothing_of_each_other(postgresql: PostgresqlServer) -> None:
    with Store(postgresql.new_store()) as one, Store(postgresql.new_store()) as other:
        one.put_articles(ARTICLES)
        assert other.counts()["article"] == 0
        with one.reserved(), other.reserved():
            assert one.lock_file is None


def test_one_build_at_a_time(url: StoreUrl) -> None:
    with Store(url) as one, Store(url) as other:
        said = r"the store postgresql://ada@/postgres: dossier, process \d+ on .*, since 20"
        with one.reserved(), pytest.raises(AlreadyRunning, match=said), other.reserved():
            pass
        with other.reserved():
            pass


def test_a_server_that_is_gone_before_a_build_begins_is_said_to_be_so() -> None:
    with postgresql_server() as server, Store(server.new_store()) as store:
        server.kill()
        with pytest.raises(StoreUnusable, match=f"cannot use {store.name} as a store"), store.reserved():
            pass


def test_two_who_save_at_once_lose_nothing(url: StoreUrl) -> None:
    def save(name: str) -> None:
        with Store(url) as store:
            for number in range(10):
                store.put_articles([Article(ref=f"{name}{number}", text=f"{name} left London {number} times.")])
                store.add_judgements([Judgement(Rejection(ActorPointer(f"{name}{number}")), name, date(2026, 11, 22))])

    with ThreadPoolExecutor() as threads:
        list(threads.map(save, ("ada", "bob", "eve")))
    with Store(url) as store:
        assert store.counts()["article"] == len(store.judgements()) == 30
        assert store.damage() == []


def test_who_waits_too_long_for_another_is_told(url: StoreUrl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_engine, "PATIENCE", 0.1)
    with Store(url) as store, psycopg.connect(url.secret) as other:
        other.execute("lock table article")
        with pytest.raises(StoreUnusable, match="lock timeout") as refused:
            store.put_articles(ARTICLES)
        assert "try again when that has ended" in refused.value.advice
        other.rollback()
        store.put_articles(ARTICLES)
        assert store.counts()["article"] == len(ARTICLES)


def test_a_store_of_a_later_layout_is_refused(url: StoreUrl) -> None:
    do(filled(url), "update layout set version = 99")
    with pytest.raises(StoreUnusable, match="layout 99"):
        Store(url)


def test_a_role_that_may_only_read_can_read(url: StoreUrl) -> None:
    filled(url)
    with psycopg.connect(url.secret, autocommit=True) as server:
        (schema,) = server.execute("select current_schema()").fetchone() or ("",)
        server.execute(f"create role reader_of_{schema} login".encode())
        server.execute(f"grant usage on schema {schema} to reader_of_{schema}".encode())
        server.execute(f"grant select on all tables in schema {schema} to reader_of_{schema}".encode())
    with Store(StoreUrl.parse(url.secret.replace("ada:s3cret-word", f"reader_of_{schema}"))) as store:
        assert store.is_read_only
        assert store.counts()["article"] == len(ARTICLES)
        with pytest.raises(StoreUnusable, match="permission denied") as refused:
            store.put_articles([Article(ref="new", text="New.")])
        assert "granted" in refused.value.advice


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("/postgres?", "/nowhere?"), 'database "nowhere" does not exist'),
        (("ada:", "eve:"), 'role "eve" does not exist'),
        (("host=", "host=/nowhere"), "No such file or directory"),
        (("search_path%3D", "search_path%3Dno_"), "no schema has been selected"),
        (("search_path%3D", "search_path%3Dno_"), "make the schema that the address names"),
        (("&options", "&opcions"), 'invalid URI query parameter: "opcions"'),
    ],
)
def test_what_cannot_be_reached_is_said_without_the_password(url: StoreUrl, change: tuple[str, str], said: str) -> None:
    place = StoreUrl.parse(url.secret.replace(*change))
    with pytest.raises(StoreUnusable) as refused:
        Store(place)
    message = f"{refused.value} {refused.value.advice}"
    assert said in message
    assert str(place) in message
    assert "s3cret" not in message + repr(place)
