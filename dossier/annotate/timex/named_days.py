"""Seasons, and days with a name."""

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import SEASONS
from dossier.annotate.timex.occurrences import by_tense, shifted
from dossier.annotate.timex.repeating import DayOfYear, Feast, PartOfYear
from dossier.annotate.timex.rule import Read, Rule
from dossier.annotate.timex.time_reading import Reading, explicit
from dossier.annotate.timex.units import Unit
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_MONDAY, _THURSDAY = 0, 3


def _season(found: Found, context: Context) -> Reading | None:
    """Last summer; the winter of 2010; this fall; the summer."""
    season = PartOfYear(Unit.SEASON, SEASONS[found.word("season")])
    start = found.words[found.match.start()]
    if not (found.has("year") or found.has("last") or found.has("next") or found.has("this")) and not _is_time(
        context, start
    ):
        return None
    if start == "the" and context.head.dep_ == "compound":
        return None
    if found.has("year"):
        return explicit(season.of(int(found.word("year"))))
    if found.has("last") or found.has("next") or found.has("this"):
        return shifted(season, context, found)
    return by_tense(season, context, found)


_BEFORE = _WORDS["before"]


def _is_time(context: Context, start: str) -> bool:
    """Whether a season stands where a time can: not the fall of a city, nor the spring of a lock."""
    before = context.token.nbor(-1).lower_ if context.position else ""
    if before == "the":
        return context.head.dep_ == "compound"
    return before in _BEFORE or (start != "the" and context.head.ent_type_ == "DATE" and before not in ("a", "an"))


def _day(day: DayOfYear | Feast) -> Read:
    """A named day: of the year written with it, else the nearest one, before or after as the words say."""

    def read(found: Found, context: Context) -> Reading | None:
        if context.head.dep_ == "compound" and context.head.head.pos_ == "PROPN":
            return None  # Easter Island
        if found.has("year"):
            return explicit(day.of(int(found.word("year"))))
        if found.has("last") or found.has("next"):
            return shifted(day, context, found)
        return by_tense(day, context, found)

    return read


def _nine_eleven(found: Found, context: Context) -> Reading | None:
    """9/11; the September 11 attacks."""
    return explicit(DayOfYear(9, 11).of(2001)) if found.word("day") in ("", "11") else None


_DAYS: tuple[tuple[str, DayOfYear | Feast], ...] = (
    ("new year {possessive}? eve", DayOfYear(12, 31)),
    ("new year {possessive}? day", DayOfYear(1, 1)),
    ("epiphany", DayOfYear(1, 6)),
    ("martin luther king (?:jr.)? day", Feast(1, _MONDAY, 3)),
    ("valentine {possessive}? day", DayOfYear(2, 14)),
    ("(?:presidents|president) {possessive}? day", Feast(2, _MONDAY, 3)),
    ("st. patrick {possessive}? day", DayOfYear(3, 17)),
    ("palm sunday", Feast(from_easter=-7)),
    ("good friday", Feast(from_easter=-2)),
    ("easter sunday?", Feast(from_easter=0)),
    ("easter monday", Feast(from_easter=1)),
    ("memorial day", Feast(5, _MONDAY, -1)),
    ("may day", DayOfYear(5, 1)),
    ("juneteenth", DayOfYear(6, 19)),
    ("bastille day", DayOfYear(7, 14)),
    ("labor day", Feast(9, _MONDAY, 1)),
    ("columbus day", Feast(10, _MONDAY, 2)),
    ("halloween", DayOfYear(10, 31)),
    ("all saints {possessive}? day", DayOfYear(11, 1)),
    ("veterans {possessive}? day", DayOfYear(11, 11)),
    ("thanksgiving day?", Feast(11, _THURSDAY, 4)),
    ("christmas eve", DayOfYear(12, 24)),
    ("christmas day?", DayOfYear(12, 25)),
    ("boxing day", DayOfYear(12, 26)),
)
_SHIFT = "(?: (?P<last>last) | (?P<next>next) | this )?"
RULES = (
    Rule("season", "(?:SHIFT|the)? (?P<edge>EDGE)? (?P<season>{season}) (?: of? YEAR | (?!of) )", _season),
    Rule("named day", "{nine_eleven}", _nine_eleven),
    Rule(
        "named day",
        "(?:september|sept.|sept) (?P<day>{day}) (?= (?:terrorist|terror)? (?:attacks|attack))",
        _nine_eleven,
    ),
    *(Rule("named day", f"{_SHIFT} {words} (?: ,? YEAR )?", _day(day)) for words, day in _DAYS),
)
