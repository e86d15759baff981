"""HTML: bytes to main text; charsets; pages that are none."""

import logging

import pytest
import trafilatura

from dossier.sources.pages import html
from dossier.sources.unreadable import Unreadable

PROSE = (
    "The harbour board voted on the pier after an inspection found that its beams had rotted through, "
    "and the town will have to find the money for a new one before the season begins."
)
UMLAUT = "In München and in Köln the mayors said that the bridges were safe, and that nobody was to worry."


def _page(body: str, head: str = "<title>Pier</title>") -> str:
    menu, end = '<nav><a href="/">Home</a></nav>', "<footer>Copyright 2019 Coast Weekly</footer>"
    return f"<!doctype html><html><head>{head}</head><body>{menu}<article>{body}</article>{end}</body></html>"


def _text(body: str) -> str:
    return html.read(_page(f"<p>{PROSE}</p>{body}").encode())[0].text.removeprefix(PROSE).strip()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<h2>Why it rots</h2><p>It is wet.</p>", "Why it rots\n\nIt is wet.", id="heading"),
        pytest.param("<p>One,\n   two  and\tthree.</p>", "One, two and three.", id="white space of the source"),
        pytest.param("<p>One line<br>and another.</p>", "One line\nand another.", id="line break"),
        pytest.param("<p>A <b>bold</b>, <a href='/x'>linked</a> <i>word</i>.</p>", "A bold, linked word.", id="inline"),
        pytest.param("<ul><li>First.</li><li>Second.</li></ul>", "First.\n\nSecond.", id="list without marks"),
        pytest.param("<ol><li><p>First.</p><p>More.</p></li></ol>", "First.\n\nMore.", id="paragraphs in a list"),
        pytest.param("<blockquote><p>It is safe.</p></blockquote>", "It is safe.", id="quotation"),
        pytest.param(
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2019</td><td>5m</td></tr></table>",
            "Year | Cost\n\n2019 | 5m",
            id="table without rules",
        ),
        pytest.param(
            "<table><tr><td>2019</td><td><p>It rots.</p><p>It is shut.</p></td></tr></table>",
            "2019 | It rots. It is shut.",
            id="paragraphs in a cell",
        ),
        pytest.param(
            "<p>It opened on <time datetime='1921-05-01'>1 May 1921</time> at noon.</p>",
            "It opened on 1 May 1921 at noon.",
            id="the time stays in its sentence",
        ),
        pytest.param("<p>It cost <del>four</del> five million.</p>", "It cost five million.", id="struck out"),
        pytest.param(
            "<p>Write &lt;b&gt; for bold &amp;amp; so on.</p>",
            "Write <b> for bold &amp; so on.",
            id="entities",
        ),
        pytest.param(
            "<blockquote class='twitter-tweet'><p>It is<br>safe.</p><p>Trust me.</p>&mdash; Ada Brandt (@ada) "
            "<a href='https://x.com/ada/1'>March 3, 2019</a></blockquote><p>The board denied it.</p>",
            "It is safe. Trust me. — Ada Brandt (@ada) March 3, 2019\n\nThe board denied it.",
            id="embedded post with its signature",
        ),
        pytest.param(
            "<blockquote class='instagram-media'><p>It is safe.</p></blockquote><p>The board denied it.</p>",
            "The board denied it.",
            id="embedded post without a signature",
        ),
        pytest.param(
            "<div class='social-embed'><b>Ada</b><p>It is safe.</p></div><p>The board denied it.</p>",
            "The board denied it.",
            id="post in a frame of the page's own",
        ),
        pytest.param(
            "<blockquote><p>It is safe.</p><footer>— Ada Brandt, <cite>Facebook, 3 May 2021</cite></footer>"
            "</blockquote><p>The board denied it.</p>",
            "It is safe. — Ada Brandt, Facebook, 3 May 2021\n\nThe board denied it.",
            id="quotation with the signature of a post",
        ),
        pytest.param("<p>A bell&#7; rang&#8;&#x1F;.</p>", "A bell rang.", id="references to control characters"),
        pytest.param("<p>Half a pair &#xD800; and &#0;.</p>", "Half a pair \ufffd and \ufffd.", id="to nothing"),
        pytest.param("<p>Seen.</p><script>alert('unseen')</script><style>p {}</style>", "Seen.", id="script and style"),
    ],
)
def test_blocks_become_paragraphs(body: str, text: str) -> None:
    assert _text(body) == text


