"""What a build published, as exporters get it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.codec import CaseActorForm, CaseForm, CitationForm, EntityForm, TimelineForm
from dossier.export.exported_event import ExportedEvent, exported_events
from dossier.text.plurals import plural
from dossier.text.slugs import slug


@dataclass(frozen=True)
class PublishedBuild:
    """A build: its case, and its timelines by the ids of their entities, that of the case under ``case``.

    All values are those of its JSON files, so nothing can be exported that the build withholds.
    """

    case: CaseForm
    timelines: Mapping[str, TimelineForm]

    def only(self, entity: str) -> "PublishedBuild":
        """The same build with the timeline of one entity alone. Raises KeyError where it has no dossier."""
        return replace(self, timelines={entity: self.timelines[entity]})

    @cached_property
    def events(self) -> tuple[ExportedEvent, ...]:
        """Every event that has a line in a timeline, or stands in one, once: in the order of the case."""
        order = {event.id: place for place, event in enumerate(self.case.events)}
        importance = {event.id: event.importance for event in self.case.events}
        return tuple(exported_events(self.timelines, order, importance))

    @cached_property
    def entities(self) -> Mapping[str, EntityForm]:
        """The entities that have a timeline, by id."""
        return {key: timeline.entity for key, timeline in self.timelines.items() if timeline.entity}

    @cached_property
    def actors(self) -> tuple[CaseActorForm, ...]:
        """The actors that have a timeline, or a part in an event: as a participant, as the place or as the source."""
        wanted = set(self.entities)
        for event in self.events:
            wanted |= {player.entity for player in event.form.participants if player.entity}
            wanted |= {event.form.place.entity} if event.form.place and event.form.place.entity else set()
            source = event.form.attribution
            while source:
                wanted |= {source.actor} if source.actor else set()
                source = source.via
        return tuple(actor for actor in self.case.actors if actor.id in wanted)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the actors by id."""
        return {actor.id: actor.name for actor in self.actors}

    @cached_property
    def articles(self) -> Mapping[str, CitationForm]:
        """The articles that the events and the actors with a timeline rest on, by id, in the order of their ids."""
        cited = {article for event in self.events for article in event.articles}
        cited |= {
            reading for event in self.events for one in event.disputes for _, told in one.readings for reading in told
        }
        cited |= {one.mention.article for entity in self.entities.values() for one in entity.descriptions}
        return {key: article for key, article in sorted(self.case.articles.items()) if key in cited}

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the timelines are of, in words."""
        return tuple(
            timeline.entity.name if timeline.entity else "the whole case" for timeline in self.timelines.values()
        )

    def stem(self, key: str) -> str:
        """The name of a file for the timeline of this key, without its ending: of letters, digits and hyphens."""
        entity = self.entities.get(key)
        return f"{slug(entity.name)}-{key[:8]}" if entity else key

    def cited_by(self, key: str) -> Mapping[str, CitationForm]:
        """The articles that the timeline of this key rests on, by id."""
        cited = {article for event in self.events if key in event.timelines for article in event.articles}
        return {name: article for name, article in self.articles.items() if name in cited}

    @property
    def title(self) -> str:
        """What the build is of, in a line."""
        others = len(self.timelines) - 1
        return f"{self.subjects[0]} and {others} more" if others else self.subjects[0]

    @property
    def left_behind(self) -> tuple[str, ...]:
        """What no exporter gets, in sentences."""
        carried = {event.form.id for event in self.events}
        untold = sum(event.id not in carried for event in self.case.events)
        possible = {one.id for timeline in self.timelines.values() for one in timeline.possible} - carried
        return (
            f"{untold} of the {len(self.case.events)} events of the case, to which no timeline here gives a line.",
            f"{plural(len(possible), 'event')} that only an uncertain link ties to a subject (`possible`).",
            "Why mentions and events were taken for one, or kept apart (links in timeline.json).",
            "The rank of an event in each timeline (position), and its importance there.",
            "Where the articles mention each actor, and which articles tell of one affair (case.json).",
            "The analyst's notes (`notes`), and what he corrected at the head of a dossier (entity.corrections).",
        )
