"""Entries by the name of their dossier and their number in it, as readers see them."""

from collections.abc import Iterator
from pathlib import Path

from dossier.codec import MANIFEST, decode_index, decode_manifest, decode_timeline
from dossier.model import Event, EventPointer, Timeline, Watched
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.references.name_matching import match_names
from dossier.pipeline.references.named_entry import NamedEntry, told_with
from dossier.pipeline.references.resolve_references import UnclearReference
from dossier.pipeline.writing.exporting import entities_named
from dossier.store import Store


class NumberedEntries:
    """Finds the event of an entry: in the build of a folder, if there is one with JSON; else in the case of a store.

    In the case the entries have the numbers that 'dossier timeline' gives them, as its judgements are now. ``said`` has
    a sentence on each entry that was found: which build numbers it so, and its line.
    """

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        """``folder`` is that of the last build, if the caller knows it."""
        self._store = store
        self._folder = folder
        self._files = _timeline_files(folder) if folder else {}
        self.said: list[str] = []

    def entry(self, name: str, number: int) -> NamedEntry:
        """Entry ``number`` of the dossier of ``name``.

        Raises UnclearReference for no such entry, and where nobody has the name, or several.
        """
        found = list(self._timelines(name))
        if len(found) != 1:
            raise self._unclear(name, len(found))
        entries = found[0].entries
        if not 1 <= number <= len(entries):
            raise UnclearReference(
                f"the dossier of {name} has no entry {number}", f"its entries are 1 to {len(entries)}"
            )
        event = entries[number - 1]
        line = f"{name}#{number} is {self._build()}: {event.line}"
        self.said += [line] if line not in self.said else []
        return NamedEntry(_pointer(event), tuple(map(_pointer, told_with(event, found[0]))))

    def _unclear(self, name: str, found: int) -> UnclearReference:
        """The error where nobody, or several, have a timeline under the name."""
        if self._folder and self._files and not found:
            advice = 'name the event by its words: ARTICLE:"words of its sentence"'
            return UnclearReference(f"there is no dossier of {name!r} in {self._folder}", advice)
        said = f"{found} actors with a timeline are" if found else "nobody with a timeline is"
        return UnclearReference(f"{said} called {name!r}", "'dossier entities' lists all names; an id will do")

    def _build(self) -> str:
        """Whose numbers hold, in words."""
        if not (self._folder and self._files):
            return "numbered as the case is now, for want of a published build with JSON"
        try:
            edition = decode_manifest((self._folder / MANIFEST).read_bytes()).edition
        except (OSError, ValueError):
            edition = None
        return f"numbered as in {f'edition {edition}, ' if edition else ''}{self._folder}"

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


def _pointer(event: Event) -> EventPointer:
    shown = event.evidence[0]
    return EventPointer(shown.article, shown.trigger, shown.occurrence)


def _timeline_files(folder: Path) -> dict[str, str]:
    """The JSON files of the dossiers of a build, by the ids of their entities; none where it has no JSON."""
    try:
        index = decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return {key: one.files[Format.JSON] for key, one in index.written if Format.JSON in one.files}
