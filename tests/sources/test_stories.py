"""Pages that hold several stories or messages, and pages that do not: each story with its day, title and sender."""

from pathlib import Path

import pytest

from dossier.model import Article
from dossier.sources import html, intake

FIRST = "Omar Haddad was arrested in Orlov on Monday, police said."
SECOND = "The ferry sank off Velmar on Sunday with forty people on board."


def _story(title: str, day: str, words: str) -> str:
    return f'<article><h2>{title}</h2><time datetime="{day}">{day}</time><p>{words}</p></article>'


def _message(number: int, moment: str, words: str) -> str:
    date = f'<div class="date details" title="{moment}">10:05</div>'
    sender = '<div class="from_name">Herald</div>'
    return f'<div class="message default" id="m{number}"><div class="body">{date}{sender}<div>{words}</div></div></div>'


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
        pytest.param(f"<h1>Crime</h1>{TWO}<footer><p>{SECOND}</p></footer>", None, id="a headline above dated stories"),
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


def test_stories_are_numbered_in_the_ref(tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.html").write_bytes(_page(TWO))
    found = [item for item in intake.read(["2024-01-01.html"], base=tmp_path) if isinstance(item, Article)]
    assert [(item.ref, item.published.when.edtf if item.published.when else None) for item in found] == [
        ("2024-01-01.html:1", "2025-03-19"),
        ("2024-01-01.html:2", "2025-02-03"),
    ]
