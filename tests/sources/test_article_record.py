"""An article in an object of JSON, as the tools write it that collect articles. All texts are made up."""

import pytest

from dossier.sources.draft import Draft
from dossier.sources.records.article_record import draft_of_object
from dossier.sources.records.record_lookup import unwrapped
from dossier.sources.unreadable import Unreadable

TEXT = "The ferry Amal ran aground off Orlov on Monday."
OPENING = "an opening only: the whole text is not there"


def _draft(record: dict[str, object]) -> Draft:
    return draft_of_object(unwrapped(record))


def _about(draft: Draft) -> tuple[str | None, ...]:
    date = draft.given or (draft.stated[0].when if draft.stated else None)
    return (draft.title, date.edtf if date else None, draft.publisher, draft.author, draft.language, draft.url)


@pytest.mark.parametrize(
    ("record", "about"),
    [
        pytest.param(
            {
                "source": {"id": None, "name": "Coast Weekly"},
                "author": "Ada Sund",
                "title": "Aground",
                "description": "A ferry.",
                "url": "https://example.org/f",
                "publishedAt": "2021-03-16T10:00:00Z",
                "content": TEXT,
            },
            ("Aground", "2021-03-16T10:00:00Z", "Coast Weekly", "Ada Sund", None, "https://example.org/f"),
            id="NewsAPI",
        ),
        pytest.param(
            {
                "uri": "8",
                "lang": "eng",
                "date": "2021-03-17",
                "dateTime": "2021-03-17T01:00:00Z",
                "dateTimePub": "2021-03-16T22:00:00Z",
                "title": "Aground",
                "body": TEXT,
                "url": "https://example.org/f",
                "source": {"uri": "example.org", "title": "Coast Weekly"},
                "authors": [{"uri": "ada@example.org", "name": "Ada Sund", "type": "author"}],
            },
            ("Aground", "2021-03-16T22:00:00Z", "Coast Weekly", "Ada Sund", "eng", "https://example.org/f"),
            id="Event Registry",
        ),
        pytest.param(
            {
                "authors": ["Ada Sund", "Bo Cole"],
                "date_download": "2022-01-01 00:00:00",
                "date_modify": None,
                "date_publish": "2021-03-16 10:00:00",
                "maintext": TEXT,
                "language": "en",
                "source_domain": "example.org",
                "title": "Aground",
                "url": "https://example.org/f",
            },
            ("Aground", "2021-03-16T10:00:00", None, "Ada Sund; Bo Cole", "en", "https://example.org/f"),
            id="news-please",
        ),
        pytest.param(
            {
                "title": "Aground",
                "author": "Ada Sund",
                "hostname": "example.org",
                "date": "2021-03-16",
                "sitename": "Coast Weekly",
                "text": TEXT,
                "source": "https://example.org/f",
                "language": None,
            },
            ("Aground", "2021-03-16", "Coast Weekly", "Ada Sund", None, "https://example.org/f"),
            id="trafilatura",
        ),
        pytest.param(
            {
                "url": "https://example.org/f",
                "title": "Aground",
                "authors": ["Ada Sund"],
                "publish_date": "2021-03-16T10:00:00",
                "summary": "",
                "meta_lang": "en",
                "meta_site_name": "Coast Weekly",
                "text": TEXT,
            },
            ("Aground", "2021-03-16T10:00:00", "Coast Weekly", "Ada Sund", "en", "https://example.org/f"),
            id="newspaper4k",
        ),
        pytest.param(
            {
                "title": "Aground",
                "authors": ["Ada Sund"],
                "publishing_date": "2021-03-16 10:00:00+01:00",
                "lang": "en",
                "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TEXT]}]},
            },
            ("Aground", "2021-03-16T10:00:00+01:00", None, "Ada Sund", "en", None),
            id="Fundus",
        ),
        pytest.param(
            {
                "title": {"rendered": "Aground"},
                "content": {"rendered": f"<p>{TEXT}</p>\n", "protected": False},
                "date": "2021-03-16T10:00:00",
                "link": "https://example.org/f",
            },
            ("Aground", "2021-03-16T10:00:00", None, None, None, "https://example.org/f"),
            id="WordPress",
        ),
        pytest.param(
            {
                "_index": "news",
                "_id": "7",
                "_source": {"body": TEXT, "published_at": 1615888800, "headline": "Aground"},
            },
            ("Aground", "2021-03-16T10:00:00Z", None, None, None, None),
            id="Elasticsearch",
        ),
        pytest.param(
            {
                "@type": "NewsArticle",
                "headline": "Aground",
                "articleBody": TEXT,
                "datePublished": "2021-03-16",
                "author": {"@type": "Person", "name": "Ada Sund"},
                "publisher": {"@type": "Organization", "name": "Coast Weekly"},
                "inLanguage": "en",
            },
            ("Aground", "2021-03-16", "Coast Weekly", "Ada Sund", "en", None),
            id="schema.org",
        ),
        pytest.param(
            {"id": 5, "type": "message", "date": "2021-03-16T10:00:00", "from": "Coast Weekly", "text": [TEXT]},
            (None, "2021-03-16T10:00:00", None, "Coast Weekly", None, None),
            id="Telegram",
        ),
        pytest.param(
            {"tweet": {"full_text": TEXT, "created_at": "Tue Mar 16 10:00:00 +0000 2021", "lang": "en", "id_str": "9"}},
            (None, "2021-03-16T10:00:00Z", None, None, "en", None),
            id="archive of X",
        ),
        pytest.param(
            {"text": TEXT, "created_at": "2021-03-18T10:00:00Z"},
            (None, "/2021-03-18", None, None, None, None),
            id="the day on which a row was made",
        ),
        pytest.param(
            {"text": TEXT, "seendate": "20210318T101500Z", "crawled_at": "2021-03-20"},
            (None, "/2021-03-18", None, None, None, None),
            id="found and stored later",
        ),
        pytest.param(
            {
                "page_content": TEXT,
                "metadata": {"source": "https://example.org/f", "title": "Aground", "date": "2021-03-16", "id": 7},
            },
            ("Aground", "2021-03-16", None, None, None, "https://example.org/f"),
            id="LangChain",
        ),
        pytest.param(
            {"text": TEXT, "date": "2021-03-16T23:30:00", "date_gmt": "2021-03-17T03:30:00"},
            (None, "2021-03-16T23:30:00", None, None, None, None),
            id="WordPress, west of Greenwich",
        ),
        pytest.param(
            {"Text": TEXT, "Headline": "Aground", "Publication Date": "16 March 2021", "Byline": "By Ada Sund"},
            ("Aground", "2021-03-16", None, "Ada Sund", None, None),
            id="columns of a table",
        ),
    ],
)
def test_the_objects_of_other_tools(record: dict[str, object], about: tuple[str | None, ...]) -> None:
    draft = _draft(record)
    assert (draft.text.strip(), _about(draft)) == (TEXT, about)
    assert all(note.is_once for note in draft.notes)


