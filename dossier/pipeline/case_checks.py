"""Compare the events of a case with those of its dossiers: one event is told alike in both."""

from collections.abc import Iterator
from pathlib import Path

from dossier.codec import IndexForm, decode_case, decode_timeline
from dossier.model import Event, Issue
from dossier.pipeline.formats import Format


def check_case(folder: Path, index: IndexForm) -> Iterator[Issue]:
    """An issue for each dossier with an event that the case lacks or tells otherwise.

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
    for told, dossier in _told(folder, index):
        other = next((event.id for event in told if not (one := events.get(event.id)) or not one.is_told_by(event)), "")
        if other:
            yield Issue(str(name), f"what it says of event {other} is not what {dossier} says", "build again")


def _told(folder: Path, index: IndexForm) -> Iterator[tuple[tuple[Event, ...], str]]:
    """The events of each dossier, and the file that they are from."""
    for dossier in dict.fromkeys(entry.files[Format.JSON] for entry in index.dossiers if Format.JSON in entry.files):
        try:
            yield decode_timeline((folder / dossier).read_bytes())[0].all_events, dossier
        except (OSError, ValueError):
            continue
