"""A mailbox in one file (mbox): one mail after another, each behind a line "From ". One is in memory at a time."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from dossier.sources.mails import mail
from dossier.sources.reader import InputFile, Part, Reader
from dossier.sources.unreadable import Unreadable, explain_failure

_SEPARATOR = re.compile(rb"From .*\d\d:\d\d.*\d{4}\s*$")
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
_ADVICE = "save its text as .txt"
_BLANK = (b"\n", b"\r\n")


def _recognises(start: bytes) -> bool:
    return _SEPARATOR.match(start.partition(b"\n")[0]) is not None


def _read(file: InputFile) -> Iterator[Part]:
    for number, data in enumerate(_mails(file.stream), start=1):
        try:
            yield from _parts(data, f":{number}")
        except Unreadable as problem:
            yield Part(problem, f":{number}")


def _parts(data: bytes, place: str) -> Iterator[Part]:
    """The article of one mail, and its files. Raises Unreadable when there is none, whatever is wrong."""
    if len(data) > mail.MAX_MAIL_BYTES:
        raise Unreadable(f"a mail of more than {mail.MAX_MAIL_BYTES:,} bytes", _ADVICE)
    try:
        found = list(mail.parts(_ESCAPED.sub(rb"\1", data), place))
    except Unreadable:
        raise
    except Exception as error:
        # a hostile mail may make the parser raise anything; the others are still there
        raise explain_failure("a mail", error) from error
    yield from found


def _mails(stream: BinaryIO) -> Iterator[bytes]:
    """The mails without the lines between them; of one that is too large one byte more than the limit."""
    kept = bytearray()
    is_at_start = is_behind_blank = True
    while line := stream.readline(mail.MAX_MAIL_BYTES):
        if is_behind_blank and _SEPARATOR.match(line):
            if not is_at_start:
                yield bytes(kept)
            kept.clear()
        else:
            kept += line[: mail.MAX_MAIL_BYTES + 1 - len(kept)]
        is_at_start, is_behind_blank = False, line in _BLANK
    if kept.strip():
        yield bytes(kept)


MAILBOX_FILE = Reader(name="a mailbox", suffixes=(".mbox", ".mbx"), read=_read, recognises=_recognises)
