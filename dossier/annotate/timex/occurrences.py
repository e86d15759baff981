"""Which occurrence is meant of what comes round again: a month, a weekday, a season, a day of the year."""

from datetime import timedelta

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.repeating import PartOfYear, Repeating, Yearly, coming, latest, nearest
from dossier.annotate.timex.rule import about
from dossier.annotate.timex.time_reading import Reading, relative, unresolved
from dossier.annotate.timex.units import Slot
from dossier.model import Qualifier
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_OFF = timedelta(days=60)
"""How far off a day can be that a report of something past speaks of: to be paid, to be heard."""
_TOLD = _WORDS["told"]
"""Words that count from the time last told of, not from the publication."""


def without_year(repeating: Yearly, context: Context, found: Found) -> Reading:
    """The nearest one, unless it is months off and the verb looks the other way.

    In a narrative, that of the year of the story; in a sentence that has named a month of another year, that year's.
    Uncertain where the verb looks the other way, or the text has just spoken of another year.
    """
    base = context.base
    if base is None:
        return unresolved(repeating.value)
    if context.narrative:
        return relative(repeating.of(base.slot.start.year), base, "", about(found))
    if told := context.told_in_sentence:
        return relative(repeating.of(told.slot.start.year), told, "", _mark(found, sure=False))
    day, slot = base.slot.start, nearest(repeating, base.slot.start)
    other = {"future": coming, "past": latest}.get(context.direction or "", nearest)(repeating, day)
    if abs(slot.start - day) > _OFF:
        slot = other
    sure = slot == other and not context.of_another_year
    return relative(slot, base, "", _mark(found, sure))


def _mark(found: Found, sure: bool) -> Qualifier:
    if sure:
        return about(found)
    return Qualifier.BOTH if about(found) else Qualifier.UNCERTAIN


def by_tense(repeating: Repeating, context: Context, found: Found, suffix: str = "") -> Reading:
    """The last occurrence or, under a verb that looks ahead, the next.

    Where the verb does not say, the last such weekday, and the nearest such month or season: uncertain in both cases.
    """
    if isinstance(repeating, Yearly) and (context.narrative or context.told_in_sentence):
        return without_year(repeating, context, found)
    anchor = context.told_day if context.narrative else context.today
    if anchor is None:
        return unresolved(repeating.value + suffix)
    direction = context.direction
    undecided = nearest if isinstance(repeating, Yearly) else latest
    choose = {"future": coming, "past": latest}.get(direction or "", undecided)
    slot = choose(repeating, anchor.slot.start)
    sure = direction is not None and not (isinstance(repeating, PartOfYear) and context.of_another_year)
    return relative(slot, anchor, suffix, _mark(found, sure))


def shifted(repeating: Repeating, context: Context, found: Found, suffix: str = "") -> Reading:
    """Under "last" the occurrence before the one that is on, under "next" the one after, under "this" the year's."""
    told = context.near(context.told) if _TOLD & {found.word("last"), found.word("next")} else None
    anchor = told or context.base
    if anchor is None:
        return unresolved(repeating.value + suffix)
    day = anchor.slot.start
    if found.has("next"):
        slot = coming(repeating, day)
    elif found.has("this") and isinstance(repeating, Yearly):
        slot = repeating.of(day.year)
    else:
        slot = _last(repeating, anchor.slot) if found.has("last") else latest(repeating, day)
    return relative(slot, anchor, suffix, about(found))


def _last(repeating: Repeating, today: Slot) -> Slot:
    slot = latest(repeating, today.start)
    return latest(repeating, slot.start - timedelta(days=1)) if slot.holds(today.start) else slot
