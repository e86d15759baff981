"""Files of JSON: what services answer, exports of posts and chats, lists, one article a line. All texts are made up."""

import io
import json

import pytest
import trafilatura

from dossier.sources.allowance import Allowance
from dossier.sources.draft import Draft
from dossier.sources.reader import InputFile, Part
from dossier.sources.readers.json_file import JSON_FILE
from dossier.sources.unreadable import Unreadable

TEXT = "The ferry Amal ran aground off Orlov on Monday."
OTHER = "Two tugs pulled the ferry off the rocks."
ALONE = 'it has no "text": a title and an address alone'


def _parts(name: str, data: bytes) -> list[Part]:
    return list(JSON_FILE.read(InputFile.of(name, io.BytesIO(data), Allowance(len(data)))))


def _told(parts: list[Part]) -> list[tuple[str, str]]:
    """The place of each article with its first words, or with the reason why there is none."""
    told = {part.place: part.outcome for part in parts}
    assert len(told) == len(parts)
    return [
        (place, found.text[: len(TEXT)] if isinstance(found, Draft) else getattr(found, "reason", ""))
        for place, found in told.items()
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param({"text": TEXT}, [("", TEXT)], id="one article"),
        pytest.param([{"text": TEXT}, {"text": OTHER}], [(":1", TEXT), (":2", OTHER)], id="a list"),
        pytest.param(
            {
                "status": "ok",
                "totalResults": 2,
                "articles": [
                    {"title": "Aground", "url": "https://example.org/1", "content": TEXT},
                    {"title": "Afloat", "url": "https://example.org/2", "content": None},
                ],
            },
            [(":1", TEXT), (":2", ALONE)],
            id="NewsAPI",
        ),
        pytest.param({"articles": {"results": [{"body": TEXT}]}}, [("", TEXT)], id="Event Registry"),
        pytest.param({"hits": {"hits": [{"_source": {"body": TEXT}}]}}, [("", TEXT)], id="Elasticsearch"),
        pytest.param(
            {"articles": [{"url": "https://example.org/1", "title": "Aground", "seendate": "20210316T101500Z"}]},
            [("", ALONE)],
            id="GDELT",
        ),
        pytest.param(
            {"title": "Coast Weekly", "description": "News of the coast", "items": [{"id": "a", "content_text": TEXT}]},
            [("", TEXT)],
            id="JSON Feed",
        ),
        pytest.param(
            {
                "data": [{"id": "7", "text": TEXT, "author_id": "9"}],
                "includes": {"users": [{"id": "9", "name": "Harbour", "description": "We tell.", "url": "x"}]},
            },
            [("", TEXT)],
            id="X",
        ),
        pytest.param(
            {"chats": {"list": [{"name": "Harbour", "messages": [{"id": 1, "text": TEXT}, {"id": 2, "text": ""}]}]}},
            [("", TEXT)],
            id="all chats of Telegram",
        ),
        pytest.param({"a1": {"text": TEXT}, "a2": {"text": OTHER}}, [(":1", TEXT), (":2", OTHER)], id="by their ids"),
        pytest.param(
            {"doc": "a1", "events": [{"text": "ran aground", "date": "2021-03-16"}]},
            [("", 'it has no "text"')],
            id="labels",
        ),
        pytest.param({"name": "dossier", "description": "A tool."}, [("", 'it has no "text"')], id="no article"),
    ],
)
def test_a_document_gives_its_articles(value: object, told: list[tuple[str, str]]) -> None:
    assert _told(_parts("a.json", json.dumps(value).encode())) == told
    assert _told(_parts("a", json.dumps(value, indent=2).encode())) == told


