"""What the mentions of one event say that cannot all be true, its readings side by side."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import ne
from typing import TypeVar

from dossier.model import (
    CONTEXT_RULES,
    Basis,
    Certainty,
    Citation,
    Conflict,
    Dating,
    Event,
    EventTypes,
    Evidence,
    Polarity,
    Qualifier,
    Reading,
    Realis,
    Role,
    When,
)
from dossier.text.word_lists import word_lists
from dossier.timeline.countries import country_of
from dossier.timeline.quantity_ranges import Figure, figures

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

T = TypeVar("T", bound=Hashable)

"""Rules that give an event the day which the text around it tells of: not what the text says of the event itself."""
_COPULA = re.compile(r"(?:\s+[\w’'-]+){0,6}?\s+(?:is|are|was|were)(?:n[’']t|\s+(?:not|never|no))\b", re.IGNORECASE)
"""Words after a trigger by which it is the subject of what is negated."""
_SERIOUS = (Certainty.CERTAIN, Certainty.PROBABLE)


def contradictions(event: Event, articles: Mapping[str, Citation], types: EventTypes) -> Iterator[Conflict]:
    """The fields of an event on which its mentions exclude each other, whoever corrected whom.

    ``when`` has EDTF values, ``polarity`` FactBank's ("positive", "negative"), ``place`` names of countries, ``role``
    the names of those who did it. A number has the name of what is counted as its field, and the article's words as
    values. A lower bound ("at least ten") excludes what is less, and of people what is half more and exact; "2019"
    excludes no day in it. ``articles`` (by
    id) tell when each mention was published: what had not happened by then may have happened since.
    """
    pieces = event.evidence
    if len(pieces) < 2:
        return
    found = [
        ("when", _dates(event)),
        *_numbers(pieces),
        ("place", _places(pieces)),
        ("polarity", _polarity(pieces, articles)),
    ]
    if types[event.type].directed:
        found.append(("role", _roles(pieces)))
    for field, readings in found:
        if len({reading.value for reading in readings}) > 1:
            yield Conflict(event.id, field, readings)


def firm_date(dating: Dating, rule: str | None) -> When | None:
    """The date where a text gives it for the event itself, to the day or longer, and without a doubt; else None."""
    when = dating.when
    if when is None or when.first is None or when.last is None or rule in CONTEXT_RULES:
        return None
    if dating.basis is not Basis.EXPLICIT and (dating.basis is not Basis.RELATIVE or when.is_interval):
        return None  # "two weeks ago" is a week or so
    return when if when.first.qualifier is when.last.qualifier is Qualifier.NONE else None


def _dates(event: Event) -> tuple[Reading, ...]:
    """By the mentions that tell it in the sense of the event: a plan's date excludes none that it came to."""
    told = [
        (number, firm_date(piece.dating, piece.dated_by))
        for number, piece in enumerate(event.evidence)
        if piece.factuality.realis is event.factuality.realis and piece.factuality.polarity is not Polarity.NEGATIVE
    ]
    return _opposed(((number, when.edtf, when) for number, when in told if when), _other_days)


def _other_days(one: When, two: When) -> bool:
    return _is_before(one, two) or _is_before(two, one)


def _is_before(one: When, two: When) -> bool:
    """Whether it is over on an earlier day: the hour at which something was is told in many ways."""
    return bool(one.latest and two.earliest and one.latest < two.earliest)


def _numbers(pieces: Sequence[Evidence]) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """By what is counted."""
    told: dict[tuple[str, str], list[tuple[int, str, Figure]]] = {}
    for number, piece in enumerate(pieces):
        if _is_claimed(piece, Polarity.POSITIVE):
            for counted, figure in figures(piece.quantities).items():
                told.setdefault(counted, []).append((number, figure.words, figure))
    for (field, _), values in sorted(told.items()):
        yield field, _opposed(values, Figure.differs)


def _places(pieces: Sequence[Evidence]) -> tuple[Reading, ...]:
    """Of other places nothing says whether the one lies in the other."""
    told = [(n, country_of(piece.place)) for n, piece in enumerate(pieces) if _is_claimed(piece, Polarity.POSITIVE)]
    return _opposed(((number, name, name) for number, name in told if name), ne)


def _polarity(pieces: Sequence[Evidence], articles: Mapping[str, Citation]) -> tuple[Reading, ...]:
    """Claim against denial, by two voices: what one voice says in one article it means to go together."""
    claims, denials = (
        [number for number, piece in enumerate(pieces) if _is_claimed(piece, polarity) and not _is_judged(piece)]
        for polarity in (Polarity.POSITIVE, Polarity.NEGATIVE)
    )
    opposed = [
        (claim, denial)
        for claim, denial in product(claims, denials)
        if _voice(pieces[claim]) != _voice(pieces[denial]) and not _was_to_come(pieces[claim], pieces[denial], articles)
    ]
    sides = zip((Polarity.POSITIVE, Polarity.NEGATIVE), zip(*opposed, strict=True), strict=False)
    return tuple(Reading(polarity.value, tuple(sorted(set(mentions)))) for polarity, mentions in sides)


def _is_judged(piece: Evidence) -> bool:
    """Whether it says of a known event what it was not: "the ban was not part of a plan" denies no ban."""
    after = piece.quote.exact[piece.trigger.span.end - piece.quote.span.start :]
    return piece.factuality.polarity is Polarity.NEGATIVE and bool(_COPULA.match(after))


def _voice(piece: Evidence) -> tuple[str, str]:
    said = piece.attribution
    return piece.article, (said.actor or said.text) if said else ""


def _was_to_come(claim: Evidence, denial: Evidence, articles: Mapping[str, Citation]) -> bool:
    """Whether what is claimed came after the time that the denial speaks for: "has not resigned", and then he did."""
    happened = firm_date(claim.dating, claim.dated_by)
    article = articles.get(denial.article)
    times = denial.dating.when, article.published.when if article else None
    return happened is not None and any(when.before(happened) for when in times if when)


def _is_claimed(piece: Evidence, polarity: Polarity) -> bool:
    said = piece.factuality
    return said.realis is Realis.ACTUAL and said.polarity is polarity and said.certainty in _SERIOUS


def _roles(pieces: Sequence[Evidence]) -> tuple[Reading, ...]:
    """Who did it, where one mention has it the other way round than another."""
    told: list[tuple[int, str, tuple[str, str]]] = []
    for number, piece in enumerate(pieces):
        agents, patients = (_known(piece, role) for role in (Role.AGENT, Role.PATIENT))
        if len(agents) == len(patients) == 1 and agents.keys() != patients.keys():
            (agent, name), (patient, _) = *agents.items(), *patients.items()
            told.append((number, name, (agent, patient)))
    return _opposed(told, lambda one, two: one == two[::-1])


def _known(piece: Evidence, role: Role) -> dict[str, str]:
    return {player.entity: player.name for player in piece.participants if player.role is role and player.entity}


def _opposed(told: Iterable[tuple[int, str, T]], exclude: Callable[[T, T], bool]) -> tuple[Reading, ...]:
    """The values that some other value excludes, each in its first words and with its mentions."""
    values: dict[T, tuple[str, list[int]]] = {}
    for number, words, value in told:
        values.setdefault(value, (words, []))[1].append(number)
    return tuple(
        Reading(words, tuple(mentions))
        for value, (words, mentions) in values.items()
        if any(exclude(value, other) for other in values)
    )
