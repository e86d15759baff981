"""Seasons, and days with a name."""

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.occurrences import by_tense, shifted
from dossier.annotate.timex.rules.rule import MatchReader, Rule
from dossier.annotate.timex.values.repeating import DayOfYear, FromEaster, NthDay, PartOfYear, Yearly
from dossier.annotate.timex.values.time_reading import TimeReading, explicit
from dossier.annotate.timex.values.units import Unit
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import SEASONS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_SEASON = _WORDS["before_season"]
_MONDAY, _THURSDAY = 0, 3


def _season(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Last summer; the winter of 2010; this fall; the summer. None for other things: "the fall of the city"."""
    season = PartOfYear(Unit.SEASON, SEASONS[found.text("season")])
    start = found.words[found.match.start()]
    if not (found.has("year") or found.has("last") or found.has("next") or found.has("this")) and not _is_of_time(
        context, start
    ):
        return None
    if start == "the" and context.head.dep_ == "compound":
        return None
    if found.has("year"):
        return explicit(season.of(int(found.text("year"))))
    if found.has("last") or found.has("next") or found.has("this"):
        return shifted(season, context, found)
    return by_tense(season, context, found)


def _is_of_time(context: AnchorContext, start: str) -> bool:
    """Whether the name of a season is a time: not in "the fall of the city" or "the spring of the lock"."""
    before = context.first_token.nbor(-1).lower_ if context.start else ""
    if before == "the":
        return context.head.dep_ == "compound"
    return before in _BEFORE_SEASON or (
        start != "the" and context.head.ent_type_ == "DATE" and before not in ("a", "an")
    )


def _named_day_reader(day: Yearly) -> MatchReader:
    """A reader of a named day: of the year beside it, else the last or the next as the verb says, else the nearest."""

    def read(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
        if context.head.dep_ == "compound" and context.head.head.pos_ == "PROPN":
            return None  # Easter Island
        if found.has("year"):
            return explicit(day.of(int(found.text("year"))))
        if found.has("last") or found.has("next"):
            return shifted(day, context, found)
        return by_tense(day, context, found)

    return read


def _nine_eleven(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """9/11; the September 11 attacks."""
    return explicit(DayOfYear(9, 11).of(2001)) if found.text("day") in ("", "11") else None


_NAMED_DAYS: tuple[tuple[str, Yearly], ...] = (
    ("new year {possessive}? eve", DayOfYear(12, 31)),
    ("new year {possessive}? day", DayOfYear(1, 1)),
    ("epiphany", DayOfYear(1, 6)),
    ("martin luther king (?:jr.)? day", NthDay(1, 3, _MONDAY)),
    ("valentine {possessive}? day", DayOfYear(2, 14)),
    ("(?:presidents|president) {possessive}? day", NthDay(2, 3, _MONDAY)),
    ("st. patrick {possessive}? day", DayOfYear(3, 17)),
    ("palm sunday", FromEaster(-7)),
    ("good friday", FromEaster(-2)),
    ("easter sunday?", FromEaster(0)),
    ("easter monday", FromEaster(1)),
    ("memorial day", NthDay(5, -1, _MONDAY)),
    ("may day", DayOfYear(5, 1)),
    ("juneteenth", DayOfYear(6, 19)),
    ("bastille day", DayOfYear(7, 14)),
    ("labor day", NthDay(9, 1, _MONDAY)),
    ("columbus day", NthDay(10, 2, _MONDAY)),
    ("halloween", DayOfYear(10, 31)),
    ("all saints {possessive}? day", DayOfYear(11, 1)),
    ("veterans {possessive}? day", DayOfYear(11, 11)),
    ("thanksgiving day?", NthDay(11, 4, _THURSDAY)),
    ("christmas eve", DayOfYear(12, 24)),
    ("christmas day?", DayOfYear(12, 25)),
    ("boxing day", DayOfYear(12, 26)),
)
"""Named days, each with the pattern of its words. "NthDay(1, 3, _MONDAY)" is the third Monday of January."""
_LAST_NEXT_OR_THIS = "(?: (?P<last>last) | (?P<next>next) | this )?"
RULES = (
    Rule(RuleName.SEASON, "(?:SHIFT|the)? (?P<edge>EDGE)? (?P<season>{season}) (?: of? YEAR | (?!of) )", _season),
    Rule(RuleName.NAMED_DAY, "{nine_eleven}", _nine_eleven),
    Rule(
        RuleName.NAMED_DAY,
        "(?:september|sept.|sept) (?P<day>{day}) (?= (?:terrorist|terror)? (?:attacks|attack))",
        _nine_eleven,
    ),
    *(
        Rule(RuleName.NAMED_DAY, f"{_LAST_NEXT_OR_THIS} {words} (?: ,? YEAR )?", _named_day_reader(day))
        for words, day in _NAMED_DAYS
    ),
)
