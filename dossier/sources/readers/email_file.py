"""A mail in a file of its own, as mail programs save it and as a maildir holds it."""

import re
from collections.abc import Iterator

from dossier.sources import mail
from dossier.sources.reader import InputFile, Part, Reader

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
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
    return mail.parts(file.content(mail.MAX_MAIL_BYTES, "save its text as .txt"))


EMAIL_FILE = Reader(name="a mail", suffixes=(".eml",), read=_read, recognises=_recognises)
