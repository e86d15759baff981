"""Which of the analyst's notes stand in which timeline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from dossier.memo import NO_MEMO, Memo, MemoTable
from dossier.model import Evidence, Marking, StandingNote, Timeline
from dossier.resolve import Actors, NoteRuling


def with_notes(
    timelines: Mapping[str, Timeline],
    notes: Sequence[NoteRuling],
    actors: Actors,
    limit: Marking | None,
    memo: Memo = NO_MEMO,
) -> Mapping[str, Timeline]:
    """The timelines, by id, each with the notes on its actors, on its events and on what its articles say of them.

    In an edition with a marking, its ``limit``, stand only those that are marked, and not above it. A timeline without
    a note stays the object that it is; one with the notes that it had before is remembered.
    """
    if limit:
        notes = [one for one in notes if one.marking and not one.marking.is_above(limit)]
    if not notes:
        return timelines
    noted: MemoTable[Timeline] = memo.table("noted timeline")
    made = dict(timelines)
    for key, timeline in timelines.items():
        if standing := tuple(one for note in notes for one in _standing(timeline, note, actors)):
            annotate = partial(replace, timeline, notes=standing)
            made[key] = noted.recall((id(timeline), standing), annotate, timeline)
    return made


def _standing(timeline: Timeline, note: NoteRuling, actors: Actors) -> Iterator[StandingNote]:
    """The note as it stands in the timeline, once for each of its subjects there."""
    made = StandingNote(note.text, note.judgement.id, note.judgement.by, note.judgement.made)
    if not note.article:
        yield from (replace(made, actor=actor) for actor in _subjects(timeline, note, actors))
    elif note.article not in timeline.articles:
        return
    elif note.event:
        told = (event.id for event in timeline.all_events if any(_is_of(note, one) for one in event.evidence))
        yield from (replace(made, event=key) for key in islice(told, 1))
    elif note.words:
        if any(_is_of(note, piece) for event in timeline.all_events for piece in event.evidence):
            yield replace(made, article=note.article, words=note.words)
    else:
        yield replace(made, article=note.article)


def _is_of(note: NoteRuling, piece: Evidence) -> bool:
    """Whether the note is on the event that this mention tells, or on words of its sentence."""
    if note.words:
        return piece.article == note.article and piece.quote.span.overlaps(note.words.span)
    return piece.trigger_key == note.event


def _subjects(timeline: Timeline, note: NoteRuling, actors: Actors) -> list[str]:
    """The actors of the timeline that the note is about: its own, or those who are main ones of the case."""
    meant = {actor.id for chain in note.chains if (actor := actors.of(*chain))}
    own = (
        [timeline.actor.id]
        if timeline.actor
        else [one.id for one in timeline.overview.actors]
        if timeline.overview
        else []
    )
    return [key for key in own if key in meant]
