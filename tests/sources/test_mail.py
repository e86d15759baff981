"""Mail: single files, mailboxes, maildirs; what is taken of headers and parts, and what comes with a mail."""

import mailbox
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from dossier.model import Article, Marking, Method, Skipped
from dossier.sources import read
from dossier.sources.mails import mail
from dossier.sources.unreadable import Unreadable
from tests.sources.shown import shown

BODY = "The harbour board closed the pier on Monday.\n"
PAGE = "<html><style>p {}</style><body><div>The <b>pier</b> is closed.</div><div>So it stays.</div></body></html>"
SENT = "Wed, 19 Mar 2025 21:30:00 -0500"


def message(body: str = BODY, **headers: str) -> EmailMessage:
    """A mail with these headers, the usual ones unless they are given."""
    made = EmailMessage()
    usual = {
        "From": "Coast Weekly <desk@example.org>",
        "Subject": "Pier",
        "Date": SENT,
        "Message-ID": "<1@example.org>",
    }
    for name, value in {**usual, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        if value:
            made[name] = value
    if body:
        made.set_content(body)
    return made


def texts(found: list[Article | Skipped]) -> dict[str, str]:
    """The refs with their texts or the reasons why there is none; notes are left out."""
    return {
        item.ref: item.text if isinstance(item, Article) else f"! {item.reason}"
        for item in found
        if not (isinstance(item, Skipped) and item.is_note)
    }


def test_a_mail_is_an_article_of_its_sender(tmp_path: Path) -> None:
    [article] = shown(tmp_path, "a.eml", bytes(message()))
    assert isinstance(article, Article)
    assert (article.title, article.text, article.publisher) == ("Pier", BODY, "Coast Weekly")
    assert article.published.when is not None
    assert (article.published.when.edtf, article.published.method) == ("2025-03-19", Method.METADATA)
    assert article.extra == {"from": "desk@example.org", "message_id": "<1@example.org>"}


@pytest.mark.parametrize(
    ("stated", "edtf", "note"),
    [
        pytest.param("Wed, 19 Mar 2025 21:30:00 -0500", "2025-03-19", None, id="the day on the sender's clock"),
        pytest.param("19 Mar 2025 10:05 GMT", "2025-03-19", None, id="without a weekday"),
        pytest.param("Wed, 19 Mar 2025 10:05:00 -0000", "2025-03-19", None, id="in no zone"),
        pytest.param("", None, None, id="absent"),
        pytest.param("yesterday", None, "its date cannot be read: 'yesterday'", id="no date"),
        pytest.param("Thu, 01 Jan 1970 00:00:00 +0000", None, "its date cannot be read", id="never set"),
        pytest.param("Wed, 19 Mar 99999 10:05:00 +0000", None, "its date cannot be read", id="no such year"),
    ],
)
def test_the_date_of_a_mail(stated: str, edtf: str | None, note: str | None, tmp_path: Path) -> None:
    data = bytes(message(Date="")).replace(b"Subject:", f"Date: {stated}\nSubject:".encode() if stated else b"Subject:")
    article, *notes = shown(tmp_path, "a.eml", data)
    assert isinstance(article, Article)
    assert (article.published.when and article.published.when.edtf) == edtf
    assert [str(found).startswith(f"a.eml: {note}") for found in notes] == [True] * bool(note)


@pytest.mark.parametrize(
    ("header", "value", "field", "expected"),
    [
        ("From", "Ada Brandt <ada@example.org>", "publisher", "Ada Brandt"),
        ("From", "ada@example.org", "publisher", "ada@example.org"),
        ("From", "=?utf-8?q?Zo=C3=AB_Brandt?= <z@example.org>", "publisher", "Zoë Brandt"),
        ("From", "", "publisher", None),
        ("Subject", "=?iso-8859-1?q?Caf=E9?= =?utf-8?q?_am_Hafen?=", "title", "Café am Hafen"),
        ("Subject", "=?no-such-charset?q?x?=", "title", "=?no-such-charset?q?x?="),
        ("Subject", "Café am Hafen", "title", "Café am Hafen"),
        ("Subject", "=?utf-7?q?+2AA-?= half a pair", "title", "� half a pair"),
        ("From", "=?utf-7?q?+2AA-?= <a@example.org>", "publisher", "�"),
        ("Subject", "Pier\n  and harbour", "title", "Pier and harbour"),
        ("Subject", "", "title", None),
        ("Subject", "[TLP:AMBER+STRICT] Pier", "marking", Marking.AMBER_STRICT),
        ("Subject", "Fwd: TLP:WHITE Pier, tlp: red", "marking", Marking.RED),
        ("X-TLP", "TLP:GREEN", "marking", Marking.GREEN),
    ],
)
def test_what_is_taken_of_the_headers(header: str, value: str, field: str, expected: object, tmp_path: Path) -> None:
    data = bytes(message(**{header.replace("-", "_"): ""}))
    [article] = shown(tmp_path, "a.eml", f"{header}: {value}\n".encode() + data if value else data)
    assert getattr(article, field) == expected


def alternatives() -> EmailMessage:
    made = message()
    made.add_alternative(PAGE, subtype="html")
    return made


def page_alone() -> EmailMessage:
    made = message("")
    made.set_content(PAGE, subtype="html", charset="iso-8859-1")
    return made


def with_picture() -> EmailMessage:
    made = page_alone()
    made.add_related(b"x", "image", "png", cid="<logo>")
    return made


def with_footer() -> EmailMessage:
    made = message()
    made.make_mixed()
    footer = EmailMessage()
    footer.set_content("The list of the harbour.\n")
    made.attach(footer)
    return made


def flowed() -> EmailMessage:
    made = message()
    made.set_content(
        "The harbour board \nclosed the pier.\n\nIt \nrotted.\n> Why \n> so?\n-- \nAda\n", params={"format": "flowed"}
    )
    return made


def in_japanese() -> EmailMessage:
    made = message("")
    made.set_content("港は閉鎖された。\n", charset="iso-2022-jp")
    return made


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (alternatives, BODY),
        (page_alone, "The pier is closed.\n\nSo it stays."),
        (with_picture, "The pier is closed.\n\nSo it stays."),
        (with_footer, f"{BODY}\n\nThe list of the harbour.\n"),
        (in_japanese, "港は閉鎖された。\n"),
    ],
)
def test_the_words_of_a_mail(make: Callable[[], EmailMessage], text: str, tmp_path: Path) -> None:
    assert texts(shown(tmp_path, "a.eml", bytes(make()))) == {"a.eml": text}


