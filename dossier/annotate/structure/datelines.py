"""Datelines within a line: "ORLOV (Agency) –", "ORLOV | Thu Apr 30, 2009 7:30 pm EDT", "Monday 4 May 2009 10.22 BST".

What stands before the dateline of an article is no body: headline, standfirst, caption, byline.
"""

import re
from collections.abc import Iterator

from dossier.annotate.structure.stretch import Stretch
from dossier.annotate.structure.words import CAPITAL, GAP, NAME_WORD, OPT, PERSON, WORDS
from dossier.model import PassageRole
from dossier.text.calendar_words import MONTH, WEEKDAY

# Set by hand; no measurement is recorded.
_MAX_CHARACTERS_BEFORE = 700
"""How far into an article, in characters, its dateline may stand."""
_MIN_DATELINE_LETTERS = 4
"""Shorter words in capitals before a dash are rather acronyms, unless a date or an agency stands with them."""

_WORD_IN_CAPITALS = rf"{CAPITAL}(?:{CAPITAL}|[.'’-])+"
_TOWN_IN_CAPITALS = rf"{_WORD_IN_CAPITALS}(?:(?:{GAP}|{OPT}\\?/{OPT}){_WORD_IN_CAPITALS}){{0,4}}"
_TOWN = rf"{NAME_WORD}(?:{GAP}{NAME_WORD}){{0,3}}"
_REGION = rf"(?:,{GAP}(?!(?i:{MONTH}){GAP}\d){NAME_WORD}(?:{GAP}{NAME_WORD}){{0,2}}){{0,2}}"
_DAY = rf"(?i:(?:{WEEKDAY},?{GAP})?(?:{MONTH}{GAP}\d{{1,2}}|\d{{1,2}}{GAP}{MONTH})(?:,?{GAP}\d{{4}})?)"
_AGENCY = rf"\({CAPITAL}[^()]{{1,40}}\)"
_DASH = r"(?:—|–|―|--?)"
_BODY_AHEAD = rf"(?={OPT}[\"'“‘(]*(?:{CAPITAL}|\d))"
_CLOCK = rf"\d{{1,2}}{OPT}[:.]{OPT}\d\d(?:{OPT}(?i:[ap]\.?m\.?))?"
_ZONE = rf"(?:{OPT}\(?(?:[A-Z]{{2,5}}\b|(?i:UK|local){GAP}time)\)?)?"
_FULL_DATE = rf"(?i:(?:{WEEKDAY},?{GAP})?(?:{MONTH}{GAP}\d{{1,2}},?{GAP}\d{{4}}|\d{{1,2}}{GAP}{MONTH},?{GAP}\d{{4}}))"
_STAMP = rf"(?:{_FULL_DATE}{OPT}[,;|]?{OPT}(?:(?i:at){GAP})?{_CLOCK}{_ZONE}|{_CLOCK}{_ZONE}{OPT},{OPT}{_FULL_DATE})"

