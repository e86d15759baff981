"""What the templates in ``reading`` get: one article with its annotations, as plain values.

Every string holds words for the reader, which the template escapes. ``anchor`` is the id of an element of the page,
without the "#", empty where nothing leads to it. ``code`` is the sign of an entry ("A", "12", "t3").
"""

from dataclasses import dataclass

from dossier.render.page_values.row_context import Status
from dossier.render.page_values.text_runs import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text within which no mark begins or ends.

    ``looks`` are the CSS classes of the marks on it, in each layer those of the innermost mark. ``codes`` are the signs
    of the marks that end with it ("A", "12"). ``link`` is the anchor of the entry of one mark on it (see ``Layer``),
    ``title`` has the reasons of the innermost marks.
    """

    text: str
    anchor: str = ""
    looks: str = ""
    codes: str = ""
    link: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading, and the white space (and nothing else) that follows it.

    ``direction`` (ltr, rtl) is empty where the text has neither right-to-left letters nor controls of direction.
    """

    pieces: tuple[Piece, ...]
    gap: tuple[Piece, ...] = ()
    is_heading: bool = False
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Words, the anchor of their place in the text, and a note on them.

    ``code``, ``look`` and ``entry`` are the sign, the CSS class and the anchor of the entry that the words name: an
    actor, an event, a time. ``again`` holds the anchors of further places where the same words stand.
    """

    text: str
    place: str = ""
    code: str = ""
    entry: str = ""
    look: str = ""
    note: str = ""
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an entry: its name, its values, and a note on all of them."""

    name: str
    values: tuple[Value, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One chain: its sign, and fields with its mentions by sieve, related chains, and events in which it has a role."""

    anchor: str
    code: str
    look: str
    name: str
    kind: str
    count: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event: its trigger, its ``line`` for the reader (None where there is none), and what its reading rests on."""

    anchor: str
    code: str
    place: str
    trigger: str
    type: str
    status: Status
    label: str
    line: Passage | None
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class QuotationEntry:
    """A quotation and its speaker."""

    anchor: str
    code: str
    place: str
    words: Passage
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """A time expression and its meaning."""

    anchor: str
    code: str
    place: str
    words: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class NotTakenEntry:
    """Words that were linked to nobody, or a passage that tells no events (``kind`` says which), and why."""

    anchor: str
    code: str
    place: str
    words: str
    kind: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article and its annotations. ``number`` counts the articles of a page from 1.

    ``about`` has publisher, author, language and date, as far as they are known.
    """

    number: int
    anchor: str
    title: str
    ref: str
    sha256: str
    about: tuple[str, ...]
    language: str
    blocks: tuple[Block, ...]
    actors: tuple[ActorEntry, ...]
    events: tuple[EventEntry, ...]
    quotations: tuple[QuotationEntry, ...]
    times: tuple[TimeEntry, ...]
    not_taken: tuple[NotTakenEntry, ...]

    @property
    def is_read(self) -> bool:
        """Whether there is anything to list: an actor, an event, a quotation, a time, or what was not taken."""
        return any((self.actors, self.events, self.quotations, self.times, self.not_taken))

    @property
    def contents_line(self) -> "ContentsLine":
        """The line of the article in the list of contents."""
        counts = (len(self.actors), len(self.events), len(self.quotations), len(self.times))
        return ContentsLine(self.anchor, self.title, self.about, counts)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One line of the list of contents; ``counts`` are the numbers of actors, events, quotations and times."""

    anchor: str
    title: str
    about: tuple[str, ...]
    counts: tuple[int, int, int, int]