def test_lines_that_flow_are_joined_in_each_mail_by_itself(tmp_path: Path) -> None:
    found = texts(shown(tmp_path, "a.eml", bytes(flowed())))
    assert found == {
        "a.eml": "The harbour board closed the pier.\n\nIt rotted.\n-- \nAda\n",
        "a.eml/quoted-1": "Why so?\n",
    }


def answered(**headers: str) -> EmailMessage:
    return message(f"{BODY}\nOn 10 March 2025, Ada Brandt wrote:\n> Yesterday it was open.\n", **headers)


OVER_PAGES = (
    "<div>On Mon, Mar 10, 2025 at 9:00 AM Ada Brandt &lt;<a href=x>a@b.example</a>&gt; wrote:<br></div>",
    "<div>On 10 Mar 2025, at 09:00, Ada Brandt &lt;a@b.example&gt; wrote:</div><br>",
    "<p><b>From:</b> Ada Brandt &lt;a@b.example&gt;<br><b>Sent:</b> Monday, 10 March 2025 9:00<br><b>To:</b> Us</p>",
)


@pytest.mark.parametrize("over", OVER_PAGES)
def test_a_page_that_answers_is_told_from_what_it_answers(over: str, tmp_path: Path) -> None:
    made = message("")
    made.set_content(f"<div>It is closed.</div>{over}<blockquote>Is it open?</blockquote>", subtype="html")
    own, quoted = shown(tmp_path, "a.eml", bytes(made))
    assert isinstance(own, Article)
    assert isinstance(quoted, Article)
    assert (own.text.strip(), quoted.text.strip(), quoted.publisher) == ("It is closed.", "Is it open?", "Ada Brandt")
    assert quoted.published.when is not None
    assert quoted.published.when.edtf == "2025-03-10"


