"""Compare a case with its dossiers: one event, and one actor, is told alike in both."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from dossier.codec import CaseActorForm, CaseEventForm, IndexForm, decode_case, decode_timeline
from dossier.model import Actor, Evidence, Issue, MainActor, Span, Timeline
from dossier.pipeline.planning.formats import Format

_Told = dict[tuple[str, tuple[str, Span, int]], tuple[str, Evidence]]
"""The mentions by the ids of their events and by what identifies them, each with the dossier that told it first."""


def check_case(folder: Path, index: IndexForm) -> Iterator[Issue]:
    """An issue for each dossier with an actor or an event that the case lacks or tells otherwise.

    A file that cannot be read is passed over: whoever checks the quotes says so.
    """
    name = index.case.get(Format.JSON)
    try:
        case = decode_case((folder / name).read_bytes()) if name else None
    except (OSError, ValueError):
        return
    if case is None:
        return
    if (case.marking, case.status) != (index.marking, index.status):
        yield Issue(str(name), "it has another marking or another status than the index", "build again")
    events = {event.id: event for event in case.events}
    actors = {actor.id: actor for actor in case.actors}
    told: _Told = {}
    for timeline, dossier in _timelines(folder, index):
        yield from islice(_retold(timeline, dossier, told), 1)
        for other in islice(_differences(timeline, events, actors), 1):
            yield Issue(str(name), f"what it says of {other} is not what {dossier} says", "build again")


def _retold(timeline: Timeline, dossier: str, told: _Told) -> Iterator[Issue]:
    """An issue for each mention of an event that another dossier tells otherwise; ``told`` are those of others.

    Dossiers may have other mentions of one event: those that tell the statement of its entry there.
    """
    for event in timeline.all_events:
        for mention in event.evidence:
            other, before = told.setdefault((event.id, mention.trigger_key), (dossier, mention))
            if mention != before:
                yield Issue(dossier, f"what it says of event {event.id} is not what {other} says", "build again")


def _differences(
    timeline: Timeline, events: Mapping[str, CaseEventForm], actors: Mapping[str, CaseActorForm]
) -> Iterator[str]:
    """What a timeline tells otherwise than the case, which has these events and actors by id."""
    told: list[Actor | MainActor] = [timeline.actor] if timeline.actor else []
    for actor in (*told, *(timeline.overview.actors if timeline.overview else ())):
        if not (found := actors.get(actor.id)) or not found.is_told_by(actor):
            yield f"actor {actor.id}"
    for event in timeline.all_events:
        if not (one := events.get(event.id)) or not one.is_told_by(event):
            yield f"event {event.id}"


def _timelines(folder: Path, index: IndexForm) -> Iterator[tuple[Timeline, str]]:
    """The timeline of each dossier, and the file that it is from."""
    for dossier in dict.fromkeys(one.files[Format.JSON] for _, one in index.written if Format.JSON in one.files):
        try:
            yield decode_timeline((folder / dossier).read_bytes())[0], dossier
        except (OSError, ValueError):
            continue
