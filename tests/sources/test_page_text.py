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


def _paragraphs(body: str, head: str = "") -> list[str]:
    page = f"<html><head>{HEAD}{head}</head><body><div class='nav'><a href='/'>Home</a></div>{body}</body></html>"
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
        pytest.param(f"<div>{LEAD}</div>{PARAGRAPHS}", id="in a block of its own among paragraphs"),
    ],
)
def test_bare_text_beside_blocks_is_a_paragraph(story: str) -> None:
    assert _paragraphs(f"<div id='story'>{story}</div>") == [LEAD, *BODY]


STORY = f"<p>{LEAD}</p>{PARAGRAPHS}"
SENTENCE = "The harbour mill will close in the summer, the board of Marlo Steel said"
TEASER = "<a href='/mill'>Orlov mill to close in the summer</a>"


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param(f"<p>{TEASER}</p>", id="a headline that is a link"),
        pytest.param(f"<p><b>RELATED: </b>{TEASER}</p>", id="with a label"),
        pytest.param(
            "<p>[<a href='/mill'>Read: Orlov mill to close</a>]</p>", id="with its label in the link, in brackets"
        ),
        pytest.param("<p><a href='/app'>CLICK HERE TO GET THE COAST APP</a></p>", id="advert"),
        pytest.param(f"<p><b>Read more:</b></p><p>{TEASER}</p><p>{TEASER}</p>", id="several behind a label"),
        pytest.param(
            "<div class='further_reading_block'><p>Further reading</p><ul><li><a href='/a'>A hard year</a></li>"
            "<li><a href='/b'>Loss of face</a></li></ul></div>",
            id="a block that its class calls links",
        ),
        pytest.param(
            "<div class='group'><div><h2>Other columns</h2></div><div>"
            + f"<div class='item'><h4>{TEASER}</h4><p>OMAR HADDAD: The town has lost its way, and its mill.</p></div>"
            * 2
            + "</div></div>",
            id="teasers with summaries, and their heading",
        ),
        pytest.param(
            "<div class='visitors_comment_block'><p>Visitor comments</p><p>I never believed that she would go.</p>"
            "<p>Posted by: Ilse Thorn, 6 Oct 2011</p></div>",
            id="comments by class",
        ),
        pytest.param(
            "<div itemscope itemtype='https://schema.org/Comment'><p>I never believed that she would go.</p></div>",
            id="comments by type",
        ),
        pytest.param(
            "<div itemscope itemtype='http://schema.org/VideoObject'><p>Workers at the mill spoke of it.</p></div>",
            id="caption of a video by type",
        ),
        pytest.param(
            "<div><img><p class='credit'>By Omar Haddad | Imagery by Midsea</p></div>", id="credit of a picture"
        ),
        pytest.param(f"<div><h3>{TEASER}</h3><p>The town has lost its way.</p></div>", id="one teaser with a summary"),
        pytest.param(
            "<a href='/mill'><div><h3>Orlov mill to close in the summer</h3><p>It made a loss.</p></div></a>",
            id="a teaser that is a link as a whole",
        ),
        pytest.param("<div><p>Get the Coast in your inbox.</p><form><input></form></div>", id="words around a form"),
        pytest.param("<div class='photo'><img><p>The mill as it was in 1921.</p></div>", id="words about a picture"),
        pytest.param("<p class='sr-only'>Continue reading</p>", id="words for screen readers"),
    ],
)
def test_what_is_no_word_of_the_article_goes(furniture: str) -> None:
    assert _story(furniture) == [LEAD, *BODY]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        pytest.param(f"<p><a href='/x'>{SENTENCE}.</a></p>", f"{SENTENCE}.", id="sentence that is a link"),
        pytest.param(f"<p><a name='x'>{SENTENCE}</a></p>", SENTENCE, id="anchor"),
        pytest.param("<p>Chief: <a href='/x'>Anton Berg</a></p>", "Chief: Anton Berg", id="name that is a link"),
        pytest.param(
            f"<p>She wrote “{TEASER}”.</p>", "She wrote “Orlov mill to close in the summer”.", id="link in a sentence"
        ),
        pytest.param("<h2>What Berg wants</h2><p>Peace.</p>", "What Berg wants\n\nPeace.", id="heading"),
        pytest.param("<p class='credit'>Midsea Press.</p>", "Midsea Press.", id="credit of the article"),
        pytest.param("<p>Vla\u00addimir won.</p>", "Vladimir won.", id="without soft hyphens"),
        pytest.param(
            f"<div><h3>{TEASER}</h3><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p></div>",
            f"Orlov mill to close in the summer\n\n{BODY[0]}\n\n{BODY[1]}\n\n{BODY[2]}",
            id="a part whose heading is a link",
        ),
        pytest.param(
            f"<div><p>{LEAD}</p><p>{BODY[0]}</p><form><input></form></div>", f"{LEAD}\n\n{BODY[0]}", id="beside a form"
        ),
        pytest.param("<div class='text'><img><p>It made a loss.</p></div>", "It made a loss.", id="beside a picture"),
        pytest.param("<p class='comment'>It made a loss.</p>", "It made a loss.", id="one paragraph of comment"),
        pytest.param(
            "<div class='text-with-image'><img><p>It made a loss.</p></div>",
            "It made a loss.",
            id="text with a picture",
        ),
        pytest.param(f"<center>{SENTENCE}.</center>", f"{SENTENCE}.", id="centred"),
        pytest.param("<p>She said:</p><p>“Enough.”</p>", "She said:\n\n“Enough.”", id="label of a quotation"),
        pytest.param(
            "<div class='no-comments no-caption'><p>It made a loss.</p></div>", "It made a loss.", id="what lacks both"
        ),
        pytest.param(
            "<p class='hidden md:block'>It made a loss.</p>", "It made a loss.", id="hidden on narrow screens"
        ),
    ],
)
def test_words_of_the_article_stay(block: str, words: str) -> None:
    assert _story(f"{block}<p>{LEAD}</p>") == [LEAD, *BODY, *words.split("\n\n"), LEAD]


