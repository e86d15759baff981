"""Read a mail: its words as an article, and the files that come with it.

The sender is its publisher, and the Date header its publication date. Quoted replies and signatures stay in the text.
"""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from dossier.sources import mail_headers, mail_parts
from dossier.sources.decode import refuse_blank
from dossier.sources.draft import Draft, DraftNote
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
    draft = _draft(mail, words)
    if draft.text.strip() or not files:
        refuse_blank(draft.text)
        yield Part(draft, place)
    marking = mail_headers.marking(mail)
    for part in files[:MAX_ATTACHMENTS]:
        name = mail_parts.file_name(part)
        stream = io.BytesIO(mail_parts.content_of(part))
        yield Part(Enclosed(own_name(name), stream, marking=marking), f"{place}/{shown_name(name)}")
    if len(files) > MAX_ATTACHMENTS:
        what = f"{len(files):,} attachments, of which the first {MAX_ATTACHMENTS} are read"
        yield Part(Unreadable(what, "save the others, and name their folder"), f"{place}/*")


def _draft(mail: Message, words: list[Message]) -> Draft:
    texts = [_text(part) for part in words]
    when, note = mail_headers.sending_date(mail)
    name, address = mail_headers.sender(mail)
    marking = mail_headers.marking(mail)
    about = {
        "from": address,
        "message_id": mail_headers.text_of(mail, "Message-ID"),
        "tlp": marking.value if marking else None,
    }
    notes = [note, None if all(sure for _, sure in texts) else _NOT_SURE]
    return Draft(
        text="\n\n".join(text for text, _ in texts if text.strip()),
        title=mail_headers.text_of(mail, "Subject"),
        stated=(when,) if when else (),
        publisher=name,
        extra={key: value for key, value in about.items() if value},
        notes=tuple(one for one in notes if one),
    )


def _text(part: Message) -> tuple[str, bool]:
    """The words of a part, and whether all letters are sure."""
    text, is_sure = decoded(mail_parts.content_of(part), part.get_content_charset())
    text = text.replace("\r\n", "\n").replace("\0", "")
    if part.get_content_type() == "text/html":
        # trafilatura takes time to load, and many runs see no page
        from dossier.sources import html

        return html.whole_text(text), is_sure
    return _unwrapped(text) if part.get_param("format") == "flowed" else text, is_sure


def _unwrapped(text: str) -> str:
    """The paragraphs of a text in which a space at the end of a line says that it goes on (RFC 3676)."""
    return _FLOWING.sub(" ", text)
