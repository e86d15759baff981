"""Fields of an event on which its mentions exclude each other, as conflicts."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
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
from dossier.text.word_lists import word_tables
from dossier.timeline.conflicts.countries import country_of
from dossier.timeline.conflicts.quantity_ranges import QuantityRange, quantity_ranges

T = TypeVar("T", bound=Hashable)

_NEGATED_PREDICATE = re.compile(
    r"(?:\s+[\w’'-]+){0,6}?\s+(?:is|are|was|were)(?:n[’']t|\s+(?:not|never|no))\b", re.IGNORECASE
)
"""Words after a trigger that make it the subject of a negated predicate: "the ban … was not part of a plan"."""
_COMMITTED = (Certainty.CERTAIN, Certainty.PROBABLE)


def contradictions(event: Event, articles: Mapping[str, Citation], types: EventTypes) -> Iterator[Conflict]:
    """The fields of an event on which its mentions exclude each other, whoever corrected whom.

    ``when`` has EDTF values, ``polarity`` FactBank's ("positive", "negative"), ``place`` names of countries, ``role``
    the names of those who did it; ``cause`` says how someone died. A number has the name of what is counted as its
    field, and the article's words as values. A lower bound ("at least ten") excludes what is less, and of people what
    is half more and exact; "2019" excludes no day in it. ``articles`` (by id) tell when each mention was published:
    what had not happened by then may have happened since.
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
    if types[event.type].patient_dies:
        found += (("cause", _causes(pieces, causes)) for causes in _causes_by_lemma())
    for field, readings in found:
        if len({reading.value for reading in readings}) > 1:
            yield Conflict(event.id, field, readings)


def firm_date(dating: Dating, rule: str | None) -> When | None:
    """The date, if a text gives it for the event itself and does not mark it as approximate or uncertain; else None."""
    when = dating.when
    if when is None or when.first is None or when.last is None or rule in CONTEXT_RULES:
        return None
    if dating.basis is not Basis.EXPLICIT and (dating.basis is not Basis.RELATIVE or when.is_interval):
        return None  # "two weeks ago" is a week or so
    return when if when.first.qualifier is when.last.qualifier is Qualifier.NONE else None


def _dates(event: Event) -> tuple[Reading, ...]:
    """Of the mentions with the event's realis: the date of a plan does not exclude the date on which it happened."""
    told = [
        (number, firm_date(piece.dating, piece.dated_by))
        for number, piece in enumerate(event.evidence)
        if piece.factuality.realis is event.factuality.realis and piece.factuality.polarity is not Polarity.NEGATIVE
    ]
    return _contradicting(((number, when.edtf, when) for number, when in told if when), _other_days)


def _other_days(one: When, two: When) -> bool:
    return _is_before(one, two) or _is_before(two, one)


def _is_before(one: When, two: When) -> bool:
    """Whether ``one`` is over on an earlier day. Hours are not compared: sources give them in many ways."""
    return bool(one.latest and two.earliest and one.latest < two.earliest)


def _numbers(pieces: Sequence[Evidence]) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """The field name and the readings of each thing that is counted."""
    told: dict[tuple[str, str], list[tuple[int, str, QuantityRange]]] = {}
    for number, piece in enumerate(pieces):
        if _is_claimed(piece, Polarity.POSITIVE):
            for counted, figure in quantity_ranges(piece.quantities).items():
                told.setdefault(counted, []).append((number, figure.words, figure))
    for (field, _), values in sorted(told.items()):
        yield field, _contradicting(values, QuantityRange.differs)


def _places(pieces: Sequence[Evidence]) -> tuple[Reading, ...]:
    """Of countries alone: of other places nothing says whether the one lies in the other."""
    told = [(n, country_of(piece.place)) for n, piece in enumerate(pieces) if _is_claimed(piece, Polarity.POSITIVE)]
    return _contradicting(((number, name, name) for number, name in told if name), ne)


