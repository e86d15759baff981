"""Bylines, credits of pictures and of editing, and the captions before them."""

import re
from collections.abc import Iterator

from dossier.annotate.structure.stretch import Stretch, line_end
from dossier.annotate.structure.words import CAPITAL, GAP, NAME_WORD, OPT, PERSON, any_of
from dossier.model import PassageRole

# Set by hand; no measurement is recorded.
_MAX_CAPTION_CHARACTERS = 500
_MAX_TITLE_CHARACTERS = 60  # of the author: "Health Editor"
_MAX_REST_CHARACTERS = 40  # of a line behind a name in a credit
_MAX_TAIL_CHARACTERS = 1000
"""What may follow the closing credit of an article and be no part of it."""
_MAX_HEAD_CHARACTERS = 700
"""How far into an article, in characters, all that stands above a credit may be headline and caption."""

_PEOPLE = rf"{PERSON}(?:(?:,{GAP}|{GAP}and{GAP}|,{GAP}and{GAP}){PERSON}){{0,4}}"
_PLACE_OF_AUTHOR = rf"(?:{GAP}in{GAP}{NAME_WORD}(?:{GAP}{NAME_WORD}){{0,2}})?"
_BYLINE_OPENER = "(?:By|BY|Posted by|Written by)"
_BYLINE = re.compile(
    rf"(?:^|(?<=[a-z0-9.?!”\"]\s)){_BYLINE_OPENER}{GAP}{_PEOPLE}{_PLACE_OF_AUTHOR}"
    rf"(?:,{GAP}{CAPITAL}[\w &’'-]{{2,{_MAX_TITLE_CHARACTERS}}}?(?={OPT}$|{GAP}{CAPITAL}{{3}}))?"
    rf"(?={OPT}$|{GAP}\||{GAP}[\"“‘]?{CAPITAL}|{GAP}\d)",
    re.M,
)
_KNOWN_AGENCY = rf"(?i:{any_of('picture_agencies')})"
_PICTURE = re.compile(
    rf"\((?:(?:(?i:(?:(?:file|pool){GAP})?(?:photo|image|picture)s?){GAP})?"
    rf"(?:(?i:by|credit:?){GAP}{CAPITAL}[^()\n]{{2,60}}"
    rf"|{PERSON}(?:{OPT}\\?/{OPT}|{GAP}--{GAP}){CAPITAL}[^()\n]{{1,40}}"
    rf"|{CAPITAL}[^()\n]{{2,50}}(?:{OPT}\\?/{OPT}|{GAP}[-–—]{GAP}|{GAP}(?i:via){GAP}){_KNOWN_AGENCY})\)"
    rf"|(?<![^\n]\(){_KNOWN_AGENCY}\)(?!{OPT}\\?/?{OPT}(?:-|–|—)))"
)
_AGENCY = (
    rf"(?:{_KNOWN_AGENCY}(?:{OPT}\\?/{OPT}{PERSON}(?={GAP}{CAPITAL}))?(?![\w\\/])"
    rf"|{CAPITAL}[^\n\\/.|:]{{2,40}}(?=\\?/{OPT}(?:{_KNOWN_AGENCY}|(?i:handout))(?!\w))"
    rf"|{NAME_WORD}(?:{GAP}(?i:{any_of('second_words_of_agencies')})\b)?)"
)
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
_SENTENCE_GOES_ON = re.compile(rf"{GAP}[a-zß-öø-ÿ]")
_BRACKETED_NAME_AHEAD = re.compile(rf"\((?i:by|credit:?){GAP}(?!{PERSON})")


def bylines(text: str) -> Iterator[Stretch]:
    """The lines that name the authors, also where they run on into the text."""
    for match in _BYLINE.finditer(text) if re.search(_BYLINE_OPENER, text) else ():
        yield Stretch(match.start(), match.end(), PassageRole.BYLINE)


def picture_and_editing_credits(text: str) -> Iterator[Stretch]:
    """Who took a picture, and who edited or helped to report, with what follows the latter at the end of the text."""
    for match in _PICTURE.finditer(text):
        if not _BRACKETED_NAME_AHEAD.match(match[0]):
            yield Stretch(match.start(), match.end(), PassageRole.CREDIT)
    for match in _PICTURE_WITHOUT_BRACKETS.finditer(text):
        end = _near_line_end(text, match.end())
        if _SENTENCE_GOES_ON.match(text, end):
            # the label of a caption: "PHOTO: A boy wears a mask in a bus."
            yield Stretch(match.start(), line_end(text, end), PassageRole.CAPTION)
        else:
            yield Stretch(match.start(), end, PassageRole.CREDIT)
    for match in _EDITING.finditer(text):
        yield Stretch(match.start(), match.end(), PassageRole.CREDIT)
        if 0 < len(text) - match.end() <= _MAX_TAIL_CHARACTERS:
            yield Stretch(match.end(), len(text), PassageRole.TEASER)


def _near_line_end(text: str, end: int) -> int:
    """The end of the line, where little more of it is left ("Image: Port Authority of Orlov."); else ``end``."""
    rest_end = line_end(text, end)
    return rest_end if rest_end - end <= _MAX_REST_CHARACTERS else end


def captions(text: str, found: list[Stretch]) -> Iterator[Stretch]:
    """The caption of a picture: what stands before its credit in the line, or above it, up to another stretch."""
    end_before, last_credit = 0, None
    for stretch in found:
        if stretch.role is PassageRole.CREDIT and not _EDITING.match(text, stretch.start):
            line = text.rfind("\n", 0, stretch.start) + 1
            start = line if text[line : stretch.start].strip() else _start_above(text, stretch, last_credit)
            start = max(start, end_before)
            if text[start : stretch.start].strip() and stretch.start - start <= _longest_caption(start):
                yield Stretch(start, stretch.start, PassageRole.CAPTION)
            last_credit = stretch.end
        end_before = stretch.end


def _longest_caption(start: int) -> int:
    """In characters; at the head of an article the headline may stand with it."""
    return _MAX_CAPTION_CHARACTERS if start else _MAX_HEAD_CHARACTERS


def _start_above(text: str, credit: Stretch, last_credit: int | None) -> int:
    """Where the caption above a credit begins that opens its line; where the credit begins if there is none.

    If the credit runs on into the text, that is the head of the article, the end of the last credit, or else the line
    above. A credit in a line of its own has a caption above it only behind another one.
    """
    if last_credit is not None and credit.start - last_credit <= _MAX_HEAD_CHARACTERS:
        return last_credit
    if not _runs_on(text, credit.end):
        return credit.start
    if credit.start <= _MAX_HEAD_CHARACTERS:
        return 0
    above = credit.start
    while text[above - 1].isspace():
        above -= 1
    return text.rfind("\n", 0, above) + 1


def _runs_on(text: str, end: int) -> bool:
    """Whether more words stand behind ``end`` in its line."""
    return any(map(str.isalnum, text[end : line_end(text, end)]))
