"""The lines at the head of a page, and the publication date of whole pages whose places disagree."""

import json
from pathlib import Path

import pytest

from dossier.model import Article
from dossier.sources import read
from dossier.sources.pages import html

PROSE = (
    "The harbour board voted on the pier after an inspection found that its beams had rotted through, "
    "and the town will have to find the money for a new one before the season begins, the mayor said today."
)
BODY = f"<p>{PROSE}</p><p>{PROSE}</p>"
H1 = "<h1>Old pier to close</h1>"


def _page(body: str, head: str = "") -> bytes:
    top = f"<!doctype html><html><head><title>Old pier to close - Coast</title>{head}</head>"
    return f"{top}<body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(
            f"<article>{H1}<div class='byline'>By Ada Sund <span>March 19, 2021</span></div>{BODY}</article>",
            [("Old pier to close", False), ("By Ada Sund March 19, 2021", True)],
            id="a byline",
        ),
        pytest.param(
            f"<main><time>March 19, 2021</time>{H1}<p>Rotten<br>beams</p>{BODY}</main>",
            [("March 19, 2021", True), ("Old pier to close", False), ("Rotten", False), ("beams", False)],
            id="above the headline",
        ),
        pytest.param(
            f"<header><p>Friday, March 26, 2021</p></header><article>{H1}{BODY}</article>",
            [("Old pier to close", False)],
            id="today in the masthead",
        ),
        pytest.param(
            f"<article>{H1}<nav>1 May 2021</nav><figure>1 May 2021</figure><p hidden>1 May 2021</p>{BODY}</article>",
            [("Old pier to close", False)],
            id="what is beside it",
        ),
        pytest.param(
            f"<div>{H1}<div class='post-meta'>Ada Sund | 19 March 2021</div></div><div>{BODY}</div>",
            [("Old pier to close", False), ("Ada Sund | 19 March 2021", True)],
            id="around the headline that is the title",
        ),
        pytest.param(
            f"<div><p>March 26, 2021</p><div><div>{H1}</div><p class='date'>19 March 2021</p>{BODY}</div></div>",
            [("Old pier to close", False), ("19 March 2021", True)],
            id="behind a headline that stands alone, and not before it",
        ),
        pytest.param(f"<h1>Coast Weekly</h1><p>March 26, 2021</p>{BODY}", [], id="a logo is no headline"),
        pytest.param(f"<article><h1>A</h1>{BODY}</article><article><h1>B</h1>{BODY}</article>", [], id="two articles"),
        pytest.param(
            f"<article class='published'>{H1}<p>It fell on 3 May 1921.</p>{BODY}</article>",
            [("Old pier to close", False), ("It fell on 3 May 1921.", False)],
            id="a marked article is no byline",
        ),
    ],
)
def test_the_opening_of_a_page(body: str, lines: list[tuple[str, bool]]) -> None:
    assert [tuple(line) for line in html.read(_page(body))[0].opening] == lines


@pytest.mark.parametrize("label", ["<div class='date'>{}</div>", "<time>{}</time>", "<h3>{}</h3>", "<dt>{}</dt>"])
@pytest.mark.parametrize("words", [PROSE, "It was closed."])
def test_the_dates_of_a_chronicle_are_none_of_the_page(label: str, words: str, tmp_path: Path) -> None:
    items = "".join(label.format(day) + f"<p>{words}</p>" for day in ("3 May 2016", "7 June 2018", "9 July 2019"))
    related = "<div class='related'><time>1 May 2021</time></div>"
    (tmp_path / "a.html").write_bytes(_page(f"<article>{H1}<p>How it went.</p>{items}{related}</article>"))
    [article] = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.published.when is None


def _json_ld(**dates: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **dates})}</script>'


def _link(path: str) -> str:
    return f'<link rel="canonical" href="https://example.org/{path}">'


