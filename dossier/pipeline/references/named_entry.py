"""An entry that a user names by its number: its event, and what the line of the entry tells beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Event, EventPointer, Timeline
from dossier.sources.stated_judgements import StatedReference


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """The event of an entry, and the ``parts`` that its sentences tell in its line, each by its trigger."""

    event: EventPointer
    parts: tuple[EventPointer, ...] = ()

    @property
    def references(self) -> Iterator[StatedReference]:
        """References that mean just these events."""
        for one in (self.event, *self.parts):
            words = one.trigger
            yield StatedReference(article=one.article, span=words.span, text=words.exact, occurrence=one.occurrence)


EntryFinder = Callable[[str, int], NamedEntry]
"""Finds an entry by the name of its dossier and its number; raises UnclearReference where there is none."""


def told_with(entry: Event, timeline: Timeline, *others: Timeline) -> Sequence[Event]:
    """What nothing but the entry's own sentences tells in its line: whoever leaves out the line means that, too.

    It is a part of the entry, or makes this line in one of the ``others``, dossiers of whom the sentence mentions. What
    another sentence tells as well stays, since it is more than a word of this one.
    """
    sentences = {(piece.article, piece.quote.span) for piece in entry.evidence}
    elsewhere = (
        told
        for other in others
        for line in other.lines
        if line.line == entry.line
        for told in (line, *other.parts.get(line.id, ()))
    )
    beside = {one.id: one for one in (*timeline.parts.get(entry.id, ()), *elsewhere) if one.id != entry.id}
    return [
        one
        for one in beside.values()
        if sentences.issuperset((piece.article, piece.quote.span) for piece in one.evidence)
    ]
