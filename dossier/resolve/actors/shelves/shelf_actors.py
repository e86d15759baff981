"""The actors of a shelf of a large case, with what tells them from others of their name on other shelves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dossier.model import Actor, ActorChain, ActorMention, Annotations, Article, Citation, EventTypes, Form, Quote, Span
from dossier.resolve.actors.evidence.corpus import NamedAlike
from dossier.resolve.actors.resolve_actors import Actors
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup, broad_kind
from dossier.resolve.actors.traits.life_spans import DatedAct
from dossier.resolve.actors.traits.profiles import Profile, profile_chains
from dossier.resolve.rulings.rulings import ChainKey

Called = tuple[str, BroadKind]
"""A canonical name, and the broad kind of who bears it."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the articles of a shelf say of an actor: the fields are those of a profile, of all its profiles."""

    roles: frozenset[str] = frozenset()
    genders: Mapping[str, int] = field(default_factory=dict)
    styles: frozenset[str] = frozenset()
    is_personal: bool = False
    death: DatedAct | None = None
    last_act: DatedAct | None = None

    @classmethod
    def of(cls, group: ChainGroup) -> "Traits":
        """Those of a group."""
        is_personal = any(profile.is_personal for profile in group.profiles)
        return cls(group.roles, dict(group.genders), group.styles, is_personal, group.death, group.last_act)


NO_TRAITS = Traits()
_NO_GENDERS = Counter[str]()
_OTHERWISE = {False: NO_TRAITS, True: Traits(is_personal=True)}
"""What the articles of an actor but the first say, where the first is said to say all."""


@dataclass(frozen=True, slots=True)
class ShelfTraits:
    """The traits of the actors of a shelf that have any, by id, and the country that each article is mostly about."""

    actors: Mapping[str, Traits]
    countries: Mapping[str, str]


def traits_on_shelf(read: Iterable[tuple[Article, Annotations]], actors: Actors, types: EventTypes) -> ShelfTraits:
    """The traits of the ``actors`` of a shelf, which were resolved from these articles."""
    own: dict[str, list[Profile]] = {}
    countries: dict[str, str] = {}
    for article, annotations in read:
        for profile in profile_chains(article, annotations, types):
            if profile.country:
                countries[profile.article] = profile.country
            if actor := actors.of(*profile.member):
                own.setdefault(actor.id, []).append(profile)
    groups = ((key, ChainGroup("", BroadKind.PERSON, some[0].chain.kind, tuple(some))) for key, some in own.items())
    traits = ((key, Traits.of(group)) for key, group in groups)
    return ShelfTraits({key: found for key, found in traits if found != NO_TRAITS}, countries)


def canonical_names(actor: Actor) -> Iterator[str]:
    """What the actor is known by on other shelves: its canonical name, then those of its other names."""
    is_person = broad_kind(actor.kind) is BroadKind.PERSON
    return (canonical_name(name, is_person) for name in (actor.read_name, *(alias.text for alias in actor.aliases)))


@dataclass(frozen=True, slots=True)
class ShelfActor:
    """An actor of the shelf with this number.

    ``names`` are its ``canonical_names``, ``named`` is how often the articles call it by its main name. It is
    ``called`` what it is known by on other shelves.
    """

    shelf: int
    actor: Actor
    names: tuple[str, ...]
    named: int = 0
    traits: Traits = NO_TRAITS
    called: Called = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "called", (self.names[0], broad_kind(self.actor.kind)))

    def also_called(self) -> Iterator[Called]:
        """By what else the articles of its shelf call it."""
        kind = broad_kind(self.actor.kind)
        return ((name, kind) for name in self.names[1:])

    @property
    def rank(self) -> tuple[int, tuple[ChainKey, ...]]:
        """For sorting: the most mentions first."""
        return -self.actor.mentions, self.actor.members

    def group(self, citations: Mapping[str, Citation], countries: Mapping[str, str]) -> ChainGroup:
        """The actor as names of one article are compared: a profile for each article, its traits with the first."""
        name, kind = self.called
        return ChainGroup(name, kind, self.actor.kind, tuple(self._profiles(citations, countries)))

    def named_alike(self, outlets: Mapping[str, str]) -> NamedAlike:
        """The actor as it is counted among all; ``outlets`` has the canonical name of that of each article."""
        name = self.called[0]
        articles = dict.fromkeys(article for article, _ in self.actor.members)
        return NamedAlike(
            key=name,
            name=self.actor.read_name,
            kind=self.actor.kind,
            articles=[(article, outlets.get(article) == name) for article in articles],
            roles=self.traits.roles,
            is_personal=self.traits.is_personal,
        )

    def _profiles(self, citations: Mapping[str, Citation], countries: Mapping[str, str]) -> Iterator[Profile]:
        """Those of the group, one at a time."""
        name, traits = self.actor.read_name, self.traits
        mention = ActorMention(Quote(Span(0, len(name)), name), Form.NAME)
        chain = ActorChain(self.actor.id, name, self.actor.kind, (mention,))
        for article in dict.fromkeys(article for article, _ in self.actor.members):
            cited = citations[article]
            day = cited.published.when and cited.published.when.latest
            yield Profile(
                member=(article, self.actor.id),
                chain=chain,
                key=self.called[0],
                country=countries.get(article),
                day=day.toordinal() if day else None,
                stated_aliases=(),
                roles=traits.roles,
                is_personal=traits.is_personal,
                genders=Counter(traits.genders) if traits.genders else _NO_GENDERS,
                is_outlet=bool(cited.publisher) and canonical_name(cited.publisher) == self.called[0],
                death=traits.death,
                styles=traits.styles,
                last_act=traits.last_act,
            )
            traits = _OTHERWISE[traits.is_personal]
