"""Groups: chains of one or more articles that are taken for one actor so far, and what they say of it together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model import ActorPointer, Form, Kind
from dossier.resolve.actors.traits.life_spans import DatedAct
from dossier.resolve.actors.traits.profiles import Profile, StatedAlias
from dossier.resolve.rulings.rulings import ChainKey
from dossier.text.names import clean, written_as
from dossier.text.person_names import name_parts, without_suffix_marks


class BroadKind(StrEnum):
    """The kind of an actor, only as fine as is needed to keep two of one name apart."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    """Neither a person nor a place: an organisation, a nationality, a product, a work, anything else."""


def broad_kind(kind: Kind) -> BroadKind:
    """The broad kind that a kind belongs to."""
    return BroadKind(kind.value) if kind in (Kind.PERSON, Kind.PLACE) else BroadKind.BODY


@dataclass(frozen=True, slots=True, eq=False)
class ChainGroup:
    """The profiles of one canonical name and one broad kind that are taken for one actor so far."""

    key: str
    """The canonical name."""
    broad_kind: BroadKind
    kind: Kind
    profiles: tuple[Profile, ...]
    """Sorted by member."""
    articles: frozenset[str] = field(init=False)
    """The ids of the articles."""
    mentions: int = field(init=False)
    """How many mentions all articles have."""
    countries: Counter[str] = field(init=False)
    """How many profiles are from articles mostly about each country."""
    genders: Counter[str] = field(init=False)
    """How many titles and pronouns of a man ("m") and of a woman ("f") it has."""
    roles: frozenset[str] = field(init=False)
    """The words of the descriptions."""
    styles: frozenset[str] = field(init=False)
    """The styles that stand before its names: "king"."""
    stated_aliases: tuple[StatedAlias, ...] = field(init=False)
    """The other names that the articles give it."""
    name: str = field(init=False)
    """The name of the chains with the most mentions, as it is printed."""
    words: tuple[str, ...] = field(init=False)
    """The parts of ``key`` that are compared: given names and surnames of a person, else all words."""

    def __post_init__(self) -> None:
        profiles = self.profiles
        object.__setattr__(self, "articles", frozenset(profile.article for profile in profiles))
        object.__setattr__(self, "mentions", sum(len(profile.chain.mentions) for profile in profiles))
        object.__setattr__(self, "countries", Counter(profile.country for profile in profiles if profile.country))
        object.__setattr__(self, "genders", sum((profile.genders for profile in profiles), Counter[str]()))
        object.__setattr__(self, "roles", frozenset[str]().union(*(profile.roles for profile in profiles)))
        object.__setattr__(self, "styles", frozenset[str]().union(*(profile.styles for profile in profiles)))
        object.__setattr__(self, "stated_aliases", tuple(one for p in profiles for one in p.stated_aliases))
        object.__setattr__(self, "name", most_used_name(profiles))
        object.__setattr__(self, "words", name_parts(self.key) if self.is_person else tuple(self.key.split()))

    @property
    def first(self) -> ChainKey:
        """The key of its first chain, which identifies the group."""
        return self.profiles[0].member

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.broad_kind is BroadKind.PERSON

    @property
    def death(self) -> DatedAct | None:
        """Its earliest reported death; None where no article reports one."""
        return min((p.death for p in self.profiles if p.death), key=_when, default=None)

    @property
    def last_act(self) -> DatedAct | None:
        """Its latest reported deed; None where no article reports one."""
        return max((p.last_act for p in self.profiles if p.last_act), key=_when, default=None)

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day (proleptic ordinals) on which an article with it was published."""
        days = [profile.day for profile in self.profiles if profile.day]
        return (min(days), max(days)) if days else None

    def pointer(self, is_only: bool = True) -> ActorPointer:
        """A pointer for the analyst: its name, with its first article unless no other group has the name."""
        return ActorPointer(self.name, "" if is_only else self.first[0])


def most_used_name(profiles: Iterable[Profile]) -> str:
    """The chains' name with the most mentions; of equally frequent names the longest."""
    used: Counter[str] = Counter()
    for profile in profiles:
        used[clean(profile.chain.name)] += len(profile.chain.mentions)
    return max(used, key=lambda name: (used[name], len(name), name))


def name_counts(profile: Profile) -> Counter[str]:
    """How often the article uses each form of the actor's name."""
    chain = profile.chain
    names = (clean(m.quote.exact) for m in chain.mentions if m.form is Form.NAME)
    return Counter(written_as(without_suffix_marks(name), chain.name) for name in names)


def _when(act: DatedAct) -> tuple[int, str]:
    return act.day, act.article
