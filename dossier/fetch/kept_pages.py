"""The folder with what was fetched: each page as a web archive (WARC) of its own, and what is remembered of it."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dossier.fetch.client import Response

_MEMORY = ".fetched.json"
"""A hidden file, which is no source."""
_KEPT_HEADERS = ("content-type", "content-language", "last-modified", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """What is remembered of an address: the hash of its page (SHA-256), when it was fetched, and what to ask by."""

    sha256: str
    fetched: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def conditions(self) -> Mapping[str, str]:
        """The headers that ask for the page only if it is another by now (RFC 9110, 13.1)."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in found.items() if value}


class KeptPages:
    """The pages of a folder. A page that is another by now is kept beside the one before."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; it is made with the first page."""
        self._folder = folder
        self._pages = self._remembered()

    def of(self, url: str) -> KeptPage | None:
        """What is remembered of an address."""
        return self._pages.get(url)

    def keep(self, url: str, answer: Response, now: datetime) -> bool:
        """Keep the page of an address unless it is as it was, and give whether it was kept."""
        digest = hashlib.sha256(answer.body).hexdigest()
        before = self._pages.get(url)
        moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        is_new = before is None or before.sha256 != digest
        self._pages[url] = KeptPage(
            sha256=digest,
            fetched=moment if is_new or before is None else before.fetched,
            etag=answer.header("ETag"),
            last_modified=answer.header("Last-Modified"),
        )
        if is_new:
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"{hashlib.sha256(url.encode()).hexdigest()[:16]}-{digest[:16]}.warc.gz"
            _write(self._folder / name, _archived(answer, moment))
        return is_new

    def remember(self) -> None:
        """Write down what is remembered, whole or not at all."""
        if self._pages:
            pages = {url: asdict(page) for url, page in sorted(self._pages.items())}
            _write(self._folder / _MEMORY, json.dumps(pages, indent=1, ensure_ascii=False).encode())

    def _remembered(self) -> dict[str, KeptPage]:
        try:
            written = json.loads((self._folder / _MEMORY).read_bytes())
            return {url: KeptPage(**page) for url, page in written.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # everything is asked for again, and what is as it was is not kept twice under its name


def _archived(answer: Response, moment: str) -> bytes:
    """One record of a web archive (WARC 1.1), with the digest of the page."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True, warc_version="1.1")
    headers = [(key, value) for key, value in answer.headers if key.lower() in _KEPT_HEADERS]
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    dated = {"WARC-Date": moment}
    body = io.BytesIO(answer.body)
    record = writer.create_warc_record(
        answer.url, "response", payload=body, length=len(answer.body), http_headers=http, warc_headers_dict=dated
    )
    writer.write_record(record)
    return stream.getvalue()


def _write(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.part")
    aside.touch(mode=0o600)
    aside.write_bytes(content)
    aside.replace(path)