@pytest.mark.parametrize(
    ("head", "before"),
    [
        pytest.param("", f"<p class='article-intro'>{LEAD}</p>", id="by its class"),
        pytest.param("", f"<div class='lead'><p>{LEAD}</p></div>", id="by the class around it"),
        pytest.param("", f"<h2 class='standfirst'>{LEAD}</h2><ul class='tools'><li>Print</li></ul>", id="a heading"),
        pytest.param(
            f"<meta name='description' content='{LEAD}'>", f"<p>{LEAD}</p>", id="as the page describes itself"
        ),
    ],
)
def test_the_standfirst_stands_before_the_body(head: str, before: str) -> None:
    story = f"<h1>Marlo resigns</h1>{before}<div class='article-body'>{PARAGRAPHS}</div>"
    assert _paragraphs(f"<div class='page'>{story}</div>", head) == [LEAD, *BODY]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(f"<p>{LEAD}</p>", id="not marked"),
        pytest.param(f"<figure class='lead'><figcaption>{LEAD}</figcaption></figure>", id="below a picture"),
        pytest.param(f"<p class='video-description'>{LEAD}</p>", id="about a video"),
        pytest.param("<p class='intro'>Vera Marlo</p>", id="no sentence"),
        pytest.param(f"<p class='intro'>{BODY[0]}</p>", id="what the body has"),
        pytest.param("", id="none"),
    ],
)
def test_other_words_behind_the_headline_are_no_standfirst(before: str) -> None:
    story = f"<h1>Marlo resigns</h1>{before}<div class='article-body'>{PARAGRAPHS}<p class='intro'>{LEAD}</p></div>"
    assert _paragraphs(f"<div class='page'>{story}</div>") == [*BODY, LEAD]


def _story(behind: str) -> list[str]:
    return _paragraphs(f"<h1>Marlo resigns</h1><div id='story'>{STORY}{behind}</div>")
