"""The timelines of a case on shelves that were made already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.store import KeptShelves


@dataclass(frozen=True, slots=True)
class KeptTimelines:
    """Timelines as JSON, kept under the key of their ``case`` in one of the ``places``; damaged ones are made again."""

    places: Sequence[KeptShelves]
    case: str

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The timeline with this key: as it is kept, or made and kept in the last place."""
        for place in self.places:
            if kept := place.parts(self.case, [key]).get(key):
                return kept
        made = make()
        self.places[-1].add(self.case, key, [made])
        return made
