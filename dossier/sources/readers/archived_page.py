"""A page that a browser saved with its pictures in one file (MHTML): the page goes to the reader of pages."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from pathlib import PurePath

from dossier.sources.mails import mail_headers, mail_parts
from dossier.sources.reader import Enclosed, InputFile, Part, Reader
from dossier.sources.stated_charset import decoded
from dossier.sources.unreadable import Unreadable

MAX_ARCHIVED_PAGE_BYTES = 64_000_000
"""Bytes of the largest page with its pictures. Set by hand."""
_SIGN = re.compile(rb"^(?:Snapshot-Content-Location:|From: <?Saved by )", re.M | re.I)
_PAGES = ("text/html", "application/xhtml+xml")


def _recognises(start: bytes) -> bool:
    head = start.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return _SIGN.search(head) is not None and b"multipart/related" in head.lower()


def _read(file: InputFile) -> Iterator[Part]:
    mail = message_from_bytes(file.content(MAX_ARCHIVED_PAGE_BYTES, "save the page alone, as .html"))
    page = next((part for part in mail.walk() if part.get_content_type() in _PAGES), None)
    if page is None:
        raise Unreadable("no page found in it", "save the page again, as .html")
    text, _ = decoded(mail_parts.content_of(page), page.get_content_charset())
    name = PurePath(file.name).with_suffix(".html").name
    yield Part(Enclosed(name, io.BytesIO(text.encode("utf-8", "replace")), url=_address(mail, page), by=_saving(mail)))


def _saving(mail: Message) -> datetime | None:
    sign, _ = mail_headers.sending_date(mail)
    return sign.moment if sign else None


def _address(mail: Message, page: Message) -> str | None:
    stated = (mail_headers.text_of(mail, "Snapshot-Content-Location"), mail_headers.text_of(page, "Content-Location"))
    return next((address for address in stated if address and address.startswith(("http://", "https://"))), None)


ARCHIVED_PAGE = Reader(
    name="a page saved with its pictures", suffixes=(".mhtml", ".mht"), read=_read, recognises=_recognises
)
