"""Which dossiers of a build tell a mention of an event, and in which line."""

from collections import defaultdict
from dataclasses import dataclass

from dossier.model import WHOLE_CASE, Event
from dossier.publish.changes import ReadBuild, mentions_of


@dataclass(frozen=True, slots=True)
class Home:
    """A dossier (its ``name``) that tells a mention, and its line."""

    name: str
    line: str


class MentionHomes:
    """The lines of a build by the mentions that they rest on."""

    def __init__(self, build: ReadBuild) -> None:
        self._events: dict[tuple[str, str], Event] = {}
        self._homes: dict[tuple[str, int], dict[str, Home]] = defaultdict(dict)
        timelines = {key: (entity.name, timeline) for key, (entity, timeline) in build.dossiers.items()}
        if build.case:
            timelines[WHOLE_CASE] = "", build.case
        for key, (name, timeline) in timelines.items():
            for event in timeline.lines:
                self._events[key, event.id] = event
                for mention in mentions_of(event):
                    self._homes[mention].setdefault(key, Home(name, event.line))

    def event(self, key: str, event: str) -> Event:
        """The event of a line of the dossier ``key``."""
        return self._events[key, event]

    def homes(self, event: Event) -> dict[str, Home]:
        """The dossiers that tell any of its mentions."""
        found: dict[str, Home] = {}
        for mention in mentions_of(event):
            for key, home in self._homes.get(mention, {}).items():
                found.setdefault(key, home)
        return found
