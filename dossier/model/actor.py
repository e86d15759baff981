"""A person, organisation or place across all articles."""

from dataclasses import dataclass

from dossier.model.actor_correction import ActorCorrection, ActorField
from dossier.model.link import Link
from dossier.model.mentions import ActorMention, Kind
from dossier.model.quote import Quote


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name it is called by, how often, and in which articles (ids, sorted)."""

    text: str
    mentions: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """What an article calls it ("a senior commander"), with the article's id and the place of the words."""

    text: str
    article: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor, merged from the chains of many articles.

    ``members`` are its chains as (article id, chain id), sorted; ``mentions`` counts all of them by any form. ``links``
    say why its names are one actor's, and which other actors came near and were kept apart. ``identifiers`` are
    (scheme, value) from a watchlist. ``corrections`` say what the analyst gave in place of what was read.

    Raises ValueError when it has no member.
    """

    id: str
    name: str
    kind: Kind
    members: tuple[tuple[str, str], ...]
    mentions: int
    aliases: tuple[Alias, ...] = ()
    descriptions: tuple[Description, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    corrections: tuple[ActorCorrection, ...] = ()

    def __post_init__(self) -> None:
        if not self.members:
            raise ValueError(f"{self.name}: an actor has at least one chain")

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles it is mentioned in."""
        return frozenset(article for article, _ in self.members)

    @property
    def read_name(self) -> str:
        """The name that the articles give it; that of the analyst stands in its place."""
        return next((one.read for one in self.corrections if one.field is ActorField.NAME), self.name)


@dataclass(frozen=True, slots=True)
class UnnamedActor:
    """Someone or something that is no ``Actor``, across articles; ``label`` is how most call it ("the gunman").

    ``mentions`` come with the ids of their articles, in the order of these.
    """

    id: str
    label: str
    kind: Kind
    mentions: tuple[tuple[str, ActorMention], ...]

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that speak of it."""
        return frozenset(article for article, _ in self.mentions)
