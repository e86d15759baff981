"""The date that labels an item of a page: "3 May 2016 –" before a text, "14:05" above a post, a cell of a table row."""

import re
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import pairwise

from dossier.annotate.structure.words import CAPITAL, GAP, OPT, PERSON, WORDS, any_of
from dossier.text.calendar_words import MONTH, WEEKDAY


class LabelForm(Enum):
    """How a label stands to the words of its item."""

    ROW = "row"
    """It is a cell of a table row: "3 May 2016 | The bank dismisses Haddad."."""
    ALONE = "alone"
    """It is a line of its own, with the words below it."""
    MARKED = "marked"
    """A colon, a dash or a bracket parts it from the words behind it."""
    BARE = "bare"
    """Only a blank does: "14:05 Haddad is freed."."""


class Grain(IntEnum):
    """The finest unit of time in a label."""

    YEAR = 0
    MONTH = 1
    DAY = 2
    CLOCK = 3


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A label at the characters ``start`` to ``end`` of a text.

    ``body`` is where the words of its item begin in the same line, None where no words stand there. ``grain``
    is the finest unit that the label names, ``coarsest`` the coarsest: a day for "3 May", a year for "3 May 2016".
    ``is_post``: it says when something was put on the page ("Posted at 14:05").
    """

    start: int
    end: int
    body: int | None
    form: LabelForm
    grain: Grain
    coarsest: Grain
    is_post: bool


_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w|:\d)"
_YEAR = r"(?:1\d|20)\d\d(?!:?\d)"
_MONTH = rf"{MONTH}(?![^\W_])"
_WEEKDAY = rf"(?:{WEEKDAY}\.?,?{GAP})?"
_TO = rf"{OPT}(?:[-–—/&]|\b(?:to|and|until)\b){OPT}"
_DAYS = rf"{_NUMBER}(?:{_TO}{_NUMBER})?"
_DAY = (
    rf"{_WEEKDAY}(?:(?:the{GAP})?{_DAYS}(?:{GAP}of)?{GAP}{_MONTH}|{_MONTH}{GAP}(?:the{GAP})?{_DAYS})"
    rf"(?:,?{GAP}{_YEAR})?"
)
_FIGURES = r"(?:\d{4}-\d\d-\d\d|(?:\d{1,2}/\d{1,2}/|\d{1,2}\.\d{1,2}\.)(?:\d{4}|\d\d))(?!\w)"
_EDGE = rf"(?:{any_of('words_before_a_date_label')}(?:{GAP}|-))?"
_OTHER_PERIOD = rf"(?:(?:{_MONTH}|{any_of('seasons_in_labels')}(?:{GAP}of)?),?{GAP})?{_YEAR}s?(?:[-–]\d\d(?!\d))?"
_PERIOD = rf"{_EDGE}{_EDGE}(?:{_DAY}|{_OTHER_PERIOD}|{_MONTH})"
_CALENDAR = rf"(?:{_FIGURES}|{_PERIOD}(?:{_TO}(?:{_PERIOD}|present|today|now))?)"
_ZONES = "|".join(sorted(WORDS["zones_in_labels"], key=lambda zone: (-len(zone), zone)))
_ZONE = rf"(?:{OPT}\(?(?:(?-i:{_ZONES})(?:[+-]\d{{1,2}}(?::?\d\d)?)?|(?:local|UK){GAP}time)(?![\w])\)?)?"
_HALF = rf"{OPT}[ap]\.?m\b\.?"
_CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])(?::[0-5]\d){{1,2}}(?:{_HALF})?|(?:0?[1-9]|1[0-2])(?:\.[0-5]\d)?{_HALF}"
    rf"|(?:[01]?\d|2[0-3])[.h][0-5]\d(?={OPT}\(?(?-i:{_ZONES})\b))(?![\w:.]\d){_ZONE}"
)
_AND = rf"(?:{OPT}[,|·•–-]?{OPT}(?:\b(?:at|on)\b{OPT})?)"
_STAMP = rf"(?:{_CALENDAR}(?:{_AND}{_CLOCK})?|{_CLOCK}(?:{_AND}{_WEEKDAY}{_CALENDAR})?)"
_OPENER = (
    rf"(?:(?:last{GAP}|first{GAP})?(?P<post>{any_of('openers_of_posts')})(?:{GAP}by{GAP}(?-i:{PERSON}),?)?"
    rf"(?:{GAP}(?:at|on))?:?{GAP})?"
)
_MARKS = r"[*_]{0,3}"
_BULLET = rf"(?:(?:[*•·‣▪◦►>+–—-]|\d{{1,3}}[.)]|\#{{1,6}}){GAP})*"
_LABEL = rf"{_MARKS}(?P<label>{_OPENER}{_STAMP}){_MARKS}"
_HEAD = rf"{OPT}{_BULLET}{_MARKS}(?P<bracket>[\[(])?{_LABEL}(?(bracket)[\])]){_MARKS}"
_SEPARATOR = rf"{OPT}(?:[:|\t]|[–—]|-{{1,2}}(?=\s)|\.(?=\s)){_MARKS}{OPT}"

_ALONE = re.compile(rf"{_HEAD}{OPT}[:.–—-]?{_MARKS}{OPT}", re.I)
_MARKED = re.compile(rf"{_HEAD}(?:{_SEPARATOR}|(?(bracket){GAP}|(?!))){_MARKS}", re.I)
_BARE = re.compile(rf"{_HEAD}{GAP}{_MARKS}(?=[\"“‘']?(?-i:{CAPITAL}))", re.I)
_CELL = re.compile(rf"{OPT}{_LABEL}{OPT}", re.I)
_MAX_LABEL_CHARACTERS = 80
"""Characters of the longest label, its bullet included. Set by hand."""
_MAX_CHARACTERS_BEFORE_CELL = 240
"""Characters of a row before the cell with its date. Set by hand: more is text that runs together."""

_HINT = re.compile(rf"(?:1\d|20)\d\d|\d[:./-]\d|\dh\d|\d{OPT}[ap]\.?m|{MONTH}", re.I)
_PROSE_OPENER = re.compile(rf"{any_of('words_before_a_date_label')}{GAP}", re.I)
_A_CLOCK = re.compile(rf"(?<![\w.]){_CLOCK}", re.I)
_A_MONTH = re.compile(rf"(?<![^\W_]){_MONTH}", re.I)
_A_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_FIGURES_ALONE = re.compile(_FIGURES, re.I)
_A_DAY = re.compile(rf"(?<![\w:.]){_NUMBER}", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")
_BODY = re.compile(r"[\"“‘'(\[*_]*[^\W\d_]")
_TABLE_BARS = re.compile(r"[\s|:+-]*")


def date_label(text: str, start: int, end: int) -> DateLabel | None:
    """The label of the line ``start`` to ``end`` of a text, without blanks around it; None where it has none.

    >>> text = "* 3 May 2016: Brandt resigns."
    >>> label = date_label(text, 0, len(text))
    >>> text[label.start : label.end], text[label.body :], label.form.value, label.grain.name
    ('3 May 2016', 'Brandt resigns.', 'marked', 'DAY')
    """
    if not _may_have_label(text, start, end):
        return None
    if end - start <= _MAX_LABEL_CHARACTERS and (match := _ALONE.fullmatch(text, start, end)):
        return _label(match, None, LabelForm.ALONE)
    if (row := _row_label(text, start, end)) is not None:
        return row
    for pattern, form in ((_MARKED, LabelForm.MARKED), (_BARE, LabelForm.BARE)):
        match = pattern.match(text, start, end)
        if match and match.end("label") - start <= _MAX_LABEL_CHARACTERS and _is_told(text, match.end(), end):
            label = _label(match, match.end(), form)
            return None if label is None or _is_prose(text, label) else label
    return None


def _may_have_label(text: str, start: int, end: int) -> bool:
    """Whether the line is a row, or a year, a month or an hour stands near its start: to look closer takes long."""
    return "|" in text[start:end] or _HINT.search(text, start, min(end, start + _MAX_LABEL_CHARACTERS)) is not None


def is_rule_of_table(text: str, start: int, end: int) -> bool:
    """Whether the line only parts the rows of a table in Markdown: "|---|---|"."""
    return _TABLE_BARS.fullmatch(text, start, end) is not None


def _row_label(text: str, start: int, end: int) -> DateLabel | None:
    """The one cell of a row that is a date; None where no cell is, several are, or no cell has words."""
    edges = [start - 1, *(i for i in range(start, end) if text[i] == "|"), end]
    cells = [(left + 1, right) for left, right in pairwise(edges) if text[left + 1 : right].strip()]
    dates = [match for cell in cells if (match := _CELL.fullmatch(text, *cell))]
    if len(dates) != 1 or len(cells) == 1 or dates[0].start("label") - start > _MAX_CHARACTERS_BEFORE_CELL:
        return None
    words = [left for left, right in cells if left != dates[0].start() and _WORD.search(text, left, right)]
    return _label(dates[0], words[0], LabelForm.ROW) if words else None


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether words follow, not another number ("2003 – 14")."""
    return _BODY.match(text, start, end) is not None and _WORD.search(text, start, end) is not None


