"""Text by others as HTML."""

import html as html_library
import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dossier.render.page_values.text_runs import Passage, TextRun
from dossier.render.templating import markup
from dossier.render.wording import prose

W = "w" * 50


def passage(*pieces: str, direction: str = "", language: str = "") -> Passage:
    """A passage; pieces that begin with ``*`` are triggers."""
    segments = (TextRun(piece.removeprefix("*"), piece.startswith("*")) for piece in pieces)
    return Passage(tuple(segments), direction, language)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("https://wire.northern-orlov.example/raid-7", "https://<wbr>wire.<wbr>northern-orlov.example/<wbr>raid-7"),
        ("notes/" * 7 + "x.txt", "notes/<wbr>" * 7 + "x.txt"),
        ("a US-built car", 'a <span class="whole">US-built</span> car'),
        ("pre- and post-war", '<span class="whole">pre- and</span> <span class="whole">post-war</span>'),
        ("Dravna - the port", 'Dravna <span class="whole">- the</span> port'),
        ("a co\u2010op", 'a <span class="whole">co\u2010op</span>'),
        ("3–5 March – or later", "3–5 March – or later"),
        ("<a-b>", '<span class="whole">&lt;a-b&gt;</span>'),
        (W, "wwwwwwww<wbr>" * 6 + "ww"),
        (f"<{W}", "&lt;wwwwwww<wbr>" + "wwwwwwww<wbr>" * 5 + "www"),
        ("e\u0301" * 40, "<wbr>".join(["e\u0301" * 8] * 5)),
        ("w" * 39, "w" * 39),
        ("w" + "\u0301" * 40, "w" + "\u0301" * 40),
        ("👩\u200d🚀" * 14, "<wbr>".join(["👩\u200d🚀" * 8, "👩\u200d🚀" * 6])),
        ("a\n b", "a b"),
        ("بغداد", '<bdi dir="rtl">بغداد</bdi>'),
        ("בן-דרור", '<bdi dir="rtl">בן-דרור</bdi>'),
        ("Ben-Dror (בן-דרור)", '<bdi dir="ltr"><span class="whole">Ben-Dror</span> (בן-דרור)</bdi>'),
        ("\u202egnp", '<bdi dir="ltr">\u202egnp</bdi>'),
    ],
)
def test_words_by_others_in_a_line(text: str, html: str) -> None:
    assert markup.foreign(text) == html


@pytest.mark.parametrize(
    ("said", "html"),
    [
        (passage("He was ", "*hit", "."), 'He was <strong class="trigger">hit</strong>.'),
        (passage("*<b>"), '<strong class="trigger">&lt;b&gt;</strong>'),
        (
            passage("a US-", "*built", " car"),
            'a <span class="whole">US-<strong class="trigger">built</strong></span> car',
        ),
        (passage("He ", "*fled", ".", language="uk"), '<bdi lang="uk">He <strong class="trigger">fled</strong>.</bdi>'),
        (passage("قتل", direction="rtl", language="ar"), '<bdi dir="rtl" lang="ar">قتل</bdi>'),
        (passage("x", direction='"><'), '<bdi dir="&#34;&gt;&lt;">x</bdi>'),
    ],
)
def test_a_passage(said: Passage, html: str) -> None:
    assert markup.words(said) == html


@given(st.text(st.sampled_from("a\u0431é\u0301م京👩\u200d -\u2010<&;.")))
def test_places_to_break_stand_in_overlong_words_alone_and_nothing_is_lost(text: str) -> None:
    given_text, page = prose.tidy(text), markup.foreign(text)
    assert ("<wbr>" in page) <= (max(map(len, text.split()), default=0) >= 40)
    assert html_library.unescape(re.sub(r"</?(wbr|bdi|span)[^>]*>", "", page)) == given_text


def test_an_address_keeps_its_beginning_whole() -> None:
    assert str(markup.foreign("https://wire.orlov.example/en/the-harbour-of-orlov-20210312")).startswith(
        "https://<wbr>wire.orlov.example/<wbr>"
    )


@given(st.text(st.sampled_from("aé\u0301م👩\u200d"), min_size=40))
def test_no_place_to_break_parts_a_letter_from_its_marks(word: str) -> None:
    pieces = re.sub("</?bdi[^>]*>", "", markup.foreign(word)).split("<wbr>")
    assert [regex.findall(r"\X", piece) for piece in pieces] == [
        regex.findall(r"\X", word)[at : at + 8] for at in range(0, len(regex.findall(r"\X", word)), 8)
    ]
