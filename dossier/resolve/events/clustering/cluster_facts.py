"""What the mentions of one event say together, by which it is decided whether more may be joined to it."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from dossier.model import Kind, QuantityKind, Role, Span
from dossier.resolve.events.clustering.other_people import are_other_speakers, are_others
from dossier.resolve.events.event_weights import DATES_APART, MOST_GROWTH, SHORT_DATE
from dossier.resolve.events.features.event_time import Time
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.text.interning import NO_WORDS, word_set

_EXCLUSIVE_KINDS = {Role.AGENT: (Kind.PERSON, Kind.PLACE), Role.PATIENT: (Kind.PERSON,)}
"""The kinds of actors of which two different ones in the role make two events: two people, two countries that act."""

_Unit = tuple[QuantityKind, str | None]
_Amount = tuple[float | None, float | None, float]
"""The least and the most, and the end of the day on which it was published, in days since the year 1."""

_Part = tuple[Role, Kind]


@dataclass(slots=True)
class ClusterFacts:
    """What the mentions of one cluster say together, by which it is decided whether two clusters may be joined."""

    sentences: set[tuple[str, Span]]
    """The sentences of the mentions, each with its article."""
    latest_start: float
    """The latest start of their dates, in days since the year 1; minus infinity where there is none."""
    earliest_end: float
    """The earliest end of their dates, and of the times by which they were over; infinity where there is none."""
    ordinals: frozenset[str]
    """Which of several events it is, in the words of the mentions."""
    countries: frozenset[str] = frozenset()
    """The countries named near nouns for what is known: "the outbreak in Peru"."""
    years: frozenset[str] = frozenset()
    """The years named near their triggers."""
    names: frozenset[str] = frozenset()
    """The names that tell the event from others of its kind: "the Asian crisis"."""
    steps: frozenset[str] = frozenset()
    """The steps of a scale that they name: "phase five"."""
    amounts: dict[_Unit, set[_Amount]] = field(default_factory=dict)
    """By how much a figure moved, in each unit."""
    counts: dict[_Unit, tuple[float, float]] = field(default_factory=dict)
    """The least and the greatest number of people or things that the mentions count, in each unit."""
    victims: frozenset[str] = frozenset()
    """The ids of those who die in it alone."""
    is_tally_of_deaths: bool = False
    """Whether a mention counts deaths that came one by one."""
    days_of_death: frozenset[tuple[str, int, int]] = frozenset()
    """Of those who die the month and the day of the month: the year of a source may be a slip."""
    people: dict[_Part, frozenset[str]] = field(default_factory=dict)
    """The names of the people in each exclusive role, and of the countries that act."""

    speakers: frozenset[str] = frozenset()
    """The names of those who say it, of whatever kind."""

    def fits(self, other: "ClusterFacts") -> bool:
        """Whether no sentence is in both, dates are close, and what tells events apart agrees."""
        few, many = sorted((self.sentences, other.sentences), key=len)
        is_slip = self._is_a_year_off(other)
        if not few.isdisjoint(many) or (self._lie_apart(other) and not is_slip) or self._are_death_and_tally(other):
            return False
        described = (
            (self.ordinals, other.ordinals),
            (self.countries, other.countries),
            (self.names, other.names),
            *(() if is_slip else ((self.years, other.years),)),
            (self.steps, other.steps),
        )
        if any(left and right and left.isdisjoint(right) for left, right in described):
            return False
        if self.speakers and other.speakers and are_other_speakers(self.speakers, other.speakers):
            return False
        if any(_differ(told, other.amounts[unit]) for unit, told in self.amounts.items() if unit in other.amounts):
            return False
        shared = self.counts.keys() & other.counts.keys()
        if any(_are_far_apart(self.counts[unit], other.counts[unit]) for unit in shared):
            return False
        return not any(
            part in other.people and are_others(people, other.people[part]) for part, people in self.people.items()
        )

    def _lie_apart(self, other: "ClusterFacts") -> bool:
        """Whether their dates exclude each other."""
        days_between = max(self.latest_start, other.latest_start) - min(self.earliest_end, other.earliest_end)
        return days_between >= DATES_APART

    def _is_a_year_off(self, other: "ClusterFacts") -> bool:
        """Whether they give one day of one death in two years."""
        return self._lie_apart(other) and not self.days_of_death.isdisjoint(other.days_of_death)

    def _are_death_and_tally(self, other: "ClusterFacts") -> bool:
        return any(one.victims and two.is_tally_of_deaths for one, two in ((self, other), (other, self)))

    def add(self, other: "ClusterFacts") -> None:
        """Take in the other cluster; of two years of one death, that which more tell, else the earlier."""
        if not self._is_a_year_off(other):
            self.years |= other.years
            self.latest_start = max(self.latest_start, other.latest_start)
            self.earliest_end = min(self.earliest_end, other.earliest_end)
        elif (len(other.sentences), -other.latest_start) > (len(self.sentences), -self.latest_start):
            self.years = other.years
            self.latest_start, self.earliest_end = other.latest_start, other.earliest_end
        self.victims |= other.victims
        self.is_tally_of_deaths |= other.is_tally_of_deaths
        self.days_of_death |= other.days_of_death
        self.sentences |= other.sentences
        self.ordinals |= other.ordinals
        self.countries |= other.countries
        self.names |= other.names
        self.steps |= other.steps
        self.speakers |= other.speakers
        for unit, told in other.amounts.items():
            self.amounts.setdefault(unit, set()).update(told)
        for unit, (least, most) in other.counts.items():
            known = self.counts.get(unit, (least, most))
            self.counts[unit] = min(known[0], least), max(known[1], most)
        for part, people in other.people.items():
            self.people[part] = self.people.get(part, frozenset()) | people


def facts_of_mention(features: MentionFeatures, kinds: Mapping[str, Kind], names: Mapping[str, str]) -> ClusterFacts:
    """The facts of one mention; ``kinds`` and ``names`` are those of the actors, by id."""
    time = features.time or Time(float("-inf"), float("inf"))
    end = min(_latest_end(features, time), float("inf") if features.over_by is None else features.over_by)
    return ClusterFacts(
        sentences={features.mention.sentence},
        latest_start=time.from_on,
        earliest_end=end,
        ordinals=word_set(filter(None, (features.ordinal,))),
        countries=features.context.countries if features.known else NO_WORDS,
        names=features.known.names if features.known else NO_WORDS,
        years=features.context.years,
        steps=features.deed.steps,
        amounts=dict(_amounts(features)),
        counts=dict(_counts(features)),
        victims=word_set(filter(None, (features.victim,))),
        is_tally_of_deaths=features.is_tally_of_deaths,
        days_of_death=frozenset(filter(None, (features.day_of_death,))),
        people=dict(_people(features, kinds, names)),
        speakers=_speakers(features, names),
    )


def _latest_end(features: MentionFeatures, time: Time) -> float:
    """The end of the time; what befalls one person seldom, and has no day, may have come until the month was over.

    "Seven weeks after 26 March" is not so exact that it speaks against "in June".
    """
    end = time.end + time.slack
    if not features.mention.type.rare_per_person or not 1 < time.length < SHORT_DATE:
        return end
    last = date.fromordinal(int(time.end) - 1)
    return max(end, float(last.toordinal() - last.day + monthrange(last.year, last.month)[1] + 1))


def _speakers(features: MentionFeatures, names: Mapping[str, str]) -> frozenset[str]:
    """The names of those who say something; of no other deed, since a newspaper has a firm do what its arm does."""
    agents = features.actors_by_role.get(Role.AGENT, frozenset()) if features.mention.type.speech_act else frozenset()
    return word_set(names[actor] for actor in agents)


def _people(
    features: MentionFeatures, kinds: Mapping[str, Kind], names: Mapping[str, str]
) -> Iterator[tuple[_Part, frozenset[str]]]:
    for role, exclusive in _EXCLUSIVE_KINDS.items():
        for kind in exclusive:
            actors = (actor for actor in features.actors_by_role.get(role, ()) if kinds[actor] is kind)
            if own := frozenset(names[actor] for actor in actors):
                yield (role, kind), own


def _amounts(features: MentionFeatures) -> Iterator[tuple[_Unit, set[_Amount]]]:
    """By how much a figure moved; nothing where the amount does not tell one event from another."""
    if features.mention.type.measured and features.published is not None:
        for quantity in features.mention.evidence.quantities:
            yield (quantity.kind, quantity.unit), {(quantity.least, quantity.most, features.published)}


def _counts(features: MentionFeatures) -> Iterator[tuple[_Unit, tuple[float, float]]]:
    """How many people or things a mention counts: one that differs much makes another event."""
    for quantity in features.mention.evidence.quantities:
        if quantity.least is not None and quantity.kind not in (QuantityKind.MONEY, QuantityKind.PERCENT):
            yield (quantity.kind, quantity.unit), (quantity.least, quantity.least)


def _are_far_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether the greatest of the counts is so many times the least that no toll grows, and no source errs, so much."""
    return max(one[1], other[1]) > MOST_GROWTH * min(one[0], other[0])


def _differ(some: Iterable[_Amount], others: Iterable[_Amount]) -> bool:
    """Whether all amounts of the two sides are unequal, and published so far apart that none corrects another."""
    return all(one[:2] != other[:2] and abs(one[2] - other[2]) >= DATES_APART for one, other in product(some, others))
