"""Pages as crawlers and browsers keep them: WARC, MHTML, SingleFile."""

import gzip
import io
import re
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dossier.model import Article, Method, Skipped
from tests.sources.shown import shown

WORDS = "The harbour board closed the pier on Monday, for good."
PAGE = f"<html><head><title>Pier</title></head><body><article><p>{WORDS} Zoë</p></article></body></html>"
ADDRESS = "https://example.org/pier"
RESPONSES: Mapping[str, tuple[str, str, bytes]] = {
    "page": ("200 OK", "text/html; charset=utf-8", PAGE.encode()),
    "latin": ("200 OK", 'text/html; charset="ISO-8859-1"', PAGE.encode("latin-1")),
    "moved": ("301 Moved", "text/html", b"<html><body><p>Moved permanently.</p></body></html>"),
    "missing": ("404 Not Found", "text/html", b"<html><body><p>There is no such page.</p></body></html>"),
    "picture": ("200 OK", "image/png", b"x"),
    "blank": ("200 OK", "text/html", b"<html><body></body></html>"),
}


def crawl(*names: str, packed: bool) -> bytes:
    """A web archive with these responses, as warcio writes it."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "a crawler"}))
    for name in names:
        status, kind, body = RESPONSES[name]
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        more = {"WARC-Date": "2025-03-19T10:05:00Z"}
        args = {"payload": io.BytesIO(body), "http_headers": headers, "warc_headers_dict": more}
        record = writer.create_warc_record(f"https://example.org/{name}", "response", **args)
        writer.write_record(record)
        record.raw_stream.close()
    return stream.getvalue()


@pytest.mark.parametrize(("name", "packed"), [("x.warc", False), ("x.warc.gz", True), ("x", False), ("x", True)])
def test_a_web_archive_gives_its_pages(name: str, packed: bool, tmp_path: Path) -> None:
    found = shown(tmp_path, name, crawl("moved", "page", "picture", "blank", "latin", "missing", packed=packed))
    assert [item.ref for item in found] == [f"{name}:1", f"{name}:2", f"{name}:3"]
    assert [item.url for item in found if isinstance(item, Article)] == [
        f"https://example.org/{n}" for n in ("page", "latin")
    ]
    assert {item.text for item in found if isinstance(item, Article)} == {f"{WORDS} Zoë"}
    assert isinstance(found[1], Skipped)
    assert found[1].reason == "no main text found in the page"


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_with_a_wrong_length_is_told_and_the_rest_is_read(
    packed: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = crawl("page", "latin", packed=False)
    length = re.search(rb"Content-Length: (\d{3})\r\n\r\nHTTP", data)
    assert length
    data = data[: length.start(1)] + b"%d" % (int(length[1]) - 20) + data[length.end(1) :]
    name = "x.warc.gz" if packed else "x.warc"
    *articles, problem = shown(tmp_path, name, gzip.compress(data) if packed else data)
    assert [item.ref for item in articles] == [f"{name}:1", f"{name}:2"]
    assert isinstance(problem, Skipped)
    assert problem.reason == "lengths in it are wrong, so that pages may be missing"
    assert capfd.readouterr() == ("", "")


LONG = PAGE.replace("<p>", "<p>" + f"{WORDS} " * 4_000).encode()
CHUNKED = b"%x\r\n%s\r\n" % (50_000, LONG[:50_000]) + b"%x\r\n%s\r\n0\r\n\r\n" % (len(LONG) - 50_000, LONG[50_000:])


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        pytest.param(LONG, {}, None, id="as it is"),
        pytest.param(gzip.compress(LONG), {"Content-Encoding": "gzip"}, None, id="gzip"),
        pytest.param(brotli.compress(LONG), {"Content-Encoding": "br"}, None, id="Brotli"),
        pytest.param(LONG, {"Content-Encoding": "br"}, "its content cannot be unpacked (error)", id="no Brotli"),
        pytest.param(CHUNKED, {"Transfer-Encoding": "chunked"}, None, id="in chunks"),
        pytest.param(LONG, {"Content-Encoding": "zstd"}, "its content is packed as zstd, which is not read", id="zstd"),
        pytest.param(bytes(8_000_001), {}, "larger than 8,000,000 bytes", id="large"),
    ],
)
@pytest.mark.parametrize("packed", [True, False])
def test_a_long_page_is_read_whole_however_it_came(
    body: bytes, headers: dict[str, str], reason: str | None, packed: bool, tmp_path: Path
) -> None:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for content, more in ((body, headers), (PAGE.encode(), {})):
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *more.items()], protocol="HTTP/1.1")
        record = writer.create_warc_record(ADDRESS, "response", payload=io.BytesIO(content), http_headers=http)
        writer.write_record(record)
        record.raw_stream.close()
    first, second = shown(tmp_path, "x.warc.gz" if packed else "x.warc", stream.getvalue())
    assert isinstance(second, Article)
    if reason:
        assert isinstance(first, Skipped)
        assert first.reason == reason
    else:
        assert isinstance(first, Article)
        assert first.text.count(WORDS) == 4_001


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        pytest.param("", "/2025-03-19", id="published by then"),
        pytest.param("2019-05-06", "2019-05-06", id="long before"),
        pytest.param("2025-03-20", "2025-03-20", id="the next day, east of the crawler"),
        pytest.param("2025-03-21", "2025-03-21?", id="later: one of them is wrong"),
    ],
)
def test_the_day_of_a_crawl_is_no_publication_date(stated: str, edtf: str, tmp_path: Path) -> None:
    data = crawl("page", packed=False)
    if stated:
        # of the same length, so that the lengths in the record stay right
        old = b"<title>Pier</title></head><body><article><p>The harbour board closed the pier"
        new = f'<meta name="date" content="{stated}"><p>On Monday,'.encode()
        data = data.replace(old, new + b" " * (len(old) - len(new)))
    [article] = shown(tmp_path, "x.warc", data)
    assert isinstance(article, Article)
    assert article.published.when is not None
    assert (article.published.when.edtf, article.published.method) == (edtf, Method.METADATA)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(crawl("page", "latin", packed=True)[:-40], id="gzip, cut off"),
        pytest.param(crawl("page", packed=True) + gzip.compress(b"no record\r\n\r\n"), id="no record"),
    ],
)
def test_a_web_archive_that_is_cut_off_keeps_what_came_before(data: bytes, tmp_path: Path) -> None:
    first, *_, last = shown(tmp_path, "x.warc.gz", data)
    assert isinstance(first, Article)
    assert isinstance(last, Skipped)
    assert last.reason == "it is cut off or damaged; what came before is read"


def saved_by_chromium(browser: Browser) -> bytes:
    """The page as Chromium saves it with its pictures."""
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(body=PAGE.encode(), content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS)
        return context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode()


@pytest.mark.slow
def test_a_page_that_chromium_saved_with_its_pictures(browser: Browser, tmp_path: Path) -> None:
    saved = saved_by_chromium(browser)
    for name in ("2025-03-14.mhtml", "x.mht", "x", "x.html"):
        [article] = shown(tmp_path, name, saved)
        assert isinstance(article, Article)
        assert (article.ref, article.text, article.url) == (name, f"{WORDS} Zoë", ADDRESS)
        assert (article.title, article.published.method) == ("Pier", "filename" if "2025" in name else "metadata")


def test_a_page_of_single_file_has_its_address_and_was_published_by_then(tmp_path: Path) -> None:
    saved = "Wed Mar 19 2025 10:05:00 GMT+0100 (Central European Standard Time)"
    note = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: {saved}\n-->"
    [article] = shown(tmp_path, "x.html", PAGE.replace("<head>", f"{note}<head><meta charset=utf-8>").encode())
    assert isinstance(article, Article)
    assert (article.url, article.text) == (ADDRESS, f"{WORDS} Zoë")
    assert article.published.when is not None
    assert article.published.when.edtf == "/2025-03-19"
