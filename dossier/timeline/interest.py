"""How likely it is that a reader finds a line true, in good English and worth having: learned from readers' verdicts.

A logistic regression over signals that a reader understands. ``interest_weights.toml`` has the weights and says from
which verdicts ``scripts/learn_interest.py`` learned them.
"""

import math
import re
from collections.abc import Iterable, Mapping

from dossier.model import OTHER_TYPE, Actor, Basis, Citation, Event, EventTypes, Kind, Manner, Polarity, Role, Tense
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists
from dossier.timeline.part_worth import GRAVE_IMPORTANCE, roles_of

_WEIGHTS = weight_table("dossier.timeline", "interest_weights.toml")
_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
LEAST_INTEREST = _WEIGHTS.share("least_interest")
"""The interest from which an event gets a line."""
_FEW = 5
"""Events of an actor up to which all are wanted: they take no reader long. Set by hand; no measurement is recorded."""
_LEAD_CHARACTERS = 400
"""Characters of a headline and a first paragraph. Set by hand, as for importance."""
_OPENING_CHARACTERS = 5
"""Characters that may stand before the name with which a line opens: "The ". Set by hand."""
_PLAIN_WORDS, _MOST_WORDS = 20, 30
"""Words of a line of usual length, and those above which more change nothing. Set by hand."""
_MOST_POINTING = 3
"""Descriptions that point back, above which more change nothing. Set by hand."""
_MOST_PARTIES = 3
"""Actors in an event, above which more change nothing. Set by hand."""
_MOST_NAMES = 6
"""Words with a capital, above which more change nothing. Set by hand."""
_YEARS_BACK = 2
"""Years before publication from which a year in the line is history. Set by hand."""
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)s?\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DIGITS = 4  # behind the point, so that no machine rounds otherwise


def interest(event: Event, actor: Actor, articles: Mapping[str, Citation], types: EventTypes) -> float:
    """The chance, from 0 to 1, that a reader of the actor's timeline wants the line of the event.

    ``articles`` are those of its evidence, by id.
    """
    score = _WEIGHTS.value("base", "log odds") + math.fsum(
        _WEIGHTS.value(name, "log odds") * value for name, value in signals(event, actor, articles, types).items()
    )
    return round(1 / (1 + math.exp(-score)), _DIGITS)


def of_little_interest(
    actor: Actor, events: Iterable[Event], articles: Mapping[str, Citation], types: EventTypes
) -> frozenset[str]:
    """The ids of those events of the actor that a reader of its timeline hardly wants.

    A grave act of the actor or to it is always wanted, if its line names what it tells of; so is what several
    independent sources tell, who may contradict each other. Of few events all are wanted.
    """
    own = tuple(events)
    if len(own) <= _FEW:
        return frozenset()
    return frozenset(
        event.id
        for event in own
        if not is_always_wanted(event, actor, types) and interest(event, actor, articles, types) < LEAST_INTEREST
    )


def is_always_wanted(event: Event, actor: Actor, types: EventTypes) -> bool:
    """Whether several independent sources tell it, or the actor does or suffers something grave.

    What is grave has to be told in words that need no other sentence.
    """
    has_part = not roles_of(event, actor.id).isdisjoint((Role.AGENT, Role.PATIENT))
    is_grave = types[event.type].importance >= GRAVE_IMPORTANCE
    return event.independent_sources > 1 or (has_part and is_grave and not event.evidence[0].points_back)


def signals(event: Event, actor: Actor, articles: Mapping[str, Citation], types: EventTypes) -> Mapping[str, float]:
    """The signals of an event by name, each 0 or 1 or a number near them. The line is that of its first evidence."""
    published = articles[event.evidence[0].article].published.when
    return {
        **_of_event(event, types),
        **_of_part(event, actor),
        **_of_line(event.summary, published.latest.year if published and published.latest else None),
    }


def _of_event(event: Event, types: EventTypes) -> dict[str, float]:
    """What the event is, and how the article tells it."""
    kind, shown = types[event.type], event.evidence[0]
    return {
        "importance": kind.importance,
        "reporting": float(kind.reporting),
        "dated": float(event.dating.basis in (Basis.EXPLICIT, Basis.RELATIVE)),
        "negative": float(event.factuality.polarity is not Polarity.POSITIVE),
        "quoted": float(shown.attribution is not None and shown.attribution.manner is Manner.DIRECT),
        "lead": _LEAD_CHARACTERS / (_LEAD_CHARACTERS + shown.trigger.span.start),
        "present": float(shown.tense is Tense.PRESENT),
        "pluperfect": float(shown.tense is Tense.PLUPERFECT),
        "perfect": float(shown.tense is Tense.PERFECT),
        "hangs": float(shown.hangs_on is not None),
        "unlisted": float(event.type == OTHER_TYPE),
        "noun": float(shown.tense is None),
        "bare": float(shown.tense in (Tense.BARE, Tense.OPEN)),
        "parties": float(min(len({one.entity for one in event.participants if one.entity}), _MOST_PARTIES)),
        "points_back": float(min(shown.points_back, _MOST_POINTING)),
    }


def _of_part(event: Event, actor: Actor) -> dict[str, float]:
    """What the actor has to do with it."""
    roles, line = roles_of(event, actor.id), event.summary.lstrip('“"[')
    names = [actor.name, *(alias.text for alias in actor.aliases)]
    places = [place for name in names if (place := line.find(name)) >= 0]
    return {
        "agent": float(Role.AGENT in roles),
        "patient": float(Role.PATIENT in roles),
        "only_named": float(roles <= {Role.OTHER, Role.PLACE}),
        "opens": float(bool(places) and min(places) < _OPENING_CHARACTERS),
        "named": float(bool(places)),
        "late": min(places) / len(line) if places else 1.0,
        "of_place": float(actor.kind is Kind.PLACE),
    }


def _of_line(line: str, published: int | None) -> dict[str, float]:
    """What the words of the line show; ``published`` is the year of publication."""
    words = _WORD.findall(line)
    years = [int(year) for year in _YEAR.findall(line)]
    lowered = {word.casefold() for word in words}
    return {
        "length": min(len(words), _MOST_WORDS) / _PLAIN_WORDS,
        "names": min(sum(word[0].isupper() for word in words[1:]), _MOST_NAMES) / _MOST_NAMES,
        "numbers": float(any(word.isdigit() for word in words)),
        "history": float(published is not None and any(year <= published - _YEARS_BACK for year in years)),
        "opinion": float(not lowered.isdisjoint(_WORDS["opining"])),
        "tally": float(not lowered.isdisjoint(_WORDS["counted_cases"])),
    }
