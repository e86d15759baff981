"""Tell the words of a mail from those of the mails that it answers or forwards, which have their own sender and day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dossier.sources.dates import written_dates
from dossier.sources.mails.mail_headers import named
from dossier.text.calendar_words import WEEKDAY
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources.mails", "mail_words.toml")
_SENDERS, _DATES = _WORDS["senders"], _WORDS["dates"]
_TITLES = _WORDS["titles"]
_MAX_LINE_CHARACTERS = 400
"""Characters of the longest line over a mail, which may go on in the next. Set by hand."""
MAX_DEPTH = 10
"""Mails within each other that are told apart. Set by hand."""


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_NAMES = _any_of(_SENDERS | _DATES | _TITLES | _WORDS["other_fields"])
_WROTE = _any_of(_WORDS["verbs"])
_FIELD = re.compile(rf"^[ \t]*\*?({_NAMES})\s?:\*?[ \t]*([^\n]*)\n", re.M)
_OVER_FIELDS = rf"[ \t]*[-_]{{3,}}+[^\n]*\n\s*|[^\n]{{0,60}}\b(?:{_any_of(_WORDS['participles'])})\b[^\n]{{0,60}}:\n\s*"
"""A rule ("-----Original Message-----"), or a line as Apple writes it: "Begin forwarded message:"."""
_FORWARDED = re.compile(rf"^(?:{_OVER_FIELDS})?(?P<fields>(?:[ \t]*\*?(?:{_NAMES})\s?:[^\n]*\n\s*){{3,}})", re.M)
_ANSWERED = re.compile(rf"^(?!>)[^\n]{{0,200}}\b(?:{_WROTE})\b[^\n]{{0,80}}:[ \t]*\n(?!\s*>)", re.M)
_COLON_LINE = re.compile(r"^(?!>)[^\n]{1,200}:\s*\Z", re.M)
_MARKED = re.compile(r"^>[^\n]*(?:\n+>[^\n]*)*\n?", re.M)
_MARK = re.compile(r"^> ?", re.M)
_DATE = re.compile(rf"(?:({WEEKDAY}),?\s+)?({written_dates.FULL_DATE})", re.I)
_IN_NUMBERS = re.compile(rf"\b{written_dates.DATE_IN_NUMBERS}\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WRITER = re.compile(
    rf"(?:,|\d(?:\s?[AP]\.?M\.?)?,?)\s+(?P<before>[^,<>\d\n]+?)\s*(?:<[^<>\n]*>)?\s*\b(?:{_WROTE})\b"
    rf"|\b(?:{_WROTE})\s+(?P<after>[^,<>:\n]+)"
)


@dataclass(frozen=True, slots=True)
class QuotedMail:
    """A mail in a mail: its own words, and what stands over it."""

    text: str
    sender: str | None = None
    day: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _Over:
    """The characters (half-open) that stand over a mail, and what they say of it."""

    start: int
    end: int
    about: QuotedMail


def told_apart(text: str, depth: int = MAX_DEPTH) -> tuple[str, list[QuotedMail]]:
    r"""The own words of a mail, and the mails that it answers or forwards, in their order; each without those in it.

    >>> own, [quoted] = told_apart("I do not.\n\nOn 10 March 2025, Ada Brandt wrote:\n> Do you agree?\n")
    >>> own, quoted.text, quoted.sender, quoted.day.isoformat()
    ('I do not.\n\n', 'Do you agree?\n', 'Ada Brandt', '2025-03-10')
    """
    if not depth:
        return text, []
    over = min(filter(None, (_forwarded(text), _answered(text))), key=lambda over: over.start, default=None)
    own, quoted = _without_marked(text[: over.start] if over else text, depth)
    if over:
        words, inner = told_apart(text[over.end :], depth - 1)
        quoted += [replace(over.about, text=words), *inner]
    return own, quoted


def _forwarded(text: str) -> _Over | None:
    """The fields of a mail that goes on to the end, with the line or rule over them."""
    for match in _FORWARDED.finditer(text):
        values = dict(reversed(_FIELD.findall(match["fields"])))
        if values.keys() & _SENDERS and values.keys() & _DATES:
            sender, sent, title = (_first(values, names) for names in (_SENDERS, _DATES, _TITLES))
            name, _ = named(sender.partition("[mailto:")[0])
            return _Over(match.start(), match.end(), QuotedMail("", name, _day(sent), title.strip() or None))
    return None


def _first(values: Mapping[str, str], names: frozenset[str]) -> str:
    return next(filter(None, map(values.get, names)), "")


def _answered(text: str) -> _Over | None:
    """The line over a mail that goes on to the end, with no marks: "On 10 March 2025 at 9:00, Ada Brandt wrote:"."""
    for match in _ANSWERED.finditer(text):
        over = _line(text, match.start(), match.end())
        # a report may say that somebody wrote, too; mail programs give the address or the hour
        if _ADDRESS.search(text, over.start, over.end) or _CLOCK.search(text, over.start, over.end):
            return over
    return None


def _without_marked(text: str, depth: int) -> tuple[str, list[QuotedMail]]:
    """The words without the lines that begin with ">", and the mails in these: one for each line over them.

    Lines behind an answer between the lines go on with the mail before.
    """
    own, last = "", 0
    mails: list[list[QuotedMail]] = []
    for match in _MARKED.finditer(text):
        before = text[last : match.start()]
        over = _over_marked(before)
        own += before[: over.start] if over else before
        words, inner = told_apart(_MARK.sub("", match[0]), depth - 1)
        if over or not mails:
            mails.append([replace(over.about if over else QuotedMail(""), text=words), *inner])
        else:
            mails[-1][0] = replace(mails[-1][0], text=f"{mails[-1][0].text}\n{words}")
            mails[-1] += inner
        last = match.end()
    return own + text[last:], [one for group in mails for one in group]


def _over_marked(before: str) -> _Over | None:
    """The line at the end of ``before`` that says who wrote what follows, or when."""
    match = _COLON_LINE.search(before, max(len(before) - _MAX_LINE_CHARACTERS, 0))
    over = _line(before, match.start(), match.end()) if match else None
    return over if over and (over.about.sender or over.about.day) else None


def _line(text: str, start: int, end: int) -> _Over:
    """A line over a mail, with the line above it where only that one says when."""
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    if not _has_time(text[start:end]) and _has_time(text[above:start]):
        start = above
    line = text[start:end]
    writer, address = _WRITER.search(line), _ADDRESS.search(line)
    name = (writer["before"] or writer["after"]).strip() if writer else address[0] if address else None
    return _Over(start, end, QuotedMail("", name, _day(line)))


def _has_time(line: str) -> bool:
    return any(form.search(line) for form in (_DATE, _IN_NUMBERS, _CLOCK))


def _day(text: str) -> date | None:
    """The first full date in a line; None where there is none, or it may be either of two days."""
    if found := _DATE.search(text):
        return written_dates.written(found[2], found[1])
    numbers = _IN_NUMBERS.search(text)
    return written_dates.in_numbers(numbers[0]) if numbers else None
