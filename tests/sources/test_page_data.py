"""Pages that hold the text of their article as data, and show it only when their scripts run. All are made up."""

import json

import pytest

from dossier.sources.pages import html
from dossier.sources.unreadable import Unreadable

LEAD = "The ferry Amal ran aground off Orlov on Monday, the coast guard said, with forty people on board."
REST = "Two tugs pulled the ferry off the rocks before noon, and nobody was hurt, a spokeswoman told reporters."
OTHER = "The mill on the coast will close in the summer, its owner said, after a hundred and ten years of work."
COOKIES = "This page works better with scripts: switch them on in your browser to see the whole of what we offer."
DESCRIBED = f'<meta name="description" content="{LEAD[:60]} …">'
OF_BODY = "the page shows another text or none; it was read from its articleBody"
OF_SCRIPTS = "the page shows another text or none; it was read from the data of its scripts"


def _page(body: str = "", head: str = DESCRIBED) -> bytes:
    return f"<html><head><title>Ferry</title>{head}</head><body><div>{body}</div></body></html>".encode()


def _json_ld(body: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "articleBody": body})
    return f'<script type="application/ld+json">{data}</script>'


def _state(markup: str) -> str:
    return f'<script>window.state = {{"story": {json.dumps({"richText": markup})}, "n": "\\u003c"}};</script>'


def _paragraphs(*words: str, end: str = "</p>") -> str:
    return "".join(f"<p>{one}{end}" for one in words)


@pytest.mark.parametrize(
    ("page", "text", "note"),
    [
        pytest.param(_page(head=_json_ld(f"{LEAD}\n\n{REST}")), [LEAD, REST], OF_BODY, id="articleBody"),
        pytest.param(_page(head=_json_ld(_paragraphs(LEAD, REST))), [LEAD, REST], OF_BODY, id="articleBody with tags"),
        pytest.param(_page(_state(_paragraphs(LEAD, REST))), [LEAD, REST], OF_SCRIPTS, id="state of the scripts"),
        pytest.param(
            _page(_state(_paragraphs(LEAD, REST, end="{/p}"))), [LEAD, REST], OF_SCRIPTS, id="tags closed in braces"
        ),
        pytest.param(
            _page(_state(_paragraphs(OTHER, REST, REST)) + _state(_paragraphs(LEAD, REST))),
            [LEAD, REST],
            OF_SCRIPTS,
            id="beside the text of another article",
        ),
        pytest.param(
            _page(f"<p>{COOKIES}</p>", head=DESCRIBED + _json_ld(f"{LEAD}\n\n{REST}")),
            [LEAD, REST],
            OF_BODY,
            id="a notice is shown",
        ),
        pytest.param(
            _page(f"<p>{LEAD}</p>", head=DESCRIBED + _json_ld(f"{LEAD}\n\n{REST}")),
            [LEAD, REST],
            "the page shows a part of the text; the whole was read from its articleBody",
            id="a part of the article is shown",
        ),
        pytest.param(
            _page(f"<p>{LEAD}</p><p>{REST}</p>", head=DESCRIBED + _json_ld(f"{LEAD} {REST}")),
            [LEAD, REST],
            None,
            id="the article is shown",
        ),
        pytest.param(
            _page(f"<p>{OTHER}</p>", head=DESCRIBED + _json_ld(f"{REST}\n\n{REST}")),
            [OTHER],
            None,
            id="nothing is described",
        ),
    ],
)
def test_the_text_is_read_from_the_data(page: bytes, text: list[str], note: str | None) -> None:
    [draft] = html.read(page)
    assert draft.text.split("\n\n") == text
    assert [found.reason for found in draft.notes] == ([note] if note else [])


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(_state(_paragraphs(OTHER, REST)), id="a text that is not as the page describes itself"),
        pytest.param("<script>" + '"\\' * 100_000 + "</script>", id="a string without an end"),
    ],
)
def test_other_data_is_no_article(script: str) -> None:
    with pytest.raises(Unreadable, match="no main text"):
        html.read(_page(script))
