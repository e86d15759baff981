"""The form ``dossier/entities/1``: who is in the articles."""

from dossier.codec.shared_forms import JsonObject, indented
from dossier.model import CaseContents, EntryCounts, Kind


class ListedEntityForm(JsonObject):
    """A person, organisation or place; its numbers of articles, of mentions, and of entries in its timeline.

    ``id`` is that of all files of a build from the same articles. ``aliases`` are its other names.
    """

    id: str
    name: str
    kind: Kind
    aliases: list[str]
    articles: int
    mentions: int
    entries: int


class EntityListForm(JsonObject, tag_field="schema", tag="dossier/entities/1"):
    """Who is in the articles, the most mentioned first."""

    entities: list[ListedEntityForm]


def listed_entities(contents: CaseContents) -> list[ListedEntityForm]:
    """The actors of a case with their counts, in the order of the case."""
    return [
        ListedEntityForm(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            aliases=[alias.text for alias in actor.aliases],
            articles=len(actor.articles),
            mentions=actor.mentions,
            entries=contents.entry_counts.get(actor.id, EntryCounts()).all,
        )
        for actor in contents.actors
    ]


def encode_entity_list(contents: CaseContents) -> bytes:
    """The actors of a case as indented JSON in UTF-8."""
    return indented(EntityListForm(entities=listed_entities(contents)))
