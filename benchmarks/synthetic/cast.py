"""Invented people, bodies and places for synthetic news, as often named again as real ones. No name in it is real."""

import random
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.model import Kind

T = TypeVar("T", bound=Hashable)

ONSETS = "b br d dr f g gr h j k kr l m n p pr r s st t tr v z sh".split()
VOWELS = "a e i o u ai".split()
CODAS = ["", "", "n", "r", "l", "s", "k", "nd", "rt", "m"]
HEADS = """Ministry Party Institute Bank University Council Police Union Agency Court Commission Association Company
    Foundation Airlines Hospital Museum Federation Committee Authority""".split()
FIELDS = "National Federal Central United Royal Medical Energy Transport Labour Football Security Health".split()
CALLED = {
    Kind.PERSON: "minister spokeswoman lawyer mayor coach senator officer singer manager professor".split(),
    Kind.ORGANIZATION: "group company agency body club authority".split(),
    Kind.PLACE: "city country region town".split(),
    Kind.GROUP: "group movement".split(),
}
KINDS = {Kind.ORGANIZATION: 35, Kind.PERSON: 31, Kind.PLACE: 30, Kind.GROUP: 4}
PRONOUNS = {Kind.PERSON: ("he", "she"), Kind.ORGANIZATION: ("it", "they"), Kind.PLACE: ("it",), Kind.GROUP: ("they",)}
SWAPS = (("k", "c"), ("ai", "ay"), ("sh", "ch"), ("z", "s"), ("v", "w"), ("o", "u"), ("i", "y"), ("e", "a"))
NAMESAKES = 0.01
"""The share of people who have the name of another. Assumed."""


class Urn(Generic[T]):
    """Draws among which old ones come again, and new ones become rarer: the process of Pitman and Yor (1997).

    After n draws there are about n ** discount different ones (Heaps), the k-th in frequency with a share of
    k ** (-1 / discount) (Zipf); ``strength`` is the number of draws before which nearly every one is new.
    """

    def __init__(self, chance: random.Random, discount: float, strength: float, make: Callable[[], T]) -> None:
        self._chance, self._discount, self._strength, self._make = chance, discount, strength, make
        self._drawn: list[T] = []
        self._times: dict[T, int] = {}

    def draw(self) -> T:
        """One item: a new one, or one in proportion to how often it came, less the discount."""
        new = self._strength + self._discount * len(self._times)
        if self._chance.random() * (self._strength + len(self._drawn)) < new:
            item = self._make()
        else:
            item = self._chance.choice(self._drawn)
            while self._chance.random() * self._times[item] < self._discount:
                item = self._chance.choice(self._drawn)
        self._drawn.append(item)
        self._times[item] = self._times.get(item, 0) + 1
        return item


@dataclass(frozen=True, slots=True)
class Being:
    """An actor: what it is called in full, for short, with other spellings, and by a description.

    ``number`` tells it from all others, also from its namesakes.
    """

    number: int
    kind: Kind
    name: str
    short: str
    spellings: tuple[str, ...]
    called: str
    pronoun: str


class Cast:
    """All the actors of a synthetic archive, made up as they are needed."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._used: set[str] = set()
        self._people: list[Being] = []
        self._count = 0
        self._given = Urn(chance, 0.5, 60, self.word)
        self._surnames = Urn(chance, 0.8, 250, self._surname)
        self._towns = Urn(chance, 0.6, 50, self._town)
        self.beings = Urn(chance, 0.8, 300, self._being)

    def word(self) -> str:
        """A new name of two or three syllables."""
        while True:
            syllables = self._chance.choice((2, 2, 3))
            parts = [self._chance.choice(ONSETS) + self._chance.choice(VOWELS) for _ in range(syllables)]
            word = ("".join(parts) + self._chance.choice(CODAS)).capitalize()
            if self._is_new(word):
                return word

    def country(self) -> Being:
        """A place that is drawn as often as others, and may be named more often than that."""
        name = self.word()
        return self._numbered(Kind.PLACE, name, name)

    def _being(self) -> Being:
        kind = self._chance.choices(list(KINDS), list(KINDS.values()))[0]
        if kind is Kind.PERSON:
            return self._person()
        name = self._named({Kind.ORGANIZATION: self._body, Kind.PLACE: self._town, Kind.GROUP: self._group}[kind])
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        return self._numbered(kind, name, letters if kind is Kind.ORGANIZATION and len(letters) > 2 else name)

    def _person(self) -> Being:
        if self._people and self._chance.random() < NAMESAKES:
            name = self._chance.choice(self._people).name
        else:
            initial = f" {self._chance.choice('ABCDEHJKLMRST')}." if self._chance.random() < 0.04 else ""
            name = f"{self._given.draw()}{initial} {self._surnames.draw()}"
        person = self._numbered(Kind.PERSON, name, name.split(" ", 1)[1].split(". ")[-1])
        self._people.append(person)
        return person

    def _numbered(self, kind: Kind, name: str, short: str) -> Being:
        self._count += 1
        return Being(
            number=self._count,
            kind=kind,
            name=name,
            short=short,
            called=self._chance.choice(CALLED[kind]),
            pronoun=self._chance.choice(PRONOUNS[kind]),
            spellings=self._spellings(name),
        )

    def _spellings(self, name: str) -> tuple[str, ...]:
        """The name as another transliteration writes its last word: one or two letters differ."""
        *front, last = name.split()
        changed = [last.replace(old, new, 1) for old, new in SWAPS if old in last[1:].lower()]
        return tuple(" ".join((*front, last[0] + word[1:])) for word in changed[:2])

    def _named(self, make: Callable[[], str]) -> str:
        name = make()
        while " " in name and not self._is_new(name):
            name = make()
        return name

    def _is_new(self, name: str) -> bool:
        """Whether none is called so yet; "Bank of Varna" and "Varna Bank" are one name."""
        words = " ".join(sorted(word for word in name.split() if word != "of"))
        if words in self._used:
            return False
        self._used.add(words)
        return True

    def _surname(self) -> str:
        particle = self._chance.choice(("de ", "al-", "van ")) if self._chance.random() < 0.06 else ""
        return particle + self.word()

    def _town(self) -> str:
        word = self.word()
        return (
            f"{self._chance.choice(('New', 'Port', 'Lake', 'North'))} {word}" if self._chance.random() < 0.25 else word
        )

    def _group(self) -> str:
        return self.word() + self._chance.choice(("ans", "is", "ists"))

    def _body(self) -> str:
        if self._chance.random() < 0.35:
            return self.word()
        head, place, field = self._chance.choice(HEADS), self._towns.draw(), self._chance.choice(FIELDS)
        forms = f"{place} {head}", f"{head} of {place}", f"{place} {field} {head}", f"{field} {head} of {place}"
        return self._chance.choices(forms, (40, 20, 25, 15))[0]
