"""Chains that are taken for one actor so far, and what is known of it from all of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model import Form, Kind, Named
from dossier.resolve.actors.life_spans import Act
from dossier.resolve.actors.profiles import Profile, Stated
from dossier.resolve.rulings import Member
from dossier.text.names import clean
from dossier.text.person_names import name_parts


class Sort(StrEnum):
    """What an actor is, as far as it keeps two of one name apart."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"


def sort_of(kind: Kind) -> Sort:
    """The sort of a kind: what is neither a person nor a place is a body."""
    return Sort(kind.value) if kind in (Kind.PERSON, Kind.PLACE) else Sort.BODY


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The profiles (sorted by member) of one name and sort that are one actor.

    ``name`` is the name as most articles print it, ``words`` are its parts as they are compared, ``homes`` the
    countries whose news it is in, ``roles`` the words that describe it, ``stated`` the other names that articles give.
    """

    key: str
    sort: Sort
    kind: Kind
    profiles: tuple[Profile, ...]
    articles: frozenset[str] = field(init=False)
    mentions: int = field(init=False)
    homes: Counter[str] = field(init=False)
    roles: frozenset[str] = field(init=False)
    stated: tuple[Stated, ...] = field(init=False)
    name: str = field(init=False)
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", frozenset(profile.article for profile in self.profiles))
        object.__setattr__(self, "mentions", sum(len(profile.chain.mentions) for profile in self.profiles))
        object.__setattr__(self, "homes", Counter(profile.home for profile in self.profiles if profile.home))
        object.__setattr__(self, "roles", frozenset[str]().union(*(profile.roles for profile in self.profiles)))
        object.__setattr__(self, "stated", tuple(said for profile in self.profiles for said in profile.stated))
        object.__setattr__(self, "name", printed(self.profiles))
        object.__setattr__(self, "words", name_parts(self.key) if self.is_person else tuple(self.key.split()))

    @property
    def first(self) -> Member:
        """Its first chain, which stands for it."""
        return self.profiles[0].member

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.sort is Sort.PERSON

    @property
    def dead(self) -> Act | None:
        """Its death, as the first article tells it."""
        return min((p.dead for p in self.profiles if p.dead), key=_when, default=None)

    @property
    def alive(self) -> Act | None:
        """The last thing that it is told to have done."""
        return max((p.alive for p in self.profiles if p.alive), key=_when, default=None)

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day on which an article with it was published."""
        days = [profile.day for profile in self.profiles if profile.day]
        return (min(days), max(days)) if days else None

    def pointer(self, is_only: bool = True) -> Named:
        """What names it to the analyst: its name, and where others have it too, its first article."""
        return Named(self.name, "" if is_only else self.first[0])


def printed(profiles: Iterable[Profile]) -> str:
    """The full name that is most used; of equally used ones the longest."""
    used: Counter[str] = Counter()
    for profile in profiles:
        used[clean(profile.chain.name)] += len(profile.chain.mentions)
    return max(used, key=lambda name: (used[name], len(name), name))


def names_in(profile: Profile) -> Counter[str]:
    """How often each form of its name stands in the article."""
    return Counter(clean(m.quote.exact) for m in profile.chain.mentions if m.form is Form.NAME)


def _when(act: Act) -> tuple[int, str]:
    return act.day, act.article
