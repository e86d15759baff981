"""What comparing asks of a telling, worked out once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from dossier.model import Basis, Qualifier, Realis, Role, Span, When
from dossier.resolve.events.content_words import Rarity, content_words, is_another, name_words, numbers, ordinal, stem
from dossier.resolve.events.resolved_mention import Telling

CORE = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)
_VAGUE = (Qualifier.APPROXIMATE, Qualifier.BOTH)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_REACH = 600  # code points, about a paragraph, within which something told is taken up
_EXPECTED = (Realis.FORECAST, Realis.PLAN)


@dataclass(frozen=True, slots=True)
class Time:
    """From ``start`` to ``end`` in days; ``slack`` is by how much it may be off at either side."""

    start: float
    end: float
    slack: float = 0.0

    @property
    def length(self) -> float:
        """In days."""
        return self.end - self.start

    def gap(self, other: "Time") -> float:
        """The days between the two; below 0 where they overlap."""
        return max(self.start - other.end, other.start - self.end) - max(self.slack, other.slack)


@dataclass(frozen=True, slots=True)
class Traits:
    """A telling with what is compared: ``time`` is its date, ``by`` the day it lies before at the latest.

    ``players`` are the entities by role, ``words`` the content words of the others by role, ``named`` those of its
    objects that are written as names are; ``sentence`` are the
    content words of its sentence with their weights, of length 1 as a vector. ``ordinal`` is which of several it is
    ("the second debate"), ``is_another`` that it is told as one that was not told yet,
    ``antecedent`` the telling that it takes up ("the debate"), ``is_addressed`` says that its sentence speaks to
    somebody ("would you sign it?").
    """

    telling: Telling
    stem: str
    sense: str
    time: Time | None
    by: float | None
    published: float | None
    players: Mapping[Role, frozenset[str]]
    words: Mapping[Role, frozenset[str]]
    named: frozenset[str]
    entities: frozenset[str]
    sentence: Mapping[str, float]
    wording: str
    numbers: frozenset[str]
    ordinal: str
    is_another: bool
    antecedent: tuple[str, Span] | None
    is_addressed: bool
    is_question: bool


class Describer:
    """Works out the traits of the tellings of a case."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        articles: dict[str, set[str]] = {}
        entities: dict[str, set[str]] = {}
        stems: dict[str, set[str]] = {}
        for telling in tellings:
            article = telling.evidence.article
            articles.setdefault(article, set()).update(content_words(telling.evidence.quote.exact))
            entities.setdefault(article, set()).update(telling.about)
            stems.setdefault(article, set()).add(stem(telling.lemma))
        self.words, self.entities, self.stems = (Rarity(len(articles)) for _ in range(3))
        for article, words in articles.items():
            self.words.add(words)
            self.entities.add(entities[article])
            self.stems.add(stems[article])
        self._sentences: dict[str, Mapping[str, float]] = {}
        self._numbers: dict[str, frozenset[str]] = {}
        self._antecedents = dict(_antecedents(tellings))

    def traits(self, telling: Telling) -> Traits:
        """What is compared of the telling."""
        players: dict[Role, set[str]] = {}
        words: dict[Role, set[str]] = {}
        for player in telling.players:
            if player.entity:
                players.setdefault(player.role, set()).add(player.entity)
            else:
                words.setdefault(player.role, set()).update(content_words(player.name))
        place = telling.place.entity if telling.place else None
        if place:
            players.setdefault(Role.PLACE, set()).add(place)
        quote = telling.evidence.quote
        offset = telling.evidence.trigger.span.start - quote.span.start
        return Traits(
            telling,
            stem(telling.lemma),
            _sense(telling),
            _time(telling),
            _by(telling),
            _day(telling.published) if telling.published != datetime.max else None,
            {role: frozenset(found) for role, found in players.items()},
            {role: frozenset(found) for role, found in words.items() if found},
            self._named(telling),
            frozenset(entity for found in players.values() for entity in found),
            self._vector(quote.exact),
            f"{' '.join(quote.exact.split()).casefold()}\n{offset}",
            self._numbers_of(quote.exact),
            ordinal(quote.exact[:offset]),
            is_another(quote.exact[:offset], telling.evidence.trigger.exact, telling.lemma),
            self._antecedents.get(telling.place_in_text),
            bool(_YOU.search(quote.exact)),
            quote.exact.rstrip("\"'”’) ").endswith("?"),
        )

    def _named(self, telling: Telling) -> frozenset[str]:
        objects = (player.name for player in telling.players if player.role is Role.PATIENT and not player.entity)
        return frozenset(word for phrase in objects for word in name_words(phrase))

    def _numbers_of(self, text: str) -> frozenset[str]:
        if text not in self._numbers:
            self._numbers[text] = numbers(text)
        return self._numbers[text]

    def _vector(self, text: str) -> Mapping[str, float]:
        if text not in self._sentences:
            weights = {word: self.words.bits(word) for word in content_words(text)}
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            self._sentences[text] = {word: weight / length for word, weight in weights.items()}
        return self._sentences[text]


def _antecedents(tellings: Iterable[Telling]) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """For each telling that takes up a known event ("the raid"), the last one before it that tells of such a thing."""
    last: dict[tuple[str, str], Telling] = {}
    for telling in tellings:
        key = telling.evidence.article, stem(telling.lemma)
        before = last.get(key)
        if before and telling.is_definite and _is_near(before, telling) and _is_many(before) == _is_many(telling):
            yield telling.place_in_text, before.place_in_text
        last[key] = telling


def _is_near(before: Telling, telling: Telling) -> bool:
    left, right = before.evidence, telling.evidence
    return left.quote.span != right.quote.span and right.trigger.span.start - left.trigger.span.end <= _REACH


def _is_many(telling: Telling) -> bool:
    """Whether its trigger is a plural noun, or may be one."""
    return telling.evidence.trigger.exact.casefold() == f"{telling.lemma}s"


def _sense(telling: Telling) -> str:
    """In what sense it is told: what is expected is not what took place."""
    realis = telling.evidence.factuality.realis
    return "expected" if realis in _EXPECTED else realis.value


def is_firm(when: When) -> bool:
    """Whether it is a day, month or year that the text does not call about."""
    return not any(side and side.qualifier in _VAGUE for side in (when.first, when.last))


def _time(telling: Telling) -> Time | None:
    dating = telling.evidence.dating
    when = dating.when
    if when is None or dating.basis is Basis.INFERRED or when.start is None or when.end is None:
        return None
    start, end = _day(when.start), _day(when.end)
    return Time(start, end, 0.0 if is_firm(when) else end - start)


def _by(telling: Telling) -> float | None:
    """What took place did so before it was published."""
    if telling.evidence.factuality.realis is not Realis.ACTUAL:
        return None
    ends = [telling.published] if telling.published != datetime.max else []
    when = telling.evidence.dating.when
    if when and when.end and telling.evidence.dating.basis is Basis.INFERRED:
        ends.append(when.end)
    return _day(min(ends)) if ends else None


def _day(moment: datetime) -> float:
    return (moment - datetime.min) / timedelta(days=1)
