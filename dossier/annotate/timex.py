"""Times in plain forms: full dates, years and decades, months, weekdays, today and its neighbours.

A grammar over tokens finds the longest form at each place; ``dateparser`` reads only what is already proven to
be a full date. A form that rests on the publication date stays without a calendar time where that is unknown,
where the verb does not say whether it looks back or ahead, and where the text was last speaking of another year.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from dossier.annotate import doc as on_doc
from dossier.annotate.calendar import (
    MONTHS,
    WEEKDAYS,
    coming_weekday,
    full_date,
    nearest_year,
    recent_weekday,
)
from dossier.annotate.words import PLANNING
from dossier.model import Basis, Dating, Period, Precision, TimexType, When

_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}", re.ASCII)
_DECADE = re.compile(r"((?:1[0-9]|20)[0-9])0['’]?s", re.ASCII)
_DAY = re.compile(r"(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?", re.ASCII)
_ISO = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]", re.ASCII)
_BEFORE_YEAR = frozenset(
    "in since until till by during from before after early late mid of to through around circa and year".split()
)
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_SHIFTED = frozenset("last next this past coming every each previous following prior other alternate".split())
_REPEATED = frozenset("mornings afternoons evenings nights".split())
_FUTURE = frozenset(("will", "shall", "'ll", "’ll"))
_PAST = frozenset(("was", "were", "had", "has", "have", "did", "'ve", "’ve"))
_FIRST_WORDS = MONTHS.keys() | WEEKDAYS.keys() | _DEICTIC.keys()


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: the first token after it, its type and value, its date and basis, and the rule's name."""

    end: int
    type: TimexType
    value: str
    dating: Dating
    rule: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, None where it is not known.

    ``in_year`` is that day where a date without a year can mean its year, None where the text was last speaking of
    another one.
    """

    day: date | None
    in_year: date | None


Rule = Callable[[Doc, int, Anchor], Match | None]


@Language.factory("dossier_timex", assigns=["doc._.timexes"])
def create(nlp: Language, name: str) -> "TimexTagger":
    """The component; it goes after the parser and the entity recogniser."""
    return TimexTagger()


class TimexTagger:
    """Tags temporal expressions in text order; they never overlap."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Tag the Doc and return it."""
        doc._.timexes = tuple(_timexes(doc, _day(doc._.published)))
        return doc


def _day(published: When | None) -> date | None:
    """The day that relative times rest on, where the publication is known to the day."""
    known = published is not None and published.earliest == published.latest
    return published.earliest if published is not None and known else None


def _timexes(doc: Doc, published: date | None) -> Iterator[on_doc.Timex]:
    taken = 0
    anchor = Anchor(published, published)
    for position in [token.i for token in doc if _can_start(token)]:
        matches = [match for rule in RULES if (match := rule(doc, position, anchor))]
        if matches and position >= taken:
            best = max(matches, key=lambda match: match.end)
            yield on_doc.Timex(position, best.end, best.type, best.value, best.dating, best.rule)
            taken = best.end
            if published and best.dating.when and best.dating.basis is Basis.EXPLICIT:
                anchor = Anchor(published, published if _is_near(best.dating.when, published) else None)


