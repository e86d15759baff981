"""Send notices through Apprise."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossier.errors import NoticesUnusable
from dossier.notices.address import masked, resolved, without_secrets
from dossier.notices.in_time import in_time
from dossier.notices.notice import Notice

if TYPE_CHECKING:
    from apprise import NotifyBase

SEND_SECONDS = 60.0
"""How long one address may take. Set by hand: a slow mail server answers in a few."""


@dataclass(frozen=True, slots=True)
class Sender:
    """One address that notices go to; ``name`` is how it is shown, without its secrets."""

    name: str
    service: "NotifyBase" = field(repr=False)
    address: str = field(repr=False)

    def send(self, notice: Notice) -> str:
        """Send the notice; what went wrong, empty for nothing."""
        problem = in_time(lambda: _sent(self.service, notice), SEND_SECONDS)
        return without_secrets(problem, self.address)


def open_sender(written: str, environment: Mapping[str, str]) -> Sender:
    """The sender of an address as the project's file writes it. Nothing is sent, and nobody is asked.

    Raises NoticesUnusable when the address is none, names a variable that is not set, or Apprise is not installed.
    """
    try:
        from apprise import Apprise, AppriseAsset
    except ImportError:
        raise NoticesUnusable("Apprise, which sends notices, is not installed", "pip install apprise") from None
    address = resolved(written, environment)
    _silence()
    # its own limit of time would leave a thread that the process waits for when it ends
    asset = AppriseAsset(service_timeout=0, async_mode=False)
    service = Apprise.instantiate(address, asset=asset)
    if service is None:
        advice = "the forms are scheme://…, as in mailto://user:password@example.org or json://example.org/path"
        raise NoticesUnusable(f"{masked(written)} in [notices] is no address that Apprise understands", advice)
    return Sender(masked(written), service, address)


def _sent(service: "NotifyBase", notice: Notice) -> str:
    """What went wrong in sending, in Apprise's words, which may hold parts of the address; empty for nothing."""
    from apprise import Apprise, NotifyFormat, NotifyType, OverflowMode

    if service.overflow_mode == OverflowMode.UPSTREAM:  # let no service refuse what is too long for it
        service.overflow_mode = OverflowMode.TRUNCATE
    apprise = Apprise()
    apprise.add(service)
    said: list[str] = []
    is_sent = apprise.notify(
        notice.body,
        notice.title,
        NotifyType(notice.type.value),
        body_format=NotifyFormat.TEXT,
        log_callback=lambda entry, _: said.append(entry.message.partition("\n")[0].rstrip(". ")),
        log_level=logging.WARNING,
    )
    return "" if is_sent else "; ".join(said) or "it was not taken, and no reason is given"


def _silence() -> None:
    """Let nobody hear the log of Apprise: it may hold parts of an address."""
    log = logging.getLogger("apprise")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
