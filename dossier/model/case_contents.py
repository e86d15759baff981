"""What resolving a case found, but for the timelines."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.actor import Actor
from dossier.model.article import Citation
from dossier.model.issue import Issue
from dossier.model.link import Link
from dossier.model.timeline import Timeline
from dossier.model.withheld_events import WithheldEvents


@dataclass(frozen=True, slots=True)
class EntryCounts:
    """The numbers of entries of a timeline: those of its line, without a place in it, and forecasts and plans.

    ``dated`` are those of the line with a date; the others stand by their order or their report.
    """

    placed: int = 0
    dated: int = 0
    undated: int = 0
    expected: int = 0

    @classmethod
    def of(cls, timeline: Timeline) -> "EntryCounts":
        """The numbers of a timeline."""
        dated = sum(event.is_dated for _, event in timeline.events)
        return cls(len(timeline.events), dated, len(timeline.undated), len(timeline.expected))

    @property
    def all(self) -> int:
        """The number of all entries."""
        return self.placed + self.undated + self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContents:
    """The actors of a case, and the problems met while it was put together.

    ``actors`` come with the most mentioned first; without their links and descriptions, which their timelines have.
    ``active`` are the ids of those that can have a dossier of their own, the most active first. ``entry_counts`` are
    the numbers of entries in their timelines, by id, where there are any. ``event_count`` counts the events of all.
    ``citations`` are the articles, without their texts, by id. ``unread_languages`` are the articles in languages that
    Dossier does not read in full. ``doubts`` are pairs of actors and pairs of events that an analyst should look at,
    the most valuable first. ``judgements`` are in words those that no later one overrides, by their ids;
    ``judgement_issues`` are judgements that had no effect or contradict each other, ``judgement_notes`` are judgements
    on articles that are not in the case, and judgements that a later one overrides. ``outlet_notes`` name outlets of
    which the case has no article. ``withheld`` are the events that are marked above the edition.
    """

    actors: tuple[Actor, ...]
    active: tuple[str, ...]
    entry_counts: Mapping[str, EntryCounts]
    event_count: int
    citations: Mapping[str, Citation]
    unread_languages: tuple[Issue, ...]
    doubts: tuple[Link, ...]
    judgements: Mapping[str, str]
    judgement_issues: tuple[Issue, ...]
    judgement_notes: tuple[Issue, ...]
    outlet_notes: tuple[Issue, ...]
    withheld: WithheldEvents = field(default_factory=WithheldEvents)
