"""Read a mail: its words as an article, and the files that come with it.

The sender is its publisher, and the Date header its publication date. A mail that it answers or forwards is an article
of its own, since it has a sender and a day of its own; signatures stay in the text.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from dossier.model import Method
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.decode import refuse_blank
from dossier.sources.draft import MAX_CHARACTERS, Draft, DraftNote
from dossier.sources.mails import mail_headers, mail_parts
from dossier.sources.mails.quoted_mail import QuotedMail, told_apart
from dossier.sources.member_names import own_name, shown_name
from dossier.sources.reader import Enclosed, Part
from dossier.sources.stated_charset import decoded
from dossier.sources.unreadable import Unreadable

MAX_MAIL_BYTES = 64_000_000
"""Bytes of the largest mail, with its attachments. Set by hand: providers take up to 50 MB."""
MAX_ATTACHMENTS = 500
"""Attachments of one mail that are read. Set by hand."""
_NOT_SURE = DraftNote("its letters are not in the charset that it states", "some of them may be wrong")
_FLOWING = re.compile(r"(?<=[^ \n])(?<!^--) \n(?![ >\n]|-- \n)", re.M)


def parts(data: bytes, place: str = "") -> Iterator[Part]:
    """The article of a mail, and each file that comes with it; ``place`` is that of the mail.

    Raises Unreadable when it has neither words nor files, or is no mail.
    """
    mail = message_from_bytes(data)
    words, files = mail_parts.words_and_files(mail)
    yield from _articles(mail, words, place, has_files=bool(files))
    marking, (when, _) = mail_headers.marking(mail), mail_headers.sending_date(mail)
    sent = when.moment if when else None
    for part in files[:MAX_ATTACHMENTS]:
        name = mail_parts.file_name(part)
        stream = io.BytesIO(mail_parts.content_of(part))
        yield Part(Enclosed(own_name(name), stream, marking=marking, by=sent), f"{place}/{shown_name(name)}")
    if len(files) > MAX_ATTACHMENTS:
        what = f"{len(files):,} attachments, of which the first {MAX_ATTACHMENTS} are read"
        yield Part(Unreadable(what, "save the others, and name their folder"), f"{place}/*")


def _articles(mail: Message, words: list[Message], place: str, *, has_files: bool) -> Iterator[Part]:
    """The mail, and each mail that it answers or forwards. Raises Unreadable when there are no words, and no files."""
    texts = [_text(part) for part in words]
    whole = "\n\n".join(text for text, _ in texts if text.strip())
    # a longer text is no article, and not worth the time
    own, quoted = told_apart(whole) if len(whole) <= MAX_CHARACTERS else (whole, [])
    if own.strip() or not (has_files or quoted):
        yield Part(_draft(mail, _flowing(own, words), all(sure for _, sure in texts)), place)
    for number, found in enumerate((one for one in quoted if one.text.strip()), start=1):
        draft = _draft_of_quoted(mail, replace(found, text=_flowing(found.text, words)))
        yield Part(draft, f"{place}/quoted-{number}")


def _draft(mail: Message, text: str, is_sure: bool) -> Draft:
    when, note = mail_headers.sending_date(mail)
    name, address = mail_headers.sender(mail)
    about = {"from": address, "message_id": mail_headers.text_of(mail, "Message-ID"), **_marked(mail)}
    return Draft(
        text=refuse_blank(text),
        title=mail_headers.text_of(mail, "Subject"),
        stated=(when,) if when else (),
        publisher=name,
        extra={key: value for key, value in about.items() if value},
        notes=tuple(one for one in (note, None if is_sure else _NOT_SURE) if one),
    )


def _draft_of_quoted(mail: Message, quoted: QuotedMail) -> Draft:
    """A mail in the mail: of its own day, where that is stated over it, and no younger than the mail."""
    when, _ = mail_headers.sending_date(mail)
    stated: list[PublicationSign] = []
    if quoted.day:
        stated.append(PublicationSign.at(quoted.day, None, Method.METADATA))
    if when and when.moment:
        stated.append(PublicationSign.there_at(when.moment, Method.METADATA))
    return Draft(
        text=quoted.text,
        title=quoted.title,
        stated=tuple(stated),
        publisher=quoted.sender,
        extra=_marked(mail),
    )


def _marked(mail: Message) -> dict[str, object]:
    marking = mail_headers.marking(mail)
    return {"tlp": marking.value} if marking else {}


def _text(part: Message) -> tuple[str, bool]:
    """The words of a part, and whether all letters are sure."""
    text, is_sure = decoded(mail_parts.content_of(part), part.get_content_charset())
    text = text.replace("\r\n", "\n").replace("\0", "")
    if part.get_content_type() == "text/html":
        # trafilatura takes time to load, and many runs see no page
        from dossier.sources.pages import html

        return html.whole_text(text), is_sure
    return text, is_sure


def _flowing(text: str, words: list[Message]) -> str:
    """The paragraphs of a text in which a space at the end of a line says that it goes on (RFC 3676)."""
    return _FLOWING.sub(" ", text) if any(part.get_param("format") == "flowed" for part in words) else text
