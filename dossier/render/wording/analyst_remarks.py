"""The analyst's notes on a page, and what he corrected at its head: his words, and those of no source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.model import ActorCorrection, ActorField, Kind, StandingNote, Timeline
from dossier.render.page_values.note_context import SourceEntry
from dossier.render.wording.analyst_wording import author_words
from dossier.render.wording.label_wording import KIND_WORDS
from dossier.render.wording.prose import tidy

_FIELDS = {
    ActorField.NAME: "name",
    ActorField.KIND: "kind",
    ActorField.ALIASES: "other name",
    ActorField.DESCRIPTIONS: "description",
}


@dataclass(frozen=True, slots=True)
class AnalystRemark:
    """A note of the analyst: its ``text`` and its ``author`` with the day.

    It is about the entry with the number ``row``, or about the source with the number ``source``, perhaps about
    ``words`` in it, or about ``subject``; numbers are 0 and words empty where it is not.
    """

    text: str
    author: str
    subject: str
    row: int = 0
    source: int = 0
    words: str = ""


def analyst_remarks(
    timeline: Timeline, rows: Mapping[str, int], sources: Mapping[str, SourceEntry]
) -> tuple[AnalystRemark, ...]:
    """The notes of a timeline; ``rows`` are the numbers of its entries by event, ``sources`` the articles by id.

    First come those on the subject, then those on entries, then those on sources. Those on events without an entry are
    left out: the JSON file has them.
    """
    made = _remarks(timeline, rows, sources)
    return tuple(
        sorted(made, key=lambda one: (not one.subject, not one.row, one.row, one.source, one.author, one.text))
    )


def _place(one: AnalystRemark) -> tuple[bool, bool, int, int, str, str]:
    return not one.subject, not one.row, one.row, one.source, one.author, one.text


def _remarks(
    timeline: Timeline, rows: Mapping[str, int], sources: Mapping[str, SourceEntry]
) -> Iterator[AnalystRemark]:
    names = {one.id: one.name for one in (timeline.overview.actors if timeline.overview else ())}
    if timeline.actor:
        names[timeline.actor.id] = timeline.actor.name
    for note in timeline.notes:
        text, author = tidy(note.text), author_words(note.by, note.made)
        if note.event:
            if note.event in rows:
                yield AnalystRemark(text, author, "", row=rows[note.event])
        elif note.article:
            yield AnalystRemark(text, author, "", source=sources[note.article].number, words=_words(note))
        else:
            yield AnalystRemark(text, author, tidy(names.get(note.actor or "", "")))


def _words(note: StandingNote) -> str:
    return tidy(note.words.exact) if note.words else ""


def header_corrections(corrections: tuple[ActorCorrection, ...]) -> tuple[str, ...]:
    """What the analyst corrected at the head, in words: "kind “product”, read as “person” (ada, 22 Nov 2026)"."""
    return tuple(_in_words(one) for one in corrections)


def _in_words(one: ActorCorrection) -> str:
    field = _FIELDS[one.field]
    read = f"“{_value(one.field, one.read)}”" if one.read else "none"
    if not one.value:
        return f"{field} {read} taken out ({author_words(one.by, one.made)})"
    return f"{field} “{_value(one.field, one.value)}”, read as {read} ({author_words(one.by, one.made)})"


def _value(field: ActorField, value: str) -> str:
    return KIND_WORDS[Kind(value)].casefold() if field is ActorField.KIND else tidy(value)