@pytest.mark.parametrize(
    ("name", "data", "places"),
    [
        pytest.param("a.json", b'{"text": "One."}\n{"text": "Two."}\n', [":1", ":2"], id="lines under .json"),
        pytest.param("a.json", b'{"text": "One."}\n', [""], id="a line alone"),
        pytest.param("a.jsonl", b'{"text": "One."}\n', [":1"], id="a line"),
        pytest.param("a.jsonl", b'[\n{"text": "One."},\n{"text": "Two."}\n]\n', [":1", ":2"], id="a list under .jsonl"),
        pytest.param("a.jsonl", b'{\n "text": "One."\n}\n', [""], id="an object under .jsonl"),
        pytest.param(
            "a.jsonl", b'{"articles": [{"text": "One."}, {"text": "Two."}]}\n', [":1.1", ":1.2"], id="an answer a line"
        ),
        pytest.param(
            "tweets.js", b'window.YTD.tweets.part0 = [{"tweet": {"full_text": "One."}}]', [""], id="archive of X"
        ),
        pytest.param("a.json", b'\xef\xbb\xbf[{"text": "One."}]', [""], id="byte order mark"),
    ],
)
def test_lines_and_documents_are_told_apart(name: str, data: bytes, places: list[str]) -> None:
    parts = _parts(name, data)
    assert [part.place for part in parts] == places
    assert all(isinstance(part.outcome, Draft) for part in parts)


def test_what_trafilatura_writes_is_read_with_all_that_it_found() -> None:
    page = (
        '<html lang="en"><head><title>Aground</title><meta property="og:site_name" content="Coast Weekly">'
        '<meta name="author" content="Ada Sund"><meta property="article:published_time" content="2021-03-16">'
        f'<link rel="canonical" href="https://example.org/1"></head><body><article><h1>Aground</h1>'
        f"<p>{TEXT} {OTHER}</p><p>{OTHER} {TEXT}</p></article></body></html>"
    )
    written = trafilatura.extract(page, output_format="json", with_metadata=True, url="https://example.org/1")
    assert written
    [part] = _parts("page.json", written.encode())
    assert isinstance(part.outcome, Draft)
    draft = part.outcome
    assert f"{TEXT} {OTHER}" in draft.text
    assert (draft.title, draft.publisher, draft.author, draft.url) == (
        "Aground",
        "Coast Weekly",
        "Ada Sund",
        "https://example.org/1",
    )
    assert (draft.given.edtf if draft.given else None) == "2021-03-16"


def test_what_stands_around_a_list_is_said_of_its_articles() -> None:
    chat = {
        "name": "Harbour channel",
        "type": "public_channel",
        "tlp": "amber",
        "messages": [
            {"id": 1, "type": "service", "text": "", "action": "create_channel"},
            {
                "id": 2,
                "type": "message",
                "date": "2021-03-16T10:00:00",
                "text": ["The ", {"type": "bold", "text": "Amal"}],
            },
            {"id": 3, "type": "message", "date": "2021-03-17T10:00:00", "text": OTHER, "tlp": "red"},
        ],
    }
    drafts = [part.outcome for part in _parts("result.json", json.dumps(chat).encode())]
    assert all(isinstance(draft, Draft) for draft in drafts)
    first, second = (draft for draft in drafts if isinstance(draft, Draft))
    assert (first.text, first.publisher, first.refs) == ("The Amal", "Harbour channel", ())
    assert [note.reason for note in first.notes][-1] == "in the same list, an entry without a text passed over"
    assert [draft.extra["tlp"] for draft in (first, second)] == ["TLP:AMBER", "TLP:RED"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b'{"text": "a",}', "not JSON: Expecting property name", id="a comma too many"),
        pytest.param(
            b'{"schema": "dossier/case/1", "articles": [{"title": "A", "url": "https://example.org"}]}',
            "no article: Dossier wrote it (dossier/case/1)",
            id="our own",
        ),
        pytest.param(b"[1, 2]", "JSON without an article in it", id="numbers"),
        pytest.param(b"[]", "JSON without an article in it", id="empty list"),
        pytest.param(b"[" * 100_000, "JSON that is nested too deeply", id="a heap of brackets"),
        pytest.param(b'[{"text": "a", "text": "b"}]', "not JSON: a key is there twice", id="key twice"),
        pytest.param(b"\x00\x01", "binary: a NUL byte at position 0", id="binary"),
        pytest.param(b" " * 20, "nothing but white space", id="blank"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        _parts("a.json", data)
    assert refused.value.reason.startswith(reason)