def test_what_is_around_the_article_is_left_out() -> None:
    assert (
        html.read(_page(f"<h1>Old pier to close</h1><p>{PROSE}</p>").encode())[0].text
        == f"Old pier to close\n\n{PROSE}"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("<title>How &lt;script&gt; got its name</title>", "How <script> got its name", id="escaped"),
        pytest.param(
            "<title>How <script>alert(1)</script> works</title>",
            "How <script>alert(1)</script> works",
            id="raw",
        ),
        pytest.param(
            '<meta property="og:title" content="How &lt;script&gt; got its name">',
            "How <script> got its name",
            id="in meta",
        ),
        pytest.param("", None, id="none"),
    ],
)
def test_markup_in_a_title_is_text(head: str, title: str | None) -> None:
    assert html.read(_page(f"<p>{PROSE}</p>", head).encode())[0].title == title


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        pytest.param('<meta charset="ISO-8859-1">', "latin-1", id="Latin-1"),
        pytest.param('<meta charset="iso-8859-1">', "cp1252", id="Latin-1 that is windows-1252"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
            "cp1252",
            id="old form",
        ),
        pytest.param("<meta charset=ISO-8859-15>", "iso-8859-15", id="without quotes"),
        pytest.param('<meta charset="utf-8">', "utf-8", id="UTF-8"),
        pytest.param('<meta charset="ISO-8859-1">', "utf-8", id="UTF-8 with a stale declaration"),
        pytest.param("", "utf-8", id="UTF-8 without a declaration"),
        pytest.param("", "utf-8-sig", id="byte order mark"),
        pytest.param('<meta charset="utf-8">', "utf-16", id="UTF-16"),
    ],
)
def test_charsets(head: str, codec: str) -> None:
    [draft] = html.read(_page(f"<p>{UMLAUT}</p>", f"{head}<title>München</title>").encode(codec))
    assert (draft.title, draft.text) == ("München", UMLAUT)


def test_the_charset_of_an_xml_declaration() -> None:
    page = _page(f"<p>{UMLAUT}</p>").replace("<!doctype html>", '<?xml version="1.0" encoding="ISO-8859-1"?>')
    assert html.read(page.encode("latin-1"))[0].text == UMLAUT


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(f"<p>{PROSE}</p>", PROSE, id="a fragment"),
        pytest.param(f"<html><body><p>{PROSE}", PROSE, id="nothing closed"),
        pytest.param("<html><body><p>Short.</p></body></html>", "Short.", id="short"),
        pytest.param(f"<html/>\n<body><p>{PROSE}</p></body>", PROSE, id="html closed at once"),
    ],
)
def test_bad_markup_is_read_all_the_same(page: str, text: str) -> None:
    assert html.read(page.encode())[0].text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n", "nothing but white space", id="white space"),
        pytest.param(b"<html><body></body></html>", "no main text found in the page", id="no body"),
        pytest.param(
            b"<html><head><title>A</title></head></html>", "no main text found in the page", id="a title only"
        ),
        pytest.param(b"<html><script>x()</script></html>", "no main text found in the page", id="a script only"),
        pytest.param(b"<div>" * 50_000, "no main text found in the page", id="a heap of tags"),
        pytest.param(b"<p>caf\xe9</p>", "not UTF-8: byte 0xE9 at position 6", id="no charset"),
        pytest.param(
            b'<meta charset="unicode_escape"><p>\xe9',
            "not UTF-8: byte 0xE9 at position 34",
            id="no web charset",
        ),
        pytest.param(b'<meta charset="gb2312"><p>\xff\xff', "not gb2312, as it says it is", id="another charset"),
        pytest.param(b"\xff\xfe<\0p", "not utf-16, as it says it is", id="half a character of UTF-16"),
        pytest.param(b"<p>\0</p>", "binary: a NUL byte at position 3", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a PNG image, not text", id="PNG"),
    ],
)
def test_what_is_no_page_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        html.read(data)
    assert refused.value.reason == reason


