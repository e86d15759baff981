"""What the templates of ``reading`` may use: one article with all that was read in it, as plain values.

Every string is the words for the reader; escaping is the template's. ``anchor`` is the id of an element of the page,
without the "#"; an empty one leads nowhere.
"""

from dataclasses import dataclass

from dossier.render.context import Passage, Status


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article's text over which nothing changes.

    ``looks`` are the CSS classes of all that was read there, ``codes`` the signs of the marks that end with it
    ("A", "12"), ``link`` where the innermost is explained, ``title`` the same in short.
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

    ``direction`` (ltr, rtl) is empty where no letter runs right to left.
    """

    pieces: tuple[Piece, ...]
    gap: tuple[Piece, ...] = ()
    is_heading: bool = False
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Words, the place in the text where they stand, and a note on them.

    ``code``, ``look`` and ``entry`` are the sign, the CSS class and the anchor of what they name: an actor, an event, a
    time. ``again`` are further places where the same words stand.
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
    """A property of an entry by name, with its values and a note on all of them."""

    name: str
    values: tuple[Value, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One chain: its sign, and the fields that say where it is mentioned, by which rule, and what it takes part in."""

    anchor: str
    code: str
    look: str
    name: str
    kind: str
    count: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event: its trigger, its ``line`` for the reader (None where there is none), and why it was so read."""

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
    """Words between quotation marks, and whose they are."""

    anchor: str
    code: str
    place: str
    words: Passage
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """A temporal expression, and what it means."""

    anchor: str
    code: str
    place: str
    words: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and all that was read in it; ``number`` counts the articles of a page from 1.

    ``about`` are publisher, author, date and language, as far as known.
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

    @property
    def is_read(self) -> bool:
        """Whether anything was read in it."""
        return any((self.actors, self.events, self.quotations, self.times))

    @property
    def summary(self) -> "Summary":
        """What the list of contents needs of it."""
        counts = (len(self.actors), len(self.events), len(self.quotations), len(self.times))
        return Summary(self.anchor, self.title, self.about, counts)


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list of contents; ``counts`` are those of actors, events, quotations and times."""

    anchor: str
    title: str
    about: tuple[str, ...]
    counts: tuple[int, int, int, int]
