"""Quoted text for a page: cleaned, cut, and with its triggers marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Quote, Span
from dossier.render.entries.notes import weblink
from dossier.render.wording import prose


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        (" a\n\tb\u00a0 c ", "a b c"),
        ("a\x0bb\x0cc\x85d\u2028e", "a b c d e"),
        ("a\x00b", "a\ufffdb"),
        ("a\x1bb\x7fc", "a\ufffdb\ufffdc"),
        ("a\ud800b", "a\ufffdb"),
        ("co\u2010op O\u02bcNeil “x” – 習", "co\u2010op O\u02bcNeil “x” – 習"),
    ],
)
def test_tidy(text: str, tidy: str) -> None:
    assert prose.tidy(text) == tidy


@pytest.mark.parametrize(
    ("exact", "triggers", "pieces"),
    [
        ("He was hit.", [(7, 10)], ["He was ", "*hit", "."]),
        ("hit him", [(0, 3)], ["*hit", " him"]),
        ("He was hit", [(7, 10)], ["He was ", "*hit"]),
        ("He  ran\n\nand hid.", [(13, 16), (4, 7)], ["He ", "*ran", " and ", "*hid", "."]),
        ("He ran and ran", [(3, 6), (3, 6)], ["He ", "*ran", " and ran"]),
        ("set it on fire", [(0, 14), (10, 14)], ["*set it on fire"]),
        ("sweep up again", [(0, 8), (6, 14)], ["*sweep up again"]),
        ("  He ran  ", [(5, 8)], ["He ", "*ran"]),
        ("He left.", [], ["He left."]),
        ("He was hit.", [(-90, -85), (-4, 2), (8, 14), (20, 23), (7, 10)], ["He was ", "*hit", "."]),
    ],
)
def test_triggers_are_marked(exact: str, triggers: list[tuple[int, int]], pieces: list[str]) -> None:
    start = 100
    quote = Quote(Span(start, start + len(exact)), exact)
    spans = [Span(start + first, start + last) for first, last in triggers]
    assert [("*" if s.is_trigger else "") + s.text for s in prose.quote_with_triggers(quote, spans).segments] == pieces


@given(st.text("ab c“.", min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=5))
def test_whatever_is_marked_the_words_are_those_of_the_quote(exact: str, triggers: list[tuple[int, int]]) -> None:
    quote = Quote(Span(10, 10 + len(exact)), exact)
    passage = prose.quote_with_triggers(quote, [Span(start, start + length) for start, length in triggers])
    assert passage.text.split() == exact.split()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("He left.", ""),
        ("Київ", ""),
        ("A man called أبو سالم left.", "ltr"),
        ("أبو سالم was seen in the harbour.", "ltr"),
        ("قال مسؤولون إن أبو سالم غادر (BBC).", "rtl"),
        ("turned \u202e round", "ltr"),
    ],
)
def test_direction_is_given_where_it_matters(text: str, direction: str) -> None:
    assert prose.unmarked(text).direction == direction


@pytest.mark.parametrize(
    ("tag", "language"), [("ar", "ar"), ("zh-Hant", "zh-Hant"), ("en", ""), (None, ""), ('x" onload="1', "")]
)
def test_language(tag: str | None, language: str) -> None:
    assert prose.unmarked("text", tag).language == language


@pytest.mark.parametrize(
    ("one", "other", "same"), [("a b", "a\n b ", True), ("a b", "ab", True), ("a b", "a c", False), ("A", "a", False)]
)
def test_same_words(one: str, other: str, same: bool) -> None:
    assert prose.same_words(one, other) is same


def test_a_long_text_is_cut() -> None:
    assert prose.shortened("Marek Varga", 20) == "Marek Varga"
    assert prose.shortened("x" * 80, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    "url",
    ["https://news.example.org/a?b=c&d=%20", "http://example.org", "https://192.0.2.1:8080/a_(b)#c"],
)
def test_web_addresses_are_links(url: str) -> None:
    assert weblink(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "//example.org/a",
        "news/2019/a.html",
        "https://",
        "https://user:secret@example.org/",
        "https://example.org@evil.example/",
        "https://example.org/a b",
        "https://example.org/\njavascript:",
        " https://example.org/",
        "https://\u0435xample.org/",
        "https://[::1/",
    ],
)
def test_other_addresses_are_text(url: str | None) -> None:
    assert weblink(url) == ""