@pytest.mark.parametrize(
    ("record", "text", "notes"),
    [
        pytest.param({"text": TEXT, "published": "2021"}, TEXT, [], id="our own keys"),
        pytest.param(
            {"maintext": TEXT, "pub_date": "2021"},
            TEXT,
            ['read under other keys: "maintext" as text, "pub_date" as published'],
            id="keys of others",
        ),
        pytest.param({"text": TEXT, "title": {}}, TEXT, [], id="an empty object says nothing"),
        pytest.param(
            {"text": TEXT, "title": ["A", "B"], "id": True},
            TEXT,
            ['its "id" is true or false, and was passed over', 'its "title" is a list, and was passed over'],
            id="other types",
        ),
        pytest.param(
            {"text": TEXT, "published": "x"}, TEXT, ["its \"published\" is 'x', which is no date"], id="no date"
        ),
        pytest.param(
            {"title": "Aground", "description": "A ferry ran aground."},
            "A ferry ran aground.",
            [OPENING, 'read under other keys: "description" as text'],
            id="a summary alone",
        ),
        pytest.param(
            {"text": "The ferry Amal ran… [+912 chars]"}, "The ferry Amal ran…", [OPENING], id="cut off by the tool"
        ),
        pytest.param(
            {"text": "<p>It ran <b>aground</b>.</p><ul><li>Nobody was hurt.</li></ul>"},
            "It ran aground.\n\nNobody was hurt.",
            [],
            id="HTML",
        ),
        pytest.param(
            {"text": "&lt;p&gt;It ran aground.&lt;/p&gt;&lt;p&gt;It sank.&lt;/p&gt;"},
            "It ran aground.\n\nIt sank.",
            [],
            id="HTML escaped",
        ),
        pytest.param({"text": "A <p> begins a paragraph."}, "A <p> begins a paragraph.", [], id="a tag as a word"),
        pytest.param(
            {"text": f"{TEXT}\nAlready a subscriber? Log in."},
            f"{TEXT}\nAlready a subscriber? Log in.",
            [OPENING],
            id="cut off by a paywall",
        ),
        pytest.param({"text": [TEXT], "title": ["A"], "published": ["2021"]}, TEXT, [], id="lists of one"),
        pytest.param(
            {"text": "It sank \ud83d", "desk": "a\0b"},
            "It sank \ufffd",
            ["characters that were cut in two are shown as \ufffd, and NUL is left out"],
            id="half a character, and NUL",
        ),
        pytest.param({"text": "5 < 6 &amp; <b>bold</b>"}, "5 < 6 &amp; <b>bold</b>", [], id="no block"),
    ],
)
def test_what_is_read_and_noted(record: dict[str, object], text: str, notes: list[str]) -> None:
    draft = _draft(record)
    assert (draft.text, [note.reason for note in draft.notes]) == (text, notes)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        pytest.param(
            {"title": "Aground", "url": "https://example.org/f", "seendate": "20210316T101500Z"},
            'it has no "text": a title and an address alone',
            id="GDELT lists pages",
        ),
        pytest.param({"name": "dossier", "description": "A tool."}, 'it has no "text"', id="no article at all"),
        pytest.param(
            {"title": "Just a moment...", "text": "We look at your browser."},
            "no article: a page with an error, or a check for robots",
            id="what a crawler met",
        ),
        pytest.param({"text": 5}, 'its "text" is no text', id="a number"),
    ],
)
def test_an_object_without_a_text(record: dict[str, object], reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        _draft(record)
    assert refused.value.reason == reason


MARKINGS = [
    pytest.param("amber", None, "TLP:AMBER", id="of the wrapper"),
    pytest.param(None, "red", "red", id="of the article"),
    pytest.param("red", "green", "TLP:RED", id="the stricter one, outside"),
    pytest.param("green", "red", "TLP:RED", id="the stricter one, inside"),
]


@pytest.mark.parametrize(("outer", "inner", "marking"), MARKINGS)
def test_what_stands_beside_a_text_does_not_hide_a_marking(outer: str | None, inner: str | None, marking: str) -> None:
    found = unwrapped({"tlp": outer, "text": TEXT, "metadata": {"TLP": inner, "title": "Aground"}})
    markings = {key.casefold(): value for key, value in found.items() if value}
    assert (markings["tlp"], markings["title"]) == (marking, "Aground")


@pytest.mark.parametrize(("outer", "inner", "marking"), MARKINGS)
def test_a_wrapper_does_not_hide_a_marking(outer: str | None, inner: str | None, marking: str) -> None:
    record = {"tlp": outer, "_source": {"body": TEXT, "TLP": inner}}
    found = {key.casefold(): value for key, value in unwrapped(record).items() if value}
    assert found["tlp"] == marking
