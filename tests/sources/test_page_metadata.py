"""What a page states about itself: dates first, and never a guess."""

import json

import pytest

from dossier.sources.pages import html

PROSE = (
    "The harbour board voted on the pier after an inspection found that its beams had rotted through, "
    "and the town will have to find the money for a new one before the season begins."
)


def _page(head: str = "", body: str = "", before: str = "") -> bytes:
    article = f"<article><h1>Old pier to close</h1><p>{PROSE}</p>{body}</article>"
    top = f"<!doctype html>{before}<html><head><title>Pier</title>{head}</head>"
    return f"{top}<body>{article}</body></html>".encode()


def _stated(data: bytes) -> str | None:
    return ", ".join(sign.when.edtf for sign in html.read(data)[0].stated) or None


def _meta(key: str, value: str, attribute: str = "name") -> str:
    return f'<meta {attribute}="{key}" content="{value}">'


def _json_ld(*items: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


def _article(date: str, kind: object = "NewsArticle", **more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": kind, "datePublished": date, **more}


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        pytest.param(_meta("article:published_time", "2021-03-19T23:30:00-05:00", "property"), "2021-03-19", id="og"),
        pytest.param(_meta("Date", "2021-03-19"), "2021-03-19", id="upper case"),
        pytest.param(_meta("citation_date", "2021/03/19"), "2021-03-19", id="citation"),
        pytest.param(_meta("DC.date.issued", "2021-03"), "2021-03", id="a month stays a month"),
        pytest.param(_meta("citation_publication_date", "2021"), "2021", id="a year stays a year"),
        pytest.param(_meta("pubdate", "Fri, 19 Mar 2021 10:00:00 GMT"), "2021-03-19", id="in words"),
        pytest.param(_meta("date", "19/03/2021") + _meta("pubdate", ""), "2021-03-19", id="numeric"),
        pytest.param(_meta("article:publicationdate", "Fri Mar 19 21:30:09 EST 2021"), "2021-03-19", id="as in Unix"),
        pytest.param(
            _meta("og:url", "https://archive.example/web/20210320101500/https://coast.example/pier"),
            "/2021-03-20",
            id="by the day of the copy in an archive",
        ),
        pytest.param(_meta("date", "03/04/2021"), None, id="two days at once"),
        pytest.param(_meta("article:modified_time", "2021-03-19", "property"), "/2021-03-19", id="a change"),
        pytest.param(_meta("last-modified", "2021-03-19"), "/2021-03-19", id="a change too"),
        pytest.param(_meta("copyrightyear", "2021", "itemprop"), None, id="copyright"),
        pytest.param(_meta("og:image", "https://example.org/2021/03/19/p.jpg", "property"), None, id="an image"),
        pytest.param(_meta("og:url", "https://example.org/2021/03/19/p", "property"), None, id="an address"),
        pytest.param(_meta("date", "0001-01-01T00:00:00"), None, id="the year 1 of software"),
        pytest.param(_meta("date", "2021-03-19") + _meta("date", "2021-03-20"), None, id="two that differ"),
        pytest.param(
            _meta("date", "2021-03-19") + _meta("date", "2021-03-19T10:00"), "2021-03-19", id="two that agree"
        ),
        pytest.param(
            _meta("date", "2021-03-20") + _meta("article:published_time", "2021-03-19", "property"),
            "2021-03-19",
            id="the more exact key",
        ),
        pytest.param(
            _meta("article:published_time", "2021-03-19", "property") + _meta("pubdate", "2024-06-01"),
            "2021-03-19, 2024-06-01",
            id="two exact keys that differ",
        ),
        pytest.param(
            _meta("article:modified_time", "2021-03-25", "property") + _meta("last-modified", "2021-03-21"),
            "/2021-03-21",
            id="the first of two changes",
        ),
        pytest.param(_meta("date", "9999-12-30T23:00:00Z"), "9999-12-30", id="the end of the calendar"),
        pytest.param(_meta("date", "2090-01-01"), "2090-01-01", id="far ahead of any clock"),
    ],
)
def test_a_date_in_meta(head: str, edtf: str | None) -> None:
    assert _stated(_page(head)) == edtf


