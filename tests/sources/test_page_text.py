"""HTML: which words of a page are those of its article, where its markup is as careless as that of real pages."""

import pytest

from dossier.sources.pages import html

HEAD = "<title>Marlo resigns - Coast Weekly</title>"
LEAD = (
    "ORLOV CITY (XP) — Vera Marlo, who built Marlo Steel into the largest mill of the coast, resigned as chief "
    "executive on Wednesday after nineteen years."
)
BODY = [
    "The move appears to be the result of a dispute about the sale of the harbour mill, which the board had approved.",
    "The board said that it would name Anton Berg, her deputy since 2009, as the next chief executive, in the summer.",
    "Shares of the company fell by five percent after the news, and the union said that it wanted a meeting with him.",
]
LINKED_LEAD = LEAD.replace("Marlo Steel", "<a href='/m'>Marlo <b>Steel</b></a><script>var advert;</script>")
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in BODY)
LINKS = "<ul><li><a href='/x'>Slideshow: Marlo Steel</a><p><em>XP - 39 mins ago</em></p></li></ul>"


def _paragraphs(body: str) -> list[str]:
    page = f"<html><head>{HEAD}</head><body><div class='nav'><a href='/'>Home</a></div>{body}</body></html>"
    return html.read(page.encode())[0].text.split("\n\n")


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(f"{LEAD}{PARAGRAPHS}", id="at the start of its block"),
        pytest.param(f"<div class='related'>{LINKS}</div>{LEAD}{PARAGRAPHS}", id="behind a block of links"),
        pytest.param(
            f"<p><div class='remote'><div><div class='related'>{LINKS}</div></div></div>{LEAD}</p>{PARAGRAPHS}",
            id="behind nested blocks of links, in a paragraph that they end",
        ),
        pytest.param(
            f"<div><div class='related'>{LINKS}</div></div>{LINKED_LEAD}{PARAGRAPHS}",
            id="with a link and a script in it",
        ),
    ],
)
def test_bare_text_beside_blocks_is_a_paragraph(story: str) -> None:
    assert _paragraphs(f"<div id='story'>{story}</div>") == [LEAD, *BODY]
