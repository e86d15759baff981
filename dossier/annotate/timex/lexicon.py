"""The words of temporal expressions, by class, and what the words of a class stand for."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.annotate.timex.units import Unit


def _numbered(lines: str, first: int = 1) -> dict[str, int]:
    """Each word of the n-th part to n; parts are separated by semicolons."""
    return {word: n for n, part in enumerate(lines.split(";"), start=first) for word in part.split()}


MONTHS = _numbered(
    """january jan jan.; february feb feb.; march mar mar.; april apr apr.; may; june jun jun.; july jul jul.;
    august aug aug.; september sept sept. sep sep.; october oct oct.; november nov nov.; december dec dec."""
)
WEEKDAYS = _numbered("monday; tuesday; wednesday; thursday; friday; saturday; sunday", first=0)
SHORT_WEEKDAYS = _numbered(
    "mon mon.; tue tue. tues tues.; wed wed.; thu thu. thurs thurs.; fri fri.; sat sat.; sun sun.", 0
)
MANY_WEEKDAYS = {f"{word}s": number for word, number in WEEKDAYS.items()}
DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
UNITS = {unit.value: unit for unit in Unit if unit not in (Unit.HALF, Unit.SEASON)}
MANY_UNITS = {f"{word}s".replace("ys", "ies" if word == "century" else "ys"): unit for word, unit in UNITS.items()}
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
PARTS = {
    "morning": "MO", "mid-morning": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF", "mid-afternoon": "AF",
    "evening": "EV", "dusk": "EV", "night": "NI", "overnight": "NI",
}  # fmt: skip
HOURS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
ADVERBS = {
    "daily": Unit.DAY, "nightly": Unit.DAY, "weekly": Unit.WEEK, "monthly": Unit.MONTH,
    "yearly": Unit.YEAR, "annually": Unit.YEAR,
}  # fmt: skip
CARDINALS = {
    **_numbered(
        """one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; fourteen; fifteen;
        sixteen; seventeen; eighteen; nineteen; twenty"""
    ),
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
ORDINALS = _numbered(
    """first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth; thirteenth;
    fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth; twenty-first"""
)
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
FRACTIONS = {"half": 0.5, "1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75, "quarter": 0.25}

_WORDS: dict[str, Iterable[str]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "short_weekday": SHORT_WEEKDAYS,
    "weekdays": MANY_WEEKDAYS,
    "deictic": DEICTIC,
    "unit": UNITS,
    "units": MANY_UNITS,
    "season": SEASONS,
    "part": PARTS,
    "hour_name": HOURS,
    "adverb": ADVERBS,
    "cardinal": CARDINALS,
    "ordinal": ORDINALS,
    "decade_name": DECADES,
    "fraction": FRACTIONS,
    "vague": "several few many some numerous various countless".split(),
    "article": "a an".split(),
    "last": "last past previous preceding prior".split(),
    "next": "next coming following upcoming".split(),
    "edge": "early late mid earlier later".split(),
    "approx": "about around approximately roughly nearly almost over under some circa".split(),
    "meridiem": "am pm a.m. p.m. a.m p.m".split(),
    "zone": """gmt utc est edt et cst cdt ct mst mdt pst pdt pt bst cet cest ist jst msk eastern pacific central
        z zulu""".split(),
    "nine_eleven": ["9/11"],
    "quote": ["'"],
    "stop": ["."],
    "possessive": ["'", "'s"],
}
CLASSES = {name: frozenset(words) for name, words in _WORDS.items()}
"""The words of each class, in lower case."""

_SHAPES = tuple(
    (re.compile(form, re.ASCII), classes.split())
    for form, classes in (
        (r"(1[0-9]|20)[0-9]{2}", "number year"),
        (r"0[1-9]|1[0-2]", "number two day clock_hour"),
        (r"[1-9]", "number day clock_hour"),
        (r"1[3-9]|2[0-4]", "number two day clock_hour"),
        (r"2[5-9]|3[01]", "number two day"),
        (r"[0-9]{2}", "number two"),
        (r"[0-9]{1,7}|[0-9]{1,3}(,[0-9]{3})+", "number"),
        (r"[0-9]{1,4}\.[0-9]{1,2}", "number"),
        (r"[0-9]½|[0-9]{1,2}[¼½¾]", "number"),
        (r"([12]?1st|2?2nd|2?3rd|1[0-9]th|2?[4-9]th|20th|30th|31st)", "ordinal_day nth"),
        (r"[0-9]{1,2}(st|nd|rd|th)", "nth"),
        (r"(1[0-9]|20)[0-9]0['’]?s", "decade"),
        (r"mid-(1[0-9]|20)[0-9]0['’]?s", "decade"),
        (r"(mid|early|late)-(1[0-9]|20)[0-9]{2}", "edge_year"),
        (r"mid-[0-9]{1,2}(st|nd|rd|th)", "nth"),
        (r"[a-z]{3,9}-(1[0-9]|20)[0-9]{2}", "month_year"),
        (r"[0-9]0['’]?s", "short_decade"),
        (r"[1-9][0-9]0s", "old_decade"),
        (r"(1[0-9]|20)[0-9]{2}[-–/]([0-9]{2}|(1[0-9]|20)[0-9]{2})", "year_span"),
        (r"([01]?[0-9]|2[0-4])[:.][0-5][0-9](:[0-5][0-9])?", "clock"),
        (r"([01]?[0-9]|2[0-4])([:.][0-5][0-9])?[ap]\.?m\.?", "clock_12"),
        (r"[0-9]{1,2}[/.][0-9]{1,2}[/.]((1[0-9]|20)[0-9]{2}|[0-9]{2})", "numeric_date"),
        (r"(1[0-9]|20)[0-9]{2}[/.][0-9]{1,2}[/.][0-9]{1,2}", "iso_date"),
        (r"[0-3]?[0-9]t[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?z?", "day_clock"),
        (r"(0?[1-9]|[12][0-9]|3[01])[-–](0?[1-9]|[12][0-9]|3[01])", "day_span"),
        (r"q[1-4]|[1-4]q", "quarter_name"),
        (r"fy(1[0-9]|20)?[0-9]{2}", "fiscal_name"),
    )
)
_LONGEST = 24


@lru_cache(maxsize=8192)
def shape(word: str) -> frozenset[str]:
    """The classes of a word with digits in it, by its form."""
    if len(word) > _LONGEST:
        return frozenset()
    for form, classes in _SHAPES:
        if form.fullmatch(word):
            return frozenset(classes)
    return frozenset()


SHAPES = frozenset(frozenset(classes) for _, classes in _SHAPES)
"""Every set of classes that ``shape`` can give."""
