"""JSON Lines: one line, one article or one reason; a line never harms the next."""

import io
import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import When
from dossier.sources import MAX_LINE_BYTES
from dossier.sources.draft import Draft
from dossier.sources.records import jsonl
from dossier.sources.unreadable import Unreadable

PRINTABLE = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))
RECORDS = st.fixed_dictionaries(
    {"text": PRINTABLE.filter(str.strip)},
    optional={"title": PRINTABLE, "note": PRINTABLE, "n": st.integers()},
)


def _read(data: bytes) -> list[tuple[str, Draft | Unreadable]]:
    return list(jsonl.read(jsonl.lines(io.BytesIO(data))))


def _one(data: bytes) -> Draft:
    [(_, draft)] = _read(data)
    assert isinstance(draft, Draft)
    return draft


def _reason(data: bytes) -> str:
    [(_, refused)] = _read(data)
    assert isinstance(refused, Unreadable)
    return refused.reason


@settings(deadline=None)
@given(st.lists(RECORDS), st.booleans())
def test_line_by_line_is_the_whole(records: list[dict[str, object]], ascii_only: bool) -> None:
    data = "".join(json.dumps(record, ensure_ascii=ascii_only) + "\n" for record in records).encode()
    drafts = [outcome for _, outcome in _read(data)]
    assert [draft.text for draft in drafts if isinstance(draft, Draft)] == [record["text"] for record in records]
    assert [place for place, _ in _read(data)] == [f":{number}" for number in range(1, len(records) + 1)]


def test_every_key_finds_its_field() -> None:
    record = {
        "id": "f1",
        "title": "Ferry",
        "text": "It ran aground.\r\n",
        "published": "2021-03",
        "url": "https://example.org/f",
        "publisher": "Coast Weekly",
        "author": "Ada Sund",
        "language": "en",
        "reliability": "B",
        "desk": {"name": "coast", "rank": [1, 2.5, None, True]},
    }
    assert _one(json.dumps(record).encode()) == Draft(
        text="It ran aground.\r\n",
        id="f1",
        refs=("f1", "https://example.org/f"),
        title="Ferry",
        given=When.parse("2021-03"),
        url="https://example.org/f",
        publisher="Coast Weekly",
        author="Ada Sund",
        language="en",
        reliability="B",
        extra={"desk": {"name": "coast", "rank": [1, 2.5, None, True]}},
    )


@pytest.mark.parametrize(
    ("record", "refs"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param({"id": "a"}, ("a",), id="id"),
        pytest.param({"id": 17}, ("17",), id="a number"),
        pytest.param({"url": "https://example.org"}, ("https://example.org",), id="url"),
        pytest.param({"id": " ", "url": None}, (), id="blank and null"),
    ],
)
def test_what_it_goes_by(record: dict[str, object], refs: tuple[str, ...]) -> None:
    assert _one(json.dumps({"text": "A.", **record}).encode()).refs == refs


