"""A mail in a file of its own, as mail programs save it and as a maildir holds it."""

import re
from collections.abc import Iterator

from dossier.sources.mails import mail
from dossier.sources.reader import InputFile, Part, Reader

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_LENGTH = re.compile(rb"(\d{1,9})[ \t]*\n")
_SIGNS = frozenset((b"message-id", b"mime-version", b"received", b"return-path"))
"""Headers that programs write, and people do not."""


def _recognises(start: bytes) -> bool:
    """Whether it begins with the headers of a mail, and with nothing else."""
    head, blank, _ = start.replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = head.split(b"\n") if blank else head.split(b"\n")[:-1]
    found = [_HEADER.match(line) for line in lines if not line.startswith((b" ", b"\t"))]
    names = {match[1].lower() for match in found if match}
    return bool(found) and all(found) and (b"from" in names or not blank) and not _SIGNS.isdisjoint(names)


def _read(file: InputFile) -> Iterator[Part]:
    return mail.parts(_of_apple(file.content(mail.MAX_MAIL_BYTES, "save its text as .txt")))


def _of_apple(data: bytes) -> bytes:
    """The mail in a file of Apple Mail, which begins with its length and goes on behind it; any other as it is."""
    length = _LENGTH.match(data)
    return data[length.end() : length.end() + int(length[1])] if length else data


EMAIL_FILE = Reader(name="a mail", suffixes=(".eml", ".emlx"), read=_read, recognises=_recognises)
