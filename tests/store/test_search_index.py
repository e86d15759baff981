"""The search index: what a query means, what is found, and that no query is an error."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dossier.model import Article
from dossier.store import SearchedText, SearchIndex, SearchQuery, Store
from tests.mounts import read_only

ARTICLES = [
    Article(ref="strike.txt", title="Dockers strike in Zürich", text="The harbour stood still. Nobody struck a deal."),
    Article(ref="deal.txt", title="A deal", text="The dockers of Zurich went back to work on Friday."),
    Article(ref="blast.txt", title="Blast", text="A blast shook Cape Arnaut. The cape is north of Arnaut."),
    Article(ref="port.txt", title=None, text="港の火災で倉庫が焼けた。"),
    Article(ref="court.txt", title=None, text="اعتُقل المدير. Ministère de l’Économie, ½ price."),
]
FOUND = {
    "dockers": ["strike.txt", "deal.txt"],  # a word of the title weighs more
    "ZURICH": ["strike.txt", "deal.txt"],
    "zürich friday": ["deal.txt"],
    '"cape arnaut"': ["blast.txt"],
    '"arnaut cape"': [],
    '"cape arn"*': ["blast.txt"],
    "stri*": ["strike.txt"],
    "stri": [],
    "economie": ["court.txt"],
    "l'economie": ["court.txt"],
    "اعتقل": ["court.txt"],
    "火災": ["port.txt"],
    "災火": [],
    "": [],
    "…": [],
}
HOSTILE = [
    '"',
    '""',
    '"a',
    "a*b",
    "*",
    "a AND",
    "OR",
    "NEAR(a b)",
    "title:a",
    "-a",
    "a) UNION SELECT 1; DROP TABLE article; --",
    "'; --",
    "\x00",
    "\ud800",
    "a" * 100_000,
    "a " * 5_000,
    '"' * 999,
    "ﷺ",
    "½",
]


@pytest.fixture(params=["file", "memory"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    with Store(tmp_path / "s.db") as store:
        yield store.search_index() if request.param == "file" else SearchIndex.in_memory()


def refs(index: SearchIndex, words: str, among: list[Article] = ARTICLES, limit: int = 10) -> list[str]:
    known = {article.id: article.ref for article in ARTICLES}
    found = index.find_articles(SearchQuery.parse(words), frozenset(one.id for one in among), limit)
    return [known[key] for key in found]


def test_articles_are_found_by_their_words(index: SearchIndex) -> None:
    index.add_articles(ARTICLES)
    assert {words: refs(index, words) for words in FOUND} == FOUND


def test_only_the_articles_of_the_case_are_found_and_no_more_than_asked(index: SearchIndex) -> None:
    index.add_articles(ARTICLES)
    assert refs(index, "dockers", ARTICLES[1:]) == ["deal.txt"]
    assert refs(index, "dockers", limit=1) == ["strike.txt"]


def test_an_article_is_taken_once(index: SearchIndex) -> None:
    ids = [article.id for article in ARTICLES]
    index.add_articles(ARTICLES[:2])
    assert index.missing(ids) == ids[2:]
    index.add_articles(ARTICLES)
    assert index.missing(ids) == []
    assert refs(index, "dockers") == FOUND["dockers"]


def test_no_query_is_an_error(index: SearchIndex) -> None:
    index.add_articles(ARTICLES)
    index.put_case("one", [SearchedText("lines", "e1", "A blast.")])
    for words in HOSTILE:
        query = SearchQuery.parse(words)
        for asked in (query, query.opened):
            assert len(index.find_articles(asked, frozenset(), 5)) == 0
            assert len(index.find_texts(asked, "lines", 5)) <= 1


def test_a_case_takes_the_place_of_the_one_before(index: SearchIndex) -> None:
    line = SearchedText("lines", "e1", "Édith Moreau sued the port.", "2020-05-03", "x/0-5-1", ("a1", "a2"))
    index.put_case("one", [line, SearchedText("names", "a1", "Édith Moreau")])
    query = SearchQuery.parse("edith")
    assert index.find_texts(query, "lines") == [line]
    assert index.has_case("one")
    index.put_case("two", [])
    assert (index.has_case("one"), index.has_case("two")) == (False, True)
    assert index.find_texts(query, "lines") == []


def test_an_index_outlives_the_process_and_costs_a_store_nothing_before_it(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
        before = store.counts()
        store.search_index().add_articles(ARTICLES)
    with Store(tmp_path / "s.db") as store:
        assert refs(store.search_index(), "friday") == ["deal.txt"]
        assert (store.counts(), store.damage()) == (before, [])


def test_a_store_that_can_only_be_read_is_searched_too(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        store.put_articles(ARTICLES)
    with read_only(tmp_path), Store(tmp_path / "s.db") as store:
        index = store.search_index()
        index.add_articles(ARTICLES)
        assert refs(index, "friday") == ["deal.txt"]


def test_several_threads_search_at_once(index: SearchIndex) -> None:
    index.add_articles(ARTICLES)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: refs(index, "dockers"), range(40)))
    assert found == [FOUND["dockers"]] * 40


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("zurich", "In Zürich, in ZURICH; not in Zurichberg.", ["Zürich", "ZURICH"]),
        ("zurich*", "In Zurichberg.", ["Zurichberg"]),
        ('"cape arnaut"', "Cape\n Arnaut, the cape.", ["Cape\n Arnaut"]),
        ("cafe\u0301", "A café, a cafe\u0301.", ["café", "cafe\u0301"]),
        ("火災", "港の火災で", ["火災"]),
        ("strasse", "Die Straße.", ["Straße"]),
    ],
)
def test_what_is_found_is_marked_in_the_text_as_given(words: str, text: str, marked: list[str]) -> None:
    spans = [span for _, span in SearchQuery.parse(words).places(text)]
    assert [text[span.start : span.end] for span in spans] == marked
