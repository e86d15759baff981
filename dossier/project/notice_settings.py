"""What a project says about notices: whom its builds tell, of what, and how much."""

from dataclasses import dataclass
from enum import StrEnum


class Occasion(StrEnum):
    """What a notice is sent on."""

    CHANGE = "change"
    FAILURE = "failure"
    RECOVERY = "recovery"


class NoticeDetail(StrEnum):
    """How much a notice tells of the case: numbers alone, or the entries too."""

    COUNTS = "counts"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSettings:
    """``to`` are addresses as the file writes them, and ``heartbeat`` one: they may hold secrets, or name variables.

    A message leaves the machine, and lies where the services that carry it keep it: unless the file says otherwise, it
    has no line of the case, and no name.
    """

    to: tuple[str, ...] = ()
    on: frozenset[Occasion] = frozenset(Occasion)
    heartbeat: str | None = None
    detail: NoticeDetail = NoticeDetail.COUNTS
