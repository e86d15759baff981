"""The signals by which a score tells how much a reader wants a line: each 0 or 1, or a number near them."""

import re
from collections.abc import Mapping, Set

from dossier.model import Actor, Certainty, Citation, Event, EventTypes, Kind, Role, Tense
from dossier.text.calendar_words import FULL_WEEKDAYS
from dossier.text.line_words import without_dates
from dossier.text.word_lists import word_lists
from dossier.timeline.ordering.likely_days import day_certainty
from dossier.timeline.worth.part_worth import roles_of

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

# set by hand; no measurement is recorded
_LEAD_CHARACTERS = 400
"""Characters of a headline and a first paragraph, as for importance."""
_OPENING_CHARACTERS = 5
"""Characters that may stand before the name with which a line opens: "The "."""
_PLAIN_WORDS, _MOST_WORDS = 20, 30
"""Words of a line of usual length, and those above which more change nothing."""
_MOST_POINTING = 3
"""Descriptions that point back, above which more change nothing."""
_MOST_PARTIES = 3
"""Actors in an event, above which more change nothing."""
_MOST_NAMES = 6
"""Words with a capital, above which more change nothing."""
_QUOTATION_MARKS = frozenset('“"‘')
_YEARS_BACK = 2
"""Years before publication from which a year in the line is history."""
_STEM = 5
"""Letters by which two forms of a word are known to be one: "resigns", "resigned"."""
_ASCRIBED = re.compile(r"\[[^\]]+\] (?:said|asked): ")
"""A line of words that another sentence ascribes to their speaker: "[Ada Brandt] said: “The mill is sold.”"."""
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)s?\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def signals(
    event: Event, actor: Actor | None, articles: Mapping[str, Citation], types: EventTypes
) -> Mapping[str, float]:
    """The signals of an event of the actor, or of nobody, by name. ``articles`` are those of its evidence."""
    article = articles[event.evidence[0].article]
    published = article.published.when
    return {
        **_of_event(event, types),
        **(_of_part(event, actor) if actor else {}),
        **_of_line(without_dates(event.summary), published.latest.year if published and published.latest else None),
        "headline": _shared_with_headline(event.summary, article.title or ""),
    }


def _of_event(event: Event, types: EventTypes) -> dict[str, float]:
    """What the event is, and how the article tells it."""
    kind, shown = types[event.type], event.evidence[0]
    return {
        "importance": kind.importance,
        "dated": day_certainty(event),
        "uncertain": float(event.factuality.certainty is not Certainty.CERTAIN),
        "lead": _LEAD_CHARACTERS / (_LEAD_CHARACTERS + shown.trigger.span.start),
        "perfect": float(shown.tense is Tense.PERFECT),
        "hangs": float(shown.hangs_on is not None and not kind.reporting),
        "scene": float(shown.lemma in _WORDS["scenes"]),
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
        "place": float(actor.kind is Kind.PLACE),
        "only_named": float(roles <= {Role.OTHER, Role.PLACE}),
        "opens": float(bool(places) and min(places) < _OPENING_CHARACTERS),
        "late": min(places) / len(line) if places else 1.0,
    }


def _of_line(line: str, published: int | None) -> dict[str, float]:
    """What the words of the line show; ``published`` is the year of publication."""
    words = _WORD.findall(line)
    years = [int(year) for year in _YEAR.findall(line)]
    lowered = {word.casefold() for word in words}
    return {
        "length": min(len(words), _MOST_WORDS) / _PLAIN_WORDS,
        "names": min(sum(word[0].isupper() for word in words[1:]), _MOST_NAMES) / _MOST_NAMES,
        "history": float(published is not None and any(year <= published - _YEARS_BACK for year in years)),
        "ascribed": float(_ASCRIBED.match(line) is not None),
        "quotation": float(line[0] in _QUOTATION_MARKS),
        "being": _has_any(lowered, _WORDS["being"]),
        "opinion": _has_any(lowered, _WORDS["opining"]),
        "tally": _has_any(lowered, _WORDS["counted_cases"]),
        "recent": _has_any(lowered, _WORDS["recent_times"] | FULL_WEEKDAYS.keys()),
    }


def _has_any(words: Set[str], listed: Set[str]) -> float:
    return float(bool(words & listed))


def _shared_with_headline(line: str, headline: str) -> float:
    """The share of the headline's words that the line has, too."""
    told = _stems(headline)
    return len(told & _stems(line)) / len(told) if told else 0.0


def _stems(text: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in _WORD.findall(text)}
