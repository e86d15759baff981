"""Pages that hold several stories or messages, and pages that do not: each story with its day, title and sender."""

import json
from pathlib import Path

import pytest

from dossier.model import Article
from dossier.sources import intake
from dossier.sources.pages import html

FIRST = "Omar Haddad was arrested in Orlov on Monday, police said."
SECOND = "The ferry sank off Velmar on Sunday with forty people on board."


def _story(title: str, day: str, words: str) -> str:
    return f'<article><h2>{title}</h2><time datetime="{day}">{day}</time><p>{words}</p></article>'


def _bylined(title: str, day: str, words: str) -> str:
    return f"<article><h2>{title}</h2><p>By Ada Sund, {day}</p><p>{words}</p></article>"


def _message(number: int, moment: str, words: str) -> str:
    date = f'<div class="date details" title="{moment}">10:05</div>'
    sender = '<div class="from_name">Herald</div>'
    text = f'<div class="text">{words}</div>'
    return f'<div class="message default" id="m{number}"><div class="body">{date}{sender}{text}</div></div>'


def _page(body: str) -> bytes:
    return f"<html lang='en'><head><title>Herald - Crime</title></head><body><main>{body}</main></body></html>".encode()


TWO = _story("Haddad arrested", "2025-03-19", FIRST) + _story("Ferry sinks", "2025-02-03", SECOND)
MESSAGES = _message(1, "17.03.2025 10:05:33 UTC+01:00", FIRST) + _message(
    2, "03.04.2025 23:40:02 UTC+01:00", "He is free."
)
LIVE = "".join(
    f'<article><h2>{title}</h2><time datetime="2025-03-19T{hour}">{hour}</time><p>{words}</p></article>'
    for title, hour, words in (("Arrest", "14:05", FIRST), ("Ferry", "13:40", SECOND))
)
SECTIONS = "".join(
    f"<section><header><h2>{title}</h2><p>Posted on {day}</p></header><p>{words}</p></section>"
    for title, day, words in (("Haddad arrested", "2025-03-19", FIRST), ("Ferry sinks", "2025-02-03", SECOND))
)
ENTRIES = "".join(
    f"<section><h2>{day}</h2><p>{words}</p></section>" for day, words in (("3 May 2016", FIRST), ("5 May 2017", SECOND))
)
INTRODUCTION = "<p>How the affair of the Maritime Bank unfolded, from the first loan to the arrest of its chief.</p>"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            TWO,
            [
                ("Haddad arrested", None, "2025-03-19", f"Haddad arrested\n\n{FIRST}"),
                ("Ferry sinks", None, "2025-02-03", f"Ferry sinks\n\n{SECOND}"),
            ],
            id="a section",
        ),
        pytest.param(
            SECTIONS,
            [
                ("Haddad arrested", None, "2025-03-19", f"Haddad arrested\n\nPosted on 2025-03-19\n\n{FIRST}"),
                ("Ferry sinks", None, "2025-02-03", f"Ferry sinks\n\nPosted on 2025-02-03\n\n{SECOND}"),
            ],
            id="parts of a page, each with its day",
        ),
        pytest.param(f"<h1>Crime</h1>{TWO}<footer><p>{SECOND}</p></footer>", None, id="a headline above dated stories"),
        pytest.param(
            f"<h1>Crime</h1><ol><li>{_bylined('A', '19 March 2025', FIRST)}</li>"
            f"<li>{_bylined('B', '3 May 2024', SECOND)}</li></ol>",
            [
                ("A", None, "2025-03-19", f"A\n\nBy Ada Sund, 19 March 2025\n\n{FIRST}"),
                ("B", None, "2024-05-03", f"B\n\nBy Ada Sund, 3 May 2024\n\n{SECOND}"),
            ],
            id="each in a wrapper, its date beside its author",
        ),
        pytest.param(
            MESSAGES,
            [(None, "Herald", "2025-03-17", FIRST), (None, "Herald", "2025-04-03", "He is free.")],
            id="messages of a channel",
        ),
    ],
)
def test_each_story_is_an_article(body: str, found: list[tuple[str | None, str | None, str, str]] | None) -> None:
    drafts = html.read(_page(body))
    assert len(drafts) == 2
    if found:
        assert [(one.title, one.author, one.stated[0].when.edtf, one.text) for one in drafts] == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_story("Haddad arrested", "2025-03-19", f"{FIRST} {SECOND}"), id="one story"),
        pytest.param(f"<h1>Crime</h1>{SECTIONS}", id="parts below a headline"),
        pytest.param(ENTRIES, id="parts headed by days, of a timeline"),
        pytest.param(f"{INTRODUCTION}{TWO}", id="words about all"),
        pytest.param(f"<h1>Live: the fire</h1>{LIVE}", id="posts of a live blog"),
        pytest.param(f"<article><h1>All of it</h1><p>{FIRST}</p>{TWO}</article>", id="within an article"),
        pytest.param(
            f"<article><h2>A</h2><p>{FIRST}</p></article><article><h2>B</h2><p>{SECOND}</p></article>", id="undated"
        ),
        pytest.param(
            _story("A", "2025-03-19", FIRST) + _story("Ferry sinks", "2025-02-03", "Read more"), id="a link to another"
        ),
    ],
)
def test_a_page_that_may_be_one_article_stays_whole(body: str) -> None:
    assert len(html.read(_page(body))) == 1


