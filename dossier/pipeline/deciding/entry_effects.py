"""What a decision makes of an entry of a dossier."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.codec import ChangeForm
from dossier.model import WordsPointer


class HowChanged(StrEnum):
    """What becomes of an entry of a dossier, in the order in which a reader is told."""

    JOINED = "joined"
    MOVED_AWAY = "moved away"
    MOVED_UNTOLD = "moved untold"
    HERE_NO_LONGER = "here no longer"
    GONE = "gone"
    UNTOLD = "untold"
    SAME_LINE = "same line"
    CHANGED = "changed"
    PARTED = "parted"
    MOVED_HERE = "moved here"
    HERE_TOO = "here too"
    NEW = "new"
    UNTOLD_HERE = "untold here"
    DOUBTED = "possible now"
    NO_LONGER_DOUBTED = "possible before"
    POSSIBLE_NEW = "possible"
    POSSIBLE_STAYS = "still possible"
    POSSIBLE_ELSEWHERE = "still possible by another article"
    POSSIBLE_GONE = "no longer possible"


@dataclass(frozen=True, slots=True)
class EntryEffect:
    """An entry as it will be (as it was, where it goes), and what becomes of it.

    ``other`` is the other line or dossier that it has to do with, ``reason`` why it has no line; both may be empty.
    ``words`` are those by which what stays possible may be about the subject, ``date`` is what the page says of when.
    """

    how: HowChanged
    change: ChangeForm
    other: str = ""
    reason: str = ""
    words: tuple[WordsPointer, ...] = ()
    date: str = ""