def _polarity(pieces: Sequence[Evidence], articles: Mapping[str, Citation]) -> tuple[Reading, ...]:
    """Claim against denial by another source: what one source says in one article it means to be consistent."""
    claims, denials = (
        [
            number
            for number, piece in enumerate(pieces)
            if _is_claimed(piece, polarity) and not _denies_something_else(piece)
        ]
        for polarity in (Polarity.POSITIVE, Polarity.NEGATIVE)
    )
    opposed = [
        (claim, denial)
        for claim, denial in product(claims, denials)
        if _source(pieces[claim]) != _source(pieces[denial])
        and not _may_follow(pieces[claim], pieces[denial], articles)
    ]
    sides = zip((Polarity.POSITIVE, Polarity.NEGATIVE), zip(*opposed, strict=True), strict=False)
    return tuple(Reading(polarity.value, tuple(sorted(set(mentions)))) for polarity, mentions in sides)


def _denies_something_else(piece: Evidence) -> bool:
    """Whether it denies something of a known event: "the ban was not part of a plan" denies no ban."""
    after = piece.quote.exact[piece.trigger.span.end - piece.quote.span.start :]
    return piece.factuality.polarity is Polarity.NEGATIVE and bool(_NEGATED_PREDICATE.match(after))


def _source(piece: Evidence) -> tuple[str, str]:
    said = piece.attribution
    return piece.article, (said.actor or said.text) if said else ""


def _may_follow(claim: Evidence, denial: Evidence, articles: Mapping[str, Citation]) -> bool:
    """Whether the claimed event came after the time that the denial speaks of: "has not resigned", and then he did."""
    happened = firm_date(claim.dating, claim.dated_by)
    article = articles.get(denial.article)
    times = denial.dating.when, article.published.when if article else None
    return happened is not None and any(when.before(happened) for when in times if when)


def _is_claimed(piece: Evidence, polarity: Polarity) -> bool:
    said = piece.factuality
    return said.realis is Realis.ACTUAL and said.polarity is polarity and said.certainty in _COMMITTED


def _causes(pieces: Sequence[Evidence], causes: Mapping[str, str]) -> tuple[Reading, ...]:
    """How someone died, where a mention says so by its word; ``causes`` are by the lemma of that."""
    claimed = ((n, piece.lemma or "") for n, piece in enumerate(pieces) if _is_claimed(piece, Polarity.POSITIVE))
    return _contradicting(((n, causes[lemma], causes[lemma]) for n, lemma in claimed if lemma in causes), ne)


@cache
def _causes_by_lemma() -> tuple[dict[str, str], ...]:
    """The causes of death by lemma: those of one table exclude each other."""
    tables = word_tables("dossier.timeline.conflicts", "death_words.toml")
    return tuple(
        {lemma: cause for cause, lemmas in tables[name].items() for lemma in lemmas.split(", ")}
        for name in ("means", "hand")
    )


def _roles(pieces: Sequence[Evidence]) -> tuple[Reading, ...]:
    """Who did it, where two mentions swap agent and patient."""
    told: list[tuple[int, str, tuple[str, str]]] = []
    for number, piece in enumerate(pieces):
        agents, patients = (_actors_in(piece, role) for role in (Role.AGENT, Role.PATIENT))
        if len(agents) == len(patients) == 1 and agents.keys() != patients.keys():
            (agent, name), (patient, _) = *agents.items(), *patients.items()
            told.append((number, name, (agent, patient)))
    return _contradicting(told, lambda one, two: one == two[::-1])


def _actors_in(piece: Evidence, role: Role) -> dict[str, str]:
    return {player.entity: player.name for player in piece.participants if player.role is role and player.entity}


def _contradicting(told: Iterable[tuple[int, str, T]], exclude: Callable[[T, T], bool]) -> tuple[Reading, ...]:
    """The values that some other value excludes, each as its first mention words it, with its mentions' indices."""
    values: dict[T, tuple[str, list[int]]] = {}
    for number, words, value in told:
        values.setdefault(value, (words, []))[1].append(number)
    return tuple(
        Reading(words, tuple(mentions))
        for value, (words, mentions) in values.items()
        if any(exclude(value, other) for other in values)
    )