@pytest.mark.parametrize(
    ("items", "edtf"),
    [
        pytest.param([_article("2021-03-19T10:00:00Z")], "2021-03-19", id="one"),
        pytest.param([[{"@type": "WebSite"}, _article("2021-03-19")]], "2021-03-19", id="in a list"),
        pytest.param([{"@graph": [{"@type": "Person"}, _article("2021-03-19")]}], "2021-03-19", id="in a graph"),
        pytest.param([_article("2021-03-19", ["Thing", "BlogPosting"])], "2021-03-19", id="several types"),
        pytest.param([_article("2021-03-19", dateModified="2021-03-25")], "2021-03-19", id="and a change"),
        pytest.param([_article("", dateModified="2021-03-25")], "/2021-03-25", id="a change only"),
        pytest.param([_article("2021-03-19"), _article("2021-03-20")], None, id="two that differ"),
        pytest.param([_article("2021-03-19", "VideoObject")], None, id="a video"),
        pytest.param([_article("", comment=_article("2021-03-25", "Comment"))], None, id="a comment in it"),
        pytest.param([_article("", isPartOf=_article("2021-03-25"))], None, id="another article in it"),
        pytest.param([_article("2021-03", articleBody="x")], "2021-03", id="a month"),
        pytest.param([[[["deep"]]], None, 5], None, id="no article"),
        pytest.param([_article("2021-03-19", 7), {"@type": None}], None, id="odd types"),
    ],
)
def test_a_date_in_json_ld(items: list[object], edtf: str | None) -> None:
    assert _stated(_page(_json_ld(*items))) == edtf


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", </script>' + _meta("date", "2021-03-19")
    assert _stated(_page(head)) == "2021-03-19"


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        pytest.param(
            '<time itemprop="datePublished" datetime="2021-03-19T10:00">19 March</time>',
            "2021-03-19",
            id="itemprop",
        ),
        pytest.param('<meta itemprop="datePublished" content="2021-03-19">', "2021-03-19", id="itemprop on meta"),
        pytest.param('<span itemprop="datePublished">March 19, 2021</span>', "2021-03-19", id="itemprop on span"),
        pytest.param('<time class="entry-date published" datetime="2021-03-19">x</time>', "2021-03-19", id="WordPress"),
        pytest.param('<time pubdate datetime="2021-03-19">x</time>', "2021-03-19", id="pubdate"),
        pytest.param(
            "<time pubdate datetime=2021-03-19>a</time><time pubdate datetime=2021-03-20>b</time>",
            None,
            id="two",
        ),
        pytest.param('<time datetime="1921-05-01">in May 1921</time>', None, id="a time in the story"),
        pytest.param('<time class="updated" datetime="2021-03-25">x</time>', "/2021-03-25", id="a change"),
        pytest.param("<p>It was built on 2003-04-05 by hand.</p>", None, id="a date in the story"),
        pytest.param("<footer>© 1 January 2019 Example</footer>", None, id="a date in the footer"),
        pytest.param("<p><small>Copyright 2019 Example</small></p>", None, id="a copyright year"),
        pytest.param('<div class="author-date">born 5 April 1963</div>', None, id="a birthday"),
    ],
)
def test_a_date_in_the_body(body: str, edtf: str | None) -> None:
    assert _stated(_page(body=body)) == edtf


CANONICAL = '<link rel="canonical" href="https://example.org/2021/03/19/pier">'