@pytest.mark.parametrize(
    ("record", "edtf", "kept"),
    [
        pytest.param({"date": "2021-03-14"}, "2021-03-14", {}, id="date"),
        pytest.param({"date": "2021-03-14 00:00:00"}, "2021-03-14", {}, id="midnight stands for the day"),
        pytest.param({"publish_date": "2021-03-14T10:05:00"}, "2021-03-14T10:05:00", {}, id="a clock time"),
        pytest.param({"publishedAt": "2021-03-14T00:00:00Z"}, "2021-03-14T00:00:00Z", {}, id="midnight in UTC"),
        pytest.param({"pubDate": "Sun, 14 Mar 2021 10:00:00 GMT"}, "2021-03-14T10:00:00Z", {}, id="as feeds write it"),
        pytest.param({"published": "2021", "date": "2022"}, "2021", {"date": "2022"}, id="published goes before it"),
        pytest.param({"date": "soon"}, None, {"date": "soon"}, id="no date"),
        pytest.param({"date": 1615716000}, "2021-03-14T10:00:00Z", {}, id="seconds since 1970"),
        pytest.param({"date": 17}, None, {"date": 17}, id="a number"),
        pytest.param(
            {"pubDate": "2021-03-14", "pub_date": "2021-03-15"},
            None,
            {"pubDate": "2021-03-14", "pub_date": "2021-03-15"},
            id="two dates",
        ),
    ],
)
def test_a_date_under_the_key_of_another_tool(
    record: dict[str, object], edtf: str | None, kept: dict[str, object]
) -> None:
    draft = _one(json.dumps({"text": "A.", **record}).encode())
    assert (draft.given.edtf if draft.given else None, draft.extra) == (edtf, kept)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"{", "not JSON: Expecting property name enclosed in double quotes at column 2", id="cut"),
        pytest.param(b"prose", "not JSON: Expecting value at column 1", id="prose"),
        pytest.param(b'{"text": "a"} x', "not JSON: Extra data at column 15", id="something after it"),
        pytest.param(b'{"text": NaN}', 'its "text" is empty', id="NaN"),
        pytest.param(b'{"text": "a", "n": 1e999}', "not JSON: the number 1e999 is too large", id="infinite"),
        pytest.param(b'{"text": "a", "text": "b"}', "not JSON: a key is there twice", id="key twice"),
        pytest.param(b'["text"]', "not a JSON object", id="a list"),
        pytest.param(b"17", "not a JSON object", id="a number"),
        pytest.param(b'"text"', "not a JSON object", id="a string"),
        pytest.param(b"null", "not a JSON object", id="null"),
        pytest.param(b"[" * 100_000, "JSON that is nested too deeply", id="a heap of brackets"),
        pytest.param(b'{"text": "a", "x": ' + b"[" * 50 + b"]" * 50 + b"}", "it is nested too deeply", id="deep"),
        pytest.param(b'{"title": "a"}', 'it has no "text"', id="no text"),
        pytest.param(b'{"text": ""}', 'its "text" is empty', id="empty text"),
        pytest.param(b'{"text": " \\n"}', 'its "text" is empty', id="blank text"),
        pytest.param(b'{"text": null}', 'its "text" is empty', id="null text"),
        pytest.param(b'{"text": 5}', 'its "text" is no text', id="a number as text"),
        pytest.param(b'{"text": "caf\xe9"}', "not UTF-8: byte 0xE9 at position 13", id="Latin-1"),
        pytest.param(
            b'{"text": "a", "x": [{"\\udfff": 1}]}', "a key has a character that was cut in two", id="half a key"
        ),
        pytest.param(
            b'{"text": "a", "tlp\\u0000": "red"}', "a key has a character that was cut in two", id="NUL in a key"
        ),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: bytes, reason: str) -> None:
    assert _reason(line).startswith(reason)


def test_a_whole_surrogate_pair_is_one_character() -> None:
    assert _one(b'{"text": "\\ud83d\\udea8"}').text == "\U0001f6a8"


def test_lines_are_counted_with_the_blank_ones_and_the_rest_goes_on() -> None:
    data = b'\xef\xbb\xbf{"text": "One."}\r\n\n  \nbroken\n{"text": "Five."}'
    assert [place for place, _ in _read(data)] == [":1", ":4", ":5"]
    assert [isinstance(outcome, Draft) for _, outcome in _read(data)] == [True, False, True]


def test_a_separator_inside_a_string_does_not_end_the_line() -> None:
    written = "One\u2028Two\u0085Three\x0bFour"
    assert _one(json.dumps({"text": written}, ensure_ascii=False).encode()).text == written


def test_binary_is_refused_once_and_not_line_by_line() -> None:
    with pytest.raises(Unreadable, match="PNG"):
        _read(b"\x89PNG\r\n\x1a\n\n\n\n")


def test_a_huge_line_is_skipped_without_being_held() -> None:
    class Long(io.BytesIO):
        left = 30_000_000

        def readline(self, size: int | None = -1, /) -> bytes:
            length = min(self.left, size or 0)
            self.left -= length
            return b"x" * length

    tracemalloc.start()
    [(place, refused)] = jsonl.read(jsonl.lines(Long()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert place == ":1"
    assert isinstance(refused, Unreadable)
    assert refused.reason == f"a line of more than {MAX_LINE_BYTES:,} bytes"
    assert peak < 2 * MAX_LINE_BYTES


@pytest.mark.parametrize(
    ("size", "taken"),
    [
        pytest.param(MAX_LINE_BYTES, True, id="the longest"),
        pytest.param(MAX_LINE_BYTES + 1, False, id="one more"),
        pytest.param(2 * MAX_LINE_BYTES + 2, False, id="in two pieces exactly"),
    ],
)
def test_the_line_after_a_long_one_is_read(size: int, taken: bool) -> None:
    frame = len(b'{"text": "a", "x": ""}\n')
    long = b'{"text": "a", "x": "' + b"x" * (size - frame) + b'"}\n'
    outcomes = _read(long + b'{"text": "After."}\n')
    assert [(place, isinstance(outcome, Draft)) for place, outcome in outcomes] == [(":1", taken), (":2", True)]