@pytest.mark.parametrize(
    ("body", "noted"),
    [
        pytest.param(
            "".join(f"<article><h2>A</h2><p>{words}</p></article>" for words in (FIRST, SECOND)), True, id="no date"
        ),
        pytest.param(f"<h1>Live: the fire</h1>{LIVE}", False, id="posts of a live blog"),
        pytest.param(f"{INTRODUCTION}{TWO}", False, id="words about all"),
    ],
)
def test_a_page_of_stories_that_cannot_be_told_apart_is_named(body: str, noted: bool) -> None:
    [draft] = html.read(_page(body))
    assert [note.reason for note in draft.notes] == [
        "the page seems to hold several stories, and was read as one"
    ] * noted


def test_a_teaser_is_named_as_an_opening() -> None:
    teasers = [
        _story("Ferry", day, "The ferry sank off Velmar on Sunday with forty…") for day in ("2025-03-19", "2025-03-20")
    ]
    assert [len(draft.notes) for draft in html.read(_page("".join(teasers)))] == [1, 1]


CHAT = """<div class="page_header"><div class="text bold">Harbour channel</div></div><div class="history">
<div class="message service" id="m1"><div class="body details">17 March 2025</div></div>
<div class="message default clearfix" id="m2"><div class="body"><div class="pull_right date details"
title="17.03.2025 10:05:33 UTC+01:00">10:05</div><div class="from_name">Herald</div>
<div class="text">Haddad was <strong>held</strong>.<br><br>More to come</div></div></div>
<div class="message default clearfix joined" id="m3"><div class="body"><div class="pull_right date details"
title="18.03.2025 10:06:33 UTC+01:00">10:06</div><div class="text">He is 44 years old</div></div></div>
<div class="message default clearfix" id="m4"><div class="body"><div class="pull_right date details"
title="19.03.2025 23:30:00 UTC+01:00">23:30</div><div class="from_name">Herald</div><div class="forwarded body">
<div class="from_name">Port News<span class="date details" title="16.03.2025 09:00:00 UTC+01:00"> 16.03.</span></div>
<div class="text">He fled.</div></div></div></div>
<div class="message default clearfix" id="m5"><div class="body"><div class="pull_right date details"
title="20.03.2025 10:05:33 UTC+01:00">10:05</div><div class="media_wrap">Photo</div></div></div></div>"""


def test_each_message_of_a_chat_is_an_article() -> None:
    assert [(one.text, one.author, one.publisher, one.stated[0].when.edtf) for one in html.read(_page(CHAT))] == [
        ("Haddad was held.\n\nMore to come", "Herald", "Harbour channel", "2025-03-17"),
        ("He is 44 years old", "Herald", "Harbour channel", "2025-03-18"),
        ("He fled.", "Port News", "Harbour channel", "2025-03-16"),
    ]


def test_each_post_of_a_live_blog_is_an_article_where_the_metadata_list_them() -> None:
    posts = [
        {
            "headline": "Arrest",
            "datePublished": "2025-03-19T14:05:00+01:00",
            "articleBody": f"<p>{FIRST}</p><p>A.</p>",
        },
        {"datePublished": "2025-03-20T09:00:00+01:00", "articleBody": SECOND, "author": {"name": "Ada Sund"}},
        {"datePublished": "2025-03-20T10:00:00+01:00", "headline": "No words"},
    ]
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": posts})
    drafts = html.read(_page(f'<script type="application/ld+json">{data}</script><article><p>{FIRST}</p></article>'))
    assert [(one.title, one.author, one.stated[0].when.edtf, one.text) for one in drafts] == [
        ("Arrest", None, "2025-03-19", f"{FIRST}\n\nA."),
        (None, "Ada Sund", "2025-03-20", SECOND),
    ]


def test_stories_are_numbered_in_the_ref(tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.html").write_bytes(_page(TWO))
    found = [item for item in intake.read(["2024-01-01.html"], base=tmp_path) if isinstance(item, Article)]
    assert [(item.ref, item.published.when.edtf if item.published.when else None) for item in found] == [
        ("2024-01-01.html:1", "2025-03-19"),
        ("2024-01-01.html:2", "2025-02-03"),
    ]
