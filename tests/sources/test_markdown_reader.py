"""Markdown: front matter to fields, the rest exactly as it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Marking, When
from dossier.sources import markdown
from dossier.sources.draft import Draft
from dossier.sources.unreadable import Unreadable

BODY = "The ferry ran aground.\n"
LINES = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff"), min_size=1)


def _front(*lines: str, body: str = BODY) -> bytes:
    return "\n".join(["---", *lines, "---", body]).encode()


def _refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        markdown.read(data)
    return refused.value


@settings(deadline=None)
@given(LINES.filter(str.strip))
def test_the_text_is_all_after_the_front_matter(body: str) -> None:
    assert markdown.read(_front("title: A ferry", body=body)).text == body


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"# Ferry\n\nIt ran *aground*.", "# Ferry\n\nIt ran *aground*.", id="none at all"),
        pytest.param(b"\n---\nrule: this is one\n---\n", "\n---\nrule: this is one\n---\n", id="a rule"),
        pytest.param(b"----\nNot front matter.", "----\nNot front matter.", id="four dashes"),
        pytest.param(b"---\ntitle: A\n---\n\n Text \r\n", "\n Text \r\n", id="white space stays"),
        pytest.param(b"---\r\ntitle: A\r\n---\r\nText", "Text", id="CRLF"),
        pytest.param(b"---\ntitle: A\n...\nText", "Text", id="closed by dots"),
        pytest.param(b"---\n---\nText", "Text", id="empty"),
        pytest.param(b"\xef\xbb\xbf---\ntitle: A\n---\nText", "Text", id="byte order mark"),
        pytest.param(b"--- \ntitle: A\n---\t\nText\n---\nMore", "Text\n---\nMore", id="a rule in the text"),
    ],
)
def test_where_the_text_begins(data: bytes, expected: str) -> None:
    assert markdown.read(data).text == expected


def test_every_key_finds_its_field() -> None:
    data = _front(
        "id: ferry-1",
        "title: 'The ferry: aground'",
        "published: 2021-03-14",
        "url: https://example.org/ferry",
        "publisher: Coast Weekly",
        "author: Ada Sund",
        "language: en",
        "reliability: B",
        "desk: coast",
    )
    assert markdown.read(data) == Draft(
        text=BODY,
        id="ferry-1",
        refs=("ferry-1",),
        title="The ferry: aground",
        given=When.parse("2021-03-14"),
        url="https://example.org/ferry",
        publisher="Coast Weekly",
        author="Ada Sund",
        language="en",
        reliability="B",
        extra={"desk": "coast"},
    )


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        pytest.param("published: 2021-03-14", "2021-03-14", id="day"),
        pytest.param("published: '2021-03-14'", "2021-03-14", id="quoted"),
        pytest.param("published: 2021-03", "2021-03", id="month"),
        pytest.param("published: 2021", "2021", id="a year, which is a number in YAML"),
        pytest.param("published: 2021-03~", "2021-03~", id="about"),
        pytest.param("published: /2021-03-14", "/2021-03-14", id="on or before"),
        pytest.param("date: 2021-03-14", "2021-03-14", id="date"),
        pytest.param("published: 2021-03-14T10:00:00+01:00", "2021-03-14T10:00:00+01:00", id="moment with zone"),
        pytest.param("published: 2021-03-14T10:00Z", "2021-03-14T10:00Z", id="minute in UTC"),
        pytest.param("date: 2021-03-14 10:00:00 +0100", "2021-03-14T10:00:00+01:00", id="as Jekyll writes it"),
        pytest.param("date: 2021-03-14T10:00:00.123Z", "2021-03-14T10:00:00Z", id="fraction of a second"),
        pytest.param("date: 2021-03-14 23:30", "2021-03-14T23:30", id="no zone"),
        pytest.param("published:", None, id="nothing"),
        pytest.param("published: null", None, id="null"),
    ],
)
def test_dates_keep_their_precision(line: str, edtf: str | None) -> None:
    found = markdown.read(_front(line)).given
    assert (found.edtf if found else None) == edtf


def test_published_goes_before_date() -> None:
    draft = markdown.read(_front("date: 2021-03-15", "published: 2021-03-14"))
    assert draft.given == When.parse("2021-03-14")
    assert draft.extra == {"date": "2021-03-15"}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("title: 1984", "1984", id="a number"),
        pytest.param("title: No", "No", id="a truth value"),
        pytest.param("title: 2021-03-14", "2021-03-14", id="a date"),
        pytest.param("title: 12:30", "12:30", id="a number to the base of sixty"),
        pytest.param("title: <script>alert(1)</script>", "<script>alert(1)</script>", id="markup"),
        pytest.param("title: ~", None, id="null"),
        pytest.param("title: ''", None, id="empty"),
        pytest.param("title: !!python/object:os.system x", "x", id="a tag is not obeyed"),
    ],
)
def test_values_are_text_as_written(line: str, title: str | None) -> None:
    assert markdown.read(_front(line)).title == title


def test_unknown_keys_are_kept_as_plain_values() -> None:
    draft = markdown.read(_front("tags: [sea, 7]", "seen: {by: two, on: 2021-03-14}", "text: kept", "n:"))
    expected = {"tags": ["sea", "7"], "seen": {"by": "two", "on": "2021-03-14"}, "text": "kept", "n": None}
    assert draft.extra == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            _front("title: A", "author: [B"),
            "its front matter is not YAML (line 4): expected ',' or ']', but got '<stream end>'",
            id="bracket not closed",
        ),
        pytest.param(
            _front("title: A: B", "author: [C"),
            "its front matter is not YAML (line 2): mapping values are not allowed here",
            id="two colons, and a bracket not closed",
        ),
        pytest.param(b"+++\nA\n+++\nText.", "its front matter is not TOML: Expected '=' after a key", id="no TOML"),
        pytest.param(
            b"+++\ntitle = 'A'\nText.", "front matter that begins in line 1 does not end", id="TOML without end"
        ),
        pytest.param(
            _front("title: \x07"),
            "its front matter is not YAML: special characters are not allowed",
            id="control character",
        ),
        pytest.param(_front("just prose"), "its front matter is no list of 'key: value' lines", id="prose"),
        pytest.param(_front("- a"), "its front matter is no list of 'key: value' lines", id="a list"),
        pytest.param(_front("title: A", "title: B"), "a key is in its front matter twice", id="key twice"),
        pytest.param(b"---\ntitle: A\nText.", "front matter that begins in line 1 does not end", id="no end"),
        pytest.param(
            b"---\na: " + b"b" * 70_000 + b"\n---\nText",
            "front matter that begins in line 1 does not end",
            id="huge",
        ),
        pytest.param(_front("a: &x [1]", "b: *x"), "its front matter has YAML anchors or aliases", id="alias"),
        pytest.param(_front("a: " + "[" * 5000), "its front matter is nested too deeply", id="brackets"),
    ],
)
def test_front_matter_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    refused = _refusal(data)
    assert refused.reason.startswith(reason)
    assert refused.marking in {None, Marking.RED}


@pytest.mark.parametrize(
    ("line", "edtf", "author", "notes"),
    [
        pytest.param("published: soon", None, None, ["its \"published\" is 'soon', which is no date"], id="no date"),
        pytest.param(
            "date: 2021-02-30", None, None, ["its \"published\" is '2021-02-30', which is no date"], id="no day"
        ),
        pytest.param("date: 14/03/2021", "2021-03-14", None, [], id="only one day can be meant"),
        pytest.param(
            "date: 03/04/2021",
            None,
            None,
            ["its \"published\" is '03/04/2021', which may be either of two days"],
            id="two",
        ),
        pytest.param("published: true\ndate: 2021-03-14", "2021-03-14", None, [], id="published as a flag"),
        pytest.param("date: 2021-03-14 10:05:00 +0100", "2021-03-14T10:05:00+01:00", None, [], id="as Jekyll writes"),
        pytest.param('author:\n  - "[[Ada Brandt]]"\n  - Bo Cole', None, "Ada Brandt; Bo Cole", [], id="as Obsidian"),
        pytest.param("author: {name: Ada Brandt}", None, "Ada Brandt", [], id="an object"),
        pytest.param("author: {age: 7}", None, None, ['its "author" is an object, and was passed over'], id="no name"),
    ],
)
def test_a_value_of_another_form_costs_no_article(
    line: str, edtf: str | None, author: str | None, notes: list[str]
) -> None:
    draft = markdown.read(_front(line))
    assert (draft.given.edtf if draft.given else None, draft.author) == (edtf, author)
    assert [note.reason for note in draft.notes] == notes


@pytest.mark.parametrize(
    ("data", "about"),
    [
        pytest.param(
            b'+++\ntitle = "Aground"\ndate = 2021-03-14T10:05:00+01:00\nauthors = ["Ada Sund", "Bo Cole"]\n+++\nText.',
            ("Aground", "2021-03-14T10:05:00+01:00", "Ada Sund; Bo Cole", "Text."),
            id="TOML, as Hugo",
        ),
        pytest.param(b"+++\r\ndate = 2021-03-14\r\n+++\r\nText.", (None, "2021-03-14", None, "Text."), id="TOML, CRLF"),
        pytest.param(
            b'{\n "title": "Aground",\n "date": "2021-03-14"\n}\n\nText.',
            ("Aground", "2021-03-14", None, "\n\nText."),
            id="JSON, as Hugo",
        ),
        pytest.param(b"{ it is a brace }\nText.", (None, None, None, "{ it is a brace }\nText."), id="a brace"),
        pytest.param(
            _front("title: Ferry: aground", "published: 2021-03-14", body="Text."),
            ("Ferry: aground", "2021-03-14", None, "Text."),
            id="YAML with a colon in a value",
        ),
        pytest.param(
            _front("title: 'Ferry'", "published:", "created: 2021-03-21", body="Text."),
            ("Ferry", None, None, "Text."),
            id="a clipping without its date",
        ),
    ],
)
def test_front_matter_of_other_tools(data: bytes, about: tuple[str | None, ...]) -> None:
    draft = markdown.read(data)
    assert (draft.title, draft.given.edtf if draft.given else None, draft.author, draft.text) == about
    assert bool(draft.notes) == (b"Ferry" in data or b"authors" in data)


def test_front_matter_without_a_text_is_no_article() -> None:
    with pytest.raises(Unreadable, match=r"^empty$"):
        markdown.read(_front("title: A", body="")).article("a.md")
