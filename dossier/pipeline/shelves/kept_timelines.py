"""The timelines of a case on shelves that were made already."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.store import KeptShelves


@dataclass(frozen=True, slots=True)
class KeptTimelines:
    """Timelines as JSON, kept under the key of their ``case`` in one of the ``places``; damaged ones are made again.

    Beside each stands a digest of what it rests on. One that rests on the same as in a case ``before`` is taken from
    there.
    """

    places: Sequence[KeptShelves]
    case: str
    before: Sequence[str] = ()

    def recall(self, key: str, digest: Callable[[], bytes], make: Callable[[], bytes]) -> bytes:
        """The timeline with this key: as it is kept, or made and kept in the last place."""
        for _, kept in self._kept([self.case], key):
            return kept
        rests_on = digest()
        known = (kept for own, kept in self._kept(self.before, key) if own == rests_on)
        timeline = next(known, None) or make()
        self.places[-1].add(self.case, key, [rests_on, b"\n", timeline])
        return timeline

    def _kept(self, cases: Sequence[str], key: str) -> Iterator[tuple[bytes, bytes]]:
        """The digest beside each timeline with this key that is kept for one of the cases, and the timeline."""
        for place in self.places:
            for case in cases:
                if kept := place.parts(case, [key]).get(key):
                    digest, _, timeline = kept.partition(b"\n")
                    yield digest, timeline
