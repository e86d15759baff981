"""Text by others as HTML: escaped, and broken over lines only where nothing is lost by it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dossier.render.page_values.text_runs import Passage, TextRun
from dossier.render.wording import prose

if TYPE_CHECKING:
    from markupsafe import Markup

# Words of 40 characters and more get places to break, since they may be longer than a line. A hyphen does not stand at
# the end of a line, since text copied out of a PDF loses it there. CSS could break long words, but WeasyPrint then
# breaks short ones too where an element begins. It lays elements out from left to right, so a word that runs from right
# to left gets none: it would part the words around it in the wrong order.
_SPECIAL = re.compile(r"(?P<overlong>\S{40,})|(?P<hyphened>\S*[-\u2010]\s?\S+)")
_CHARACTERS_TO_BREAK = 8
"""Characters, as a reader counts them, of an overlong word from one place to break to the next. Set by hand; no
measurement is recorded."""
_LONGEST_NAME = 24
"""Characters of a name in a path that is kept on one line. Set by hand."""
_MAX_UNBROKEN_WORD_CHARACTERS = 45
"""Characters of a word with hyphens that is kept on one line. Set by hand; no measurement is recorded."""


def foreign(text: str) -> "Markup":
    """A name, title or remark by others within a line of the page, isolated where it may run right to left."""
    from markupsafe import Markup

    text = prose.tidy(text)
    words = _passage([TextRun(text)])
    if not prose.is_bidi(text):
        return words
    # The direction is named: WeasyPrint takes a bdi without one for left to right.
    return Markup('<bdi dir="{}">{}</bdi>').format(prose.direction(text), words)


def words(passage: Passage | Mapping[str, Any]) -> "Markup":
    """A passage, or what it is as plain data, with its triggers marked, its direction and its language."""
    from markupsafe import Markup

    if isinstance(passage, Mapping):
        passage = Passage.of(passage)
    text = _passage(passage.segments)
    if not passage.direction and not passage.language:
        return text
    direction = Markup(' dir="{}"').format(passage.direction) if passage.direction else ""
    language = Markup(' lang="{}"').format(passage.language) if passage.language else ""
    return Markup("<bdi{}{}>{}</bdi>").format(direction, language, text)


def source_of_note(number: int, briefing: Mapping[str, Any]) -> int:
    """The number of the source in which the note of this number stands, in a ``Briefing`` as plain data."""
    notes = briefing["notes"]
    place = bisect_left(notes, number, key=itemgetter("number"))  # a short page lacks some
    return int(notes[place]["source"])


def source_refs(numbers: Iterable[int], briefing: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sources of the notes of these numbers, each once, in the form of a ``NoteRange`` as plain data."""
    found = sorted({source_of_note(number, briefing) for number in numbers})
    return [{"first": number, "words": str(number)} for number in found]


def _passage(runs: Iterable[TextRun]) -> "Markup":
    from markupsafe import Markup

    pieces = list(runs)
    return Markup("").join(_units("".join(piece.text for piece in pieces), pieces))


def _units(text: str, runs: list[TextRun]) -> "Iterator[Markup]":
    """The text in units: overlong words, words with hyphens, and the text between them."""
    from markupsafe import Markup

    at = 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        yield _cut(runs, at, start)
        if match["overlong"]:
            yield Markup("<wbr>").join(_cut(runs, *piece) for piece in _pieces(text, start, end))
        elif end - start <= _MAX_UNBROKEN_WORD_CHARACTERS and not prose.is_bidi(match.group()):
            yield Markup('<span class="whole">{}</span>').format(_cut(runs, start, end))
        else:
            yield _cut(runs, start, end)
        at = end
    yield _cut(runs, at, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets of the pieces of an overlong word: names of a path, their parts up to a stop, else short ones.

    A letter keeps its marks.
    """
    import regex

    names, short = rf"[^/]{{1,{_LONGEST_NAME}}}/+(?!\p{{M}})", rf"\X{{1,{_CHARACTERS_TO_BREAK}}}"
    dotted = rf"[^/.]{{1,{_LONGEST_NAME}}}\.(?=\w[^/]*/)"
    for piece in regex.finditer(f"{names}|{dotted}|{short}", text, pos=start, endpos=end):
        yield piece.span()


def _cut(runs: list[TextRun], start: int, end: int) -> "Markup":
    """The text of the runs from ``start`` to ``end`` (half-open), escaped, with triggers marked."""
    from markupsafe import Markup, escape

    cut, at = [], 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            cut.append(Markup('<strong class="trigger">{}</strong>').format(piece) if run.is_trigger else escape(piece))
        at += len(run.text)
    return Markup("").join(cut)
