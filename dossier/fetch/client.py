"""Get one page, within limits: of time, of bytes, of redirects, and of where it may lead."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3

from dossier.fetch.deadline import Deadline
from dossier.fetch.public_connections import NOT_PUBLIC, IsAllowed, NotPublic, connections, is_public

USER_AGENT = "dossier-timelines"
"""The name under which sites may forbid it, in their robots.txt too."""
_CHUNK_BYTES = 64 * 1024
_OK, _NOT_MODIFIED = 200, 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PLAIN = "identity"


class NotFetched(Exception):
    """A page that was not fetched; the message says why, ``advice`` what to do."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.advice = advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may take. All are set by hand."""

    seconds: float = 60
    wait_seconds: float = 20
    bytes: int = 8_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a site answered: the address that it answered under, its headers and body.

    ``is_unchanged`` says that it is as it was at the conditional request; then the body is empty.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    is_unchanged: bool = False

    def header(self, name: str) -> str | None:
        """The value of a header, whatever the case of its name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(slots=True)
class Client:
    """Gets pages by HTTP. Every request, also after a redirect, goes to an address that ``is_allowed``."""

    limits: Limits = Limits()
    is_allowed: IsAllowed = is_public
    _deadline: Deadline = field(init=False)
    _connections: urllib3.PoolManager = field(init=False)

    def __post_init__(self) -> None:
        self._deadline = Deadline(self.limits.seconds)
        self._connections = connections(self.is_allowed, self._deadline.take_up)

    def get(self, url: str, conditions: Mapping[str, str] | None = None) -> Response:
        """The page at an address; ``conditions`` are headers such as If-None-Match. Raises NotFetched."""
        with self._deadline.running():
            try:
                return self._followed(url, conditions or {})
            except NotFetched:
                raise
            except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                raise self._reason(error) from error
            finally:
                self._connections.clear()

    def _followed(self, url: str, conditions: Mapping[str, str]) -> Response:
        for _ in range(self.limits.redirects + 1):
            _refuse_other_schemes(url)
            with closing(self._asked(url, conditions)) as answer:
                if answer.status not in _REDIRECTS:
                    return self._response(url, answer)
                url = urljoin(url, answer.headers.get("Location", ""))
        raise NotFetched(f"more than {self.limits.redirects} redirects", "name the address that it leads to")

    def _asked(self, url: str, conditions: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        return self._connections.request(
            "GET",
            url,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": _PLAIN, **conditions},
            redirect=False,
            preload_content=False,
            decode_content=False,
            timeout=urllib3.Timeout(connect=self.limits.wait_seconds, read=self.limits.wait_seconds),
        )

    def _response(self, url: str, answer: urllib3.BaseHTTPResponse) -> Response:
        headers = tuple((str(key), str(value)) for key, value in answer.headers.items())
        if answer.status == _NOT_MODIFIED:
            return Response(url=url, headers=headers, is_unchanged=True)
        if answer.status != _OK:
            raise NotFetched(f"the site answered {answer.status} {answer.reason or ''}".strip())
        if answer.headers.get("Content-Encoding", _PLAIN).strip().lower() != _PLAIN:
            raise NotFetched("the site packed the page, though it was not asked to", "save the page by hand")
        return Response(url=url, headers=headers, body=self._body(answer))

    def _body(self, answer: urllib3.BaseHTTPResponse) -> bytes:
        body = bytearray()
        length = answer.headers.get("Content-Length", "0")
        if length.isdigit() and int(length) > self.limits.bytes:
            raise self._too_large()
        for chunk in answer.stream(_CHUNK_BYTES, decode_content=False):
            body += chunk
            if len(body) > self.limits.bytes:
                raise self._too_large()
        if self._deadline.is_over:  # what was cut off ends like what is complete, where no length is stated
            raise self._too_slow()
        return bytes(body)

    def _too_large(self) -> NotFetched:
        return NotFetched(f"larger than {self.limits.bytes:,} bytes", "save it by hand, if it is an article")

    def _too_slow(self) -> NotFetched:
        return NotFetched(f"not there after {self.limits.seconds:g} seconds", "try again later")

    def _reason(self, error: Exception) -> NotFetched:
        if any(isinstance(cause, NotPublic) for cause in _causes(error)):
            return NotFetched(NOT_PUBLIC, "only pages of the public internet are fetched: save it by hand")
        if self._deadline.is_over or isinstance(error, urllib3.exceptions.TimeoutError):
            return self._too_slow()
        return NotFetched(
            f"the site cannot be reached ({type(error).__name__})", "check the address, or try again later"
        )


def _refuse_other_schemes(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotFetched("no address of a web page", "write https://…")
    if parts.username or parts.password:
        raise NotFetched("an address with a name or password in it", "save the page by hand")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it came from; urllib3 keeps the first of these as a ``reason``."""
    while error:
        yield error
        reason = getattr(error, "reason", None)
        error = reason if isinstance(reason, BaseException) else error.__cause__ or error.__context__
