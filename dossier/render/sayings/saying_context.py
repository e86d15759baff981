"""What a template gets of the quotations: what the subject said, and what others said of the subject."""

from dataclasses import dataclass

from dossier.render.page_values.text_runs import Passage


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody said, verbatim and without their marks.

    ``number`` makes the anchor (``q3``). ``speaker`` is empty where it is the subject. ``date`` is when it was said or
    reported, in words, empty where that is unknown. ``source`` is the number of the article, in which the words are the
    characters from ``start`` to ``end`` (half-open), and ``note`` the number of the note with the sentence around them.
    """

    number: int
    passage: Passage
    speaker: str
    date: str
    source: int
    start: int
    end: int
    note: int


@dataclass(frozen=True, slots=True)
class Sayings:
    """The newest sayings ``by`` the subject and ``about`` it, the newest first; ``more_…`` counts those not shown."""

    by: tuple[Saying, ...]
    about: tuple[Saying, ...]
    more_by: int = 0
    more_about: int = 0
