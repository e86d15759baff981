"""Files of feeds: each item an article with its own date, link and author. Some are written by feedgenerator."""

import io
from datetime import UTC, datetime, timedelta, timezone

import feedgenerator
import pytest

from dossier.sources.allowance import Allowance
from dossier.sources.draft import Draft
from dossier.sources.reader import InputFile
from dossier.sources.readers.feed_file import FEED_FILE
from dossier.sources.registry import installed_readers
from dossier.sources.unreadable import Unreadable

TEXT = "The ferry Amal ran aground off Orlov on Monday."
MORE = "Two tugs pulled the ferry off the rocks."
OPENING = "an opening only: the feed has no more of it"
EVENING = datetime(2021, 3, 16, 23, 30, tzinfo=timezone(-timedelta(hours=5)))


def _file(data: bytes, name: str = "feed.xml") -> InputFile:
    return InputFile.of(name, io.BytesIO(data), Allowance(len(data)))


def _drafts(data: bytes) -> list[Draft | Unreadable]:
    outcomes = [part.outcome for part in FEED_FILE.read(_file(data))]
    assert all(isinstance(outcome, Draft | Unreadable) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, Draft | Unreadable)]


def _one(data: bytes) -> Draft:
    [draft] = _drafts(data)
    assert isinstance(draft, Draft)
    return draft


def _rss(item: str) -> bytes:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'<rss version="2.0" {names}><channel><title>Coast Weekly</title><item>{item}</item></channel></rss>'.encode()
    )


def _atom(entry: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry>{entry}</entry></feed>'.encode()


@pytest.mark.parametrize(
    ("kind", "text", "notes"),
    [
        pytest.param(feedgenerator.Rss201rev2Feed, "In short.", [OPENING], id="RSS, which it writes without the whole"),
        pytest.param(feedgenerator.Atom1Feed, f"{TEXT}\n\n{MORE}", [], id="Atom"),
    ],
)
def test_a_feed_by_a_feed_writer(kind: type[feedgenerator.SyndicationFeed], text: str, notes: list[str]) -> None:
    feed = kind(title="Coast Weekly", link="https://example.org/", description="News of the coast", language="en")
    feed.add_item(
        title="Ferry & rocks",
        link="https://example.org/1",
        description="In short.",
        content=f"<p>{TEXT}</p><p>{MORE}</p>",
        pubdate=EVENING,
        author_name="Ada Sund",
        author_email="ada@example.org",
    )
    feed.add_item(
        title="Second", link="https://example.org/2", description=MORE, pubdate=datetime(2021, 3, 17, tzinfo=UTC)
    )
    data = feed.writeString("utf-8").encode()
    assert installed_readers().reader_for(_file(data, "news")).name == "a feed"
    first, second = _drafts(data)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.text, first.title) == (text, "Ferry & rocks")
    assert [note.reason for note in first.notes] == notes
    assert (first.url, first.publisher, first.author) == ("https://example.org/1", "Coast Weekly", "Ada Sund")
    assert (first.given.edtf if first.given else None) == "2021-03-16T23:30:00-05:00"
    assert (second.text, [note.reason for note in second.notes]) == (MORE, [OPENING])


@pytest.mark.parametrize(
    ("data", "given", "stated", "notes"),
    [
        pytest.param(_rss(f"<pubDate>16 Mar 2021 10:00 EST</pubDate><description>{TEXT}</description>"),
                     "2021-03-16T10:00:00-05:00", None, [OPENING], id="date of mail"),
        pytest.param(_rss(f"<dc:date>2021-03-16</dc:date><description>{TEXT}</description>"),
                     None, "/2021-03-16", [OPENING], id="Dublin Core beside RSS 2"),
        pytest.param(_rss(f"<pubDate>03/04/2021</pubDate><content:encoded>{TEXT}</content:encoded>"),
                     None, None, ["its date is '03/04/2021', which cannot be read"], id="either of two days"),
        pytest.param(_rss(f"<content:encoded>{TEXT} [&#8230;]</content:encoded>"), None, None, [OPENING], id="cut off"),
        pytest.param(_rss(f"<description>{' '.join([TEXT] * 30)}</description>"), None, None, [], id="a long summary"),
        pytest.param(_atom(f"<updated>2021-03-16T10:00:00Z</updated><content>{TEXT}</content>"),
                     None, "/2021-03-16", [], id="changed, and no more"),
        pytest.param(_atom(f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content>'),
                     None, None, [], id="XHTML"),
    ],
)  # fmt: skip
def test_the_date_of_an_item_and_whether_it_is_whole(
    data: bytes, given: str | None, stated: str | None, notes: list[str]
) -> None:
    draft = _one(data)
    assert draft.text.startswith(TEXT)
    assert (draft.given.edtf if draft.given else None) == given
    assert [sign.when.edtf for sign in draft.stated] == ([stated] if stated else [])
    assert [note.reason for note in draft.notes] == notes


def test_an_item_of_rdf_has_the_date_of_dublin_core() -> None:
    data = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title></channel>
      <item><title>F</title><link>https://example.org/1</link><description>{TEXT}</description>
      <dc:creator>Ada Sund</dc:creator><dc:date>2021-03-16T10:00:00+01:00</dc:date></item></rdf:RDF>""".encode()
    draft = _one(data)
    assert (draft.given.edtf if draft.given else None, draft.author) == ("2021-03-16T10:00:00+01:00", "Ada Sund")


def test_what_stands_below_each_item_of_wordpress_is_no_text() -> None:
    below = '&lt;p&gt;The post &lt;a href="x"&gt;F&lt;/a&gt; appeared first on C.&lt;/p&gt;'
    assert _one(_rss(f"<content:encoded>&lt;p&gt;{TEXT}&lt;/p&gt;{below}</content:encoded>")).text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(_rss("<title>Alone</title>"), "an item without a word but its title", id="a title"),
        pytest.param(
            b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel/></rss>',
            "a feed that declares entities of its own",
            id="a heap of entities",
        ),
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"/>'.encode("utf-16"),
            "a feed that declares entities of its own",
            id="an entity outside, in UTF-16",
        ),
        pytest.param(b"<note><to>Ada</to></note>", "XML that is no feed", id="other XML"),
        pytest.param(
            b'<rss version="2.0"><channel><title>C</title></channel></rss>', "a feed without items", id="empty"
        ),
    ],
)
def test_what_is_no_article_says_why(data: bytes, reason: str) -> None:
    try:
        [outcome] = _drafts(data)
    except Unreadable as problem:
        outcome = problem
    assert isinstance(outcome, Unreadable)
    assert (outcome.reason, bool(outcome.advice)) == (reason, reason != "a feed without items")


@pytest.mark.parametrize("start", ["", "\ufeff", "<?xml version='1.0'?>\n<!-- by us -->\n"])
@pytest.mark.parametrize("end", ["", "</"])
def test_a_feed_is_told_by_its_first_bytes_and_read_though_it_breaks_off(start: str, end: str) -> None:
    data = f"{start}<rss version='2.0'><channel><item><title>T</title><description>{TEXT}</description>{end}".encode()
    assert installed_readers().reader_for(_file(data, "download.txt")).name == "a feed"
    assert [note.reason for note in _one(data).notes] == [
        "the feed is broken XML; what could be read of it was read",
        OPENING,
    ]
