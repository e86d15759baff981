"""Tell the words of a mail from those of the mails that it answers or forwards, which have their own sender and day."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dossier.sources import written_dates
from dossier.sources.mail_headers import named
from dossier.text.calendar_words import WEEKDAY
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources", "mail_words.toml")
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
_OVER_FIELDS = r"[ \t]*[-_]{3,}+[^\n]*\n\s*|[^\n]{1,60}:\n\s*"
"""A rule ("-----Original Message-----"), or a line as Apple writes it: "Begin forwarded message:"."""
_FORWARDED = re.compile(rf"^(?:{_OVER_FIELDS})?(?P<fields>(?:[ \t]*\*?(?:{_NAMES})\s?:[^\n]*\n\s*){{3,}})", re.M)
_LINE = r"^(?!>)[^\n]{6,200}(?:\n(?!>)[^\n]{1,100})?"
"""A line, which may go on in the next."""
_ANSWERED = re.compile(rf"{_LINE}\b(?:{_WROTE})\b[^\n]{{0,80}}:[ \t]*\n(?!\s*>)", re.M)
_OVER_MARKED = re.compile(rf"{_LINE}:\s*\Z", re.M)
_MARKED = re.compile(r"[^\n>]{6,200}(?:\n[^\n>]{1,100})?:\s*\Z")
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


def told_apart(text: str, depth: int = MAX_DEPTH) -> tuple[str, list[QuotedMail]]:
    r"""The own words of a mail, and the mails that it answers or forwards, in their order; each without those in it.

    >>> own, [quoted] = told_apart("I do not.\n\nOn 10 March 2025, Ada Brandt wrote:\n> Do you agree?\n")
    >>> own, quoted.text, quoted.sender, quoted.day.isoformat()
    ('I do not.\n\n', 'Do you agree?\n', 'Ada Brandt', '2025-03-10')
    """
    if not depth:
        return text, []
    below = _below(text)
    own, quoted = _without_marked(text[: below.start()] if below else text, depth)
    if below:
        words, inner = told_apart(text[below.end() :], depth - 1)
        quoted += [replace(_described(below), text=words), *inner]
    return own, quoted


def _below(text: str) -> re.Match[str] | None:
    """What stands over a mail that goes on to the end: its fields, or "Ada Brandt wrote:" with no marks below."""
    forwarded = (match for match in _FORWARDED.finditer(text) if _is_head(match["fields"]))
    # a report may say that somebody wrote, too; mail programs give the address or the hour
    answered = (match for match in _ANSWERED.finditer(text) if _ADDRESS.search(match[0]) or _CLOCK.search(match[0]))
    found = [match for match in (next(forwarded, None), next(answered, None)) if match]
    return min(found, key=lambda match: match.start(), default=None)


def _is_head(fields: str) -> bool:
    names = {name for name, _ in _FIELD.findall(fields)}
    return bool(names & _SENDERS and names & _DATES)


def _without_marked(text: str, depth: int) -> tuple[str, list[QuotedMail]]:
    """The words without the lines that begin with ">", and the mails in these: one for each line over them."""
    own, last = "", 0
    quoted: list[QuotedMail] = []
    for match in _MARKED.finditer(text):
        before = text[last : match.start()]
        over = _over_marked(before)
        own += before[: over.start()] if over else before
        words, inner = told_apart(_MARK.sub("", match[0]), depth - 1)
        if over or not quoted:
            about = _of_line(over[0]) if over else QuotedMail("")
            quoted += [replace(about, text=words), *inner]
        else:
            quoted[-1] = replace(quoted[-1], text=f"{quoted[-1].text}\n{words}")
        last = match.end()
    return own + text[last:], quoted


def _over_marked(before: str) -> re.Match[str] | None:
    """The line at the end of ``before`` that says who wrote what follows, or when."""
    over = _OVER_MARKED.search(before, max(len(before) - _MAX_LINE_CHARACTERS, 0))
    return over if over and _says_who_or_when(over[0]) else None


def _says_who_or_when(line: str) -> bool:
    return _day(line) is not None or _ADDRESS.search(line) is not None or _WRITER.search(line) is not None


def _described(over: re.Match[str]) -> QuotedMail:
    """What stands over a mail, without its words."""
    fields = over.groupdict().get("fields")
    if fields is None:
        return _of_line(over[0])
    values = dict(reversed(_FIELD.findall(fields)))
    sender, sent, title = (next(filter(None, map(values.get, names)), "") for names in (_SENDERS, _DATES, _TITLES))
    name, _ = named(sender.partition("[mailto:")[0])
    return QuotedMail("", name, _day(sent), title.strip() or None)


def _of_line(line: str) -> QuotedMail:
    writer = _WRITER.search(line)
    address = _ADDRESS.search(line)
    name = (writer["before"] or writer["after"]).strip() if writer else address[0] if address else None
    return QuotedMail("", name, _day(line))


def _day(text: str) -> date | None:
    """The only full date in a line; None where there is none, or it may be either of two days."""
    if found := _DATE.search(text):
        return written_dates.written(found[2], found[1])
    numbers = _IN_NUMBERS.search(text)
    return written_dates.in_numbers(numbers[0]) if numbers else None
