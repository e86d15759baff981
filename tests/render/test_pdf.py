"""The PDF of a briefing, as a PDF reader sees it."""

import gc
import hashlib
import io
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from dossier.model import Timeline
from dossier.render import Medium, render_html, render_pdf

pytestmark = pytest.mark.slow

OURS = re.compile(r"/[A-Z]{6}\+Source-(Serif|Sans)-Pro(-Semi-Bold)?")


@pytest.fixture(scope="module")
def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def printed(timeline: Timeline) -> bytes:
    return render_pdf(render_html(timeline, "g", medium=Medium.PAPER))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def fonts_of(reader: pypdf.PdfReader) -> set[str]:
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    return {font["/BaseFont"] for font in fonts}


def test_every_quote_can_be_copied_out_verbatim(pdf: bytes, sample: Timeline, squeezed: Callable[[str], str]):
    text = squeezed(text_of(pdf))
    quotes = {piece.quote.exact for event in sample.all_events for piece in event.evidence}
    assert len(quotes) == 6
    assert [quote for quote in quotes if squeezed(quote) not in text] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The fifth officer’s file on baffling flights fled the office affair, a waffle of ﬁxed ﬂux.",
        "‘Single’ and “double” fled, «guillemets» – en dash — em dash… 5 × 3 − 2, ½, 20 °C, €5, №7.",
        "A co\u2010op fled, no co-op; O\u02bcNeil is not O\u2019Neil; 5 \u00b5m is not \u03bcῆδ, nor \u2126 Ω.",
        "Володимир Кам\u02bcякд fled Київ; Οδυσσεύς fled Τροία; Đặng fled Łódź, Şişli, Þingvellir.",
        "He fled with e\u0301clat, and with a man called أبو سالم, to ירושלים and 北京 (🚨).",
        "fled" + "w" * 300 + ".",
    ],
)
def test_every_letter_survives(desk, squeezed: Callable[[str], str], sentence: str):
    article = desk.article(sentence)
    event = desk.event(desk.evidence(article, "fled", None, desk.dating("2020")))
    text = squeezed(text_of(printed(desk.timeline([article], [event]))))
    composed = sentence.replace("e\u0301", "é")
    assert squeezed(sentence) in text or squeezed(composed) in text


def test_dates_stand_next_to_their_entries(pdf: bytes):
    text = " ".join(text_of(pdf).split())
    assert "1 3 Mar 2019 [2–3] ×2 “seized”: not certain Police searched the depot" in text


def test_the_typefaces_are_ours_and_embedded(desk):
    article = desk.article("The depot was searched in Київ.", title="A raid", language="uk")
    event = desk.event(desk.evidence(article, "searched", None, desk.dating("2020")))
    reader = pypdf.PdfReader(io.BytesIO(printed(desk.timeline([article], [event]))))
    names = fonts_of(reader)
    assert len(names) == 4
    assert all(OURS.fullmatch(name) for name in names)
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        descendant = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendant["/FontDescriptor"].get_object()


def test_inner_links_resolve_and_outer_ones_are_web_addresses(read: pypdf.PdfReader):
    outer, inner = set(), set()
    for page in read.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link:
                outer.add(link["/A"]["/URI"])
            else:
                inner.add(link["/Dest"])
    assert outer == {"https://news.example.org/raid"}
    assert inner
    assert inner <= set(read.named_destinations)
    assert {"r1", "r5", "n1", "n6", "s1", "s3", "d1"} <= set(read.named_destinations)


def test_what_the_file_says_of_itself(read: pypdf.PdfReader):
    about = read.metadata
    assert (about.title, about.creator, about.author) == ("Marek Varga – briefing", "Dossier 0.1", None)
    assert about["/CreationDate"].startswith("D:20210501")
    assert "/ModDate" not in about
    assert read.trailer["/Root"]["/Lang"] == "en"
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_an_unknown_day_is_not_made_up(desk):
    reader = pypdf.PdfReader(io.BytesIO(printed(desk.timeline([], as_of=None))))
    assert "/CreationDate" not in reader.metadata


