"""Which occurrence is meant of a month, a weekday, a season or a day of the year."""

from datetime import timedelta

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import approximation
from dossier.annotate.timex.values.repeating import DayOfWeek, PartOfYear, Repeating, Yearly, coming, latest, nearest
from dossier.annotate.timex.values.time_reading import TimeReading, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.model import Qualifier
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_MAX_DISTANCE_AGAINST_VERB = timedelta(days=60)
"""How far a date may lie on the other side of the publication than the verb says ("approved the sum due on 3 May").

Set by hand; no measurement is recorded.
"""
_MONTHS_BACK_IN_STORY, _MONTHS_ON_IN_STORY = 7, 9
"""How many months a story goes back, or leaps on, within one year.

Of 3 to 12, these did best on the odd articles of WikiWars.
"""
_DAYS_BACK_TO_TOMORROWS_NAME = timedelta(days=6)
"""How far back the weekday lies that has the name of tomorrow's."""
_COUNTED_FROM_LAST_TIME = _WORDS["counted_from_last_time"]


def without_year(repeating: Yearly, context: AnchorContext, found: RuleMatch) -> TimeReading:
    """The nearest occurrence, unless it is more than 60 days off and the verb looks the other way.

    In a narrative, it is the occurrence in the year of the last time that it told of (``_in_story``). In a clause that
    says in which year it happened, and in a sentence that names a month or day of another year, it is the one in that
    year. Uncertain in such a sentence, soon after
    another year, and where the verb looks the other way.
    """
    anchor = context.default_anchor
    if anchor is None:
        return unresolved(repeating.value)
    if context.narrative:
        slot = _in_story(repeating, anchor.slot)
        return relative(slot, anchor, "", _qualifier(found, slot, sure=slot.start.year == anchor.slot.start.year))
    if year := context.year_of_clause:
        slot = repeating.of(year.slot.start.year)
        return relative(slot, year, "", _qualifier(found, slot, sure=True))
    if last_time := context.month_in_sentence:
        slot = repeating.of(last_time.slot.start.year)
        return relative(slot, last_time, "", _qualifier(found, slot, sure=False))
    day, slot = anchor.slot.start, nearest(repeating, anchor.slot.start)
    by_verb = {"future": coming, "past": latest}.get(context.direction or "", nearest)(repeating, day)
    if abs(slot.start - day) > _MAX_DISTANCE_AGAINST_VERB:
        slot = by_verb
    sure = slot == by_verb and not context.is_about_another_year
    return relative(slot, anchor, "", _qualifier(found, slot, sure))


def _in_story(repeating: Yearly, now: Slot) -> Slot:
    """The occurrence that a story means which stands at ``now``: that of the same year, unless it is far from a month.

    After December 1944, "by January" is the next year's; after January 1945, "since December" is that of the year
    before.
    """
    slot = repeating.of(now.start.year)
    if now.unit not in (Unit.DAY, Unit.MONTH):
        return slot
    months = slot.start.month - now.start.month
    if months < -_MONTHS_BACK_IN_STORY:
        return repeating.of(now.start.year + 1)
    return repeating.of(now.start.year - 1) if months > _MONTHS_ON_IN_STORY else slot


def _qualifier(found: RuleMatch, slot: Slot, sure: bool) -> Qualifier:
    """Approximate as the words say, and uncertain unless ``sure``."""
    mark = approximation(found, slot)
    if sure:
        return mark
    return Qualifier.BOTH if mark else Qualifier.UNCERTAIN


def by_tense(repeating: Repeating, context: AnchorContext, found: RuleMatch, suffix: str = "") -> TimeReading:
    """The last occurrence or, under a verb that looks ahead, the next.

    On a Tuesday "will meet on Tuesday" is that day, in most news, but uncertain. On a Monday "left on Tuesday" is six
    days back: uncertain, since a report often bears the date of the day before, and tells of its own day by name.
    Where the verb does not say, it is the last weekday, or the nearest month, season or day of the year: uncertain.
    What comes every year is read by ``without_year`` in a narrative, in a clause of a year of its own, or a sentence
    that names a month or day of another year.
    """
    if isinstance(repeating, Yearly) and (context.narrative or context.month_in_sentence or context.year_of_clause):
        return without_year(repeating, context, found)
    anchor = context.last_day if context.narrative else context.publication_day
    if anchor is None:
        return unresolved(repeating.value + suffix)
    direction = context.direction
    undecided = nearest if isinstance(repeating, Yearly) else latest
    choose = {"future": coming, "past": latest}.get(direction or "", undecided)
    slot = choose(repeating, anchor.slot.start)
    sure = direction is not None and not (isinstance(repeating, PartOfYear) and context.is_about_another_year)
    if direction == "future" and (today := latest(repeating, anchor.slot.start)) == anchor.slot:
        slot, sure = today, False
    if isinstance(repeating, DayOfWeek) and anchor.slot.start - slot.start == _DAYS_BACK_TO_TOMORROWS_NAME:
        sure = False
    return relative(slot, anchor, suffix, _qualifier(found, slot, sure))


def shifted(repeating: Repeating, context: AnchorContext, found: RuleMatch, suffix: str = "") -> TimeReading:
    """The occurrence that "last", "next" or "this" says.

    "Last summer" is the latest that does not hold the anchor's day. "Next summer" is the first that begins later, or
    the one under way. "This summer" is that of the year, unless that is to come and the verb looks back. "The next
    Monday" of a verb that looks back counts from the time last mentioned, as "the following Monday" does.
    """
    anchor = context.default_anchor
    if found.has("the") and found.has("next") and context.direction == "past":
        anchor = context.if_recent(context.last_time)
    if _COUNTED_FROM_LAST_TIME & {found.text("last"), found.text("next")}:
        anchor = context.if_recent(context.last_time) or anchor
    if anchor is None:
        return unresolved(repeating.value + suffix)
    day = anchor.slot.start
    if found.has("next"):
        slot = coming(repeating, day)
    elif found.has("this") and isinstance(repeating, Yearly):
        slot = repeating.of(day.year)
        if slot.start > day and context.direction == "past":
            slot = latest(repeating, day)
    else:
        slot = _last_before(repeating, anchor.slot) if found.has("last") else latest(repeating, day)
    return relative(slot, anchor, suffix, approximation(found, slot))


def _last_before(repeating: Repeating, today: Slot) -> Slot:
    """The latest occurrence that does not hold the first day of ``today``."""
    slot = latest(repeating, today.start)
    return latest(repeating, slot.start - timedelta(days=1)) if slot.holds(today.start) else slot
