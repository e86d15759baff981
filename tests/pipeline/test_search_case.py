"""Search in the sample case: what is found, how it is marked, and the command."""

import json
import re

import jsonschema
import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.codec import schema
from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.opened.search_case import CaseSearch, Searched
from dossier.store import Store
from tests.pipeline.builds import last_case
from tests.pipeline.conftest import Built


def search(sample: Built, *args: str) -> Result:
    return CliRunner().invoke(main, ["search", *args, "--store", str(sample.store)], catch_exceptions=False)


def test_names_lines_and_articles_are_found(sample: Built) -> None:
    with Store(sample.store) as store:
        found = CaseSearch(last_case(store), store).find("Haddoun")
    assert [one.actor.name for one in found.names] == ["Adel Haddoun", "Nadia Haddoun"]
    assert found.lines
    assert found.articles
    for words in (*(one.name for one in found.names), *(one.line for one in found.lines)):
        assert "Haddoun" in [piece for piece, is_marked in words.pieces if is_marked]
    owners = {actor.name for one in found.lines for actor in one.actors}
    assert {"Adel Haddoun", "Nadia Haddoun"} <= owners


def test_a_snippet_is_of_the_text_as_given_and_shows_all_words_that_stand_together(sample: Built) -> None:
    with Store(sample.store) as store:
        found = CaseSearch(last_case(store), store).find("haddoun orsalia", [Searched.ARTICLES])
        texts = {article.id: article.text for article in store.articles(list(store.last_run().articles))}  # type: ignore[union-attr]
    assert found.articles
    assert not found.names
    for one in found.articles:
        span = one.snippet.span
        assert one.snippet.words == texts[one.citation.id][span.start : span.end]
        assert "".join(piece for piece, _ in one.snippet.pieces) == one.snippet.words
        assert one.snippet.marks


def test_where_no_word_fits_words_that_begin_so_are_found(sample: Built) -> None:
    with Store(sample.store) as store:
        opened = CaseSearch(last_case(store), store)
        found = opened.find("haddo", [Searched.NAMES])
        assert [one.actor.name for one in found.names] == ["Adel Haddoun", "Nadia Haddoun", "Haddouns"]
        assert [part.is_open for part in found.query.parts] == [True]
        assert not opened.find("quokka").count


def test_a_case_that_no_store_keeps_is_searched_as_it_is(sample: Built) -> None:
    with Store(sample.store) as store:
        live = LiveCase(store)
        as_kept, unkept = CaseSearch(live.case, store), CaseSearch(live.with_judgements(), store)
        assert unkept.find("haddoun") == as_kept.find("haddoun")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["haddoun", "--in", "names"], r"Names\n  Adel Haddoun \(person.*\n  Nadia Haddoun \(person"),
        (["arrest*", "--in", "lines", "--limit", "1"], r"Lines\n  \S+ .*arrest"),
        (['"Cape Arnaut"', "--in", "articles"], r"Articles\n  .+:\d+-\d+  … .*Cape Arnaut"),
    ],
)
def test_the_command_lists_what_is_found(sample: Built, args: list[str], said: str) -> None:
    result = search(sample, *args)
    assert result.exit_code == 0
    assert re.match(said, result.stdout)


def test_nothing_found_says_what_to_do(sample: Built) -> None:
    result = search(sample, "quokka")
    assert result.exit_code == 1
    assert "the beginning of one with a star" in result.stderr


def test_the_json_is_of_its_schema(sample: Built) -> None:
    found = json.loads(search(sample, "haddoun", "--json").stdout)
    jsonschema.validate(found, schema("search"))
    assert [one["name"] for one in found["names"]] == ["Adel Haddoun", "Nadia Haddoun"]
