"""Which of the analyst's notes stand in which timeline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model import Marking, StandingNote, Timeline
from dossier.resolve import Actors, NoteRuling


def with_notes(
    timelines: Mapping[str, Timeline], notes: Sequence[NoteRuling], actors: Actors, limit: Marking | None
) -> Mapping[str, Timeline]:
    """The timelines, by id, each with the notes on its actors, on its events and on what its articles say of them.

    In an edition with a marking, its ``limit``, stand only those that are marked, and not above it.
    """
    if limit:
        notes = [one for one in notes if one.marking and not one.marking.is_above(limit)]
    if not notes:
        return timelines
    return {
        key: replace(timeline, notes=tuple(_standing(timeline, notes, actors))) for key, timeline in timelines.items()
    }


def _standing(timeline: Timeline, notes: Sequence[NoteRuling], actors: Actors) -> Iterator[StandingNote]:
    events = {piece.trigger_key: event.id for event in timeline.all_events for piece in event.evidence}
    passages = [(piece.article, piece.quote.span) for event in timeline.all_events for piece in event.evidence]
    for note in notes:
        made = StandingNote(note.text, note.judgement.id, note.judgement.by, note.judgement.made)
        if note.event:
            if note.event in events:
                yield replace(made, event=events[note.event])
        elif note.words:
            words = note.words
            if any(article == note.article and span.overlaps(words.span) for article, span in passages):
                yield replace(made, article=note.article, words=words)
        elif note.article:
            if note.article in timeline.articles:
                yield replace(made, article=note.article)
        else:
            yield from (replace(made, actor=actor) for actor in _subjects(timeline, note, actors))


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
