"""Compare a case with its dossiers: one event, and one actor, is told alike in both."""

from collections.abc import Iterator
from pathlib import Path

from dossier.codec import IndexForm, decode_case, decode_timeline
from dossier.model import Issue, Timeline
from dossier.pipeline.formats import Format


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
    events = {event.id: event for event in case.events}
    actors = {actor.id: actor for actor in case.actors}
    for timeline, dossier in _timelines(folder, index):
        actor, told = timeline.actor, timeline.all_events
        others = [f"actor {actor.id}"] if not (it := actors.get(actor.id)) or not it.is_told_by(actor) else []
        others += [f"event {e.id}" for e in told if not (one := events.get(e.id)) or not one.is_told_by(e)]
        if others:
            yield Issue(str(name), f"what it says of {others[0]} is not what {dossier} says", "build again")


def _timelines(folder: Path, index: IndexForm) -> Iterator[tuple[Timeline, str]]:
    """The timeline of each dossier, and the file that it is from."""
    for dossier in dict.fromkeys(entry.files[Format.JSON] for entry in index.dossiers if Format.JSON in entry.files):
        try:
            yield decode_timeline((folder / dossier).read_bytes())[0], dossier
        except (OSError, ValueError):
            continue