def undated_answer() -> EmailMessage:
    return message(f"{BODY}> Yesterday it was open.\n")


@pytest.mark.parametrize(
    ("make", "publisher", "published"),
    [
        (answered, "Ada Brandt", "2025-03-10"),
        (lambda: answered(Date="Sat, 08 Mar 2025 10:05:00 +0100"), "Ada Brandt", "2025-03-10?"),
        (undated_answer, None, "/2025-03-19"),
    ],
)
def test_a_mail_that_is_answered_is_an_article_of_its_own_day(
    make: Callable[[], EmailMessage], publisher: str | None, published: str, tmp_path: Path
) -> None:
    own, quoted = shown(tmp_path, "a.eml", bytes(make()))
    assert isinstance(own, Article)
    assert isinstance(quoted, Article)
    assert (own.ref, own.text.strip(), own.publisher) == ("a.eml", BODY.strip(), "Coast Weekly")
    assert (quoted.ref, quoted.text, quoted.publisher) == ("a.eml/quoted-1", "Yesterday it was open.\n", publisher)
    assert quoted.published.when is not None
    assert quoted.published.when.edtf == published


@pytest.mark.parametrize(
    ("charset", "data", "text", "is_sure"),
    [
        ("utf-8", "Café".encode(), "Café", True),
        ("iso-8859-1", "Café “Hafen”".encode("cp1252"), "Café “Hafen”", True),
        ("us-ascii", "Café".encode(), "Café", True),
        ("koi8-r", "Порт".encode("koi8-r"), "Порт", True),
        ("no-such-charset", "Café".encode("latin-1"), "Café", False),
        ("utf-8", "Café".encode("latin-1"), "Café", False),
    ],
)
def test_a_wrong_charset_costs_no_mail(charset: str, data: bytes, text: str, is_sure: bool, tmp_path: Path) -> None:
    head = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    found = shown(tmp_path, "a.eml", head.encode() + b"Content-Transfer-Encoding: 8bit\n\n" + data)
    assert texts(found) == {"a.eml": text}
    assert len(found) == 1 + (not is_sure)


def with_attachments() -> EmailMessage:
    made = message(Subject="[TLP:AMBER] Pier")
    made.add_attachment("One.", filename="../a.txt")
    made.add_attachment(PAGE, subtype="html", filename="b.html")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="c.png")
    made.add_attachment(message("Forwarded.\n", Subject="Old"), filename=None)
    made.add_attachment(b"x", maintype="application", subtype="pgp-signature")
    return made


def test_attachments_are_articles_of_their_own(tmp_path: Path) -> None:
    found = shown(tmp_path, "a.eml", bytes(with_attachments()))
    assert texts(found) == {
        "a.eml": BODY,
        "a.eml/a.txt": "One.\n",
        "a.eml/b.html": "The pier is closed.\n\nSo it stays.",
        "a.eml/c.png": "! a picture, which Dossier does not read",
        "a.eml/attachment.eml": "Forwarded.\n",
    }
    assert {item.marking for item in found} == {Marking.AMBER}
    dates = [item.published.when and item.published.when.edtf for item in found if isinstance(item, Article)]
    assert dates == ["2025-03-19", "/2025-03-19", "/2025-03-19", "2025-03-19"]


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ('filename="a.txt"', "a.txt"),
        ('filename="=?utf-8?B?UGnDqHIudHh0?="', "Pièr.txt"),
        ("filename*=utf-8''Pi%C3%A8r.txt", "Pièr.txt"),
        ('filename*0="a long "; filename*1="name.txt"', "a long name.txt"),
        ('filename="C:\\\\x\\\\a.txt"', "C:/x/a.txt"),
        ("", "attachment.txt"),
    ],
)
def test_the_name_of_an_attachment(stated: str, name: str, tmp_path: Path) -> None:
    head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    kind = f"Content-Type: text/plain\nContent-Disposition: attachment{f'; {stated}' if stated else ''}\n\n"
    body = f"{head}Content-Type: text/html\n\n<p>See there.</p>\n--b\n{kind}One.\n--b--\n"
    assert list(texts(shown(tmp_path, "a.eml", body.encode()))) == ["a.eml", f"a.eml/{name}"]


