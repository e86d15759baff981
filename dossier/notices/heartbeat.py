"""The sign of life: an address that is asked after each good night, so that somebody notices when none comes."""

from collections.abc import Mapping
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from dossier.errors import NoticesUnusable
from dossier.notices.address import masked, resolved
from dossier.notices.in_time import in_time

PING_SECONDS = 20.0
"""How long the whole of it may take. Set by hand: what watches over jobs answers within a second."""


def heartbeat_address(written: str, environment: Mapping[str, str]) -> str:
    """The address as it is asked. Raises NoticesUnusable when it is no web address, or a variable has no value."""
    address = resolved(written, environment)
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web or not address.isascii() or not address.isprintable() or " " in address:
        advice = "it begins with https:// or http://, and has no blank and no letter outside ASCII"
        raise NoticesUnusable(f"the heartbeat {masked(written)} in [notices] is no web address", advice)
    return address


def ping(address: str) -> str:
    """Ask for the address; what went wrong, empty for nothing. The address is not in it."""
    return in_time(lambda: _answer(address), PING_SECONDS)


def _answer(address: str) -> str:
    request = Request(address, headers={"User-Agent": "dossier"})  # noqa: S310 - the scheme was looked at
    try:
        with urlopen(request, timeout=PING_SECONDS):  # noqa: S310 - likewise
            return ""
    except HTTPError as error:
        with error:
            return f"the server answers {error.code}"
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        said = reason.strerror if isinstance(reason, OSError) else None
        return f"it cannot be reached: {said or type(reason).__name__}"
