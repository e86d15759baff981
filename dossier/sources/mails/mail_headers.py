"""Read the headers of a mail: who sent it, when, what it is called, how it is marked. No header can end the reading."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from dossier.model import Marking, Method, strictest
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import DraftNote
from dossier.sources.stated_charset import decoded

_MARKING = re.compile(r"\bTLP:\s*(red|amber\+strict|amber|green|clear|white)\b", re.I)
_NEVER_SET = date(1970, 1, 1)
"""The day that programs write which do not know the day."""


def text_of(mail: Message, name: str) -> str | None:
    """The header in one line, decoded where it can be; None where it is absent or blank."""
    # mail.get() loses letters that are written as they are, with no encoding stated
    raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name.lower()), None)
    return None if raw is None else in_letters(decoded(raw.encode("utf-8", "surrogateescape"), None)[0]) or None


def in_letters(value: str) -> str:
    """The value of a header in one line, with its encoded words as letters; as it is where they cannot be read.

    >>> in_letters("=?utf-8?q?Caf=C3=A9?= am Hafen"), in_letters("=?no-such-charset?q?x?=")
    ('Café am Hafen', '=?no-such-charset?q?x?=')
    """
    try:
        found = str(make_header(decode_header(value)))
    except (LookupError, ValueError):
        found = value
    return " ".join(found.split())


def sender(mail: Message) -> tuple[str | None, str | None]:
    """The name of the sender, or the address where there is no name; and the address."""
    return named(text_of(mail, "From") or text_of(mail, "Sender") or "")


def named(sender: str) -> tuple[str | None, str | None]:
    """The name in the field of a sender, or the address where there is no name; and the address.

    >>> named("Ada Brandt <ada@example.org>"), named("Ada Brandt")
    (('Ada Brandt', 'ada@example.org'), ('Ada Brandt', None))
    """
    name, address = parseaddr(sender) if "@" in sender else (sender.strip(), "")
    return name or address or None, address or None


def sending_date(mail: Message) -> tuple[PublicationSign | None, DraftNote | None]:
    """The day on the sender's clock with the moment; a note where the header is there and cannot be read."""
    stated = text_of(mail, "Date")
    if stated is None:
        return None, None
    try:
        moment = parsedate_to_datetime(stated)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        # days elsewhere are worked out from it: the first and last years there are have none
        usable = datetime.min.year < moment.year < datetime.max.year and moment.date() != _NEVER_SET
    except (ValueError, OverflowError):
        usable = False
    if not usable:
        return None, DraftNote(f"its date cannot be read: {stated[:60]!r}", "it counts as undated")
    return PublicationSign.at(moment.date(), moment, Method.METADATA), None


def marking(mail: Message) -> Marking | None:
    """The strictest marking in the subject ("[TLP:AMBER] Harbour") or in a header of its own."""
    return strictest(*_markings(f"{text_of(mail, 'Subject')} {text_of(mail, 'X-TLP')}"))


def _markings(text: str) -> Iterator[Marking]:
    return (Marking.parse(found) for found in _MARKING.findall(text))