def test_a_mail_that_only_carries_a_file_is_no_article(tmp_path: Path) -> None:
    made = message("")
    made.add_attachment("One.", filename="a.txt")
    assert texts(shown(tmp_path, "a.eml", bytes(made))) == {"a.eml/a.txt": "One.\n"}


def test_a_mail_of_apple_has_its_length_before_it(tmp_path: Path) -> None:
    data = bytes(message())
    found = shown(tmp_path, "1.emlx", b"%d  \n%s<?xml version='1.0'?><plist/>" % (len(data), data))
    assert texts(found) == {"1.emlx": BODY}


def saved_mailbox(folder: Path) -> None:
    box = mailbox.mbox(folder / "Inbox.mbox")
    for made in (message(), message("From here on the pier is closed.\n\nFrom there, too.\n"), with_attachments()):
        box.add(made)
    box.close()


def test_a_mailbox_holds_many_mails(tmp_path: Path) -> None:
    saved_mailbox(tmp_path)
    found = {ref: text.rstrip() for ref, text in texts(list(read(["."], base=tmp_path))).items()}
    assert found == {
        "Inbox.mbox:1": BODY.rstrip(),
        "Inbox.mbox:2": "From here on the pier is closed.\n\nFrom there, too.",
        "Inbox.mbox:3": BODY.rstrip(),
        "Inbox.mbox:3/a.txt": "One.",
        "Inbox.mbox:3/b.html": "The pier is closed.\n\nSo it stays.",
        "Inbox.mbox:3/c.png": "! a picture, which Dossier does not read",
        "Inbox.mbox:3/attachment.eml": "Forwarded.",
    }


def test_a_maildir_is_a_folder_of_mails(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Mail")
    for text in ("One.\n", "Two.\n"):
        box.add(message(text))
    box.add_folder("Sent").add(message("Three.\n"))
    assert sorted(texts(list(read(["Mail"], base=tmp_path))).values()) == ["One.\n", "Three.\n", "Two.\n"]


def nested(kind: bytes, depth: int) -> bytes:
    """A mail with parts within each other."""
    head = b"From: a@example.org\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
    levels = (kind.replace(b"%d", b"%d" % level) for level in range(depth))
    return head + b"".join(levels) + b"Content-Type: text/plain\n\nHello.\n"


PARTS = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
FORWARDED = b"Content-Type: message/rfc822\n\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(nested(PARTS, 1000), "a mail whose parts are nested too deeply", id="parts in parts"),
        pytest.param(nested(PARTS, 100), "a mail with more than 30 parts within each other", id="a hundred"),
        pytest.param(nested(FORWARDED, 1000), "a mail whose parts are nested too deeply", id="forwarded"),
        pytest.param(b"From: a@example.org\nMessage-ID: <1>\n\n \n", "empty", id="blank"),
        pytest.param(b"x" * (mail.MAX_MAIL_BYTES + 1), "larger than 64,000,000 bytes", id="large"),
    ],
)
@pytest.mark.parametrize("name", ["a.eml", "a.mbox"])
def test_a_hostile_mail_costs_itself_alone(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    separator = b"From a@example.org Wed Mar 19 10:05:00 2025\n"
    if name == "a.mbox":
        data = separator + data + b"\n\n" + separator + bytes(message())
        reason = reason.replace("larger than", "a mail of more than")
    first, *others = shown(tmp_path, name, data)
    assert isinstance(first, Skipped)
    assert first.reason == reason
    assert [item.ref for item in others] == (["a.mbox:2"] if name == "a.mbox" else [])


def test_ten_thousand_attachments_are_not_read(tmp_path: Path) -> None:
    part = b'\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\n%d.\n'
    head = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
    found = shown(tmp_path, "a.eml", head + b"".join(part % number for number in range(10_000)) + b"\n--b--\n")
    assert len(found) == mail.MAX_ATTACHMENTS + 1
    assert str(found[-1]).startswith("a.eml/*: 10,000 attachments, of which the first 500 are read")


def test_what_is_no_mail_is_said_to_be_none() -> None:
    with pytest.raises(Unreadable, match="empty"):
        list(mail.parts(b""))
