"""Bylines, credits of pictures and of editing, and the captions before them."""

import re
from collections.abc import Iterator

from dossier.annotate.structure.stretch import Stretch
from dossier.annotate.structure.words import CAPITAL, GAP, NAME_WORD, OPT, PERSON, any_of
from dossier.model import PassageRole

# Set by hand; no measurement is recorded.
_MAX_CAPTION_CHARACTERS = 500
_MAX_TITLE_CHARACTERS = 60  # of the author: "Health Editor"
_MAX_REST_CHARACTERS = 40  # of a line behind a name in a credit
_MAX_TAIL_CHARACTERS = 1000
"""What may follow the closing credit of an article and be no part of it."""

_PEOPLE = rf"{PERSON}(?:(?:,{GAP}|{GAP}and{GAP}|,{GAP}and{GAP}){PERSON}){{0,4}}"
_PLACE_OF_AUTHOR = rf"(?:{GAP}in{GAP}{NAME_WORD}(?:{GAP}{NAME_WORD}){{0,2}})?"
_BYLINE = re.compile(
    rf"(?:^|(?<=[a-z0-9.?!”\"]\s))(?:By|BY|Posted by|Written by){GAP}{_PEOPLE}{_PLACE_OF_AUTHOR}"
    rf"(?:,{GAP}{CAPITAL}[\w &’'-]{{2,{_MAX_TITLE_CHARACTERS}}}?(?={OPT}$|{GAP}{CAPITAL}{{3}}))?"
    rf"(?={OPT}$|{GAP}\||{GAP}[\"“‘]?{CAPITAL}|{GAP}\d)",
    re.M,
)
_PICTURE = re.compile(
    rf"\((?:(?i:photo|image|picture)s?{GAP})?(?:(?:[Bb]y|[Cc]redit:?){GAP}{CAPITAL}[^()\n]{{2,60}}"
    rf"|{PERSON}(?:{OPT}\\?/{OPT}|{GAP}--{GAP}){CAPITAL}[^()\n]{{1,40}})\)"
)
_AGENCY = rf"{NAME_WORD}(?:{GAP}(?i:{any_of('second_words_of_agencies')})\b)?"
_PICTURE_WITHOUT_BRACKETS = re.compile(
    rf"(?:^|(?<=[a-z0-9.?!”\"]\s))(?:(?i:photograph|photo|image|picture)(?:{GAP}credit|{GAP}by)?:|(?i:credit):"
    rf"|(?:REUTERS|AP{GAP}Photo|AFP)\\?/){OPT}(?:{PERSON}(?={OPT}\\?/|{OPT}$|\.|,|{GAP}{CAPITAL})|{_AGENCY})"
    rf"(?:{OPT}\\?/{OPT}(?:{PERSON}(?={OPT}\\?/)|{_AGENCY})){{0,4}}",
    re.M,
)
_EDITING = re.compile(
    rf"\({OPT}(?i:{any_of('credit_openers')})\s[^()]{{2,300}}(?:\([^()]{{0,200}}\){OPT})?\)"
    rf"|(?:^|(?<=[.?!”\"]\s))(?i:{any_of('credit_openers')}){GAP}{CAPITAL}[^\n]{{2,300}}$",
    re.M,
)
_BRACKETED_NAME_AHEAD = re.compile(rf"\((?i:by|credit:?){GAP}(?!{PERSON})")


def bylines(text: str) -> Iterator[Stretch]:
    """The lines that name the authors, also where they run on into the text."""
    for match in _BYLINE.finditer(text):
        yield Stretch(match.start(), match.end(), PassageRole.BYLINE)


def picture_and_editing_credits(text: str) -> Iterator[Stretch]:
    """Who took a picture, and who edited or helped to report, with what follows the latter at the end of the text."""
    for match in _PICTURE.finditer(text):
        if not _BRACKETED_NAME_AHEAD.match(match[0]):
            yield Stretch(match.start(), match.end(), PassageRole.CREDIT)
    for match in _PICTURE_WITHOUT_BRACKETS.finditer(text):
        yield Stretch(match.start(), _near_line_end(text, match.end()), PassageRole.CREDIT)
    for match in _EDITING.finditer(text):
        yield Stretch(match.start(), match.end(), PassageRole.CREDIT)
        if 0 < len(text) - match.end() <= _MAX_TAIL_CHARACTERS:
            yield Stretch(match.end(), len(text), PassageRole.TEASER)


def _near_line_end(text: str, end: int) -> int:
    """The end of the line, where little more of it is left ("Image: Port Authority of Orlov."); else ``end``."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return line_end if line_end - end <= _MAX_REST_CHARACTERS else end


def captions(text: str, found: list[Stretch]) -> Iterator[Stretch]:
    """The caption before the credit of a picture: what stands before it in its line, up to another stretch."""
    end_before = 0
    for stretch in found:
        is_of_picture = stretch.role is PassageRole.CREDIT and not _EDITING.match(text, stretch.start)
        line = text.rfind("\n", 0, stretch.start) + 1
        start = max(line, end_before)
        end_before = stretch.end
        if is_of_picture and text[start : stretch.start].strip() and stretch.start - start <= _MAX_CAPTION_CHARACTERS:
            yield Stretch(start, stretch.start, PassageRole.CAPTION)
