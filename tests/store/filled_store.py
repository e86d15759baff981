"""A store with something in each of its tables, and SQL that harms it as no command of ours would."""

import sqlite3
from contextlib import closing
from datetime import date
from typing import TypeVar

import psycopg

from dossier.codec import encode_annotations
from dossier.model import (
    ActorPointer,
    Annotations,
    Article,
    CaseContents,
    Judgement,
    Rejection,
    Skipped,
    StorePlace,
    StoreUrl,
    Watched,
    When,
)
from dossier.store import Run, Store

AnyPlace = TypeVar("AnyPlace", bound=StorePlace)
ARTICLES = [Article(ref=f"{n}.txt", text=f"Peter Brandt left London in 201{n}.") for n in range(3)]
IDS = [article.id for article in ARTICLES]
RUN = Run("one", "model 1", When.parse("2019-03"), tuple(IDS), (Watched("Varna"),), "[a]", (Skipped("b.pdf", "no"),))
KEPT = CaseContents(
    actors=(),
    active=(),
    entry_counts={},
    event_count=0,
    citations={},
    unread_languages=(),
    doubts=(),
    judgements={},
    judgement_issues=(),
    judgement_notes=(),
    outlet_notes=(),
)
SIGNED = [Judgement(Rejection(ActorPointer(name)), "ada", date(2026, 11, 22)) for name in ("UTC", "CET", "AD")]


def filled(place: AnyPlace) -> AnyPlace:
    """The place, with a store in it."""
    with Store(place) as store:
        store.put_articles(ARTICLES)
        for article in ARTICLES:
            store.put_annotations("one", [(article.id, encode_annotations(article, Annotations(article.id)))])
        store.record_run(RUN)
        store.add_judgements(SIGNED)
        store.readings.put("page", "key", b"read")
        store.shelves.keep("march", b"all", [("ada", [b"one\n", b"two\n"]), ("bob", [b"three\n"])])
        store.cases.keep("key", KEPT, [b"[]\n"], [("ada", b"one"), ("bob", b"two")])
        store.withdraw(SIGNED[2].id, "bob", date(2026, 11, 23))
    return place


def do(place: StorePlace, *statements: str) -> None:
    """Execute the statements, which are of PostgreSQL, though no foreign key allows them."""
    script = ";".join(statements)
    if isinstance(place, StoreUrl):
        with psycopg.connect(place.secret) as server:
            server.execute(b"SET session_replication_role = replica")
            server.execute(script.encode())
        return
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.create_function("convert_from", 2, lambda data, name: data.decode(name))
        connection.create_function("convert_to", 2, lambda text, name: text.encode(name))
        connection.executescript(script)