def test_pages_are_numbered_and_named(desk):
    articles = [desk.article(f"The depot was searched by {n} men.", ref=f"{n}") for n in range(20)]
    events = [desk.event(desk.evidence(a, "searched", None, desk.dating("2020"))) for a in articles]
    pages = pypdf.PdfReader(io.BytesIO(printed(desk.timeline(articles, events)))).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()
    assert "As of 1 May 2021" in pages[1].extract_text()


def test_no_entry_is_cut_in_two_by_a_page(desk, squeezed: Callable[[str], str]):
    sentence = (
        "The depot was searched, said {}, after a neighbour had seen two lorries without number plates at the gate."
    )
    articles = [desk.article(sentence.format(n), ref=f"{n}") for n in range(30)]
    inferred = "/2020-03-05"
    events = [
        desk.event(
            desk.evidence(a, "searched", None, desk.dating(inferred)), summary=f"Raid no. {n} was led by {n} men."
        )
        for n, a in enumerate(articles)
    ]
    pages = pypdf.PdfReader(io.BytesIO(printed(desk.timeline(articles, events)))).pages
    texts = [squeezed(page.extract_text()) for page in pages]
    for n in range(30):
        assert any(squeezed(sentence.format(n)) in text for text in texts)
        row = squeezed(f"{n + 1} By 5 Mar [{n + 1}] Raid no. {n} was led by {n} men.")
        assert any(row in text for text in texts)


def test_no_line_ends_with_a_hyphen(desk):
    article = desk.article("The US-built, pre- and post-war, well-known - so they say - lorry fled. " * 9)
    event = desk.event(desk.evidence(article, "fled", None, desk.dating("2020")))
    lines = text_of(printed(desk.timeline([article], [event]))).splitlines()
    assert any("US-built" in line for line in lines)
    assert not [line for line in lines if line.rstrip().endswith("-")]


def test_no_heading_is_left_behind_at_the_end_of_a_page(paper: str):
    headings = set(re.findall(r"<h2[^>]*>([^<]+)</h2>", paper))
    for height in range(150, 186, 4):
        lower = paper.replace("<main>", f'<main><div style="height: {height}mm"></div>')
        for page in pypdf.PdfReader(io.BytesIO(render_pdf(lower))).pages:
            text = re.sub(r"(Marek Varga\s*As of 1 May 2021\s*)?Page \d+ of \d+\s*$", "", page.extract_text().strip())
            assert text.strip().splitlines()[-1].strip() not in headings


def test_a_very_long_quote_is_all_there(desk, squeezed: Callable[[str], str]):
    words = [f"word{n}" for n in range(1500)]
    article = desk.article(" ".join(words))
    event = desk.event(desk.evidence(article, "word7", None, desk.dating("2020")))
    text = squeezed(text_of(printed(desk.timeline([article], [event]))))
    assert all(word in text for word in words)


@pytest.mark.parametrize("field", ["title", "text", "name"])
def test_a_word_of_five_thousand_characters_is_all_there(desk, field: str):
    word = "fled" + "zq" * 2500
    texts = {"title": "A raid", "text": "He fled.", "name": "Marek Varga", field: word}
    article = desk.article(texts["text"], title=texts["title"])
    event = desk.event(desk.evidence(article, "fled", None, desk.dating("2020")), summary="He fled.")
    text = text_of(printed(desk.timeline([article], [event], actor=desk.actor(name=texts["name"]))))
    assert "\u200b" not in text
    assert text.count("zq") + text.count("z\nq") >= 2500


def test_equal_pages_give_equal_bytes(paper: str, pdf: bytes):
    assert render_pdf(paper) == pdf


