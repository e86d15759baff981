"""What is told."""

from dataclasses import dataclass
from enum import StrEnum


class NoticeType(StrEnum):
    """What kind of news a notice is, in Apprise's words: a service may show it by a colour."""

    INFO = "info"
    SUCCESS = "success"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Notice:
    """A message in plain text: ``title`` is one line, ``body`` has several."""

    type: NoticeType
    title: str
    body: str
