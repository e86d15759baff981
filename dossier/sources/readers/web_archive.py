"""A web archive (WARC): the pages that a crawler was given, each with its address, one at a time.

The date of a record is that of the crawl: the page was published by then, perhaps long before. What pages load
(pictures, scripts), and answers that say that there is no page, are no articles, and not reported.
"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from dossier.sources.allowance import Allowance, AllowanceSpent
from dossier.sources.dates import written_dates
from dossier.sources.reader import MAX_FILE_BYTES, Enclosed, InputFile, Part, Reader
from dossier.sources.stated_charset import decoded
from dossier.sources.unpacking import damaged
from dossier.sources.unreadable import Unreadable

MAX_PDF_BYTES = 64_000_000
"""Bytes of the largest PDF. Set by hand."""
_MAGIC = b"WARC/"
_PDF = "page.pdf"
_NAME_BY_TYPE = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.xhtml",
    "application/pdf": _PDF,
}
_KINDS = ("response", "resource")
_OK = "200"
_UNPACKED = "identity"
_BROTLI = "br"


def _recognises(start: bytes) -> bool:
    return start.startswith(_MAGIC)


def _read(file: InputFile) -> Iterator[Part]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        records = ArchiveIterator(file.stream)
        while record := _next(records):
            if name := _kind(record):
                number += 1
                yield Part(_enclosed(record, name, file.allowance), f":{number}")
        if records.err_count:
            yield Part(Unreadable("lengths in it are wrong, so that pages may be missing", "crawl them again"))
    except ArchiveLoadFailed as error:
        raise damaged(is_begun=number > 0) from error


def _next(records: Any) -> Any:
    """The next record of warcio's, which would write the bytes of a damaged one to the terminal; None at the end."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _kind(record: Any) -> str | None:
    """The name for what a record of warcio (which has no types) holds, by its kind; None for what is no article."""
    headers = record.http_headers
    if record.rec_type not in _KINDS or (headers and headers.get_statuscode() != _OK):
        return None
    return _NAME_BY_TYPE.get(_content_type(record)[0])


def _content_type(record: Any) -> tuple[str, str]:
    """The type of the content, and the charset that is stated with it."""
    stated = (record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type) or ""
    kind, _, parameters = stated.lower().partition(";")
    return kind.strip(), parameters.partition("charset=")[2]


def _enclosed(record: Any, name: str, allowance: Allowance) -> Enclosed | Unreadable:
    try:
        data = _body(record, MAX_FILE_BYTES if name != _PDF else MAX_PDF_BYTES, allowance)
    except AllowanceSpent:
        raise
    except Unreadable as problem:
        return problem
    if name != _PDF:
        data = decoded(data, _content_type(record)[1])[0].encode("utf-8")
    address, moment = (record.rec_headers.get_header(field) for field in ("WARC-Target-URI", "WARC-Date"))
    return Enclosed(name, io.BytesIO(data), url=address, by=written_dates.moment(moment or ""))


def _body(record: Any, limit: int, allowance: Allowance) -> bytes:
    """The content of a record, unpacked; one byte more than ``limit`` of a larger one."""
    from warcio.bufferedreaders import BufferedReader

    packing = record.http_headers and record.http_headers.get_header("Content-Encoding")
    if packing and packing.lower() == _BROTLI:
        return _of_brotli(record, limit, allowance)
    if packing and packing.lower() not in (_UNPACKED, *BufferedReader.get_supported_decompressors()):
        raise Unreadable(f"its content is packed as {packing[:20]}, which is not read", "crawl the page again")
    body = bytearray()
    try:
        stream = record.content_stream()
        # a read gives what is there, which may be less than all
        while len(body) <= limit and (data := _some(stream, limit + 1 - len(body))):
            allowance.take_bytes(len(data))
            body += data
    except (Unreadable, OSError):
        raise
    except Exception as error:
        # the content of one page may make a decompressor raise anything; the others are still there
        what = f"its content cannot be unpacked ({type(error).__name__})"
        raise Unreadable(what, "crawl the page again") from error
    return bytes(body)


def _of_brotli(record: Any, limit: int, allowance: Allowance) -> bytes:
    """The content of a record that is packed with Brotli, which warcio cannot unpack with the library of today."""
    from warcio.bufferedreaders import ChunkedDataReader

    try:
        import brotli

        packed = ChunkedDataReader(record.raw_stream, decomp_type=None).read(limit)
        data = bytes(brotli.Decompressor().process(packed, output_buffer_limit=limit + 1))
    except Exception as error:
        # as above; the library need not be there either
        what = f"its content cannot be unpacked ({type(error).__name__})"
        raise Unreadable(what, "crawl the page again, or: pip install brotli") from error
    allowance.take_bytes(len(data))
    return data


def _some(stream: Any, size: int) -> bytes:
    """The next bytes of a content; warcio would write to the terminal what is wrong with them."""
    with redirect_stderr(io.StringIO()):
        return bytes(stream.read(size))


WEB_ARCHIVE = Reader(name="a web archive", suffixes=(".warc",), read=_read, recognises=_recognises)