def _is_near(when: When, published: date) -> bool:
    """Whether a text that speaks of ``when`` can mean the publication's year by a date without one."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year - 1 <= published.year <= last.year + 1


def _can_start(token: Token) -> bool:
    word = token.lower_
    return word in _FIRST_WORDS or word[0].isdigit()


def _full_date(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """Friday, July 21, 2017; 14 March 2019; the 14th of March, 2019; 2019-03-14."""
    head = _skip(doc, start + 1, ",") if _lower(doc, start) in WEEKDAYS else start
    end = _year_first(doc, head) or _month_first(doc, head) or _day_first(doc, head)
    if end is None:
        return None
    day = full_date(doc[head:end].text)
    return _match(end, Period.of(day, Precision.DAY), Basis.EXPLICIT, "full date") if day else None


def _year_first(doc: Doc, start: int) -> int | None:
    # the tokenizer may split 2019-03-14 at its hyphens
    for end in range(start + 1, min(start + 6, len(doc) + 1)):
        if _ISO.fullmatch(doc[start:end].text):
            return end
    return None


def _month_first(doc: Doc, start: int) -> int | None:
    if not _is_month(doc, start) or not _is(doc, start + 1, _DAY):
        return None
    year = _skip(doc, start + 2, ",", "of")
    return year + 1 if _is(doc, year, _YEAR) else None


def _day_first(doc: Doc, start: int) -> int | None:
    if not _is(doc, start, _DAY):
        return None
    month = _skip(doc, start + 1, "of")
    year = _skip(doc, month + 1, ",", "of")
    return year + 1 if _is_month(doc, month) and _is(doc, year, _YEAR) else None


def _month_year(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """March 2019; March of 2019."""
    year = _skip(doc, start + 1, ",", "of")
    if not _is_month(doc, start) or not _is(doc, year, _YEAR):
        return None
    month = date(int(doc[year].text), MONTHS[doc[start].lower_], 1)
    return _match(year + 1, Period.of(month, Precision.MONTH), Basis.EXPLICIT, "month year")


def _month_day(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """March 14; 14 March: the nearest year to the publication."""
    head = _skip(doc, start + 1, ",") if _lower(doc, start) in WEEKDAYS else start
    if _is_month(doc, head) and _is(doc, head + 1, _DAY):
        month, day, end = head, head + 1, head + 2
    elif _is(doc, head, _DAY) and _is_month(doc, _skip(doc, head + 1, "of")):
        day, month = head, _skip(doc, head + 1, "of")
        end = month + 1
    else:
        return None
    numbers = MONTHS[doc[month].lower_], int(re.sub(r"\D", "", doc[day].text))
    found = nearest_year(*numbers, anchor.in_year) if anchor.in_year else None
    return _relative(end, found, f"XXXX-{numbers[0]:02}-{numbers[1]:02}", "month day", Precision.DAY)


def _month(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """A bare month, in a place for times: the last one that has begun, or the next, as the verb says."""
    if not _is_month(doc, start) or not _is_time_here(doc[start]) or _lower(doc, start - 1) in _SHIFTED:
        return None
    month = MONTHS[doc[start].lower_]
    found = None
    tense = _tense(doc[start]) if anchor.in_year else None
    if anchor.in_year and tense:
        later = month > anchor.in_year.month
        year = anchor.in_year.year - (tense == "past" and later) + (tense == "future" and not later)
        found = date(year, month, 1)
    return _relative(start + 1, found, f"XXXX-{month:02}", "month", Precision.MONTH)


def _weekday(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """A bare weekday: the most recent one, the day of publication included, or the next, as the verb says."""
    word = _lower(doc, start)
    full = word in WEEKDAYS and word.endswith("day") and doc[start].text[0].isupper()
    if not full or _lower(doc, start - 1) in _SHIFTED or _lower(doc, start + 1) in _REPEATED:
        return None
    number = WEEKDAYS[word]
    tense = _tense(doc[start]) if anchor.day else None
    found = None
    if anchor.day and tense:
        found = (coming_weekday if tense == "future" else recent_weekday)(number, anchor.day)
    return _relative(start + 1, found, f"XXXX-WXX-{number + 1}", "weekday", Precision.DAY)


def _deictic(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """Today, yesterday, tomorrow, tonight."""
    word = _lower(doc, start)
    if word not in _DEICTIC:
        return None
    found = anchor.day + timedelta(days=_DEICTIC[word]) if anchor.day else None
    match = _relative(start + 1, found, "XXXX-XX-XX", "deictic", Precision.DAY)
    if word == "tonight":
        return Match(match.end, TimexType.TIME, f"{match.value}TNI", match.dating, match.rule)
    return match


def _year(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """A year, where a time can stand and it counts nothing."""
    if not _is(doc, start, _YEAR) or not _is_year_here(doc[start]) or _lower(doc, start - 1) == "fiscal":
        return None
    year = date(int(doc[start].text), 1, 1)
    return _match(start + 1, Period.of(year, Precision.YEAR), Basis.EXPLICIT, "year")


def _decade(doc: Doc, start: int, anchor: Anchor) -> Match | None:
    """The 1990s."""
    for end in (start + 1, start + 2, start + 3):
        match = _DECADE.fullmatch(doc[start:end].text)
        if match:
            first = date(int(match[1]) * 10, 1, 1)
            dating = Dating(When.of(Period.of(first, Precision.DECADE)), Basis.EXPLICIT)
            return Match(end, TimexType.DATE, match[1], dating, "decade")
    return None


RULES: tuple[Rule, ...] = (_full_date, _month_year, _month_day, _month, _weekday, _deictic, _year, _decade)


def _match(end: int, period: Period, basis: Basis, rule: str, anchor: str | None = None) -> Match:
    return Match(end, TimexType.DATE, period.edtf, Dating(When.of(period), basis, anchor), rule)


def _relative(end: int, found: date | None, unresolved: str, rule: str, precision: Precision) -> Match:
    if found is None:
        return Match(end, TimexType.DATE, unresolved, Dating(), rule)
    return _match(end, Period.of(found, precision), Basis.RELATIVE, rule, "published")


def _lower(doc: Doc, position: int) -> str:
    return doc[position].lower_ if 0 <= position < len(doc) else ""


def _is(doc: Doc, position: int, form: re.Pattern[str]) -> bool:
    return bool(form.fullmatch(_lower(doc, position)))


def _is_month(doc: Doc, position: int) -> bool:
    return _lower(doc, position) in MONTHS and doc[position].text[0].isupper()


def _skip(doc: Doc, position: int, *words: str) -> int:
    return position + 1 if _lower(doc, position) in words else position


def _is_time_here(token: Token) -> bool:
    """Whether the recogniser or the word before says that a time stands here."""
    return token.ent_type_ == "DATE" or (token.i > 0 and token.nbor(-1).lower_ in _BEFORE_YEAR)


def _is_year_here(token: Token) -> bool:
    counts = token.dep_ in ("nummod", "quantmod") and token.head.tag_ in ("NNS", "NNPS")
    unit = token.i + 1 < len(token.doc) and token.nbor(1).text in ("%", "percent", "km", "kg", "m", "ft")
    priced = token.i > 0 and token.nbor(-1).text in ("$", "€", "£", "#", "No.")
    return _is_time_here(token) and not (counts or unit or priced)


def _tense(token: Token) -> Literal["past", "future"] | None:
    """Whether the clause of the token looks back or ahead; None where it does not say, or tells of a plan."""
    for verb in token.ancestors:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        words = {helper.lower_ for helper in helpers}
        if words & _FUTURE:
            return "future"
        if verb.lemma_ in PLANNING or any(helper.tag_ == "MD" for helper in helpers):
            return None
        if verb.tag_ == "VBD" or words & _PAST or (verb.tag_ == "VBN" and not words):
            return "past"
        if verb.tag_ in ("VBZ", "VBP") or words - {"to"}:
            return None
    return None