_WITH_AGENCY = re.compile(
    rf"(?:(?<![^\s\"“(]){_TOWN_IN_CAPITALS}|^{_TOWN}){_REGION}(?:,?{GAP}{_DAY})?{OPT},?{OPT}(?:--)?{_AGENCY}{OPT}\\?/?{OPT}{_DASH}(?=\s)",
    re.M,
)
_WITH_DATE = re.compile(
    rf"(?:(?<![^\s\"“(]){_TOWN_IN_CAPITALS}|^{_TOWN}){_REGION},{GAP}{_DAY}{OPT}{_DASH}(?=\s){_BODY_AHEAD}", re.M
)
_TOWN_ALONE = re.compile(rf"^(?P<town>{_TOWN_IN_CAPITALS}){_REGION}(?:{GAP}(?:—|–|―|--)\s|--\s?){_BODY_AHEAD}", re.M)
_TOWN_BEHIND_HEADLINE = re.compile(
    rf"(?<=[a-z.?!”\"])\s(?P<town>{_TOWN_IN_CAPITALS}){_REGION}{GAP}(?:—|–|―|--)\s{_BODY_AHEAD}"
)
_STAMPED = re.compile(
    rf"(?:(?P<town>{_TOWN_IN_CAPITALS}{_REGION}(?:,{GAP}{_DAY})?){OPT}\|{OPT}|(?P<author>{PERSON}){OPT}\|{OPT}"
    rf"|(?i:(?:published|posted|updated|last{GAP}updated)(?:{GAP}(?:on|at))?:?{GAP}))?(?<![\w.])(?P<stamp>{_STAMP})"
)
_PAGE_STAMP = re.compile(rf"^{_FULL_DATE};{OPT}(?:Page{GAP})?[A-Z]\d{{1,3}}(?=\s)", re.M)
_CAPTION_DATE = re.compile(rf"(?<=\w)(?:,{GAP}|{GAP})(?i:{MONTH}){GAP}\d{{1,2}},{GAP}\d{{4}}\.?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK_TIME = re.compile(r"\d ?[:.] ?\d\d")
_LAST_WORD = re.compile(r"(\w+)\W*$")


def datelines(text: str) -> Iterator[Stretch]:
    """The datelines, and the authors named with a time ("Ada Brandt | 16:59 UK time, Tuesday, 5 May 2009").

    So is the day with the page of a paper: "Thursday, October 23, 2008; Page A01".
    """
    for pattern in (_WITH_AGENCY, _WITH_DATE, _PAGE_STAMP):
        for match in pattern.finditer(text):
            yield Stretch(match.start(), match.end(), PassageRole.DATELINE)
    for start, end in _lines_with_clock_and_year(text):
        for match in _STAMPED.finditer(text, start, end):
            if not _is_in_prose(text, match.start()):
                yield from _parts_of_stamp(match)
    for match in _TOWN_ALONE.finditer(text):
        if len(match["town"]) >= _MIN_DATELINE_LETTERS:
            yield Stretch(match.start(), match.end(), PassageRole.DATELINE)
    for match in _TOWN_BEHIND_HEADLINE.finditer(text[:_MAX_CHARACTERS_BEFORE]):
        if len(match["town"]) >= _MIN_DATELINE_LETTERS and "\n" not in text[: match.start()]:
            yield Stretch(match.start("town"), match.end(), PassageRole.DATELINE)


def _lines_with_clock_and_year(text: str) -> Iterator[tuple[int, int]]:
    """The lines that may have a date with a clock time, since to look for one in each line takes long."""
    end = -1
    for year in _YEAR.finditer(text):
        if year.start() < end:
            continue
        start = text.rfind("\n", 0, year.start()) + 1
        end = text.find("\n", year.end())
        end = len(text) if end < 0 else end
        if _CLOCK_TIME.search(text, start, end):
            yield start, end


def before_datelines(text: str, found: list[Stretch]) -> Iterator[Stretch]:
    """What stands before a dateline in its own line, as a caption; and a line above it that ends with place and date.

    ``found`` are the stretches known so far. A dateline further on in the text has a caption before it, too.
    """
    for stretch in found:
        if stretch.role is not PassageRole.DATELINE:
            continue
        line = text.rfind("\n", 0, stretch.start) + 1
        if text[line : stretch.start].strip() and stretch.start - line <= _MAX_CHARACTERS_BEFORE:
            yield Stretch(line, stretch.start, PassageRole.CAPTION)
        elif line and line <= _MAX_CHARACTERS_BEFORE:
            yield from _dated_caption(text, line)


def _dated_caption(text: str, end: int) -> Iterator[Stretch]:
    """The line that ends before ``end``, if it is a caption: "A boy wears a mask in a bus in Orlov May 4, 2020."."""
    above = text[:end].rstrip()
    start = above.rfind("\n") + 1
    date = _CAPTION_DATE.search(above, start)
    if date and not _is_in_prose(above[: date.start()].rstrip(" ,"), len(above)):
        yield Stretch(start, len(above), PassageRole.CAPTION)


def _parts_of_stamp(match: re.Match[str]) -> Iterator[Stretch]:
    start = match.start("stamp") if match["author"] else match.start()
    if match["author"]:
        yield Stretch(match.start(), start, PassageRole.BYLINE)
    yield Stretch(start, match.end(), PassageRole.DATELINE)


def _is_in_prose(text: str, start: int) -> bool:
    """Whether the date belongs to a sentence: a preposition, an article or a comma stands before it in its line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    word = _LAST_WORD.search(before)
    return before.rstrip().endswith((",", "(")) or (
        word is not None and word[1].lower() in WORDS["words_before_a_date_in_prose"]
    )