@pytest.mark.parametrize(
    ("head", "before", "url"),
    [
        pytest.param(CANONICAL, "", "https://example.org/2021/03/19/pier", id="canonical"),
        pytest.param(_meta("og:url", "https://example.org/p", "property"), "", "https://example.org/p", id="og"),
        pytest.param(
            CANONICAL + _meta("og:url", "https://example.org/p", "property"),
            "",
            "https://example.org/2021/03/19/pier",
            id="canonical first",
        ),
        pytest.param(
            "",
            "<!-- saved from url=(0021)https://example.org/s -->",
            "https://example.org/s",
            id="saved from",
        ),
        pytest.param('<link rel="canonical" href="/pier">', "", None, id="relative"),
        pytest.param('<link rel="canonical" href="javascript:x()">', "", None, id="no address"),
        pytest.param('<base href="https://example.org/">', "", None, id="base"),
        pytest.param("", "", None, id="none"),
    ],
)
def test_the_address_it_gives_as_its_own(head: str, before: str, url: str | None) -> None:
    assert html.read(_page(head, before=before))[0].url == url


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        pytest.param(_meta("og:site_name", "the  Coast", "property"), "the Coast", id="as written"),
        pytest.param(_meta("publisher", "Coast Weekly"), "Coast Weekly", id="meta"),
        pytest.param(_json_ld(_article("", publisher={"name": "Coast Weekly"})), "Coast Weekly", id="JSON-LD"),
        pytest.param(_json_ld(_article("", publisher="Coast Weekly")), "Coast Weekly", id="JSON-LD, bare"),
        pytest.param(_json_ld(_article("", publisher=["Coast"])), "Coast", id="JSON-LD, in a list"),
        pytest.param(_json_ld(_article("", publisher={"name": [5]})), None, id="JSON-LD, odd"),
        pytest.param(
            _json_ld(_article("", publisher="Coast"), _article("", publisher="Harbour")),
            None,
            id="JSON-LD, two",
        ),
        pytest.param(CANONICAL, None, id="a host is no publisher"),
        pytest.param(
            '<span itemprop="sourceOrganization"><span itemprop="name">The Coast</span></span>',
            "The Coast",
            id="microdata",
        ),
        pytest.param(_meta("application-name", "The Coast"), "The Coast", id="name of the site"),
        pytest.param(
            _meta("application-name", "Coast App") + _meta("DC.Publisher.CorporateName", "Coast Company"),
            "Coast Company",
            id="the publisher before the site",
        ),
    ],
)
def test_the_publisher_it_names(head: str, publisher: str | None) -> None:
    assert html.read(_page(head))[0].publisher == publisher


@pytest.mark.parametrize(
    ("head", "author"),
    [
        pytest.param(_meta("author", "Ada  Sund"), "Ada Sund", id="meta"),
        pytest.param(_meta("author", "Ada Sund") + _meta("author", "Bo Ek"), "Ada Sund; Bo Ek", id="two in meta"),
        pytest.param(_meta("article:author", "https://example.org/ada", "property"), None, id="a link"),
        pytest.param(_json_ld(_article("", author={"@type": "Person", "name": "Ada Sund"})), "Ada Sund", id="JSON-LD"),
        pytest.param(_json_ld(_article("", author=[{"name": "Ada Sund"}, "Bo Ek"])), "Ada Sund; Bo Ek", id="a list"),
        pytest.param(_json_ld(_article("", author="Ada Sund"), _article("", author="Bo Ek")), None, id="two articles"),
        pytest.param("", None, id="none"),
    ],
)
def test_the_authors_it_names(head: str, author: str | None) -> None:
    assert html.read(_page(head))[0].author == author


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        pytest.param("<title>Old pier to close - Coast</title>", "Old pier to close", "Old pier to close", id="h1"),
        pytest.param("<title>Old pier to close - Coast</title>", "Coast", "Old pier to close - Coast", id="a logo"),
        pytest.param("<title>Old pier</title>", "Something else", "Old pier", id="another h1"),
        pytest.param("<title>Old\n  pier</title>", "", "Old pier", id="no h1"),
        pytest.param("", "Old pier", "Old pier", id="no title"),
        pytest.param("", "", None, id="neither"),
        pytest.param("<title>x</title>" + _meta("og:title", "Old pier", "property"), "y", "Old pier", id="og"),
        pytest.param(
            _meta("og:title", "Old pier to close | Coast"), "Old pier to close", "Old pier to close", id="site"
        ),
        pytest.param(_meta("og:title", "Old pier - it rots"), "Old", "Old pier - it rots", id="more than the h1"),
        pytest.param(
            _meta("og:title", "Old pier - Coast Politics") + _meta("og:site_name", "Coast"),
            "y",
            "Old pier",
            id="its site",
        ),
        pytest.param(
            _meta("og:title", "Coast - a town in need") + _meta("og:site_name", "Coast"),
            "y",
            "Coast - a town in need",
            id="the name of the site before the mark",
        ),
        pytest.param("<title>x</title>" + _json_ld(_article("", headline="Old pier")), "y", "Old pier", id="JSON-LD"),
    ],
)
def test_the_title_it_has(head: str, h1: str, title: str | None) -> None:
    page = f"<!doctype html><html><head>{head}</head><body><h1>{h1}</h1><p>{PROSE}</p></body></html>"
    assert html.read(page.encode())[0].title == title


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en-GB"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("", None),
        ("<b>", None),
        ("english text", None),
    ],
)
def test_the_language_it_says_it_is_in(tag: str, language: str | None) -> None:
    data = _page().replace(b"<html>", f'<html lang="{tag}">'.encode())
    assert html.read(data)[0].page_language == language