PAGE = "<html lang=en><head><title>t</title><style>{}</style></head><body><p>{}</p></body></html>"
OWN_FACE = (
    "@font-face { font-family: Source Serif Pro; font-weight: 400; src: url(typeface:SourceSansPro-Semibold.ttf) }"
)
PAGES = {
    "plain": PAGE.format("", "Police searched the depot."),
    "missing glyphs": PAGE.format("", "Police searched \u5317\u4eac and \u0e01."),
    "other missing glyphs": PAGE.format("", "Police searched \u2f00 and the depot."),
    "a typeface of its own": PAGE.format(
        OWN_FACE + " p { font-family: Source Serif Pro }", "Police searched the depot."
    ),
    "lines as high": PAGE.format("p { font-size: 12px; line-height: 1 }", "Police searched<br>the depot."),
    "lines higher": PAGE.format("p { font-size: 1px; line-height: 21 }", "Police searched<br>the depot."),
    "a picture with words": PAGE.format("", "<svg width='99' height='20'><text y='15'>depot \u5317</text></svg>"),
}
SEVERAL = """
import hashlib, json, sys
from dossier.render import render_pdf
pages = json.load(sys.stdin)
print(json.dumps([hashlib.sha256(render_pdf(page)).hexdigest() for page in pages]))
"""


def printed_in_one_process(pages: list[str], temporary: Path) -> list[str]:
    """The hash of each page's PDF."""
    environment = {**os.environ, "TMPDIR": str(temporary)}
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL],
        check=False,
        env=environment,
        input=json.dumps(pages),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(temporary.iterdir())
    return json.loads(done.stdout)


def test_what_was_printed_before_changes_no_byte(tmp_path: Path):
    alone = {name: printed_in_one_process([page], tmp_path)[0] for name, page in PAGES.items()}
    assert len(set(alone.values())) == len(PAGES)
    names = list(PAGES)
    order = [name for first in names for second in names for name in (first, second)]
    together = printed_in_one_process([PAGES[name] for name in order], tmp_path)
    assert [alone[name] for name in order] == together


def test_the_environment_is_left_as_it_was(paper: str, monkeypatch: pytest.MonkeyPatch, pdf: bytes):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render_pdf(paper) == pdf
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"
    assert gc.isenabled()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    render_pdf("<html lang=en><title>t</title><p>x</p></html>")
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_seed_and_zone_change_no_byte(paper: str, pdf: bytes, tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text(paper, encoding="utf-8")
    script = (
        "import hashlib,pathlib,sys;from dossier.render import render_pdf;"
        "print(hashlib.sha256(render_pdf(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))).hexdigest())"
    )
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Adak", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, str(page)]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
        assert done.stdout.strip() == hashlib.sha256(pdf).hexdigest()


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A machine without network; what tried to reach it."""
    tried: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        tried.append(args)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


def test_nothing_is_fetched(cut_off: list[object], tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    sheet = tmp_path / "sheet.css"
    sheet.write_text("p { display: none }")
    page = f"""<html lang=en><head><title>t</title><base href="http://example.org/">
    <link rel=stylesheet href="http://example.org/a.css"><link rel=stylesheet href="{sheet.as_uri()}">
    <link rel=attachment href="{secret.as_uri()}">
    <style>@import url(https://example.org/b.css); p {{ background: url(//example.org/c.png) }}
    @font-face {{ font-family: x; src: url(http://example.org/d.ttf) }}</style></head>
    <body><p style="font-family: x">It goes on.</p><img src="http://example.org/e.png" alt="picture">
    <img src="{secret.as_uri()}" alt="file"><object data="ftp://example.org/f"></object><img src="typeface:../x" alt="">
    <svg xmlns="http://www.w3.org/2000/svg"><title>t</title><image href="http://example.org/g.png"/></svg></body></html>"""
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(page)))
    assert "It goes on." in reader.pages[0].extract_text()
    assert not cut_off
    assert not reader.attachments


def test_data_is_not_fetched_but_shown(cut_off: list[object]):
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text y='9'>dot</text></svg>"
    page = f'<html lang=en><title>t</title><p>A <img src="{dot}" alt="dot"></p></html>'
    assert "dot" in text_of(render_pdf(page))
    assert not cut_off