def _is_prose(text: str, label: DateLabel) -> bool:
    """Whether a sentence or a reference begins with the date: "In May 2016 Haddad fled", "2016. The Bank Act."."""
    if label.form is LabelForm.BARE:
        return _PROSE_OPENER.match(text, label.start) is not None
    return label.grain is Grain.YEAR and text[label.end] == "."


def _label(match: re.Match[str], body: int | None, form: LabelForm) -> DateLabel | None:
    words = match["label"]
    grains = _grains(words)
    if not grains or (grains == [Grain.MONTH] and form is not LabelForm.ALONE):
        return None
    is_post = match["post"] is not None
    return DateLabel(match.start("label"), match.end("label"), body, form, max(grains), min(grains), is_post)


def _grains(words: str) -> list[Grain]:
    """The units of time that the words of a label name."""
    if _FIGURES_ALONE.search(words):
        return [Grain.YEAR, Grain.DAY, *([Grain.CLOCK] if ":" in words else [])]
    without_clock = _A_CLOCK.sub(" ", words)
    found = [Grain.CLOCK] if without_clock != words else []
    if _A_YEAR.search(without_clock):
        found.append(Grain.YEAR)
    if _A_MONTH.search(without_clock):
        found.append(Grain.DAY if _A_DAY.search(without_clock) else Grain.MONTH)
    return found