def test_whatever_a_parser_raises_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    with pytest.raises(Unreadable, match=r"not a page that can be read \(RecursionError\)"):
        html.read(_page(f"<p>{PROSE}</p>").encode())


def test_nothing_is_said_on_the_terminal(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with pytest.raises(Unreadable):
        html.read(b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


def test_a_page_does_not_depend_on_the_pages_before_it() -> None:
    page = _page(f"<p>{PROSE}</p><p>{UMLAUT}</p>").encode()
    first = html.read(page)
    for number in range(5):
        html.read(_page(f"<p>{PROSE}</p><p>Another end, the {number}th of its kind, for the same page.</p>").encode())
    assert html.read(page) == first


ENTRIES = (
    ("3 May 2016", "Ada Brandt became mayor."),
    ("5 June 2019", "She shut the pier."),
    ("1 July 2021", "It fell."),
)


def _entries(markup: str) -> str:
    return "".join(markup.format(date=date, told=told) for date, told in ENTRIES)


@pytest.mark.parametrize(
    ("body", "between"),
    [
        pytest.param(_entries('<div><span class="date">{date}</span><p>{told}</p></div>'), "\n\n", id="before a block"),
        pytest.param(
            _entries('<div><div class="meta"><time>{date}</time></div><p>{told}</p></div>'), "\n\n", id="in a block"
        ),
        pytest.param(
            _entries('<div><div class="entry-date">{date}</div><p>{told}</p></div>'), "\n\n", id="a block itself"
        ),
        pytest.param(
            f"<ul>{_entries('<li><span class=date>{date}</span><span>{told}</span></li>')}</ul>", " ", id="in a line"
        ),
        pytest.param(f"<ul>{_entries('<li><time>{date}</time> {told}</li>')}</ul>", " ", id="with a blank"),
    ],
)
def test_the_date_of_each_entry_stands_before_its_words(body: str, between: str) -> None:
    assert _text(body) == "\n\n".join(f"{date}{between}{told}" for date, told in ENTRIES)


def test_the_dates_of_links_to_other_pages_are_left_out() -> None:
    assert "2016" not in _text(_entries('<div><h3>Pier</h3><div class="meta"><time>{date}</time></div></div>'))


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        pytest.param('<time class="updated">25 March 2021</time>', "/2021-03-25", id="updated"),
        pytest.param('<p class="last-updated">25 March 2021</p>', "/2021-03-25", id="last updated"),
        pytest.param('<p><time itemprop="dateModified">25 March 2021</time></p>', "/2021-03-25", id="microdata"),
        pytest.param('<time aria-label="Last updated">25 March 2021</time>', "/2021-03-25", id="label"),
        pytest.param(
            '<p>19 March 2021</p><div class="fb-post"><p>So be it.</p><time>3 March 2019</time></div>',
            "2021-03-19",
            id="day of an embedded post",
        ),
        pytest.param('<span class="post-date updated">25 March 2021</span>', "2021-03-25", id="as old forms demand"),
        pytest.param('<time class="entry-date published updated">25 March 2021</time>', "2021-03-25", id="both"),
        pytest.param(
            '<p><time class="published">19 March 2021</time> <time class="updated">25 March 2021</time></p>',
            "2021-03-19",
            id="one of each",
        ),
    ],
)
def test_a_day_that_is_marked_as_that_of_a_change(line: str, edtf: str) -> None:
    paragraphs = "".join(
        f"<p>The pier is closed on its {side} side until further notice.</p>" for side in ("east", "west")
    )
    [draft] = html.read(_page(f"<h1>Pier</h1>{line}{paragraphs}").encode())
    when = draft.article("pier.html").published.when
    assert (when.edtf if when else None) == edtf
