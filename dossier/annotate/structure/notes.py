"""Correction notes, embedded posts and page furniture, by how they begin or end."""

import re
from collections.abc import Iterator

from dossier.annotate.structure.stretch import Stretch, line_end
from dossier.annotate.structure.words import PERSON, any_of
from dossier.model import PassageRole
from dossier.text.calendar_words import MONTH

_MAX_POST_CHARACTERS = 1200
"""Longer paragraphs above the name of a poster are no post. Set by hand; no measurement is recorded."""

_MAX_CHARACTERS_BEHIND_SIGNATURE = 30
"""A clock time may follow the date of a post. Set by hand; no measurement is recorded."""

_BEGINNING = r"(?:^|(?<=[.?!:”\"]\s))[\s*•_(\[#>-]*"
_CORRECTION = re.compile(
    rf"{_BEGINNING}(?:(?i:{any_of('correction_openers')})(?=\s*[:.,—–(-]|\s+\w)"
    rf"|(?i:(?:the|this)\s+{any_of('corrected_texts')}\s+(?:(?:has|have)\s+been\s+|was\s+|had\s+)?"
    rf"{any_of('words_of_correcting')}\b)"
    rf"|(?i:{any_of('reasons_of_corrections')}\b(?=[^.\n]{{0,200}}\b(?:this|our|earlier|previous|original)\s+"
    rf"(?:version|{any_of('corrected_texts')})\b)))",
    re.M,
)
_CORRECTION_PHRASE = re.compile(r"(?i:an?|the|this|earlier|we|due|owing|because|story)\b")
_LABEL_END = re.compile(r"\s*(?:[:.—–(-]|,\s*\w+[^.:]{0,25}[:.]|(?:\s+\w+){0,6}\s*:)")
_DATE = rf"(?P<date>(?i:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d))"
_HANDLE = r"\(@[\w.]{1,40}(?:@[\w.]+)?\)"
_SIGNATURE = re.compile(
    rf"(?:(?:—|–|--|-|(?i:shared by|posted by))\s*[^\n()—–@]{{1,60}}?\s*{_HANDLE}"
    rf"|(?:^|(?<=[.?!”\"]\s))(?:—|–|--)\s*{PERSON},\s+(?:(?:via|on)\s+)?(?i:{any_of('networks')})\b,?)"
    rf"(?:\s*(?:on\s)?{_DATE})?",
    re.M,
)
_OPENED_BY_POSTER = re.compile(rf"^[^\n()—–@:]{{1,60}}{_HANDLE}\s*(?:{_DATE})?\s*:\s", re.M)
_SIGNS_OF_POSTS = re.compile(rf"\(@|(?i:{any_of('networks')})\b")
"""What each of these has in it, and few other texts."""
_LINE = rf"^[\s*_(\[#>-]*(?i:{any_of('furniture_lines')})[\s:.»>)\]|+*_-]*$"
_OPENER = rf"{_BEGINNING}(?i:{any_of('furniture_openers')})"
_FURNITURE_LINE = re.compile(_LINE, re.M)
_FURNITURE = re.compile(_OPENER, re.M)
_MENU = re.compile(r"^[^\n|.?!]{2,40}(?:\s\|\s[^\n|.?!]{1,40}){2,}$|(?:\b\w+ \+ \| ){2,}(?:\w+ \+ \|)?", re.M)
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*(?=\s|$)|(?=\s--\s)|\n|$")


def corrections(text: str) -> Iterator[Stretch]:
    """Correction notes, each to the end of its paragraph."""
    for match in _CORRECTION.finditer(text):
        if _is_note(text, match):
            yield Stretch(match.start(), _note_end(text, match), PassageRole.CORRECTION)


def _note_end(text: str, match: re.Match[str]) -> int:
    """The end of the line, or of the bracket that holds the whole note."""
    end = line_end(text, match.end())
    bracket = text.find(")", match.end(), end) if match[0].lstrip().startswith("(") else -1
    return bracket + 1 or end


def _is_note(text: str, match: re.Match[str]) -> bool:
    """Whether the words open a note: a phrase ("an earlier version of"), or a label with a colon, dash or date.

    In a bracket the label needs no mark: "(Corrects the third paragraph)".
    """
    words = match[0].strip(" •*_(>[#-\t\n")
    is_phrase = " " in words and bool(_CORRECTION_PHRASE.match(words))
    return (
        is_phrase
        or words.endswith(":")
        or match[0].lstrip().startswith("(")
        or bool(_LABEL_END.match(text, match.end()))
    )


def posts(text: str) -> Iterator[Stretch]:
    """Embedded posts: the paragraph at whose end "— Name (@name) date" stands, or the one above such a line.

    A line that opens with "Name (@name) date:" is one, too.
    """
    if not _SIGNS_OF_POSTS.search(text):
        return
    for match in _OPENED_BY_POSTER.finditer(text):
        yield Stretch(match.start(), line_end(text, match.end()), PassageRole.POST)
    for match in _SIGNATURE.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if not text[start : match.start()].strip():
            above = text[:start].rstrip()
            start = above.rfind("\n") + 1
        end = line_end(text, match.end())
        if match.start() - start <= _MAX_POST_CHARACTERS and end - match.end() <= _MAX_CHARACTERS_BEHIND_SIGNATURE:
            yield Stretch(start, end, PassageRole.POST)


def furniture(text: str) -> Iterator[Stretch]:
    """What the site puts on each page: whole lines ("End Quote"), sentences ("Page last updated at …"), menus."""
    for pattern in (_FURNITURE_LINE, _MENU):
        for match in pattern.finditer(text):
            yield Stretch(match.start(), match.end(), PassageRole.FURNITURE)
    for match in _FURNITURE.finditer(text):
        ended = _SENTENCE_END.search(text, match.end())
        yield Stretch(match.start(), ended.end() if ended else len(text), PassageRole.FURNITURE)
