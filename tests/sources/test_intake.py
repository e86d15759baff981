"""The whole way: sources to articles, skipped ones, and each article once."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from dossier.errors import SourceMissing
from dossier.model import Article, Method, Published, Skipped, When
from dossier.sources import MAX_CHARACTERS, MAX_FILE_BYTES, distinct, read

PAGE = b"<!doctype html><html><body><p>The pier is closed, said the board of the harbour, for good.</p></body></html>"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(name: str, data: bytes | str) -> str:
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


def _line(text: str = "A.", **more: object) -> str:
    return json.dumps({"text": text, **more}) + "\n"


def _stdin(data: bytes) -> list[Article | Skipped]:
    return list(read(["-"], stdin=io.BytesIO(data)))


def _shown(items: Iterator[Article | Skipped]) -> list[tuple[str, str]]:
    return [(item.ref, item.text if isinstance(item, Article) else f"! {item.reason}") for item in items]


def test_every_kind_of_file_is_read() -> None:
    for name in ("a.txt", "b.md", "c.markdown"):
        _write(name, "Words.")
    for name in ("d.html", "e.htm", "f.xhtml"):
        _write(name, PAGE)
    for name in ("g.jsonl", "h.ndjson"):
        _write(name, _line("Words.", id=name))
    found = {item.ref: item for item in read(["."])}
    assert list(found) == ["a.txt", "b.md", "c.markdown", "d.html", "e.htm", "f.xhtml", "g.jsonl", "h.ndjson"]
    assert all(isinstance(item, Article) for item in found.values())


def test_a_given_language_goes_before_that_of_a_page_and_after_the_articles_own() -> None:
    _write("a.html", PAGE.replace(b"<html>", b'<html lang="fr">'))
    _write("b.txt", "Words.")
    _write("c.jsonl", _line("Words.", language="de"))
    for given, expected in ((None, ["fr", None, "de"]), ("en", ["en", "en", "de"])):
        assert [item.language for item in read(["."], language=given) if isinstance(item, Article)] == expected


def test_a_plain_file_has_the_hash_of_its_bytes() -> None:
    import hashlib

    data = "Zwölf\r\nBoxkämpfer\n".encode()
    [article] = read([_write("a.txt", data)])
    assert isinstance(article, Article)
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_sources_come_in_the_order_given() -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        _write(name, name)
    assert [ref for ref, _ in _shown(read(["c.txt", "a.txt", "*.txt"]))] == ["c.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("sources", "shown"),
    [
        pytest.param(["a.txt", "a.txt"], [("a.txt", "A.")], id="the same path"),
        pytest.param(["a.txt", "./a.txt", ".", "*.txt"], [("a.txt", "A.")], id="the same path by other ways"),
        pytest.param([".", "a.txt"], [("a.txt", "A.")], id="folder first"),
    ],
)
def test_a_file_reached_twice_is_read_once(sources: list[str], shown: list[tuple[str, str]]) -> None:
    _write("a.txt", "A.")
    assert _shown(read(sources)) == shown


def test_a_file_under_two_names_is_read_once_and_told(here: Path) -> None:
    _write("a.txt", "A.")
    Path("b.txt").symlink_to("a.txt")
    absolute = (here / "a.txt").as_posix()
    twice = Skipped("b.txt", "the same file as a.txt", duplicate_of="a.txt")
    assert list(read([".", absolute]))[1:] == [twice]


def test_a_problem_met_twice_is_told_once() -> None:
    _write("photo.png", "x")
    assert len(list(read([".", "*", "photo.png"]))) == 1


def test_nothing_is_read_when_a_source_is_missing() -> None:
    class Untouched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("read too early")

    with pytest.raises(SourceMissing, match="nowhere"):
        read(["-", "nowhere"], stdin=Untouched())


def test_an_empty_folder_gives_nothing(here: Path) -> None:
    (here / "empty").mkdir()
    assert list(read(["empty"])) == []


REFS = [
    pytest.param("a.jsonl", _line(id="x", url="https://example.org/1"), "x", id="id"),
    pytest.param("a.jsonl", _line(id=17), "17", id="a number"),
    pytest.param("a.jsonl", _line(url="https://example.org/1"), "https://example.org/1", id="url"),
    pytest.param("a.jsonl", "\n" + _line(), "a.jsonl:2", id="line"),
    pytest.param("a.md", "---\nid: x\n---\nA.", "x", id="id in front matter"),
    pytest.param("a.md", "---\nurl: https://example.org/1\n---\nA.", "a.md", id="a file goes by its path"),
    pytest.param("a.txt", "A.", "a.txt", id="text"),
]


@pytest.mark.parametrize(("name", "data", "ref"), REFS)
def test_what_an_article_goes_by(name: str, data: str, ref: str) -> None:
    assert [item.ref for item in read([_write(name, data)])] == [ref]


def test_an_id_that_comes_again_does_not_hide_an_article() -> None:
    lines = [
        _line("A.", id="x"),
        _line("B.", id="x", url="https://example.org/2"),
        _line("C.", id="x"),
        "broken",
    ]
    found = list(read([_write("a.jsonl", "".join(lines)), _write("b.md", "---\nid: x\n---\nD.")]))
    assert [item.ref for item in found] == ["x", "https://example.org/2", "a.jsonl:3", "a.jsonl:4", "b.md"]
    assert [item.extra for item in found if isinstance(item, Article)] == [
        {},
        {"id": "x"},
        {"id": "x"},
        {"id": "x"},
    ]


def test_a_path_that_is_taken_as_an_id_does_not_hide_a_file() -> None:
    sources = [_write("a.jsonl", _line("A.", id="b.txt")), _write("b.txt", "B.")]
    assert _shown(read(sources)) == [("b.txt", "A."), ("b.txt (2)", "B.")]


PUBLISHED = [
    pytest.param("a.jsonl", _line(published="2021-03"), "2021-03", "given", id="its own in JSONL"),
    pytest.param("a.md", "---\ndate: 2021-03-14\n---\nA.", "2021-03-14", "given", id="its own in front matter"),
    pytest.param("2021-03-22.txt", "A.", "2020", "given", id="before the file name"),
    pytest.param("a.txt", "March 14, 2021\nA.", "2020", "given", id="before a dateline"),
    pytest.param("a.jsonl", _line(url="https://example.org/2021/03/14/a"), "2020", "given", id="before a URL"),
    pytest.param(
        "a.html",
        PAGE.replace(b"<body>", b'<meta name=date content="2021-03-14">'),
        "2020",
        "given",
        id="before metadata",
    ),
]


@pytest.mark.parametrize(("name", "data", "edtf", "method"), PUBLISHED)
def test_the_date_for_the_whole_run(name: str, data: bytes | str, edtf: str, method: str) -> None:
    [article] = read([_write(name, data)], published=When.parse("2020"))
    assert isinstance(article, Article)
    assert article.published == Published(When.parse(edtf), Method(method))


FOUND = [
    pytest.param("2021-03-22-pier.txt", "A.", "2021-03-22", "filename", id="file name"),
    pytest.param("2021-03-pier.md", "A.", "2021-03", "filename", id="month in a file name"),
    pytest.param("2021-03-22.jsonl", _line(), None, "unknown", id="the name of a feed is no date of its articles"),
    pytest.param("a.txt", "Pier\nMarch 14, 2021\nA.", "2021-03-14", "dateline", id="dateline"),
    pytest.param("a.jsonl", _line("ROME, March 14, 2021 — A."), "2021-03-14", "dateline", id="dateline in JSONL"),
    pytest.param("a.jsonl", _line(url="https://example.org/2021/03/14/a"), "2021-03-14", "url", id="URL in JSONL"),
    pytest.param(
        "a.md", "---\nurl: https://example.org/2021/03/a\n---\nA.", "2021-03", "url", id="URL in front matter"
    ),
    pytest.param(
        "2019-01-01.html",
        PAGE.replace(b"<body>", b"<link rel=canonical href='https://example.org/2021/03/14/a'><body>"),
        "2021-03-14?",
        "url",
        id="URL of a page",
    ),
    pytest.param(
        "a.html",
        PAGE.replace(
            b"<body>",
            b"<meta name=date content=2021-03-13><link rel=canonical href='https://example.org/2021/03/14/'>",
        ),
        "2021-03-13?",
        "metadata",
        id="metadata of a page",
    ),
    pytest.param(
        "a.html",
        PAGE.replace(b"</body>", b"<footer>&copy; 2019 Coast</footer>"),
        None,
        "unknown",
        id="copyright",
    ),
    pytest.param("a.txt", "A pier of 1921. In 2019 it closed.", None, "unknown", id="a year in the story"),
]


@pytest.mark.parametrize(("name", "data", "edtf", "method"), FOUND)
def test_the_date_that_is_found(name: str, data: bytes | str, edtf: str | None, method: str) -> None:
    [article] = read([_write(name, data)])
    assert isinstance(article, Article)
    assert (article.published.when.edtf if article.published.when else None, article.published.method) == (
        edtf,
        method,
    )


UNREADABLE = [
    pytest.param("a.txt", b"caf\xe9 ", "a.txt", "not UTF-8: byte 0xE9 at position 3", id="Latin-1"),
    pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\0", "a.txt", "a PNG image, not text", id="PNG"),
    pytest.param("a.jsonl", b"\x89PNG\r\n\x1a\n\0", "a.jsonl", "a PNG image, not text", id="PNG as a feed"),
    pytest.param("a.txt", b" \n", "a.txt", "nothing but white space", id="blank"),
    pytest.param("a.txt", b"x" * 30_000_000, "a.txt", f"larger than {MAX_FILE_BYTES:,} bytes", id="30 MB in a line"),
    pytest.param(
        "a.md", b"x" * (MAX_FILE_BYTES + 1), "a.md", f"larger than {MAX_FILE_BYTES:,} bytes", id="large Markdown"
    ),
    pytest.param(
        "a.html", b"x" * (MAX_FILE_BYTES + 1), "a.html", f"larger than {MAX_FILE_BYTES:,} bytes", id="large page"
    ),
    pytest.param(
        "a.jsonl", b"x" * 30_000_000, "a.jsonl:1", "a line of more than 8,000,000 bytes", id="30 MB in a feed"
    ),
    pytest.param(
        "a.txt",
        b"x" * (MAX_CHARACTERS + 1),
        "a.txt",
        "1,000,001 characters long, the most is 1,000,000",
        id="a character too many",
    ),
    pytest.param(
        "a.jsonl",
        _line("x" * (MAX_CHARACTERS + 1)).encode(),
        "a.jsonl:1",
        "1,000,001 characters long, the most is 1,000,000",
        id="a character too many in a feed",
    ),
]


@pytest.mark.parametrize(("name", "data", "ref", "reason"), UNREADABLE)
def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(name: str, data: bytes, ref: str, reason: str) -> None:
    good = _write("z.txt", "Good.")
    skipped, article = read([_write(name, data), good])
    assert isinstance(skipped, Skipped)
    assert (skipped.ref, skipped.reason, bool(skipped.duplicate_of)) == (ref, reason, False)
    assert article.ref == good


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"x" * MAX_CHARACTERS, id="characters"),
        pytest.param("\U0001f6a8".encode() * MAX_CHARACTERS, id="wide characters"),
    ],
)
def test_the_longest_article_is_read(data: bytes) -> None:
    [article] = read([_write("a.txt", data)])
    assert isinstance(article, Article)
    assert len(article.text) == MAX_CHARACTERS


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_that_is_closed_to_us_is_skipped(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> BinaryIO:
        raise PermissionError(13, "Permission denied")

    _write(name, _line())
    monkeypatch.setattr(Path, "open", closed)
    [skipped] = read([name])
    assert str(skipped) == f"{name}: permission denied (make it readable, for example with chmod u+rX)"


def test_a_file_that_fails_on_the_way_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def readinto(self, buffer: bytearray, /) -> int:
            count = super().readinto(buffer)
            if not count:
                raise OSError(5, "Input/output error")
            return count

    _write("a.jsonl", _line())
    monkeypatch.setattr(Path, "open", lambda *_: Failing(_line().encode()))
    assert _shown(read(["a.jsonl"])) == [
        ("a.jsonl:1", "A."),
        ("a.jsonl", "! it cannot be read: Input/output error"),
    ]


STDIN = [
    pytest.param(b"Just text.\n", [("stdin", "Just text.\n")], id="text"),
    pytest.param(b"\n\n  Text.", [("stdin", "\n\n  Text.")], id="text after blank lines"),
    pytest.param(b"\xef\xbb\xbfText.", [("stdin", "Text.")], id="byte order mark"),
    pytest.param(_line("A.").encode(), [("stdin:1", "A.")], id="JSONL"),
    pytest.param(
        b"\n" + _line("A.", id="x").encode() + b"broken\n" + _line("B.").encode(),
        [("x", "A."), ("stdin:3", "! not JSON: Expecting value at column 1"), ("stdin:4", "B.")],
        id="JSONL with a broken line",
    ),
    pytest.param(b'\xef\xbb\xbf{ "text": "A."}', [("stdin:1", "A.")], id="JSONL with a mark"),
    pytest.param(
        b'{"text": "A.',
        [("stdin:1", "! not JSON: Unterminated string starting at at column 10")],
        id="JSONL, cut",
    ),
    pytest.param(b"{a brace} begins it.", [("stdin", "{a brace} begins it.")], id="a brace in a text"),
    pytest.param(PAGE, [("stdin", "The pier is closed, said the board of the harbour, for good.")], id="page"),
    pytest.param(
        b" <?xml version='1.0'?>\n<!-- x -->\n<HTML><body><p>The pier is closed for good.</p></body></HTML>",
        [("stdin", "The pier is closed for good.")],
        id="page after a declaration and a comment",
    ),
    pytest.param(b"<p> is a tag.", [("stdin", "<p> is a tag.")], id="a tag in a text"),
    pytest.param(b"", [("stdin", "! empty")], id="nothing"),
    pytest.param(b"\n \n", [("stdin", "! nothing but white space")], id="blank"),
    pytest.param(b"caf\xe9", [("stdin", "! not UTF-8: byte 0xE9 at position 3")], id="Latin-1"),
    pytest.param(b"\x89PNG\r\n\x1a\n", [("stdin", "! a PNG image, not text")], id="PNG"),
    pytest.param(b"x" * 30_000_000, [("stdin", f"! larger than {MAX_FILE_BYTES:,} bytes")], id="30 MB"),
    pytest.param(b"\n" * 30_000_000, [("stdin", f"! larger than {MAX_FILE_BYTES:,} bytes")], id="30 MB of blank lines"),
    pytest.param(
        b'{"text": "' + b"x" * 30_000_000 + b'"}\n' + _line("B.").encode(),
        [("stdin:1", "! a line of more than 8,000,000 bytes"), ("stdin:2", "B.")],
        id="JSONL with a huge first line",
    ),
]


@pytest.mark.parametrize(("data", "shown"), STDIN)
def test_standard_input(data: bytes, shown: list[tuple[str, str]]) -> None:
    assert _shown(iter(_stdin(data))) == shown


def test_standard_input_is_read_once_and_in_its_place() -> None:
    _write("a.txt", "A.")
    _write("b.txt", "B.")
    found = read(["b.txt", "-", "a.txt", "-"], stdin=io.BytesIO(b"In between."))
    assert [item.ref for item in found] == ["b.txt", "stdin", "a.txt"]


def test_a_feed_on_standard_input_is_read_as_it_comes() -> None:
    class Feed(io.BytesIO):
        lines = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines += 1
            return _line(f"Number {self.lines}.").encode()

    feed = Feed()
    articles = read(["-"], stdin=feed)
    assert [next(articles).ref for _ in range(3)] == ["stdin:1", "stdin:2", "stdin:3"]
    assert feed.lines == 3


def test_without_a_standard_input_there_is_nothing_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _shown(read(["-"])) == [("stdin", "! empty")]


def _article(ref: str, text: str = "A.", **more: str) -> Article:
    return Article(ref=ref, text=text, **more)  # type: ignore[arg-type]


def test_each_article_once() -> None:
    problem = Skipped("x", "empty")
    items: list[Article | Skipped] = [
        _article("a"),
        problem,
        _article("b"),
        _article("c", "Other."),
        problem,
        _article("d"),
        _article("c", "Other."),
    ]
    assert list(distinct(items)) == [
        items[0],
        problem,
        Skipped("b", "the same article as a", duplicate_of="a"),
        items[3],
        problem,
        Skipped("d", "the same article as a", duplicate_of="a"),
        Skipped("c", "the same article as c", duplicate_of="c"),
    ]


def test_the_same_words_from_another_publisher_are_another_article() -> None:
    items = [_article("a", publisher="Coast Weekly"), _article("b", publisher="Harbour News")]
    assert list(distinct(items)) == items


def test_an_article_is_told_again_only_when_it_is_met() -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield _article("a")

    found = distinct(endless())
    assert isinstance(next(found), Article)
    assert isinstance(next(found), Skipped)