PAGES = [
    pytest.param("<p>Published March 19, 2021</p>", _link("2019-05-04-old-pier-explained"), "2021-03-19?", id="event"),
    pytest.param("<p>Published March 19, 2021</p>", _link("2021/03/19/pier"), "2021-03-19", id="address agrees"),
    pytest.param("<p>March 19, 2021</p>", '<meta name="date" content="2024-06-01">', "2021-03-19?", id="new software"),
    pytest.param("", _json_ld(dateModified="2021-03-25T10:00:00Z"), "/2021-03-25", id="dateModified alone"),
    pytest.param("<p>Last updated: 25 March 2021</p>", "", "/2021-03-25", id="last updated"),
    pytest.param(
        "<p>Updated 9:30 PM EDT, March 25, 2021</p>",
        _json_ld(dateModified="2021-03-26T01:30:00Z"),
        "/2021-03-25",
        id="the first of two updates",
    ),
    pytest.param("<p>Updated at 14:05 GMT</p>", "", None, id="an hour is no day"),
    pytest.param("<p>First published 19 March 2021, updated 25 March 2021</p>", "", "2021-03-19", id="both"),
    pytest.param(
        "<div>19 March 2021, 9:30 pm EDT</div>", _json_ld(datePublished="2021-03-20T01:30:00Z"), "2021-03-19", id="UTC"
    ),
    pytest.param(
        "<time datetime='2021-03-20T01:30:00Z'>March 19, 2021 9:30 PM EDT</time>", "", "2021-03-19", id="UTC in time"
    ),
    pytest.param(
        "<p class='by'>By Ada Sund, March 19, 2021</p><p class='by'>By Bo Ek, March 22, 2021</p>",
        "",
        "2021-03-19?",
        id="two bylines",
    ),
    pytest.param(
        "<div>Updated 9:30 PM EDT, March 19, 2021</div>",
        _json_ld(datePublished="2021-03-20T01:00:00Z"),
        "2021-03-19",
        id="the zone of the update",
    ),
    pytest.param(
        "<div>Updated 9:30 PM EDT, March 22, 2021</div>",
        _json_ld(datePublished="2021-03-20T01:00:00Z"),
        "2021-03-19",
        id="the zone of a later update",
    ),
    pytest.param(
        "<p>By Ada Sund, March 19</p>", _json_ld(datePublished="2021-03-20T02:30:00Z"), "2021-03-19", id="no year"
    ),
    pytest.param(
        "<time>19 March 2021</time><div class='related'><time>1 May 2021</time></div>", "", "2021-03-19", id="related"
    ),
    pytest.param("<p class='dates--reading-time'>Issued on: 19/03/2021</p>", "", "2021-03-19", id="time to read"),
    pytest.param("<p>By Ada Sund <abbr title='2021-03-19T10:00Z'>1 hr ago</abbr></p>", "", "2021-03-19", id="hour ago"),
    pytest.param("<p class='published' title='3/19/2021 10:00'>Today</p>", "", "2021-03-19", id="today, with its day"),
    pytest.param("<p class='published' title='3/4/2021 10:00'>Today</p>", "", None, id="today, with one of two days"),
    pytest.param("<p>Updated <abbr title='2021-03-19T10:00Z'>1 hr ago</abbr></p>", "", None, id="updated an hour ago"),
    pytest.param(
        "<p><time datetime='2021-03-19'>14:05</time> Shut.</p><p><time datetime='2021-03-20'>9:00</time> Open.</p>",
        "",
        None,
        id="hours of two days",
    ),
    pytest.param("<ul><li>Updated</li><li>25 March 2021</li></ul>", "", "/2021-03-25", id="a label of its own"),
    pytest.param(
        "<div><span>Published March 19, 2021</span><span>Updated March 25, 2021</span></div>",
        "",
        "2021-03-19",
        id="spans",
    ),
    pytest.param(
        "<div class='meta'>Updated <time datetime='2021-03-25'>25 March 2021</time></div>", "", "/2021-03-25", id="time"
    ),
]


@pytest.mark.parametrize(("top", "head", "edtf"), PAGES)
def test_the_publication_date_of_a_page(top: str, head: str, edtf: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(_page(f"<article>{H1}{top}{BODY}</article>", head))
    [article] = read([str(tmp_path)])
    assert isinstance(article, Article)
    when = article.published.when
    assert (when.edtf if when else None) == edtf
    assert bool(article.published.contradicted_by) is (edtf or "").endswith("?")


def test_an_hour_above_the_headline_is_that_of_another_article() -> None:
    ticker = "<p>Mill to close <time datetime='2021-03-26T10:00Z'>1 hr ago</time></p>"
    assert html.read(_page(f"<main>{ticker}{H1}{BODY}</main>"))[0].stated == ()
