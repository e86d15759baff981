"""Events that a decision leaves without a line: whose they are now, and why they are not worth one there."""

from collections import defaultdict
from dataclasses import dataclass

from dossier.model import Event, Timeline
from dossier.publish.changes import ReadBuild, mentions_of

_Mention = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Untold:
    """The dossier in which an event has no line, by its ``key`` and ``name``, and the reason."""

    key: str
    name: str
    reason: str


class UntoldEvents:
    """What belongs to actors without a line after a decision, beside what belonged to them before."""

    def __init__(self, old: ReadBuild, new: ReadBuild) -> None:
        """The builds before and after it."""
        self._belonged = {
            key: {mention for event in timeline.all_events for mention in mentions_of(event)}
            for key, (_, timeline) in old.dossiers.items()
        }
        self._then, self._now = _left_out(old), _left_out(new)

    def own(self, key: str, event: Event) -> Untold | None:
        """The event in the dossier ``key``, where it has no line there now."""
        return next((one for one in self._of(event) if one.key == key), None)

    def others(self, event: Event) -> Untold | None:
        """The event in the dossier of somebody to whom it comes by the decision, and where it has no line."""
        mentions = set(mentions_of(event))
        return next((one for one in self._of(event) if mentions.isdisjoint(self._belonged.get(one.key, ()))), None)

    def comers(self, key: str, timeline: Timeline) -> list[tuple[Event, Untold]]:
        """The events that come to the dossier ``key`` without a line; not those that had none where they come from."""
        found = []
        for one in timeline.left_out:
            untold, mentions = Untold(key, "", one.reason), set(mentions_of(one.event))
            is_moved = any(self._then[mention].keys() - self._now[mention].keys() for mention in mentions)
            if not is_moved and mentions.isdisjoint(self._belonged.get(key, ())):
                found.append((one.event, untold))
        return found

    def _of(self, event: Event) -> list[Untold]:
        return [one for mention in mentions_of(event) for one in self._now[mention].values()]


def _left_out(build: ReadBuild) -> defaultdict[_Mention, dict[str, Untold]]:
    """The events without a line, by their mentions and the dossiers they belong to."""
    found: defaultdict[_Mention, dict[str, Untold]] = defaultdict(dict)
    for key, (entity, timeline) in build.dossiers.items():
        for one in timeline.left_out:
            for mention in mentions_of(one.event):
                found[mention][key] = Untold(key, entity.name, one.reason)
    return found
