"""A web archive (WARC): the pages that a crawler was given, each with its address, one at a time.

The date of a record is that of the crawl: the page was published by then, perhaps long before. What pages load
(pictures, scripts), and answers that say that there is no page, are no articles, and not reported.
"""

import io
from collections.abc import Iterator
from typing import Any

from dossier.sources import written_dates
from dossier.sources.allowance import Allowance
from dossier.sources.reader import MAX_FILE_BYTES, Enclosed, InputFile, Part, Reader
from dossier.sources.stated_charset import decoded
from dossier.sources.unpacking import damaged

_MAGIC = b"WARC/"
_NAME_BY_TYPE = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.xhtml",
    "application/pdf": "page.pdf",
}
_KINDS = ("response", "resource")
_OK = "200"


def _recognises(start: bytes) -> bool:
    return start.startswith(_MAGIC)


def _read(file: InputFile) -> Iterator[Part]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(file.stream):
            if enclosed := _page(record, file.allowance):
                number += 1
                yield Part(enclosed, f":{number}")
    except ArchiveLoadFailed as error:
        raise damaged(is_begun=number > 0) from error


def _page(record: Any, allowance: Allowance) -> Enclosed | None:
    """The page in a record of warcio, which has no types; None where it holds none."""
    headers = record.http_headers
    if record.rec_type not in _KINDS or (headers and headers.get_statuscode() != _OK):
        return None
    stated = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    kind, _, parameters = stated.partition(";")
    name = _NAME_BY_TYPE.get(kind.strip().lower())
    if name is None:
        return None
    data = record.content_stream().read(MAX_FILE_BYTES + 1)
    allowance.take_bytes(len(data))
    if name != "page.pdf":
        data = decoded(data, parameters.lower().partition("charset=")[2])[0].encode("utf-8")
    address, moment = (record.rec_headers.get_header(field) for field in ("WARC-Target-URI", "WARC-Date"))
    return Enclosed(name, io.BytesIO(data), url=address, by=written_dates.moment(moment or ""))


WEB_ARCHIVE = Reader(name="a web archive", suffixes=(".warc",), read=_read, recognises=_recognises)
