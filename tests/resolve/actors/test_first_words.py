"""Whom one word means that articles call a body by, as a careful reader would decide."""

import pytest

from dossier.resolve import resolve_actors
from tests.claims import told
from tests.event_types import TYPES

PORT = ("person Ines Quell", "place Varnholt")
BANK, WORD = "organization Quellmark Tarrow", "organization Quellmark"

ARTICLES = {
    "the full name first": ([[BANK, WORD]], True),
    "also in an article without it": ([[BANK, WORD], [WORD], [BANK]], True),
    "beside its like": ([[BANK, "organization Hadley Mae", WORD, "organization Hadley"]], True),
    "the word first in one headline of four": ([[BANK, WORD], [BANK, WORD], [BANK, WORD], [WORD, BANK]], True),
    "the word first in one of two": ([[BANK, WORD], [WORD, BANK]], False),
    "the word first": ([[WORD, BANK]], False),
    "never in one article": ([[BANK], [WORD]], False),
    "seldom in one article": ([[BANK, WORD], [WORD], [WORD], [WORD]], False),
    "a firm and its arm": ([[BANK, WORD], [WORD]], False),
    "two with the word": ([[BANK, WORD, "organization Quellmark Lines"]], False),
    "a person with the word": ([[BANK, WORD, "person Ada Quellmark"]], False),
    "a kind of body": ([["organization Quellmark Foundation", WORD]], False),
    "a place": ([["organization Hyderabad Tarrow", "organization Hyderabad"]], False),
    "a country": ([["organization Norway Tarrow", "organization Norway"]], False),
    "a word that many bear": ([["organization Senate Tarrow", "organization Senate"]], False),
    "a person": ([["organization Quellmark Tarrow", "person Quellmark"]], False),
    "a long name": ([["organization Quellmark Tarrow Varn Hadley", WORD]], False),
}


@pytest.mark.parametrize(("articles", "are_one"), ARTICLES.values(), ids=ARTICLES.keys())
def test_one_word_for_a_body(articles: list[list[str]], *, are_one: bool) -> None:
    read = [told(f"n{n}", *lines, *PORT, day="2021-03-12") for n, lines in enumerate(articles)]
    full, word = articles[0][0].split(" ", 1)[1], articles[0][0].split()[1]
    if articles[0][0] == WORD:
        full = BANK.split(" ", 1)[1]
    owner = {
        chain.name: actors.owner[found.article, chain.id].id
        for actors in [resolve_actors(read, TYPES)]
        for _, found in read
        for chain in found.actors
    }
    assert (owner[full] == owner[word]) is are_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Treasury Dept", "Treasury Department"),
        ("Department of the Treasury", "Treasury Department"),
        ("New York Fed", "Federal Reserve Bank of New York"),
        ("New York Fed", "New York Federal Reserve Bank"),
    ],
)
def test_a_body_that_all_know_by_several_names(one: str, other: str) -> None:
    read = [told("one", f"organization {one}", "place Peru"), told("other", f"organization {other}", "place Norway")]
    actors = resolve_actors(read, TYPES)
    assert len({actors.owner[found.article, "a1"].id for _, found in read}) == 1
