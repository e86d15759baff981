"""Take a mail apart (MIME): which parts are its words, which are files that come with it."""

from collections.abc import Iterator
from email.message import Message

from dossier.sources.mails.mail_headers import in_letters
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

MAX_NESTING = 30
"""Parts within each other; programs write five. Set by hand."""
_BESIDE = word_lists("dossier.sources.mails", "mail_words.toml")["types_beside_a_mail"]
_ENDING_BY_TYPE = {
    "text/plain": ".txt",
    "text/html": ".html",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/calendar": ".ics",
}


def words_and_files(mail: Message) -> tuple[list[Message], list[Message]]:
    """The parts with the words of the mail in their order, and those with files; a mail that is forwarded is a file.

    Of alternatives the plain text counts if it says anything, else the page. Pictures of the layout and signatures are
    left out. Raises Unreadable when parts lie too deep in each other.
    """
    words: list[Message] = []
    files: list[Message] = []
    for part in _leaves(mail, MAX_NESTING):
        (words if _is_words(part) else files).append(part)
    return words, files


def file_name(part: Message) -> str:
    """The name of a file in a mail: as it is stated, else by its type."""
    try:
        stated = part.get_filename()
    except (LookupError, ValueError):
        stated = None
    return in_letters(stated or "") or f"attachment{_ENDING_BY_TYPE.get(part.get_content_type(), '')}"


def content_of(part: Message) -> bytes:
    """The bytes of a part, decoded as its transfer needs; of a mail within the mail all of it."""
    inner = part.get_payload()
    if isinstance(inner, list):
        return b"".join(one.as_bytes() for one in inner[:1] if isinstance(one, Message))
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    if not depth:
        raise Unreadable(f"a mail with more than {MAX_NESTING} parts within each other", "save its text as .txt")
    kind = part.get_content_type()
    if not kind.startswith("multipart/"):
        if not _is_furniture(part):
            yield part
        return
    inside = [one for one in part.get_payload() if isinstance(one, Message)] if part.is_multipart() else []
    if kind == "multipart/alternative":
        inside = _best(inside)
    for one in inside:
        yield from _leaves(one, depth - 1)


def _best(alternatives: list[Message]) -> list[Message]:
    """The plain text where it says anything, else the last, which is the richest."""
    plain = [one for one in alternatives if one.get_content_type() == "text/plain" and content_of(one).strip()]
    return plain[:1] or alternatives[-1:]


def _is_words(part: Message) -> bool:
    is_file = part.get_content_disposition() == "attachment" or bool(part.get_param("name")) or part.get_filename()
    return part.get_content_type() in ("text/plain", "text/html") and not is_file


def _is_furniture(part: Message) -> bool:
    """Whether it is a picture in the text of the mail, a signature or a receipt."""
    is_picture = part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"
    return is_picture or part.get_content_type() in _BESIDE
