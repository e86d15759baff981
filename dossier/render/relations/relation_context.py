"""What a template gets of the relations: who is tied to the subject, or two actors to each other, and by what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TieLine:
    """One kind of tie: the words before and after the name of the ``other``, and the numbers of the rows that tell it.

    ``words`` are those of the articles for what both did or underwent alike, each once. ``doubt`` is empty for a plain
    fact, else "alleged", "denied", "according to police" and the like. Of an office, which no row tells, ``notes`` are
    the source notes that say it.
    """

    before: str
    other: str
    after: str
    words: tuple[str, ...]
    doubt: str
    rows: tuple[int, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorRelation:
    """An actor and what ties it to the ``other``: to the subject, or in a case to a second actor.

    The ``ties`` are said of the actor ``name``. ``other`` is empty where it is the subject. ``rows`` are the numbers of
    all rows that tell a tie; ``since`` and ``until`` are the dates of the first and the last of them in words, equal
    where there is one, empty where none has a date. ``sources`` counts the independent ones. ``acts`` says whether the
    actor does anything to the other or speaks of it, ``undergoes`` whether the other does so; ``is_fact`` whether any
    tie is told as a fact. ``link`` leads to the actor's own dossier, empty where it has none.
    """

    name: str
    other: str
    ties: tuple[TieLine, ...]
    rows: tuple[int, ...]
    since: str
    until: str
    sources: int
    acts: bool
    undergoes: bool
    is_fact: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class Relations:
    """The strongest relations, the strongest first, and a drawing of them (an ``svg`` element) with its caption.

    ``more`` counts the relations that are not shown. ``narrow_svg`` is that of a
    phone. Without a drawing all three are empty.
    """

    shown: tuple[ActorRelation, ...]
    more: int = 0
    svg: str = ""
    caption: str = ""
    narrow_svg: str = ""
