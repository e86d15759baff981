"""Entries by the name of their dossier and their number in it, as readers see them."""

from collections.abc import Iterator
from pathlib import Path

from dossier.codec import decode_index, decode_timeline
from dossier.model import EventPointer, Timeline, Watched
from dossier.pipeline.case import open_case
from dossier.pipeline.exporting import entities_named
from dossier.pipeline.formats import Format
from dossier.pipeline.name_matching import match_names
from dossier.pipeline.resolve_references import UnclearReference
from dossier.store import Store


class NumberedEntries:
    """Finds the event of an entry: in the build of a folder, if there is one with JSON; else in the case of a store.

    In the case the entries have the numbers that 'dossier timeline' gives them, as its judgements are now.
    """

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        """``folder`` is that of the last build, if the caller knows it."""
        self._store = store
        self._folder = folder
        self._files = _timeline_files(folder) if folder else {}

    def event(self, name: str, number: int) -> EventPointer:
        """The event of entry ``number`` of the dossier of ``name``.

        Raises UnclearReference for no such entry, and where nobody has the name, or several.
        """
        found = list(self._timelines(name))
        if len(found) != 1:
            said = "nobody" if not found else f"{len(found)} actors"
            raise UnclearReference(
                f"{said} with a timeline is called {name!r}", "'dossier entities' lists all names; an id will do"
            )
        entries = found[0].entries
        if not 1 <= number <= len(entries):
            raise UnclearReference(
                f"the dossier of {name} has no entry {number}", f"its entries are 1 to {len(entries)}"
            )
        shown = entries[number - 1].evidence[0]
        return EventPointer(shown.article, shown.trigger, shown.occurrence)

    def _timelines(self, name: str) -> Iterator[Timeline]:
        if self._folder and self._files:
            for actor in entities_named(name, self._folder).actors:
                yield decode_timeline((self._folder / self._files[actor.id]).read_bytes())[0]
            return
        run = self._store.last_run()
        if run:
            case = open_case(self._store, run)
            of_id = [actor for actor in case.actors if actor.id == name]
            for actor in of_id or match_names([Watched(name)], case.actors)[0].actors:
                yield case.timeline(actor.id)


def _timeline_files(folder: Path) -> dict[str, str]:
    """The JSON files of the dossiers of a build, by the ids of their entities; none where it has no JSON."""
    try:
        index = decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return {key: one.files[Format.JSON] for key, one in index.written if Format.JSON in one.files}
